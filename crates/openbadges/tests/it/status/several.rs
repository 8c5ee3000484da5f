//! A badge with more than one status.

use openbadges::verify::{CheckId, Evidence, Outcome, Policy, Report, State, Verdict, verify};
use serde_json::{Value, json};

use super::{INDEX, LIST, list};
use crate::support::{
    NOW, answered, assert_check, assert_only_failure, badge_with, report, report_with, signed,
};

const SUSPENSIONS: &str = "https://badges.example/status/2";

fn entry(purpose: &str, list: &str) -> Value {
    json!({
        "type": "BitstringStatusListEntry", "statusPurpose": purpose,
        "statusListIndex": INDEX.to_string(), "statusListCredential": list,
    })
}

fn badge_with_both() -> String {
    signed(&badge_with(|badge| {
        badge["credentialStatus"] = json!([entry("suspension", SUSPENSIONS), entry("revocation", LIST)]);
    }))
}

fn report_of_both(suspended: &[usize], revoked: &[usize]) -> Report {
    let mut suspensions = list("suspension", suspended);
    suspensions["id"] = json!(SUSPENSIONS);
    let mut evidence = Evidence::new();
    evidence.insert(SUSPENSIONS, answered(signed(&suspensions)));
    evidence.insert(LIST, answered(signed(&list("revocation", revoked))));
    report_with(badge_with_both(), &evidence)
}

/// Outcome and code of each entry, as the data tells them.
fn each(report: &Report) -> Vec<[&Value; 2]> {
    let entries = report.check(CheckId::Status).unwrap().data["entries"].as_array();
    entries
        .unwrap()
        .iter()
        .map(|entry| [&entry["outcome"], &entry["code"]])
        .collect()
}

#[test]
fn the_worst_counts_and_each_is_told() {
    let good = report_of_both(&[], &[]);
    assert_check(&good, CheckId::Status, Outcome::Passed, "not-revoked");
    assert_eq!(good.verdict, Verdict::Verified);
    let suspended = report_of_both(&[INDEX], &[]);
    assert_only_failure(&suspended, CheckId::Status, "suspended");
    assert_eq!(
        each(&suspended),
        [["failed", "suspended"], ["passed", "not-revoked"]]
    );
    let both = report_of_both(&[INDEX], &[INDEX]);
    assert_only_failure(&both, CheckId::Status, "revoked");
    assert_eq!(each(&both), [["failed", "suspended"], ["failed", "revoked"]]);
    assert_eq!(both.state, State::Invalid);
}

#[test]
fn a_list_that_is_good_does_not_stand_for_one_that_was_not_read() {
    let mut evidence = Evidence::new();
    evidence.insert(LIST, answered(signed(&list("revocation", &[]))));
    let report = report_with(badge_with_both(), &evidence);
    assert_check(
        &report,
        CheckId::Status,
        Outcome::NotChecked,
        "document-not-fetched",
    );
    assert_eq!(
        each(&report),
        [["not-checked", "document-not-fetched"], ["passed", "not-revoked"]]
    );
    assert_eq!(report.wanted.len(), 1);
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

#[test]
fn remarks_on_one_list_stay_beside_the_answer_of_another() {
    let badge = signed(&badge_with(|badge| {
        badge["credentialStatus"] = json!([entry("refresh", SUSPENSIONS), entry("revocation", LIST)]);
    }));
    let mut refreshes = list("refresh", &[INDEX]);
    refreshes["id"] = json!(SUSPENSIONS);
    let mut evidence = Evidence::new();
    evidence.insert(SUSPENSIONS, answered(signed(&refreshes)));
    evidence.insert(LIST, answered(signed(&list("revocation", &[]))));
    let report = report_with(badge, &evidence);
    assert_check(&report, CheckId::Status, Outcome::Warning, "not-revoked");
    assert_eq!(
        crate::support::notes(&report, CheckId::Status),
        ["refresh-available"]
    );
}

#[test]
fn a_fault_names_the_entry_that_has_it() {
    let badge = |second: Value| {
        signed(&badge_with(|badge| {
            badge["credentialStatus"] = json!([entry("revocation", LIST), second]);
        }))
    };
    let mut without_index = entry("suspension", LIST);
    without_index.as_object_mut().unwrap().remove("statusListIndex");
    let report = report(badge(without_index));
    assert_only_failure(&report, CheckId::Status, "malformed-status");
    let data = &report.check(CheckId::Status).unwrap().data;
    assert_eq!(data["pointer"], "/credentialStatus/1/statusListIndex");
}

#[test]
fn the_number_of_entries_is_bounded() {
    let report_of = |count: usize| {
        let badge = signed(&badge_with(|badge| {
            badge["credentialStatus"] = Value::Array(vec![entry("revocation", LIST); count]);
        }));
        let mut evidence = Evidence::new();
        evidence.insert(LIST, answered(signed(&list("revocation", &[]))));
        let mut policy = Policy::default();
        policy.limits.max_status_entries = 3;
        verify(badge.as_bytes(), &evidence, NOW, &policy)
    };
    assert_check(&report_of(3), CheckId::Status, Outcome::Passed, "not-revoked");
    let over = report_of(4);
    assert_check(&over, CheckId::Status, Outcome::NotChecked, "work-limit-reached");
    assert_eq!(
        over.check(CheckId::Status).unwrap().data["limit"],
        "status-entries"
    );
    assert_eq!(over.verdict, Verdict::Unconfirmed);
}
