//! The list is a credential of its own, in every form that credentials have.

use openbadges::verify::{CheckId, Document, Evidence, Outcome};
use serde_json::{Value, json};

use super::{INDEX, LIST, badge_in, list, report_under, signed_as_token};
use crate::support::{assert_check, assert_only_failure, report_with, signed};

#[test]
fn a_list_may_be_a_token_whatever_its_server_calls_it() {
    let badge = badge_in(|_| {});
    let clear = signed_as_token(&list("revocation", &[INDEX - 1]));
    for content_type in [
        Some("application/vc+jwt"),
        Some("application/octet-stream"),
        Some("text/plain; charset=utf-8"),
        None,
    ] {
        let mut evidence = Evidence::new();
        let document = Document::Answered {
            status: 200,
            content_type: content_type.map(str::to_owned),
            body: format!("{clear}\n").into_bytes(),
        };
        evidence.insert(LIST, document);
        let report = report_with(&badge, &evidence);
        assert_check(&report, CheckId::Status, Outcome::Passed, "not-revoked");
    }
    let set = signed_as_token(&list("revocation", &[INDEX]));
    assert_only_failure(&report_under(&badge, set), CheckId::Status, "revoked");
}

#[test]
fn a_token_that_was_changed_or_is_out_of_date_fails() {
    let badge = badge_in(|_| {});
    let fails = |list: &str, code: &str, inner: Option<&str>| {
        let report = report_under(&badge, list);
        assert_only_failure(&report, CheckId::Status, code);
        let data = &report.check(CheckId::Status).unwrap().data;
        assert_eq!(data.get("code").and_then(Value::as_str), inner);
    };
    let clear = signed_as_token(&list("revocation", &[]));
    let set = signed_as_token(&list("revocation", &[INDEX]));
    let signature = clear.rsplit('.').next().unwrap();
    let payload = set.rsplit_once('.').unwrap().0;
    fails(
        &format!("{payload}.{signature}"),
        "status-list-not-verified",
        Some("changed-after-signing"),
    );
    let mut expired = list("revocation", &[]);
    expired["validUntil"] = json!("2026-05-01T00:00:00Z");
    fails(&signed_as_token(&expired), "status-list-expired", None);
    fails("eyJ9.e30.AA", "status-list-damaged", None);
}

#[test]
fn a_list_of_the_older_data_model_is_read() {
    let mut list = list("revocation", &[INDEX]);
    list["@context"] = json!([
        "https://www.w3.org/2018/credentials/v1",
        "https://www.w3.org/ns/credentials/status/v1",
        "https://w3id.org/security/data-integrity/v2",
    ]);
    let date = list.as_object_mut().unwrap().remove("validFrom").unwrap();
    list["issuanceDate"] = date;
    let badge = badge_in(|_| {});
    assert_only_failure(&report_under(&badge, signed(&list)), CheckId::Status, "revoked");
    list["expirationDate"] = json!("2026-05-01T00:00:00Z");
    let expired = report_under(&badge, signed(&list));
    assert_only_failure(&expired, CheckId::Status, "status-list-expired");
}

#[test]
fn words_that_nothing_defines_are_no_more_signed_in_a_list_than_in_a_badge() {
    let report_of = |change: &dyn Fn(&mut Value)| {
        let mut list: Value = serde_json::from_str(&signed(&list("revocation", &[]))).unwrap();
        change(&mut list);
        report_under(&badge_in(|_| {}), list.to_string())
    };
    let undefined = report_of(&|list| list["clemency"] = json!("for all"));
    assert_only_failure(&undefined, CheckId::Status, "status-list-not-verified");
    assert_eq!(
        undefined.check(CheckId::Status).unwrap().data["code"],
        "undefined-term"
    );
    let unknown = report_of(&|list| {
        let contexts = list["@context"].as_array_mut().unwrap();
        contexts.push(json!("https://badges.example/context.json"));
    });
    assert_check(
        &unknown,
        CheckId::Status,
        Outcome::NotChecked,
        "status-list-not-confirmed",
    );
    assert_eq!(
        unknown.check(CheckId::Status).unwrap().data["code"],
        "unknown-context"
    );
}

#[test]
fn a_list_is_read_whatever_its_own_status_is() {
    let mut list = list("revocation", &[]);
    list["credentialStatus"] = json!({
        "type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListIndex": "1",
        "statusListCredential": "https://badges.example/status/of-lists",
    });
    let report = report_under(&badge_in(|_| {}), signed(&list));
    assert_check(&report, CheckId::Status, Outcome::Passed, "not-revoked");
    assert!(report.wanted.is_empty(), "{:?}", report.wanted);
}

#[test]
fn a_list_past_a_limit_is_not_called_damaged() {
    let deep = format!("{{\"a\":{}{}}}", "[".repeat(100), "]".repeat(100));
    let large = format!("{{\"a\":\"{}\"}}", "a".repeat(2_000_000));
    for (body, limit) in [(deep, "json-depth"), (large, "credential-bytes")] {
        let report = report_under(&badge_in(|_| {}), body);
        assert_check(
            &report,
            CheckId::Status,
            Outcome::NotChecked,
            "work-limit-reached",
        );
        assert_eq!(report.check(CheckId::Status).unwrap().data["limit"], limit);
    }
}
