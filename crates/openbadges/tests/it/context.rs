//! The `context` check: nothing that is unsigned is shown as if it were signed.

mod meaning;

use openbadges::verify::{CheckId, Outcome, State, Verdict};
use serde_json::json;

use crate::support::{
    assert_check, assert_only_failure, badge, badge_with, proof, proof_options, report, signed,
};

#[test]
fn a_badge_under_known_contexts_passes_and_is_summarised() {
    let report = report(signed(&badge()));
    assert_check(&report, CheckId::Context, Outcome::Passed, "context-known");
    let summary = report.credential.unwrap();
    assert_eq!(summary.name.as_deref(), Some("Laser cutting, level 1"));
    assert_eq!(summary.issuer.unwrap().name.as_deref(), Some("Issuer One"));
    assert_eq!(summary.recipient.identity_types, ["emailAddress"]);
}

#[test]
fn a_term_that_no_context_defines_fails_and_nothing_is_shown() {
    let mut badge: serde_json::Value = serde_json::from_str(&signed(&badge())).unwrap();
    badge["credentialSubject"]["gradeHonours"] = json!("first class");
    let report = report(badge.to_string());
    assert_only_failure(&report, CheckId::Context, "undefined-term");
    assert_eq!(
        report.check(CheckId::Context).unwrap().data["term"],
        "gradeHonours"
    );
    assert_eq!(report.credential, None);
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::NotVerified, State::Invalid)
    );
}

#[test]
fn a_type_or_an_identifier_that_would_not_be_signed_fails() {
    let mut badge: serde_json::Value = serde_json::from_str(&signed(&badge())).unwrap();
    badge["credentialSubject"]["type"] = json!(["AchievementSubject", "FirstClass"]);
    assert_only_failure(&report(badge.to_string()), CheckId::Context, "relative-type");
}

#[test]
fn an_undefined_type_in_a_proof_fails_although_the_signature_is_good() {
    let badge = badge();
    let good = proof(&badge, &proof_options());
    let mut odd = good.clone();
    odd["type"] = json!("SomeProofType");
    let mut signed = badge;
    signed["proof"] = json!([odd, good]);
    let report = report(signed.to_string());
    assert_only_failure(&report, CheckId::Context, "undefined-term");
    assert_check(&report, CheckId::Signature, Outcome::Warning, "signature-good");
}

#[test]
fn an_unknown_context_leaves_the_badge_unconfirmed() {
    let mut badge: serde_json::Value = serde_json::from_str(&signed(&badge())).unwrap();
    badge["@context"]
        .as_array_mut()
        .unwrap()
        .push(json!("https://contexts.example/v1"));
    let report = report(badge.to_string());
    assert_check(&report, CheckId::Context, Outcome::NotChecked, "unknown-context");
    assert_check(&report, CheckId::Signature, Outcome::NotChecked, "not-reached");
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::Unconfirmed, State::Unchecked)
    );
    assert_eq!(report.credential, None);
}

#[test]
fn terms_defined_in_place_leave_the_badge_unconfirmed() {
    let report = report(signed(&badge_with(|badge| {
        let terms = json!({"gradeHonours": "https://badges.example/terms#gradeHonours"});
        badge["@context"].as_array_mut().unwrap().push(terms);
        badge["credentialSubject"]["gradeHonours"] = json!("first class");
    })));
    assert_check(&report, CheckId::Context, Outcome::NotChecked, "inline-context");
    assert_check(&report, CheckId::Signature, Outcome::Passed, "signature-good");
    assert_eq!((report.verdict, report.credential), (Verdict::Unconfirmed, None));
}

#[test]
fn a_credential_begins_with_the_context_of_credentials() {
    let mut badge: serde_json::Value = serde_json::from_str(&signed(&badge())).unwrap();
    badge["@context"].as_array_mut().unwrap().reverse();
    assert_only_failure(&report(badge.to_string()), CheckId::Context, "missing-context");
}
