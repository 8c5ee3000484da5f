//! Endorsements of badges before 3.0: each a hosted document with a report of its own.

use openbadges::verify::{CheckId, Outcome, Relation, Report, Verdict};
use serde_json::{Value, json};

use super::{ASSERTION, BADGE_CLASS, ISSUER, Site, assertion};
use crate::support::{assert_check, assert_only_failure};

const ENDORSEMENT: &str = "https://trade.example/endorsements/1";
const ENDORSER: &str = "https://trade.example/profile";

fn endorsement(about: &str) -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "id": ENDORSEMENT,
        "type": "Endorsement",
        "claim": {"id": about, "endorsementComment": "We hire on this badge."},
        "issuer": ENDORSER,
        "issuedOn": "2026-02-01T00:00Z",
        "verification": {"type": "hosted"},
    })
}

fn endorser() -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "id": ENDORSER,
        "type": "Profile",
        "name": "Trade association",
        "url": "https://trade.example/",
        "email": "badges@trade.example",
    })
}

/// A site whose `part` names an endorsement, published as its author says.
fn endorsed(part: &str) -> Site {
    let mut site = Site::good().with(part, |part| part["endorsement"] = json!([ENDORSEMENT]));
    site.publish(ENDORSEMENT, &endorsement(part));
    site.publish(ENDORSER, &endorser());
    site
}

/// The report on the good badge of `site`, which is verified whatever its endorsement is, and on the endorsement.
#[track_caller]
fn reports(site: &Site) -> (Report, Report) {
    let report = site.report(site_assertion(site));
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    assert_eq!(report.nested.len(), 1);
    let nested = report.nested[0].report.clone();
    (report, nested)
}

fn site_assertion(site: &Site) -> Vec<u8> {
    match &site.0[ASSERTION] {
        openbadges::verify::Document::Answered { body, .. } => body.clone(),
        openbadges::verify::Document::Unreachable { .. } => Vec::new(),
    }
}

#[test]
fn an_endorsement_of_each_part_is_verified() {
    for (part, pointer) in [
        (ASSERTION, "/endorsement/0"),
        (BADGE_CLASS, "/badge/endorsement/0"),
        (ISSUER, "/badge/issuer/endorsement/0"),
    ] {
        let (report, nested) = reports(&endorsed(part));
        assert_check(
            &report,
            CheckId::Endorsement,
            Outcome::Passed,
            "endorsements-good",
        );
        assert_eq!(report.nested[0].relation, Relation::Endorsement);
        assert_eq!(report.nested[0].pointer, pointer);
        assert_eq!(report.nested[0].endorsed.as_deref(), Some(part));
        assert_eq!(nested.verdict, Verdict::Verified, "{nested:#?}");
        assert_check(&nested, CheckId::Signature, Outcome::Passed, "hosted-confirmed");
        let says = nested.credential.unwrap();
        assert_eq!(says.description.as_deref(), Some("We hire on this badge."));
        assert_eq!(says.issuer.unwrap().domain.as_deref(), Some("trade.example"));
    }
}

#[test]
fn each_fault_of_an_endorsement_is_its_own_and_leaves_the_badge_as_it_is() {
    for (url, name, value, id, code) in [
        (
            ENDORSEMENT,
            "claim",
            json!({"id": "https://other.example/b"}),
            CheckId::Structure,
            "endorsement-of-another",
        ),
        (
            ENDORSEMENT,
            "claim",
            json!({}),
            CheckId::Structure,
            "missing-member",
        ),
        (
            ENDORSEMENT,
            "type",
            json!("Assertion"),
            CheckId::Structure,
            "missing-type",
        ),
        (
            ENDORSEMENT,
            "issuedOn",
            json!("2027-01-01T00:00:00Z"),
            CheckId::Validity,
            "not-yet-valid",
        ),
        (ENDORSEMENT, "revoked", json!(true), CheckId::Status, "revoked"),
        (
            ENDORSEMENT,
            "issuer",
            json!(ISSUER),
            CheckId::IssuerBinding,
            "outside-issuers-scope",
        ),
        (
            ENDORSEMENT,
            "verification",
            json!({"type": "signed"}),
            CheckId::Signature,
            "no-proof",
        ),
        (
            ENDORSEMENT,
            "@context",
            json!("https://other.example/v2"),
            CheckId::Context,
            "missing-context",
        ),
        (
            ENDORSER,
            "id",
            json!("https://other.example/profile"),
            CheckId::IssuerBinding,
            "document-of-another",
        ),
        (
            ENDORSER,
            "email",
            json!(null),
            CheckId::Structure,
            "missing-member",
        ),
    ] {
        let (report, nested) = reports(&endorsed(BADGE_CLASS).with(url, |part| part[name] = value));
        assert_check(&report, CheckId::Endorsement, Outcome::Failed, "endorsement-bad");
        assert_only_failure(&nested, id, code);
    }
}

#[test]
fn an_endorsement_that_is_gone_is_withdrawn() {
    let (report, nested) = reports(&endorsed(BADGE_CLASS).with_status(ENDORSEMENT, 410));
    assert_check(&report, CheckId::Endorsement, Outcome::Failed, "endorsement-bad");
    assert_only_failure(&nested, CheckId::Status, "revoked");
}

#[test]
fn an_endorsement_that_was_not_read_is_not_confirmed_and_wanted_last() {
    let (report, nested) = reports(&endorsed(BADGE_CLASS).without(ENDORSEMENT));
    assert_check(
        &report,
        CheckId::Endorsement,
        Outcome::NotChecked,
        "endorsement-not-confirmed",
    );
    assert_eq!(nested.verdict, Verdict::Unconfirmed);
    assert_eq!(nested.credential, None);

    let mut site = endorsed(BADGE_CLASS);
    site.0.remove(ENDORSEMENT);
    let (report, _) = reports(&site);
    assert_eq!(report.wanted.len(), 1);
    assert_eq!(report.wanted[0].url, ENDORSEMENT);
    site.0.remove(ISSUER);
    let report = site.report(assertion().to_string());
    assert_eq!(report.wanted.len(), 1, "{report:#?}");
    assert_eq!(report.wanted[0].url, ISSUER);
}

#[test]
fn an_endorsement_written_out_is_read_where_it_says_that_it_stands() {
    let mut forged = endorsement(BADGE_CLASS);
    forged["claim"]["endorsementComment"] = json!("The best badge there is.");
    let site = endorsed(BADGE_CLASS).with(BADGE_CLASS, |class| class["endorsement"] = forged.clone());
    let (_, nested) = reports(&site);
    assert_eq!(
        nested.credential.unwrap().description.as_deref(),
        Some("We hire on this badge.")
    );

    forged["id"] = json!("urn:uuid:1");
    let site = site.with(BADGE_CLASS, |class| class["endorsement"] = forged);
    let (report, nested) = reports(&site);
    assert_check(
        &report,
        CheckId::Endorsement,
        Outcome::NotChecked,
        "endorsement-not-confirmed",
    );
    assert_check(
        &nested,
        CheckId::Signature,
        Outcome::NotChecked,
        "no-hosted-address",
    );
    assert_check(
        &nested,
        CheckId::IssuerBinding,
        Outcome::NotChecked,
        "issuer-not-hosted",
    );
}

#[test]
fn nothing_is_fetched_for_the_endorsements_of_an_unread_badge() {
    let site = Site::good().without(ASSERTION);
    let mut file = assertion();
    file["endorsement"] = json!([ENDORSEMENT]);
    let report = site.report(file.to_string());
    assert_check(
        &report,
        CheckId::Endorsement,
        Outcome::NotChecked,
        "endorsement-not-confirmed",
    );
    assert!(
        report.wanted.is_empty() && report.nested.is_empty(),
        "{report:#?}"
    );
}

#[test]
fn no_more_endorsements_are_read_than_there_is_room_for() {
    let many: Vec<_> = (0..70)
        .map(|number| format!("https://trade.example/endorsements/{number}"))
        .collect();
    let site = Site::good().with(BADGE_CLASS, |class| class["endorsement"] = json!(many));
    let report = site.report(assertion().to_string());
    assert_check(
        &report,
        CheckId::Endorsement,
        Outcome::NotChecked,
        "work-limit-reached",
    );
    assert_eq!((report.nested.len(), report.wanted.len()), (64, 64));
}
