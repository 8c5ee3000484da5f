//! One fault for each check, alone: the badge is signed with it, by a proof and as a token, by itself and in each
//! picture. Nothing else about it is wrong, so only that check may speak.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openbadges::did::{key_did, key_verification_method};
use openbadges::key::Signer as _;
use openbadges::limits::Limits;
use openbadges::model::{Iri, RelatedResource};
use openbadges::sign::{JwtOptions, sign_jwt};
use openbadges::verify::{
    CheckId, Document, Evidence, Outcome, Policy, Register, Report, State, Verdict, verify,
};
use serde_json::{Value, json};

use crate::endorsement::{ACHIEVEMENT, endorsement_of};
use crate::jwt::{header, token, with_claims};
use crate::status::{INDEX, LIST, list};
use crate::support::{
    NOW, answered, as_object, assert_check, assert_only_failure, badge_with, in_each_container, other_signer,
    report, signed, signer,
};

/// The badge signed by a proof and as a token, each by itself, in a PNG and in an SVG.
fn in_each_format(badge: &Value) -> Vec<Vec<u8>> {
    let options = JwtOptions::new(key_verification_method(&signer().public_key()), NOW);
    let token = sign_jwt(badge, &signer(), &options, &Limits::default()).unwrap();
    [signed(badge), token]
        .iter()
        .flat_map(|badge| in_each_container(badge))
        .collect()
}

/// A badge of a learner with an identifier, which a token asks for.
fn badge(change: impl FnOnce(&mut Value)) -> Value {
    badge_with(|badge| {
        badge["credentialSubject"]["id"] = json!("did:example:learner-one");
        change(badge);
    })
}

#[track_caller]
fn assert_refused(
    badge: &Value,
    evidence: &Evidence,
    policy: &Policy,
    id: CheckId,
    code: &str,
    state: State,
) {
    for input in in_each_format(badge) {
        let report = verify(&input, evidence, NOW, policy);
        assert_only_failure(&report, id, code);
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::NotVerified, state),
            "{report:#?}"
        );
    }
}

#[track_caller]
fn assert_fault(id: CheckId, code: &str, state: State, change: impl FnOnce(&mut Value)) {
    assert_refused(
        &badge(change),
        &Evidence::new(),
        &Policy::default(),
        id,
        code,
        state,
    );
}

/// A withdrawn or suspended badge, and the list that says so.
fn listed(purpose: &str) -> (Value, Evidence) {
    let badge = badge(|badge| {
        badge["credentialStatus"] = json!({
            "id": format!("{LIST}#{INDEX}"), "type": "BitstringStatusListEntry", "statusPurpose": purpose,
            "statusListIndex": INDEX.to_string(), "statusListCredential": LIST,
        });
    });
    let mut evidence = Evidence::new();
    evidence.insert(LIST, answered(signed(&list(purpose, &[INDEX]))));
    (badge, evidence)
}

#[test]
fn the_badge_without_a_fault_is_verified() {
    for input in in_each_format(&badge(|_| {})) {
        let report = report(input);
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Verified, State::Genuine),
            "{report:#?}"
        );
    }
}

#[test]
fn format_a_name_that_stands_twice() {
    let twice = |text: &str| text.replacen(r#""name":"#, r#""name":"Another","name":"#, 1);
    let token = token(&header(), &with_claims(badge(|_| {})));
    let mut parts: Vec<String> = token.split('.').map(str::to_owned).collect();
    parts[1] = URL_SAFE_NO_PAD.encode(twice(&with_claims(badge(|_| {})).to_string()));
    for badge in [twice(&signed(&badge(|_| {}))), parts.join(".")] {
        for input in in_each_container(&badge) {
            assert_only_failure(&report(input), CheckId::Format, "duplicate-member-names");
        }
    }
}

#[test]
fn structure_a_part_is_missing() {
    assert_fault(CheckId::Structure, "missing-member", State::Invalid, |badge| {
        badge["credentialSubject"]["achievement"]
            .as_object_mut()
            .unwrap()
            .remove("criteria");
    });
}

#[test]
fn context_a_word_has_no_meaning() {
    let undefined = |badge: &mut Value| badge["credentialSubject"]["gradeHonours"] = json!("first class");
    let mut proved: Value = serde_json::from_str(&signed(&badge(|_| {}))).unwrap();
    undefined(&mut proved);
    let token = token(&header(), &with_claims(badge(undefined)));
    for badge in [proved.to_string(), token] {
        for input in in_each_container(&badge) {
            let report = report(input);
            assert_only_failure(&report, CheckId::Context, "undefined-term");
            assert_eq!(report.credential, None);
        }
    }
}

#[test]
fn signature_the_content_was_changed() {
    let changed = |badge: &mut Value| {
        badge["credentialSubject"]["achievement"]["name"] = json!("Laser cutting, level 9")
    };
    let mut proved: Value = serde_json::from_str(&signed(&badge(|_| {}))).unwrap();
    changed(&mut proved);
    let good = token(&header(), &with_claims(badge(|_| {})));
    let other = token(&header(), &with_claims(badge(changed)));
    let spliced = format!(
        "{}.{}",
        other.rsplit_once('.').unwrap().0,
        good.rsplit_once('.').unwrap().1
    );
    for badge in [proved.to_string(), spliced] {
        for input in in_each_container(&badge) {
            assert_only_failure(&report(input), CheckId::Signature, "changed-after-signing");
        }
    }
}

#[test]
fn issuer_binding_another_key_signed() {
    let other = key_did(&other_signer().public_key());
    assert_fault(
        CheckId::IssuerBinding,
        "key-not-listed",
        State::Invalid,
        |badge| {
            badge["issuer"]["id"] = json!(other);
        },
    );
}

#[test]
fn validity_over_not_begun_or_backwards() {
    assert_fault(CheckId::Validity, "expired", State::Caution, |badge| {
        badge["validUntil"] = json!("2026-05-01T00:00:00Z");
    });
    assert_fault(CheckId::Validity, "not-yet-valid", State::Caution, |badge| {
        badge["validFrom"] = json!("2026-07-01T00:00:00Z");
    });
    assert_fault(CheckId::Validity, "ends-before-start", State::Invalid, |badge| {
        badge["validUntil"] = json!("2025-01-01T00:00:00Z");
    });
}

#[test]
fn status_withdrawn_or_suspended() {
    for (purpose, code, state) in [
        ("revocation", "revoked", State::Invalid),
        ("suspension", "suspended", State::Caution),
    ] {
        let (badge, evidence) = listed(purpose);
        assert_refused(
            &badge,
            &evidence,
            &Policy::default(),
            CheckId::Status,
            code,
            state,
        );
    }
}

#[test]
fn status_unknown_is_not_good() {
    let (badge, _) = listed("revocation");
    let mut unreachable = Evidence::new();
    let reason = "offline".to_owned();
    unreachable.insert(LIST, Document::Unreachable { reason });
    for input in in_each_format(&badge) {
        let report: Report = verify(&input, &unreachable, NOW, &Policy::default());
        assert_check(
            &report,
            CheckId::Status,
            Outcome::NotChecked,
            "status-unreachable",
        );
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Unconfirmed, State::Unchecked)
        );
    }
}

#[test]
fn image_another_picture() {
    const PICTURE: &str = "data:image/svg+xml,%3Csvg/%3E";
    assert_fault(CheckId::Image, "image-differs", State::Caution, |badge| {
        let other = RelatedResource::new(Iri::new(PICTURE).unwrap(), "image/svg+xml", b"<svg id='other'/>");
        badge["credentialSubject"]["achievement"]["image"] = json!({"id": PICTURE, "type": "Image"});
        badge["relatedResource"] = json!([other]);
    });
}

#[test]
fn recipient_somebody_else() {
    let mut policy = Policy::default();
    policy.recipient = Some("learner.two@example.org".to_owned());
    let badge = badge(|_| {});
    let id = CheckId::Recipient;
    assert_refused(
        &badge,
        &Evidence::new(),
        &policy,
        id,
        "recipient-differs",
        State::Caution,
    );
}

#[test]
fn endorsement_one_that_was_changed() {
    let mut endorsement = as_object(&endorsement_of(ACHIEVEMENT), &other_signer());
    endorsement["credentialSubject"]["endorsementComment"] = json!("The best of all badges.");
    let badge =
        badge(|badge| badge["credentialSubject"]["achievement"]["endorsement"] = json!([endorsement]));
    for input in in_each_format(&badge) {
        let report = report(input);
        // It is shown as bad, and the badge around it stays as good as it is.
        assert_only_failure(&report, CheckId::Endorsement, "endorsement-bad");
        assert_eq!(report.verdict, Verdict::Verified);
        let [nested] = report.nested.as_slice() else {
            unreachable!("{:#?}", report.nested);
        };
        assert_only_failure(&nested.report, CheckId::Signature, "changed-after-signing");
    }
}

#[test]
fn trust_an_issuer_in_no_register_is_neutral() {
    let mut policy = Policy::default();
    let register = br#"{"name": "Partners", "issuers": ["did:web:partner.example"]}"#;
    policy.registers = Register::read_all(register, &Limits::default()).unwrap();
    for input in in_each_format(&badge(|_| {})) {
        let report = verify(&input, &Evidence::new(), NOW, &policy);
        assert_check(&report, CheckId::Trust, Outcome::NotChecked, "issuer-unknown");
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Verified, State::Genuine)
        );
    }
}
