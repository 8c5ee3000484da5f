//! The draft that was in use before bitstring status lists.

use openbadges::verify::{CheckId, Outcome, Report};
use serde_json::{Value, json};

use super::{INDEX, LIST, list, report_under};
use crate::support::{assert_check, assert_only_failure, badge_with, notes, signed};

const CONTEXT: &str = "https://w3id.org/vc/status-list/2021/v1";

pub(crate) fn badge() -> String {
    signed(&badge_with(|badge| {
        badge["@context"].as_array_mut().unwrap().push(json!(CONTEXT));
        badge["credentialStatus"] = json!({
            "id": format!("{LIST}#{INDEX}"), "type": "StatusList2021Entry", "statusPurpose": "revocation",
            "statusListIndex": INDEX.to_string(), "statusListCredential": LIST,
        });
    }))
}

/// A list of the draft, as credentials of its time were written.
pub(crate) fn older_list(purpose: &str, set: &[usize]) -> Value {
    let mut list = list(purpose, set);
    list["@context"] = json!([
        "https://www.w3.org/2018/credentials/v1",
        CONTEXT,
        "https://w3id.org/security/data-integrity/v2",
    ]);
    list["type"] = json!(["VerifiableCredential", "StatusList2021Credential"]);
    let date = list.as_object_mut().unwrap().remove("validFrom").unwrap();
    list["issuanceDate"] = date;
    let subject = &mut list["credentialSubject"];
    subject["type"] = json!("StatusList2021");
    subject["encodedList"] = json!(subject["encodedList"].as_str().unwrap().trim_start_matches('u'));
    list
}

fn report_with_list(change: impl FnOnce(&mut Value)) -> Report {
    let mut list = older_list("revocation", &[]);
    change(&mut list);
    report_under(&badge(), signed(&list))
}

#[test]
fn its_bit_is_read() {
    let clear = report_under(&badge(), signed(&older_list("revocation", &[INDEX + 1])));
    assert_check(&clear, CheckId::Status, Outcome::Passed, "not-revoked");
    let set = report_under(&badge(), signed(&older_list("revocation", &[INDEX])));
    assert_only_failure(&set, CheckId::Status, "revoked");
    assert_eq!(
        set.check(CheckId::Status).unwrap().data["type"],
        "StatusList2021Entry"
    );
}

#[test]
fn the_newer_notation_is_read_with_a_remark() {
    let report = report_with_list(|list| {
        let encoded = format!("u{}", list["credentialSubject"]["encodedList"].as_str().unwrap());
        list["credentialSubject"]["encodedList"] = json!(encoded);
    });
    assert_check(&report, CheckId::Status, Outcome::Warning, "not-revoked");
    assert_eq!(notes(&report, CheckId::Status), ["status-list-notation"]);
}

#[test]
fn each_fault_has_its_code() {
    let fails = |code: &str, change: &dyn Fn(&mut Value)| {
        assert_only_failure(&report_with_list(change), CheckId::Status, code);
    };
    fails("status-list-expired", &|list| {
        list["expirationDate"] = json!("2026-05-01T00:00:00Z")
    });
    fails("status-purpose-differs", &|list| {
        list["credentialSubject"]["statusPurpose"] = json!("suspension")
    });
    fails("status-list-of-another", &|list| {
        list["id"] = json!("https://badges.example/status/2")
    });
    fails("status-list-damaged", &|list| {
        list["credentialSubject"]["encodedList"] = json!("H4sI")
    });
    // The newer kind of list under an entry of the older kind.
    assert_only_failure(
        &report_under(&badge(), signed(&list("revocation", &[]))),
        CheckId::Status,
        "status-list-of-other-kind",
    );
}
