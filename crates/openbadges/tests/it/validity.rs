//! The `validity` check, and the skew that clocks are allowed.

use openbadges::verify::{CheckId, Outcome, State, Verdict};
use serde_json::json;

use crate::support::{assert_check, assert_only_failure, badge, badge_with, report, signed};

fn report_between(from: &str, until: &str) -> openbadges::verify::Report {
    report(signed(&badge_with(|badge| {
        badge["validFrom"] = json!(from);
        badge["validUntil"] = json!(until);
    })))
}

#[test]
fn a_badge_is_valid_between_its_dates() {
    assert_check(
        &report(signed(&badge())),
        CheckId::Validity,
        Outcome::Passed,
        "no-expiry",
    );
    let report = report_between("2026-01-01T00:00:00Z", "2027-01-01T00:00:00+02:00");
    assert_check(&report, CheckId::Validity, Outcome::Passed, "within-validity");
    assert_eq!(
        report.check(CheckId::Validity).unwrap().data["valid_until"],
        "2027-01-01T00:00:00+02:00"
    );
}

#[test]
fn an_expired_or_early_badge_is_genuine_with_a_caution() {
    let expired = report_between("2026-01-01T00:00:00Z", "2026-06-01T11:54:59Z");
    assert_only_failure(&expired, CheckId::Validity, "expired");
    assert_eq!(
        (expired.verdict, expired.state),
        (Verdict::NotVerified, State::Caution)
    );
    let early = report_between("2026-06-01T12:05:01Z", "2027-01-01T00:00:00Z");
    assert_only_failure(&early, CheckId::Validity, "not-yet-valid");
    assert_eq!(early.state, State::Caution);
}

#[test]
fn clocks_may_differ_by_five_minutes() {
    assert_eq!(
        report_between("2026-06-01T12:05:00Z", "2027-01-01T00:00:00Z").verdict,
        Verdict::Verified
    );
    assert_eq!(
        report_between("2026-01-01T00:00:00Z", "2026-06-01T11:55:00Z").verdict,
        Verdict::Verified
    );
}

#[test]
fn an_end_before_the_start_is_wrong_at_any_time() {
    let report = report_between("2026-02-01T00:00:00Z", "2026-01-01T00:00:00Z");
    assert_only_failure(&report, CheckId::Validity, "ends-before-start");
    assert_eq!(report.state, State::Invalid);
}
