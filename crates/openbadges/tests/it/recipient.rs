//! The `recipient` check.

use openbadges::verify::{CheckId, Evidence, Outcome, Policy, Report, State, Verdict, verify};
use serde_json::{Value, json};

use crate::support::{NOW, assert_check, badge, badge_with, notes, report, signed};

fn ask(recipient: &str, subject: impl FnOnce(&mut Value)) -> Report {
    let json = signed(&badge_with(|badge| subject(&mut badge["credentialSubject"])));
    let mut policy = Policy::default();
    policy.recipient = Some(recipient.to_owned());
    verify(json.as_bytes(), &Evidence::new(), NOW, &policy)
}

fn hashed(hash: &str, salt: Option<&str>) -> impl FnOnce(&mut Value) {
    let mut identity = json!({
        "type": "IdentityObject", "hashed": true, "identityHash": hash, "identityType": "emailAddress",
    });
    if let Some(salt) = salt {
        identity["salt"] = json!(salt);
    }
    move |subject| subject["identifier"] = json!([identity])
}

#[test]
fn a_caller_who_names_nobody_is_told_nothing() {
    let report = report(signed(&badge()));
    assert_check(
        &report,
        CheckId::Recipient,
        Outcome::NotChecked,
        "recipient-not-asked",
    );
    assert_eq!(report.verdict, Verdict::Verified);
}

const KOSHER: &str = "sha256$B5809D8A92F8858436D7E6B87C12EBC0AE1EAC4BAECC2C0B913AEE2C922EF399";

#[test]
fn the_person_named_in_clear_matches_and_another_does_not() {
    let same = ask("learner.one@example.org", |_| {});
    assert_check(&same, CheckId::Recipient, Outcome::Passed, "recipient-matches");
    assert_eq!(same.verdict, Verdict::Verified);
    let other = ask("learner.two@example.org", |_| {});
    assert_check(&other, CheckId::Recipient, Outcome::Failed, "recipient-differs");
    assert_eq!(
        (other.verdict, other.state),
        (Verdict::NotVerified, State::Caution)
    );
}

#[test]
fn a_hashed_identity_matches_whatever_the_case_of_its_digits() {
    let report = ask("a@example.com", hashed(KOSHER, Some("Kosher")));
    assert_check(&report, CheckId::Recipient, Outcome::Passed, "recipient-matches");
    assert_eq!(report.check(CheckId::Recipient).unwrap().data["hashed"], true);
    let salt_counts = ask("a@example.com", hashed(KOSHER, None));
    assert_check(
        &salt_counts,
        CheckId::Recipient,
        Outcome::Failed,
        "recipient-differs",
    );
}

#[test]
fn small_letters_are_tried_and_said() {
    let report = ask("A@Example.com", hashed(KOSHER, Some("Kosher")));
    assert_check(&report, CheckId::Recipient, Outcome::Warning, "recipient-matches");
    assert_eq!(notes(&report, CheckId::Recipient), ["matched-lower-case"]);
}

#[test]
fn any_one_identity_is_enough() {
    let report = ask("learner-1", |subject| {
        subject["identifier"].as_array_mut().unwrap().push(json!({
            "type": "IdentityObject", "hashed": false, "identityHash": "learner-1", "identityType": "userName",
        }));
    });
    assert_check(&report, CheckId::Recipient, Outcome::Passed, "recipient-matches");
    assert_eq!(
        report.check(CheckId::Recipient).unwrap().data["identity_type"],
        "userName"
    );
}

#[test]
fn an_address_in_the_subjects_identifier_matches() {
    let by_mail = ask("learner.one@example.org", |subject| {
        subject.as_object_mut().unwrap().remove("identifier");
        subject["id"] = json!("mailto:learner.one@example.org");
    });
    assert_check(&by_mail, CheckId::Recipient, Outcome::Passed, "recipient-matches");
}

#[test]
fn a_hash_that_is_not_known_leaves_the_question_open() {
    let report = ask("a@example.com", hashed("sha1$00", None));
    assert_check(&report, CheckId::Recipient, Outcome::NotChecked, "not-supported");
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

#[test]
fn a_badge_that_names_nobody_leaves_the_question_open() {
    let report = ask("a@example.com", |subject| {
        subject["identifier"] = json!([]);
        subject.as_object_mut().unwrap().remove("id");
    });
    assert_check(
        &report,
        CheckId::Recipient,
        Outcome::NotChecked,
        "recipient-not-named",
    );
    assert_ne!(report.verdict, Verdict::Verified);
}
