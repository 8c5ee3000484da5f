//! Comparing the recipient of a badge before 3.0 with a name.

use openbadges::verify::{CheckId, Outcome, Policy, Report, State, Verdict};
use serde_json::{Value, json};

use super::{ASSERTION, Site, assertion};
use crate::support::{assert_check, notes};

fn ask(recipient: &str, identity: &Value) -> Report {
    let mut policy = Policy::default();
    policy.recipient = Some(recipient.to_owned());
    let site = Site::good().with(ASSERTION, |badge| badge["recipient"] = identity.clone());
    site.report_under(assertion().to_string(), &policy)
}

fn hashed() -> Value {
    json!({
        "type": "email", "hashed": true, "salt": "deadsea",
        "identity": "sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942",
    })
}

#[test]
fn the_person_in_the_badge_matches_in_clear_and_hashed() {
    for (identity, asked, is_hashed) in [
        (
            json!({"type": "email", "hashed": false, "identity": "nobody@example.org"}),
            "nobody@example.org",
            false,
        ),
        (
            json!({"type": "url", "hashed": false, "identity": "https://learner.example/"}),
            "https://learner.example/",
            false,
        ),
        (hashed(), "nobody@example.org", true),
    ] {
        let same = ask(asked, &identity);
        assert_check(&same, CheckId::Recipient, Outcome::Passed, "recipient-matches");
        let data = &same.check(CheckId::Recipient).unwrap().data;
        assert_eq!(
            (&data["hashed"], &data["identity_type"]),
            (&json!(is_hashed), &identity["type"])
        );
        assert_eq!(same.verdict, Verdict::Verified);
        let other = ask("somebody@example.org", &identity);
        assert_check(&other, CheckId::Recipient, Outcome::Failed, "recipient-differs");
        assert_eq!(
            (other.verdict, other.state),
            (Verdict::NotVerified, State::Caution)
        );
    }
}

#[test]
fn small_letters_are_tried_and_said() {
    let report = ask("Nobody@Example.org", &hashed());
    assert_check(&report, CheckId::Recipient, Outcome::Warning, "recipient-matches");
    assert_eq!(notes(&report, CheckId::Recipient), ["matched-lower-case"]);
}

#[test]
fn the_salt_belongs_to_the_hash() {
    let mut unsalted = hashed();
    unsalted.as_object_mut().unwrap().remove("salt");
    let report = ask("nobody@example.org", &unsalted);
    assert_check(&report, CheckId::Recipient, Outcome::Failed, "recipient-differs");
}

#[test]
fn nobody_is_compared_where_nobody_asks_or_nobody_is_named() {
    let report = Site::good().report(assertion().to_string());
    assert_check(
        &report,
        CheckId::Recipient,
        Outcome::NotChecked,
        "recipient-not-asked",
    );
    let nameless = ask("nobody@example.org", &json!({"type": "email", "hashed": true}));
    assert_check(
        &nameless,
        CheckId::Recipient,
        Outcome::NotChecked,
        "recipient-not-named",
    );
}
