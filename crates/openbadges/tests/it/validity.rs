//! The `validity` check, and the skew that clocks are allowed.

use openbadges::verify::{CheckId, Outcome, State, Verdict};
use serde_json::json;

use crate::support::{assert_check, assert_only_failure, badge, badge_with, notes, report, signed};

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

/// A badge of Verifiable Credentials 1.1 with these dates, in whose context the names of 2.0 stand too.
fn report_of_v1(dates: &[(&str, &str)]) -> openbadges::verify::Report {
    report(signed(&badge_with(|badge| {
        badge["@context"] = json!([
            "https://www.w3.org/2018/credentials/v1",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            "https://w3id.org/security/data-integrity/v2",
        ]);
        badge.as_object_mut().unwrap().remove("validFrom");
        for (name, date) in dates {
            badge[*name] = json!(date);
        }
    })))
}

#[test]
fn the_older_data_model_has_other_names_for_the_same_dates() {
    let (past, soon) = ("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
    let valid = report_of_v1(&[("issuanceDate", past), ("expirationDate", soon)]);
    assert_check(&valid, CheckId::Validity, Outcome::Passed, "within-validity");
    assert_eq!(valid.verdict, Verdict::Verified);
    let expired = report_of_v1(&[("issuanceDate", past), ("expirationDate", "2026-05-01T00:00:00Z")]);
    assert_only_failure(&expired, CheckId::Validity, "expired");
    assert_only_failure(
        &report_of_v1(&[("issuanceDate", soon)]),
        CheckId::Validity,
        "not-yet-valid",
    );
}

#[test]
fn whoever_writes_the_dates_of_both_models_is_held_to_the_narrower() {
    let (past, soon) = ("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
    for (of_v1, of_v2) in [("2026-05-01T00:00:00Z", soon), (soon, "2026-05-01T00:00:00Z")] {
        let report = report_of_v1(&[
            ("issuanceDate", past),
            ("expirationDate", of_v1),
            ("validUntil", of_v2),
        ]);
        assert_only_failure(&report, CheckId::Validity, "expired");
        let data = &report.check(CheckId::Validity).unwrap().data;
        assert_eq!(data["valid_until"], "2026-05-01T00:00:00Z");
    }
    for (of_v1, of_v2) in [(past, soon), (soon, past)] {
        let report = report_of_v1(&[("issuanceDate", of_v1), ("validFrom", of_v2)]);
        assert_only_failure(&report, CheckId::Validity, "not-yet-valid");
        assert_eq!(report.check(CheckId::Validity).unwrap().data["valid_from"], soon);
    }
}

#[test]
fn when_it_was_awarded_says_nothing_about_how_long_it_counts() {
    for awarded in ["1999-01-01T00:00:00Z", "2099-01-01T00:00:00Z"] {
        let report = report(signed(&badge_with(|badge| badge["awardedDate"] = json!(awarded))));
        assert_check(&report, CheckId::Validity, Outcome::Passed, "no-expiry");
        assert_eq!(report.verdict, Verdict::Verified);
    }
}

#[test]
fn a_date_that_is_null_is_none() {
    let report = report(signed(&badge_with(|badge| badge["validUntil"] = json!(null))));
    assert_check(&report, CheckId::Validity, Outcome::Passed, "no-expiry");
}

#[test]
fn one_part_of_a_second_past_the_skew_is_past() {
    let late = report_between("2026-06-01T12:05:00.000000001Z", "2027-01-01T00:00:00Z");
    assert_only_failure(&late, CheckId::Validity, "not-yet-valid");
    let early = report_between("2026-01-01T00:00:00Z", "2026-06-01T11:54:59.999999999Z");
    assert_only_failure(&early, CheckId::Validity, "expired");
}

#[test]
fn a_date_in_an_unusual_form_is_read_with_a_remark() {
    for date in [
        "2026-06-01t11:00:00z",
        "2026-06-01 11:00:00Z",
        "2026-06-01T13:00:00+0200",
        "2026-06-02T02:30:00+15:30",
    ] {
        let expired = report_between("2026-01-01T00:00:00Z", date);
        assert_only_failure(&expired, CheckId::Validity, "expired");
        assert_check(&expired, CheckId::Structure, Outcome::Warning, "structure-sound");
        assert_eq!(notes(&expired, CheckId::Structure), ["unusual-date"], "{date}");
        let remark = &expired.check(CheckId::Structure).unwrap().notes[0];
        assert_eq!(remark.data["pointer"], "/validUntil");
    }
    let leap_second = report_between("2016-12-31T23:59:60Z", "2027-01-01T00:00:00Z");
    assert_check(
        &leap_second,
        CheckId::Validity,
        Outcome::Passed,
        "within-validity",
    );
    assert_eq!(notes(&leap_second, CheckId::Structure), ["unusual-date"]);
}

#[test]
fn parts_of_a_second_and_the_end_of_a_day_are_usual() {
    for from in [
        "2026-01-01T00:00:00.5Z",
        "2026-01-01T00:00:00.123Z",
        "2026-01-01T00:00:00.123456Z",
        "2026-01-01T00:00:00.123456789Z",
        "2025-12-31T24:00:00Z",
    ] {
        let report = report_between(from, "2027-01-01T00:00:00Z");
        assert_check(&report, CheckId::Structure, Outcome::Passed, "structure-sound");
        assert_eq!(report.verdict, Verdict::Verified, "{from}");
    }
}

#[test]
fn an_end_that_names_no_moment_is_never_passed_over() {
    for date in [
        json!("2027-01-01T00:00:00"),
        json!("2027-01-01"),
        json!("2027"),
        json!(1_830_297_600),
    ] {
        let report = report(signed(&badge_with(|badge| badge["validUntil"] = date.clone())));
        assert_check(&report, CheckId::Validity, Outcome::NotChecked, "invalid-date");
        assert_eq!(
            report.check(CheckId::Validity).unwrap().data["pointer"],
            "/validUntil"
        );
        let code = if date.is_string() {
            "invalid-date"
        } else {
            "wrong-value"
        };
        assert_check(&report, CheckId::Structure, Outcome::Failed, code);
    }
}
