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
