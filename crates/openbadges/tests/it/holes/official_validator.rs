//! Forged badges that 1EdTech's validator calls valid.

use openbadges::did::key_did;
use openbadges::key::Signer as _;
use openbadges::verify::{CheckId, Outcome, Policy, Report, State, Verdict};
use serde_json::{Value, json};

use crate::assertion::{ASSERTION, Site, assertion_with, baked};
use crate::jwt::{
    ISSUER, KEY_SET, header, in_vc_claim, jwk_of, payload_of_https_issuer, payload_with, token,
};
use crate::support::{
    assert_check, assert_only_failure, badge, badge_with, evidence, in_each_container, other_signer, report,
    report_with, signed, signed_as, signer, unreachable,
};

const UNIVERSITY: &str = "https://university.example";

/// The content is as it was signed, and nothing shows by whom.
#[track_caller]
fn assert_unbound(report: &Report, code: &str) {
    assert!(
        report.check(CheckId::Signature).unwrap().outcome.is_good(),
        "{report:#?}"
    );
    assert_check(report, CheckId::IssuerBinding, Outcome::NotChecked, code);
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::Unconfirmed, State::Unchecked)
    );
}

#[test]
fn a_key_in_the_fragment_of_the_issuers_own_address_is_not_taken_for_the_issuers() {
    let forged = badge_with(|badge| badge["issuer"]["id"] = json!(UNIVERSITY));
    let key = signer().public_key().to_multibase();
    let forged = signed_as(&forged, &format!("{UNIVERSITY}#{key}"));
    let published = json!({
        "id": UNIVERSITY,
        "assertionMethod": [{
            "id": format!("{UNIVERSITY}#key-1"), "type": "Multikey", "controller": UNIVERSITY,
            "publicKeyMultibase": other_signer().public_key().to_multibase(),
        }],
    });
    for input in in_each_container(&forged) {
        let offline = report_with(&input, &unreachable(&["https://university.example/"]));
        assert_unbound(&offline, "document-unreachable");
        let read = report_with(&input, &evidence(&[("https://university.example/", &published)]));
        assert_only_failure(&read, CheckId::IssuerBinding, "key-not-listed");
    }
}

#[test]
fn a_did_key_without_fragment_is_compared_with_the_issuer_all_the_same() {
    let own = key_did(&signer().public_key());
    let nobody = badge_with(|badge| {
        badge["issuer"]["id"] = json!("urn:uuid:d7e5a0a1-3c55-4a0a-8d4e-0f3c1f0ec1a2");
    });
    let somebody = badge_with(|badge| badge["issuer"]["id"] = json!(key_did(&other_signer().public_key())));
    for input in in_each_container(&signed_as(&nobody, &own)) {
        assert_unbound(&report(input), "key-not-bound");
    }
    for input in in_each_container(&signed_as(&somebody, &own)) {
        assert_only_failure(&report(input), CheckId::IssuerBinding, "key-not-listed");
    }
}

#[test]
fn a_key_that_a_token_brings_along_is_not_taken_for_the_issuers() {
    let header = json!({"alg": "EdDSA", "jwk": jwk_of(&signer())});
    let other = json!({"keys": [jwk_of(&other_signer())]});
    for payload in [payload_of_https_issuer(), in_vc_claim(&payload_of_https_issuer())] {
        for input in in_each_container(&token(&header, &payload)) {
            let offline = report_with(&input, &unreachable(&[KEY_SET, ISSUER]));
            assert_unbound(&offline, "key-not-bound");
            let read = report_with(&input, &evidence(&[(KEY_SET, &other)]));
            assert_only_failure(&read, CheckId::IssuerBinding, "key-not-listed");
        }
    }
}

#[test]
fn the_claims_of_a_token_are_compared_with_the_credential_in_it() {
    for (claim, value, id, code) in [
        (
            "iss",
            json!("https://other.example"),
            CheckId::Signature,
            "claimed-issuer-differs",
        ),
        (
            "sub",
            json!("did:example:learner-two"),
            CheckId::Signature,
            "claimed-subject-differs",
        ),
        (
            "jti",
            json!("urn:uuid:0a2ab9b5-4f4f-4a0f-9a3e-3f6a0b0f3c11"),
            CheckId::Signature,
            "claimed-id-differs",
        ),
        (
            "nbf",
            json!(1_577_836_800),
            CheckId::Validity,
            "claimed-start-differs",
        ),
        (
            "exp",
            json!(4_102_444_800_i64),
            CheckId::Validity,
            "claimed-end-differs",
        ),
    ] {
        let changed = payload_with(|payload| {
            payload["validUntil"] = json!("2030-01-01T00:00:00Z");
            payload["exp"] = json!(1_893_456_000);
            payload[claim] = value.clone();
        });
        for payload in [changed.clone(), in_vc_claim(&changed)] {
            for input in in_each_container(&token(&header(), &payload)) {
                assert_only_failure(&report(input), id, code);
            }
        }
    }
}

#[test]
fn a_hosted_badge_is_read_again_at_its_own_address() {
    let forged = assertion_with(|badge| badge["recipient"]["identity"] = json!("learner.two@example.org"));
    let mut policy = Policy::default();
    policy.recipient = Some("learner.two@example.org".to_owned());
    for input in [forged.to_string().into_bytes(), baked(&forged.to_string())] {
        let read = Site::good().report_under(&input, &policy);
        assert_only_failure(&read, CheckId::Recipient, "recipient-differs");
        let offline = Site::good().without(ASSERTION).report_under(&input, &policy);
        assert_check(
            &offline,
            CheckId::Signature,
            Outcome::NotChecked,
            "document-unreachable",
        );
        assert_eq!(
            (offline.verdict, offline.credential),
            (Verdict::Unconfirmed, None)
        );
    }
}

#[test]
fn a_proof_without_a_purpose_is_refused_and_stops_nothing() {
    let mut badge: Value = serde_json::from_str(&signed(&badge())).unwrap();
    badge["proof"].as_object_mut().unwrap().remove("proofPurpose");
    for input in in_each_container(&badge.to_string()) {
        let report = report(input);
        assert_check(&report, CheckId::Signature, Outcome::Failed, "malformed-proof");
        assert_eq!(report.verdict, Verdict::NotVerified);
    }
}

#[test]
fn a_token_signed_with_ed25519_is_read() {
    for input in in_each_container(&token(&header(), &payload_with(|_| {}))) {
        assert_eq!(report(input).verdict, Verdict::Verified);
    }
}
