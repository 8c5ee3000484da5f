//! The `trust` check.

use openbadges::limits::Limits;
use openbadges::verify::{
    CheckId, Evidence, Outcome, Policy, Register, RegisterError, Report, Verdict, verify,
};
use serde_json::{Value, json};

use crate::support::{NOW, assert_check, badge_with, report, signed};

fn under(registers: &Value, badge: &str) -> Report {
    let mut policy = Policy::default();
    policy.registers = Register::read_all(registers.to_string().as_bytes(), &Limits::default()).unwrap();
    verify(badge.as_bytes(), &Evidence::new(), NOW, &policy)
}

fn good_badge() -> (String, String) {
    let badge = signed(&badge_with(|_| {}));
    let members: Value = serde_json::from_str(&badge).unwrap();
    let issuer = &members["issuer"];
    let issuer = issuer.get("id").unwrap_or(issuer).as_str().unwrap().to_owned();
    (badge, issuer)
}

#[test]
fn a_caller_without_a_register_is_told_nothing() {
    let report = report(good_badge().0);
    assert_check(&report, CheckId::Trust, Outcome::NotChecked, "trust-not-asked");
    assert_eq!(report.verdict, Verdict::Verified);
}

#[test]
fn an_issuer_in_a_register_is_named_with_the_register() {
    let (badge, issuer) = good_badge();
    for issuers in [
        json!([issuer]),
        json!([{ "id": issuer, "name": "Example School" }]),
    ] {
        let other = json!({ "name": "Others", "issuers": ["did:web:other.example"] });
        let report = under(&json!([other, { "name": "Schools", "issuers": issuers }]), &badge);
        assert_check(&report, CheckId::Trust, Outcome::Passed, "issuer-listed");
        assert_eq!(report.check(CheckId::Trust).unwrap().data["register"], "Schools");
        assert_eq!(report.verdict, Verdict::Verified);
    }
    assert_check(
        &under(&json!([issuer]), &badge),
        CheckId::Trust,
        Outcome::Passed,
        "issuer-listed",
    );
}

#[test]
fn an_issuer_in_no_register_is_neutral() {
    let (badge, _) = good_badge();
    let report = under(&json!(["did:web:other.example"]), &badge);
    assert_check(&report, CheckId::Trust, Outcome::NotChecked, "issuer-unknown");
    assert_eq!(report.verdict, Verdict::Verified);
}

#[test]
fn a_register_does_not_vouch_for_a_key_that_is_not_shown_to_be_the_issuers() {
    let badge = signed(&badge_with(|badge| {
        badge["issuer"]["id"] = json!("did:web:school.example")
    }));
    let report = under(&json!(["did:web:school.example"]), &badge);
    assert_check(&report, CheckId::Trust, Outcome::NotChecked, "not-reached");
    assert_ne!(report.verdict, Verdict::Verified);
}

#[test]
fn a_trust_file_of_another_shape_is_refused() {
    for file in [
        "3",
        "[3]",
        "{}",
        r#"{"issuers": "x"}"#,
        r#"{"name": 3, "issuers": []}"#,
        r#"[{"issuers": []}, "x"]"#,
    ] {
        let refused = Register::read_all(file.as_bytes(), &Limits::default()).unwrap_err();
        assert!(matches!(refused, RegisterError::Shape), "{file}");
    }
    let refused = Register::read_all(b"[", &Limits::default()).unwrap_err();
    assert!(matches!(refused, RegisterError::Json(_)));
}
