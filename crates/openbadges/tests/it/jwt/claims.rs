//! What the token claims, held against what the credential in it says. Each token here is rightly signed.

use openbadges::verify::{CheckId, Outcome, State, Verdict};
use serde_json::{Value, json};

use super::{VALID_FROM, header, in_vc_claim, payload, payload_with, token};
use crate::support::{assert_check, assert_only_failure, notes, report};

/// Both shapes of the token after `change` of a claim.
fn both_shapes(claim: &str, value: Value) -> [String; 2] {
    let payload = payload_with(|payload| payload[claim] = value);
    [
        token(&header(), &payload),
        token(&header(), &in_vc_claim(&payload)),
    ]
}

/// The official validator compares none of `iss`, `sub`, `jti` and `nbf` with the credential.
#[test]
fn claims_that_the_official_validator_never_compares_must_agree_with_the_credential() {
    for (claim, value, id, code) in [
        (
            "iss",
            json!("https://other.example/"),
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
            json!("urn:uuid:00000000-0000-4000-8000-000000000000"),
            CheckId::Signature,
            "claimed-id-differs",
        ),
        (
            "nbf",
            json!(VALID_FROM + 1),
            CheckId::Validity,
            "claimed-start-differs",
        ),
    ] {
        for token in both_shapes(claim, value.clone()) {
            let report = report(token);
            assert_only_failure(&report, id, code);
            assert_eq!(
                (report.verdict, report.state),
                (Verdict::NotVerified, State::Invalid)
            );
        }
    }
}

#[test]
fn an_end_that_differs_is_refused() {
    let payload = payload_with(|payload| {
        payload["validUntil"] = json!("2027-01-01T00:00:00Z");
        payload["exp"] = json!(1_830_297_601);
    });
    for payload in [in_vc_claim(&payload), payload] {
        let report = report(token(&header(), &payload));
        assert_only_failure(&report, CheckId::Validity, "claimed-end-differs");
        let data = &report.check(CheckId::Validity).unwrap().data;
        assert_eq!(data["claimed"], "2028-01-01T00:00:01Z");
        assert_eq!(data["valid_until"], "2027-01-01T00:00:00Z");
    }
}

#[test]
fn the_narrower_dates_count() {
    for (until, exp, outcome) in [
        // The credential counts for longer than the token, and the other way round.
        (Some("2027-01-01T00:00:00Z"), 1_775_000_000, "expired"),
        (None, 1_775_000_000, "expired"),
        (Some("2026-04-01T00:00:00Z"), 1_900_000_000, "expired"),
    ] {
        let payload = payload_with(|payload| {
            payload["exp"] = json!(exp);
            if let Some(until) = until {
                payload["validUntil"] = json!(until);
            }
        });
        assert_only_failure(&report(token(&header(), &payload)), CheckId::Validity, outcome);
    }
    for token in both_shapes("nbf", json!(1_900_000_000)) {
        assert_only_failure(&report(token), CheckId::Validity, "not-yet-valid");
    }
}

#[test]
fn parts_of_seconds_are_no_difference() {
    let payload = payload_with(|payload| {
        payload["validFrom"] = json!("2026-01-01T00:00:00.750Z");
        payload["validUntil"] = json!("2027-01-01T00:00:00.250Z");
        payload["exp"] = json!(1_798_761_600.25);
    });
    let report = report(token(&header(), &payload));
    assert_check(&report, CheckId::Validity, Outcome::Passed, "within-validity");
}

#[test]
fn claims_of_the_wrong_kind_are_refused() {
    for (claim, value, id) in [
        ("iss", json!({"id": "x"}), CheckId::Signature),
        ("sub", json!(["did:example:learner-one"]), CheckId::Signature),
        ("jti", json!(7), CheckId::Signature),
        ("nbf", json!("2026-01-01T00:00:00Z"), CheckId::Validity),
        ("exp", json!("1798761600"), CheckId::Validity),
        ("exp", json!(1e300), CheckId::Validity),
    ] {
        let report = report(token(&header(), &payload_with(|payload| payload[claim] = value)));
        assert_only_failure(&report, id, "malformed-claim");
        assert_eq!(report.check(id).unwrap().data["claim"], claim);
    }
}

#[test]
fn a_token_without_sub_is_a_remark() {
    let payload = payload_with(|payload| {
        payload.as_object_mut().unwrap().remove("sub");
    });
    let report = report(token(&header(), &payload));
    assert_check(&report, CheckId::Signature, Outcome::Warning, "signature-good");
    assert_eq!(notes(&report, CheckId::Signature), ["claims-missing"]);
    assert_eq!(
        report.check(CheckId::Signature).unwrap().notes[0].data["claims"],
        "sub"
    );
    assert_eq!(report.verdict, Verdict::Verified);
}

#[test]
fn a_claim_that_the_whole_payload_does_not_repeat_is_a_remark() {
    let payload = payload_with(|payload| {
        payload["credentialSubject"].as_object_mut().unwrap().remove("id");
        payload["exp"] = json!(1_798_761_600);
    });
    let report = report(token(&header(), &payload));
    assert_eq!(notes(&report, CheckId::Signature), ["claim-not-in-badge"]);
    assert_eq!(notes(&report, CheckId::Validity), ["claim-not-in-badge"]);
}

#[test]
fn claims_fill_what_the_vc_claim_leaves_out() {
    let payload = payload_with(|payload| {
        for name in ["id", "validFrom"] {
            payload.as_object_mut().unwrap().remove(name);
        }
        payload["issuer"].as_object_mut().unwrap().remove("id");
        payload["credentialSubject"].as_object_mut().unwrap().remove("id");
        payload["exp"] = json!(1_798_761_600);
    });
    let report = report(token(&header(), &in_vc_claim(&payload)));
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    let validity = report.check(CheckId::Validity).unwrap();
    assert_eq!(validity.data["valid_from"], "2026-01-01T00:00:00Z");
    assert_eq!(validity.data["valid_until"], "2027-01-01T00:00:00Z");
}

#[test]
fn claims_fill_the_dates_of_the_data_model_1_1_under_its_own_names() {
    let mut payload = payload();
    payload["@context"][0] = json!("https://www.w3.org/2018/credentials/v1");
    payload.as_object_mut().unwrap().remove("validFrom");
    let report = report(token(&header(), &in_vc_claim(&payload)));
    assert_check(&report, CheckId::Structure, Outcome::Passed, "structure-sound");
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
}

#[test]
fn an_audience_is_said() {
    let report = report(token(
        &header(),
        &payload_with(|payload| payload["aud"] = json!("https://wallet.example")),
    ));
    assert_eq!(notes(&report, CheckId::Signature), ["proof-for-domain"]);
}
