//! Revocation lists of 1EdTech, which nobody signs.

use openbadges::did::key_did;
use openbadges::key::Signer as _;
use openbadges::verify::{CheckId, Evidence, Outcome, Report, Verdict, WantedKind};
use serde_json::{Value, json};

use crate::support::{
    answered, assert_check, assert_only_failure, badge_with, notes, report, report_with, signed, signed_as,
    signer,
};

pub(crate) const LIST: &str = "https://badges.example/revoked";
pub(crate) const BADGE: &str = "urn:uuid:8dd7c1b4-5c0c-4b42-8a25-4a3c3f5b7f10";

fn issuer() -> String {
    key_did(&signer().public_key())
}

pub(crate) fn credential(change: impl FnOnce(&mut Value)) -> Value {
    badge_with(|badge| {
        let extensions = json!("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        badge["@context"].as_array_mut().unwrap().push(extensions);
        badge["credentialStatus"] = json!({"id": LIST, "type": "1EdTechRevocationList"});
        change(badge);
    })
}

/// The issuer's list with these entries.
pub(crate) fn list(revoked: &Value) -> Value {
    json!({"id": LIST, "issuer": issuer(), "revokedCredential": revoked})
}

fn report_under(list: impl Into<Vec<u8>>) -> Report {
    let mut evidence = Evidence::new();
    evidence.insert(LIST, answered(list));
    report_with(signed(&credential(|_| {})), &evidence)
}

fn report_of(revoked: &Value) -> Report {
    report_under(list(revoked).to_string())
}

#[test]
fn the_list_is_wanted_at_the_address_of_the_entry() {
    let report = report(signed(&credential(|_| {})));
    assert_check(
        &report,
        CheckId::Status,
        Outcome::NotChecked,
        "document-not-fetched",
    );
    assert_eq!(
        (report.wanted[0].url.as_str(), report.wanted[0].kind),
        (LIST, WantedKind::Status)
    );
}

#[test]
fn a_badge_on_the_list_is_withdrawn_for_the_reason_given() {
    let revoked = report_of(&json!([
        {"id": "urn:example:another"},
        {"id": BADGE, "revoked": true, "revocationReason": "Issued in error."},
    ]));
    assert_only_failure(&revoked, CheckId::Status, "revoked");
    let data = &revoked.check(CheckId::Status).unwrap().data;
    assert_eq!(
        (&data["reason"], &data["url"]),
        (&json!("Issued in error."), &json!(LIST))
    );
    // To be on the list is to be withdrawn, unless it says otherwise.
    assert_only_failure(&report_of(&json!([{"id": BADGE}])), CheckId::Status, "revoked");
    let restored = report_of(&json!([{"id": BADGE, "revoked": false}]));
    assert_check(&restored, CheckId::Status, Outcome::Passed, "not-revoked");
}

#[test]
fn a_badge_that_is_not_on_the_issuers_list_is_good() {
    for revoked in [
        json!([]),
        json!([{"id": "urn:example:another"}]),
        json!({"id": "urn:example:another"}),
    ] {
        let report = report_of(&revoked);
        assert_check(&report, CheckId::Status, Outcome::Passed, "not-revoked");
        assert_eq!(report.verdict, Verdict::Verified);
    }
    // With nothing withdrawn, the member may be left out.
    let empty = report_under(json!({"id": LIST, "issuer": {"id": issuer()}}).to_string());
    assert_check(&empty, CheckId::Status, Outcome::Passed, "not-revoked");
}

#[test]
fn other_spellings_seen_in_the_wild_withdraw_too() {
    let plural = json!({"id": LIST, "issuer": issuer(), "revokedCredentials": [{"id": BADGE}]});
    let as_text = list(&json!([BADGE]));
    let spaced = list(&json!([{"id": format!(" {BADGE}\n")}]));
    let encoded = list(&json!([{"id": BADGE.replace("uuid", "%75uid")}]));
    for list in [plural, as_text, spaced, encoded] {
        assert_only_failure(&report_under(list.to_string()), CheckId::Status, "revoked");
    }
}

#[test]
fn a_document_that_is_no_list_fails() {
    let malformed = [
        json!([{"revoked": true}]),
        json!([7]),
        json!([{"id": BADGE, "revoked": "yes"}]),
    ];
    let malformed = malformed.map(|revoked| list(&revoked).to_string());
    for body in malformed
        .into_iter()
        .chain(["{}".to_owned(), "[]".to_owned(), "<html>".to_owned()])
    {
        assert_only_failure(&report_under(body), CheckId::Status, "status-list-damaged");
    }
    let mut another = list(&json!([]));
    another["id"] = json!("https://badges.example/revoked/2");
    assert_only_failure(
        &report_under(another.to_string()),
        CheckId::Status,
        "status-list-of-another",
    );
}

#[test]
fn a_list_that_nothing_ties_to_the_issuer_only_withdraws() {
    let of = |issuer: Option<&str>, revoked: &Value| {
        let mut list = list(revoked);
        list.as_object_mut().unwrap().remove("issuer");
        if let Some(issuer) = issuer {
            list["issuer"] = json!(issuer);
        }
        report_under(list.to_string())
    };
    for issuer in [None, Some("https://elsewhere.example/issuers/1")] {
        let open = of(issuer, &json!([]));
        assert_check(
            &open,
            CheckId::Status,
            Outcome::NotChecked,
            "status-list-not-bound",
        );
        assert_eq!(open.verdict, Verdict::Unconfirmed);
        assert_only_failure(&of(issuer, &json!([{"id": BADGE}])), CheckId::Status, "revoked");
    }
}

#[test]
fn a_list_on_the_issuers_own_host_is_the_issuers() {
    const ISSUER: &str = "did:web:badges.example";
    let key = format!("{ISSUER}#key-1");
    let badge = signed_as(&credential(|badge| badge["issuer"]["id"] = json!(ISSUER)), &key);
    let document = json!({
        "id": ISSUER,
        "assertionMethod": [{
            "id": key, "type": "Multikey", "controller": ISSUER,
            "publicKeyMultibase": signer().public_key().to_multibase(),
        }],
    });
    let report_of = |list: Value| {
        let mut evidence = Evidence::new();
        evidence.insert(LIST, answered(list.to_string()));
        let document = answered(document.to_string());
        evidence.insert("https://badges.example/.well-known/did.json", document);
        report_with(&badge, &evidence)
    };
    let unnamed = report_of(json!({"id": LIST, "revokedCredential": []}));
    assert_check(&unnamed, CheckId::Status, Outcome::Passed, "not-revoked");
    let other = json!({"id": LIST, "issuer": "https://elsewhere.example", "revokedCredential": []});
    let of_another = report_of(other);
    assert_check(&of_another, CheckId::Status, Outcome::Warning, "not-revoked");
    assert_eq!(notes(&of_another, CheckId::Status), ["status-of-another-issuer"]);
}

#[test]
fn a_badge_without_a_name_cannot_be_looked_up() {
    let badge = signed(&credential(|badge| {
        badge.as_object_mut().unwrap().remove("id");
    }));
    let report = report(badge);
    assert_check(&report, CheckId::Status, Outcome::Failed, "malformed-status");
    assert_eq!(report.check(CheckId::Status).unwrap().data["pointer"], "/id");
}

#[test]
fn an_address_that_is_not_https_fails() {
    let badge = signed(&credential(|badge| {
        badge["credentialStatus"]["id"] = json!("http://badges.example/revoked")
    }));
    let report = report(badge);
    assert_only_failure(&report, CheckId::Status, "malformed-status");
    assert_eq!(
        report.check(CheckId::Status).unwrap().data["pointer"],
        "/credentialStatus/id"
    );
}
