//! What keeps a badge from being verified.

use openbadges::verify::{CheckId, Outcome, Report, State, Verdict};
use serde_json::json;

use crate::support::{assert_check, badge, badge_with, report, signed, signed_as};

fn obstacles(report: &Report) -> Vec<(CheckId, &'static str)> {
    report
        .obstacles()
        .map(|check| (check.id, check.code.as_str()))
        .collect()
}

#[test]
fn a_verified_badge_has_none_though_checks_do_not_apply() {
    assert_eq!(obstacles(&report(signed(&badge()))), []);
}

#[test]
fn failures_count_before_what_could_not_be_checked() {
    let badge = badge_with(|badge| {
        badge["issuer"]["id"] = json!("did:web:badges.example");
        badge["validUntil"] = json!("2026-01-02T00:00:00Z");
    });
    let report = report(signed_as(&badge, "did:web:badges.example#key-1"));
    assert_eq!(obstacles(&report), [(CheckId::Validity, "expired")]);
}

#[test]
fn without_a_failure_they_are_the_checks_that_are_needed_and_were_not_made() {
    let badge = badge_with(|badge| badge["issuer"]["id"] = json!("did:web:badges.example"));
    let report = report(signed_as(&badge, "did:web:badges.example#key-1"));
    assert_eq!(
        obstacles(&report),
        [
            (CheckId::Signature, "document-not-fetched"),
            (CheckId::IssuerBinding, "document-not-fetched"),
        ]
    );
}

#[test]
fn a_file_that_cannot_be_read_is_unconfirmed_and_not_a_file_without_a_badge() {
    let report = Report::unreadable_file("permission-denied");
    assert_check(&report, CheckId::Format, Outcome::NotChecked, "file-unreadable");
    assert_eq!(
        report.check(CheckId::Format).unwrap().data["reason"],
        "permission-denied"
    );
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::Unconfirmed, State::Unchecked)
    );
    assert_eq!(obstacles(&report)[0], (CheckId::Format, "file-unreadable"));
}
