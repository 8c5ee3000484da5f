//! Lists in which a credential has several bits, and a meaning for each value.

use openbadges::verify::{CheckId, Outcome, Report, State, Verdict};
use serde_json::{Value, json};

use super::{INDEX, badge_in, encoded, list, report_under};
use crate::support::{assert_check, assert_only_failure, notes, report, signed};

fn words() -> Value {
    json!([
        {"status": "0x0", "message": "pending"},
        {"status": "0x1", "message": "accepted"},
        {"status": "0x2", "message": "under appeal"},
        {"status": "0x3", "message": "withdrawn for an error"},
    ])
}

fn badge_of_two_bits(purpose: &str) -> String {
    badge_in(|entry| {
        entry["statusPurpose"] = json!(purpose);
        entry["statusSize"] = json!(2);
        entry["statusMessage"] = words();
    })
}

/// A list of two bits for each of 131,072 credentials, in which the badge has this value and its neighbours are set.
fn list_of_two_bits(purpose: &str, value: u8) -> Value {
    let mut bytes = vec![0_u8; 32_768];
    for (index, value) in [(INDEX - 1, 3), (INDEX, value), (INDEX + 1, 3)] {
        bytes[index / 4] |= value << (6 - 2 * (index % 4));
    }
    let mut list = list(purpose, &[]);
    list["credentialSubject"]["encodedList"] = json!(encoded(&bytes));
    list
}

fn report_of(purpose: &str, value: u8) -> Report {
    report_under(
        &badge_of_two_bits(purpose),
        signed(&list_of_two_bits(purpose, value)),
    )
}

fn datum<'a>(report: &'a Report, name: &str) -> &'a Value {
    &report.check(CheckId::Status).unwrap().data[name]
}

#[test]
fn a_message_is_shown_and_takes_nothing_away() {
    for (value, hex, words) in [(1, "0x1", "accepted"), (2, "0x2", "under appeal")] {
        let report = report_of("message", value);
        assert_check(&report, CheckId::Status, Outcome::Warning, "no-withdrawal-list");
        assert_eq!(notes(&report, CheckId::Status), ["status-message"]);
        assert_eq!(
            (datum(&report, "value"), datum(&report, "message")),
            (&json!(hex), &json!(words))
        );
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Verified, State::Genuine)
        );
    }
    let unset = report_of("message", 0);
    assert_check(&unset, CheckId::Status, Outcome::Passed, "no-withdrawal-list");
    assert_eq!(datum(&unset, "message"), "pending");
}

#[test]
fn any_value_but_zero_withdraws_where_that_is_the_purpose() {
    assert_check(
        &report_of("revocation", 0),
        CheckId::Status,
        Outcome::Passed,
        "not-revoked",
    );
    let revoked = report_of("revocation", 3);
    assert_only_failure(&revoked, CheckId::Status, "revoked");
    assert_eq!(datum(&revoked, "reason"), "withdrawn for an error");
    let suspended = report_of("suspension", 2);
    assert_only_failure(&suspended, CheckId::Status, "suspended");
    assert_eq!(
        (datum(&suspended, "reason"), suspended.state),
        (&json!("under appeal"), State::Caution)
    );
}

#[test]
fn a_list_is_as_long_as_the_credentials_that_it_has_room_for() {
    let badge = badge_of_two_bits("revocation");
    let mut list = list_of_two_bits("revocation", 0);
    list["credentialSubject"]["encodedList"] = json!(encoded(&[0; 32_767]));
    let short = report_under(&badge, signed(&list));
    assert_only_failure(&short, CheckId::Status, "status-list-too-short");
    assert_eq!(datum(&short, "length"), 131_068);
    let past_the_end = badge_in(|entry| {
        entry["statusListIndex"] = json!("131072");
        entry["statusSize"] = json!(2);
        entry["statusMessage"] = words();
    });
    let report = report_under(&past_the_end, signed(&list_of_two_bits("revocation", 0)));
    assert_only_failure(&report, CheckId::Status, "status-index-out-of-range");
    assert_eq!(datum(&report, "length"), 131_072);
}

#[test]
fn a_size_that_is_no_small_number_of_bits_fails() {
    for size in [json!(0), json!(-1), json!(17), json!(2.5), json!("2")] {
        let report = report(badge_in(|entry| {
            entry["statusSize"] = size;
            entry["statusMessage"] = words();
        }));
        assert_only_failure(&report, CheckId::Status, "malformed-status");
        assert_eq!(datum(&report, "pointer"), "/credentialStatus/statusSize");
    }
}

#[test]
fn every_value_needs_its_words() {
    let fails = |pointer: &str, change: &dyn Fn(&mut Value)| {
        let report = report(badge_in(|entry| {
            entry["statusSize"] = json!(2);
            entry["statusMessage"] = words();
            change(entry);
        }));
        assert_only_failure(&report, CheckId::Status, "malformed-status");
        assert_eq!(datum(&report, "pointer"), pointer);
    };
    let list = "/credentialStatus/statusMessage";
    fails(list, &|entry| {
        entry.as_object_mut().unwrap().remove("statusMessage");
    });
    fails(list, &|entry| {
        entry["statusMessage"].as_array_mut().unwrap().pop();
    });
    fails(list, &|entry| entry["statusMessage"][3]["status"] = json!("0x2"));
    let first = "/credentialStatus/statusMessage/0/status";
    for status in [json!("0x4"), json!("0"), json!("0xg"), json!(0)] {
        fails(first, &|entry| {
            entry["statusMessage"][0]["status"] = status.clone()
        });
    }
    fails("/credentialStatus/statusMessage/1/message", &|entry| {
        entry["statusMessage"][1]
            .as_object_mut()
            .unwrap()
            .remove("message");
    });
    // A list of messages without words says nothing, whatever its size.
    fails(list, &|entry| {
        let members = entry.as_object_mut().unwrap();
        members.remove("statusSize");
        members.remove("statusMessage");
        members.insert("statusPurpose".to_owned(), json!("message"));
    });
}
