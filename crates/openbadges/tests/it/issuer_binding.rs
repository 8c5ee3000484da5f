//! The `issuer-binding` check: whose key is it?

use openbadges::did::key_did;
use openbadges::key::Signer as _;
use openbadges::verify::{
    CheckId, Document, Evidence, Outcome, Policy, Report, State, Verdict, WantedKind, verify,
};
use serde_json::{Value, json};

use crate::support::{
    NOW, as_token, assert_check, assert_only_failure, badge, badge_with, evidence, notes, other_signer,
    report, report_with, signed, signed_as, signer, unreachable,
};

const WEB: &str = "did:web:badges.example";
const WEB_URL: &str = "https://badges.example/.well-known/did.json";
const PAGE: &str = "https://badges.example/issuers/1";

fn multibase() -> String {
    signer().public_key().to_multibase()
}

/// A badge of the issuer `id`, signed by the key called `{id}#{fragment}`.
fn badge_of(id: &str, fragment: &str) -> String {
    signed_as(
        &badge_with(|badge| badge["issuer"]["id"] = json!(id)),
        &format!("{id}#{fragment}"),
    )
}

/// The document of `id` with the right key under the name `{id}#{fragment}`.
fn document(id: &str, fragment: &str) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": id,
        "verificationMethod": [{
            "id": format!("{id}#{fragment}"), "type": "Multikey", "controller": id,
            "publicKeyMultibase": multibase(),
        }],
        "assertionMethod": [format!("{id}#{fragment}")],
    })
}

#[track_caller]
fn assert_unconfirmed(report: &Report, code: &str) {
    assert_check(report, CheckId::IssuerBinding, Outcome::NotChecked, code);
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::Unconfirmed, State::Unchecked),
        "{report:#?}"
    );
}

#[test]
fn a_did_key_issuer_is_its_own_proof() {
    let report = report(signed(&badge()));
    assert_check(&report, CheckId::IssuerBinding, Outcome::Passed, "key-bound");
    assert_eq!(
        report.check(CheckId::IssuerBinding).unwrap().data["by"],
        "did-key"
    );
    assert_eq!(report.credential.unwrap().issuer.unwrap().domain, None);
}

#[test]
fn a_did_web_document_is_wanted_then_believed() {
    let json = badge_of(WEB, "key-1");
    let first = report(&json);
    assert_check(
        &first,
        CheckId::Signature,
        Outcome::NotChecked,
        "document-not-fetched",
    );
    assert_unconfirmed(&first, "document-not-fetched");
    let wanted = &first.wanted[0];
    assert_eq!(
        (wanted.url.as_str(), wanted.kind, first.wanted.len()),
        (WEB_URL, WantedKind::Key, 1)
    );
    assert!(wanted.accept.contains("application/did+json"));

    let then = report_with(&json, &evidence(&[(WEB_URL, &document(WEB, "key-1"))]));
    assert_eq!(
        (then.verdict, then.wanted.len()),
        (Verdict::Verified, 0),
        "{then:#?}"
    );
    assert_eq!(
        then.check(CheckId::IssuerBinding).unwrap().data["by"],
        "did-document"
    );
    assert_eq!(
        then.credential.unwrap().issuer.unwrap().domain.as_deref(),
        Some("badges.example")
    );
}

#[test]
fn a_controller_document_at_the_issuers_address_is_believed() {
    let json = badge_of(PAGE, "key-1");
    assert_eq!(report(&json).wanted[0].url, PAGE);
    let report = report_with(&json, &evidence(&[(PAGE, &document(PAGE, "key-1"))]));
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    assert_eq!(
        report.check(CheckId::IssuerBinding).unwrap().data["by"],
        "controller-document"
    );
}

#[test]
fn a_key_in_the_fragment_of_an_address_shows_the_content_unchanged_and_no_more() {
    let json = badge_of(PAGE, &multibase());
    for evidence in [Evidence::new(), unreachable(&[PAGE])] {
        let report = report_with(&json, &evidence);
        assert_check(&report, CheckId::Signature, Outcome::Passed, "signature-good");
        assert_eq!(
            report.check(CheckId::IssuerBinding).unwrap().outcome,
            Outcome::NotChecked
        );
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Unconfirmed, State::Unchecked)
        );
    }
}

#[test]
fn a_document_that_cannot_be_read_leaves_the_badge_unconfirmed() {
    let json = badge_of(WEB, "key-1");
    let report_on = |document| {
        let mut evidence = Evidence::new();
        evidence.insert(WEB_URL, document);
        report_with(&json, &evidence)
    };
    let timeout = report_with(&json, &unreachable(&[WEB_URL]));
    assert_unconfirmed(&timeout, "document-unreachable");
    assert_eq!(
        timeout.check(CheckId::IssuerBinding).unwrap().data["reason"],
        "timeout"
    );
    let missing = report_on(Document::Answered {
        status: 404,
        content_type: None,
        body: Vec::new(),
    });
    assert_unconfirmed(&missing, "document-unreachable");
    let html = report_on(Document::Answered {
        status: 200,
        content_type: None,
        body: b"<html>".to_vec(),
    });
    assert_unconfirmed(&html, "document-unreadable");
}

#[test]
fn a_document_that_does_not_list_the_key_fails() {
    let json = badge_of(WEB, "key-1");
    let report = report_with(&json, &evidence(&[(WEB_URL, &document(WEB, "key-2"))]));
    assert_only_failure(&report, CheckId::IssuerBinding, "key-not-listed");
    assert_check(&report, CheckId::Signature, Outcome::NotChecked, "key-not-found");
    assert_eq!(report.state, State::Invalid);
}

#[test]
fn another_key_under_the_same_name_fails() {
    let mut document = document(WEB, "key-1");
    document["verificationMethod"][0]["publicKeyMultibase"] =
        json!(other_signer().public_key().to_multibase());
    let report = report_with(badge_of(WEB, "key-1"), &evidence(&[(WEB_URL, &document)]));
    assert_only_failure(&report, CheckId::Signature, "changed-after-signing");
}

#[test]
fn a_key_for_other_purposes_fails() {
    let mut document = document(WEB, "key-1");
    document["authentication"] = document["assertionMethod"].take();
    let report = report_with(badge_of(WEB, "key-1"), &evidence(&[(WEB_URL, &document)]));
    assert_only_failure(&report, CheckId::IssuerBinding, "key-not-for-assertion");
}

#[test]
fn a_document_about_another_identity_or_a_key_of_another_owner_fails() {
    let json = badge_of(WEB, "key-1");
    let mut about_another = document(WEB, "key-1");
    about_another["id"] = json!("did:web:elsewhere.example");
    let report = report_with(&json, &evidence(&[(WEB_URL, &about_another)]));
    assert_check(
        &report,
        CheckId::IssuerBinding,
        Outcome::Failed,
        "document-of-another",
    );
    let mut of_another = document(WEB, "key-1");
    of_another["verificationMethod"][0]["controller"] = json!("did:web:elsewhere.example");
    let report = report_with(&json, &evidence(&[(WEB_URL, &of_another)]));
    assert_only_failure(&report, CheckId::IssuerBinding, "controller-differs");
}

#[test]
fn a_key_that_ended_counts_for_what_was_signed_before() {
    let json = badge_of(WEB, "key-1");
    let report_ended = |end: &str| {
        let mut document = document(WEB, "key-1");
        document["verificationMethod"][0]["revoked"] = json!(end);
        report_with(&json, &evidence(&[(WEB_URL, &document)]))
    };
    let after = report_ended("2026-03-01T00:00:00Z");
    assert_eq!(
        (after.verdict, notes(&after, CheckId::IssuerBinding)),
        (Verdict::Verified, vec!["key-retired"])
    );
    assert_only_failure(
        &report_ended("2025-12-01T00:00:00Z"),
        CheckId::IssuerBinding,
        "key-revoked",
    );
    assert_eq!(report_ended("2027-01-01T00:00:00Z").verdict, Verdict::Verified);
    assert_only_failure(&report_ended("some day"), CheckId::IssuerBinding, "key-revoked");
}

#[test]
fn the_did_key_of_somebody_under_another_issuer_is_never_verified() {
    // An issuer whose identifier leads to no document.
    let nowhere = signed(&badge_with(|badge| {
        badge["issuer"]["id"] = json!("urn:uuid:d7e5a0a1-3c55-4a0a-8d4e-0f3c1f0ec1a2");
    }));
    let report_nowhere = report(nowhere);
    assert_check(
        &report_nowhere,
        CheckId::Signature,
        Outcome::Passed,
        "signature-good",
    );
    assert_unconfirmed(&report_nowhere, "key-not-bound");

    // An issuer with an address: its document may list the key, and without it nothing does.
    let page = signed(&badge_with(|badge| badge["issuer"]["id"] = json!(PAGE)));
    assert_unconfirmed(&report(&page), "document-not-fetched");
    assert_unconfirmed(&report_with(&page, &unreachable(&[PAGE])), "key-not-bound");
    let profile = json!({"id": PAGE, "type": "Profile", "name": "Issuer One"});
    assert_unconfirmed(
        &report_with(&page, &evidence(&[(PAGE, &profile)])),
        "key-not-bound",
    );
    let lists_it = report_with(&page, &evidence(&[(PAGE, &document(PAGE, "key-1"))]));
    assert_eq!(lists_it.verdict, Verdict::Verified, "{lists_it:#?}");
    let mut other = document(PAGE, "key-1");
    other["verificationMethod"][0]["publicKeyMultibase"] = json!(other_signer().public_key().to_multibase());
    let lists_another = report_with(&page, &evidence(&[(PAGE, &other)]));
    assert_only_failure(&lists_another, CheckId::IssuerBinding, "key-not-listed");

    // An issuer that is another key.
    let other_key = openbadges::did::key_did(&other_signer().public_key());
    let report = report(signed(&badge_with(|badge| {
        badge["issuer"]["id"] = json!(other_key)
    })));
    assert_only_failure(&report, CheckId::IssuerBinding, "key-not-listed");
}

#[test]
fn somebody_elses_document_does_not_speak_for_the_issuer() {
    const ATTACKER: &str = "https://attacker.example/key";
    let forged = badge_with(|badge| badge["issuer"]["id"] = json!(PAGE));
    let forged = signed_as(&forged, &format!("{ATTACKER}#key-1"));
    let own = report_with(&forged, &evidence(&[(ATTACKER, &document(ATTACKER, "key-1"))]));
    assert_only_failure(&own, CheckId::IssuerBinding, "controller-differs");
    // The same document, lying about its owner.
    let lie = json!({
        "id": format!("{ATTACKER}#key-1"), "type": "Multikey", "controller": PAGE,
        "publicKeyMultibase": multibase(),
    });
    let lying = report_with(&forged, &evidence(&[(ATTACKER, &lie)]));
    assert_unconfirmed(&lying, "document-not-fetched");
    let refuted = report_with(
        &forged,
        &evidence(&[(ATTACKER, &lie), (PAGE, &document(PAGE, "key-2"))]),
    );
    // The issuer's document happens to list the very same key, whatever its name.
    assert_eq!(refuted.verdict, Verdict::Verified);
    let mut other = document(PAGE, "key-2");
    other["verificationMethod"][0]["publicKeyMultibase"] = json!(other_signer().public_key().to_multibase());
    let refuted = report_with(&forged, &evidence(&[(ATTACKER, &lie), (PAGE, &other)]));
    assert_only_failure(&refuted, CheckId::IssuerBinding, "key-not-listed");
}

#[test]
fn a_document_of_one_key_on_the_issuers_host_that_names_the_issuer_is_believed() {
    const KEY: &str = "https://badges.example/keys/1";
    let json = signed_as(&badge_with(|badge| badge["issuer"]["id"] = json!(PAGE)), KEY);
    let key = json!({"id": KEY, "type": "Multikey", "controller": PAGE, "publicKeyMultibase": multibase()});
    let report = report_with(&json, &evidence(&[(KEY, &key)]));
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    let mut ownerless = key;
    ownerless.as_object_mut().unwrap().remove("controller");
    let ownerless = report_with(&json, &evidence(&[(KEY, &ownerless)]));
    assert_ne!(ownerless.verdict, Verdict::Verified);
}

#[test]
fn other_did_methods_are_named() {
    let report = report(badge_of("did:example:issuer", "key-1"));
    assert_unconfirmed(&report, "unsupported-did-method");
}

#[test]
fn a_did_that_its_method_does_not_write_so_is_named() {
    for did in [
        "did:web:",
        "did:web:badges.example:",
        "did:web:badges.example%2Fother",
        "did:web:user@badges.example",
    ] {
        let report = report(badge_of(did, "key-1"));
        assert_unconfirmed(&report, "malformed-did");
        assert_check(&report, CheckId::Signature, Outcome::NotChecked, "malformed-did");
    }
}

#[test]
fn a_loopback_did_web_is_read_over_http_only_under_the_flag() {
    let json = badge_of("did:web:127.0.0.1%3A8080", "key-1");
    assert_eq!(
        report(&json).wanted[0].url,
        "https://127.0.0.1:8080/.well-known/did.json"
    );
    let mut policy = Policy::default();
    policy.allow_loopback_http = true;
    let report = verify(json.as_bytes(), &Evidence::new(), NOW, &policy);
    assert_eq!(report.wanted[0].url, "http://127.0.0.1:8080/.well-known/did.json");
}

#[test]
fn a_badge_that_says_it_is_a_test_is_never_genuine_whoever_signed_it() {
    let test = |id: &str| {
        badge_with(|badge| {
            badge["issuer"]["id"] = json!(id);
            badge["credentialSubject"]["achievement"]["achievementType"] = json!("ext:TestBadge");
        })
    };
    let own_key = key_did(&signer().public_key());
    let published = evidence(&[(WEB_URL, &document(WEB, "key-1"))]);
    for (json, evidence) in [
        (signed(&test(&own_key)), Evidence::new()),
        (signed_as(&test(WEB), &format!("{WEB}#key-1")), published),
        (
            as_token(&test(&own_key), &signer()).as_str().unwrap().to_owned(),
            Evidence::new(),
        ),
    ] {
        let report = report_with(&json, &evidence);
        let signature = report.check(CheckId::Signature).unwrap();
        assert_eq!(
            (signature.code.as_str(), signature.outcome.is_good()),
            ("signature-good", true)
        );
        assert_only_failure(&report, CheckId::IssuerBinding, "test-badge");
        assert_eq!(report.state, State::Invalid, "{report:#?}");
    }
}

#[test]
fn a_badge_of_another_own_type_is_no_test() {
    let badge = badge_with(|badge| {
        badge["credentialSubject"]["achievement"]["achievementType"] = json!("ext:TestBadges");
    });
    assert_eq!(report(signed(&badge)).verdict, Verdict::Verified);
}
