//! Badges that their issuer withdrew.

use openbadges::verify::{CheckId, Outcome, Report, State, Verdict, WantedKind};
use serde_json::{Value, json};

use super::{ASSERTION, ISSUER, LIST, Site, assertion, assertion_with, baked, signed_assertion, token};
use crate::support::{answered, assert_check, assert_only_failure};

#[test]
fn a_hosted_badge_that_says_so_is_withdrawn_whatever_the_file_says() {
    let site = Site::good().with(ASSERTION, |badge| {
        badge["revoked"] = json!(true);
        badge["revocationReason"] = json!("Issued by mistake.");
    });
    for input in [assertion().to_string().into_bytes(), baked(ASSERTION)] {
        let report = site.report(input);
        assert_only_failure(&report, CheckId::Status, "revoked");
        assert_eq!(
            report.check(CheckId::Status).unwrap().data["reason"],
            "Issued by mistake."
        );
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::NotVerified, State::Invalid)
        );
    }
    let kept = Site::good().with(ASSERTION, |badge| badge["revoked"] = json!(false));
    assert_eq!(kept.report(assertion().to_string()).verdict, Verdict::Verified);
}

#[test]
fn nothing_needs_to_be_left_of_a_withdrawn_badge() {
    for left in [
        json!({"revoked": true}),
        json!({"@context": "https://w3id.org/openbadges/v2", "id": ASSERTION, "type": "Assertion", "revoked": true}),
    ] {
        let mut site = Site::good();
        site.publish(ASSERTION, &left);
        assert_only_failure(&site.report(assertion().to_string()), CheckId::Status, "revoked");
    }
}

#[test]
fn a_host_that_answers_gone_has_withdrawn_the_badge() {
    let site = Site::good().with_status(ASSERTION, 410);
    for input in [assertion().to_string().into_bytes(), baked(ASSERTION)] {
        let report = site.report(input);
        assert_only_failure(&report, CheckId::Status, "revoked");
        assert_check(
            &report,
            CheckId::Signature,
            Outcome::NotChecked,
            "document-unreachable",
        );
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::NotVerified, State::Invalid)
        );
    }
}

#[test]
fn only_the_badge_itself_is_withdrawn_by_being_gone() {
    for url in [super::BADGE_CLASS, ISSUER] {
        let report = Site::good().with_status(url, 410).report(assertion().to_string());
        assert_check(
            &report,
            CheckId::Status,
            Outcome::NotChecked,
            "document-unreachable",
        );
        assert_eq!(report.verdict, Verdict::Unconfirmed);
    }
}

/// The report on a signed badge under this list.
fn under(list: &Value) -> Report {
    let mut site = Site::good().with(ISSUER, |issuer| issuer["revocationList"] = json!(LIST));
    site.publish(LIST, list);
    site.report(token(&signed_assertion()))
}

fn list(entries: &Value) -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2", "id": LIST, "type": "RevocationList",
        "revokedAssertions": entries,
    })
}

#[test]
fn a_signed_badge_is_looked_up_in_the_list_of_its_issuer() {
    let id = signed_assertion()["id"].clone();
    for entries in [
        json!([id]),
        json!([{"id": id, "revocationReason": "Issued by mistake."}]),
        json!(["urn:uuid:1", {"id": "urn:uuid:2"}, {"id": id}]),
        json!({"id": id}),
        json!(id),
    ] {
        let report = under(&list(&entries));
        assert_only_failure(&report, CheckId::Status, "revoked");
        assert_eq!(report.check(CheckId::Status).unwrap().data["url"], LIST);
    }
    for entries in [json!([]), json!(["urn:uuid:1", {"id": "urn:uuid:2"}])] {
        let report = under(&list(&entries));
        assert_check(&report, CheckId::Status, Outcome::Passed, "not-revoked");
        assert_eq!(report.verdict, Verdict::Verified);
    }
}

#[test]
fn a_list_that_is_not_understood_in_whole_fails() {
    for broken in [
        list(&json!([7])),
        list(&json!([{"revocationReason": "which?"}])),
        list(&json!([["urn:uuid:1"]])),
        json!({"@context": "https://w3id.org/openbadges/v2", "id": LIST, "type": "RevocationList"}),
        json!([]),
    ] {
        assert_only_failure(&under(&broken), CheckId::Status, "status-list-damaged");
    }
}

#[test]
fn the_list_of_1_0_has_the_reason_under_each_number() {
    let badge = json!({
        "uid": "2013-42",
        "recipient": {"type": "email", "hashed": false, "identity": "learner.one@example.org"},
        "badge": super::BADGE_CLASS,
        "verify": {"type": "signed", "url": super::KEY},
        "issuedOn": "2013-06-01",
    });
    let report = |list: &Value| {
        let mut site = Site::good().with(ISSUER, |issuer| issuer["revocationList"] = json!(LIST));
        site.publish(LIST, list);
        site.report(token(&badge))
    };
    let revoked = report(&json!({"2013-42": "Issued by mistake.", "2013-43": ""}));
    assert_only_failure(&revoked, CheckId::Status, "revoked");
    assert_eq!(
        revoked.check(CheckId::Status).unwrap().data["reason"],
        "Issued by mistake."
    );
    assert_check(
        &report(&json!({"2013-43": ""})),
        CheckId::Status,
        Outcome::Passed,
        "not-revoked",
    );
    assert_only_failure(
        &report(&list(&json!([{"uid": "2013-42"}]))),
        CheckId::Status,
        "revoked",
    );
}

#[test]
fn a_list_that_does_not_answer_leaves_the_badge_unconfirmed() {
    let site = Site::good().with(ISSUER, |issuer| issuer["revocationList"] = json!(LIST));
    let first = site.report(token(&signed_assertion()));
    assert_check(
        &first,
        CheckId::Status,
        Outcome::NotChecked,
        "document-not-fetched",
    );
    assert_eq!(
        (first.wanted[0].url.as_str(), first.wanted[0].kind),
        (LIST, WantedKind::Status)
    );
    let report = site.without(LIST).report(token(&signed_assertion()));
    assert_check(
        &report,
        CheckId::Status,
        Outcome::NotChecked,
        "status-unreachable",
    );
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

#[test]
fn the_list_counts_for_hosted_badges_too() {
    let mut site = Site::good().with(ISSUER, |issuer| issuer["revocationList"] = json!(LIST));
    site.publish(LIST, &list(&json!([ASSERTION])));
    assert_only_failure(&site.report(assertion().to_string()), CheckId::Status, "revoked");
}

#[test]
fn a_list_without_an_address_is_malformed() {
    let site = Site::good().with(ISSUER, |issuer| issuer["revocationList"] = json!("revoked.json"));
    assert_only_failure(
        &site.report(token(&signed_assertion())),
        CheckId::Status,
        "malformed-status",
    );
}

#[test]
fn an_issuer_of_signed_badges_without_a_list_declares_none() {
    let report = Site::good().report(token(&signed_assertion()));
    assert_check(
        &report,
        CheckId::Status,
        Outcome::NotChecked,
        "status-not-declared",
    );
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
}

#[test]
fn dates_are_checked_as_those_of_any_badge() {
    for (name, date, code) in [
        ("expires", "2026-02-01T00:00:00Z", "expired"),
        ("issuedOn", "2027-01-01T00:00:00Z", "not-yet-valid"),
        ("expires", "2025-12-01T00:00:00Z", "ends-before-start"),
    ] {
        let badge = assertion_with(|badge| badge[name] = json!(date));
        let mut site = Site::good();
        site.answer(ASSERTION, answered(badge.to_string()));
        assert_only_failure(&site.report(badge.to_string()), CheckId::Validity, code);
    }
}
