//! Looking for a newer version of a badge: once, and only when asked.

use openbadges::did::key_did;
use openbadges::key::Signer;
use openbadges::verify::{
    CheckId, Container, Document, Evidence, Outcome, Policy, Report, State, Verdict, WantedKind, verify,
};
use serde_json::{Value, json};

use crate::bake_png::picture;
use crate::support::{
    NOW, answered, as_object, as_token, assert_check, badge_with, notes, other_signer, signed, signer,
};

const SERVICE: &str = "https://badges.example/refresh/1";
const OLD_END: &str = "2026-02-01T00:00:00Z";

/// A badge that has expired, with a service that offers a newer version.
fn old() -> Value {
    badge_with(|badge| {
        let contexts = badge["@context"].as_array_mut().unwrap();
        contexts.push(json!("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"));
        badge["validUntil"] = json!(OLD_END);
        badge["credentialSubject"]["id"] = json!("did:example:learner-one");
        badge["refreshService"] = json!({"id": SERVICE, "type": "1EdTechCredentialRefresh"});
    })
}

/// The same badge, prolonged.
fn new(change: impl FnOnce(&mut Value)) -> Value {
    let mut new = old();
    new["validUntil"] = json!("2027-02-01T00:00:00Z");
    change(&mut new);
    new
}

fn refreshed(input: impl AsRef<[u8]>, offered: Option<Document>) -> Report {
    let mut policy = Policy::default();
    policy.refresh = true;
    let mut evidence = Evidence::new();
    if let Some(offered) = offered {
        evidence.insert(SERVICE, offered);
    }
    verify(input.as_ref(), &evidence, NOW, &policy)
}

/// Asserts that the expired badge of the file counted, and that the remark says why.
#[track_caller]
fn assert_original(report: &Report, remark: &str) {
    assert_eq!(notes(report, CheckId::Format), [remark]);
    assert_check(report, CheckId::Format, Outcome::Warning, "badge-found");
    assert_check(report, CheckId::Validity, Outcome::Failed, "expired");
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::NotVerified, State::Caution)
    );
}

#[track_caller]
fn data<'a>(report: &'a Report, name: &str) -> &'a Value {
    &report.check(CheckId::Format).unwrap().notes[0].data[name]
}

#[test]
fn nobody_is_asked_for_a_newer_version_unless_the_caller_says_so() {
    let report = crate::support::report(signed(&old()));
    assert_eq!(report.wanted, []);
    assert_eq!(notes(&report, CheckId::Format), [""; 0]);
    let mut evidence = Evidence::new();
    evidence.insert(SERVICE, answered(signed(&new(|_| {}))));
    let report = verify(signed(&old()).as_bytes(), &evidence, NOW, &Policy::default());
    assert_check(&report, CheckId::Validity, Outcome::Failed, "expired");
}

#[test]
fn a_newer_version_is_wanted_and_then_counts_in_each_form() {
    let old_forms = [
        signed(&old()),
        as_token(&old(), &signer()).as_str().unwrap().to_owned(),
    ];
    let new = new(|_| {});
    for old in old_forms {
        let first = refreshed(&old, None);
        assert_eq!(first.wanted.len(), 1);
        assert_eq!(
            (first.wanted[0].url.as_str(), first.wanted[0].kind),
            (SERVICE, WantedKind::Refresh)
        );
        assert_original(&first, "document-not-fetched");
        for offered in [
            signed(&new),
            as_token(&new, &signer()).as_str().unwrap().to_owned(),
        ] {
            let report = refreshed(&old, Some(answered(offered)));
            assert_eq!(notes(&report, CheckId::Format), ["refreshed"]);
            assert_eq!(data(&report, "url"), SERVICE);
            assert_check(&report, CheckId::Validity, Outcome::Passed, "within-validity");
            assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
            assert_eq!(
                report.credential.unwrap().valid_until.as_deref(),
                Some("2027-02-01T00:00:00Z")
            );
            // The newer version offers one too, at the same address; it is left alone.
            assert_eq!(report.wanted, []);
        }
    }
}

#[test]
fn a_newer_version_is_not_asked_for_another_one() {
    let elsewhere = new(|badge| badge["refreshService"]["id"] = json!("https://badges.example/refresh/2"));
    let report = refreshed(signed(&old()), Some(answered(signed(&elsewhere))));
    assert_eq!(report.wanted, []);
    assert_eq!(report.verdict, Verdict::Verified);
}

#[test]
fn a_newer_version_counts_when_it_is_worse_too() {
    let earlier_end = new(|badge| badge["validUntil"] = json!("2026-01-15T00:00:00Z"));
    let report = refreshed(signed(&old()), Some(answered(signed(&earlier_end))));
    assert_eq!(notes(&report, CheckId::Format), ["refreshed"]);
    let check = report.check(CheckId::Validity).unwrap();
    assert_eq!(check.data["valid_until"], "2026-01-15T00:00:00Z");
}

#[test]
fn the_file_stays_the_one_that_was_given() {
    let baked = openbadges::bake::bake(&picture(), &signed(&old())).unwrap();
    let report = refreshed(baked, Some(answered(signed(&new(|_| {})))));
    assert_eq!(notes(&report, CheckId::Format), ["refreshed"]);
    assert_eq!(report.format.container, Some(Container::Png));
}

#[test]
fn another_badge_is_no_newer_version() {
    let other = new(|badge| badge["id"] = json!("urn:uuid:8dd7c1b4-5c0c-4b42-8a25-4a3c3f5b7f99"));
    let report = refreshed(signed(&old()), Some(answered(signed(&other))));
    assert_original(&report, "refresh-of-another");
    assert_eq!(
        data(&report, "found"),
        "urn:uuid:8dd7c1b4-5c0c-4b42-8a25-4a3c3f5b7f99"
    );
}

#[test]
fn a_badge_of_another_issuer_is_no_newer_version() {
    let did = key_did(&other_signer().public_key());
    let other = new(|badge| badge["issuer"]["id"] = json!(did));
    let offered = as_object(&other, &other_signer()).to_string();
    let report = refreshed(signed(&old()), Some(answered(offered)));
    assert_original(&report, "refresh-of-another");
    assert_eq!(data(&report, "found"), did.as_str());
}

#[test]
fn a_newer_version_that_is_not_the_issuers_does_not_count() {
    let mut changed: Value = serde_json::from_str(&signed(&new(|_| {}))).unwrap();
    changed["credentialSubject"]["achievement"]["name"] = json!("Laser cutting, level 9");
    for (offered, code) in [
        (changed.to_string(), "changed-after-signing"),
        (new(|_| {}).to_string(), "no-proof"),
        (
            as_object(&new(|_| {}), &other_signer()).to_string(),
            "key-not-listed",
        ),
        ("no badge here".to_owned(), "no-badge"),
        ("{}".to_owned(), "no-badge"),
    ] {
        let report = refreshed(signed(&old()), Some(answered(offered)));
        assert_original(&report, "refresh-not-good");
        assert_eq!(data(&report, "code"), code);
    }
}

#[test]
fn a_newer_version_that_cannot_be_read_leaves_the_one_in_the_file() {
    let gone = Document::Answered {
        status: 404,
        content_type: None,
        body: Vec::new(),
    };
    let silent = Document::Unreachable {
        reason: "timeout".to_owned(),
    };
    for (offered, name, value) in [(gone, "status", json!(404)), (silent, "reason", json!("timeout"))] {
        let report = refreshed(signed(&old()), Some(offered));
        assert_original(&report, "refresh-unreachable");
        assert_eq!(data(&report, name), &value);
        assert_eq!(report.wanted, []);
    }
}

#[test]
fn an_address_that_the_issuer_did_not_sign_is_not_asked() {
    let mut changed: Value = serde_json::from_str(&signed(&old())).unwrap();
    changed["refreshService"]["id"] = json!("https://attacker.example/refresh/1");
    let unsigned = old();
    let by_another = as_object(&old(), &other_signer());
    for input in [changed, unsigned, by_another] {
        let report = refreshed(input.to_string(), None);
        assert_eq!(report.wanted, []);
        assert_eq!(notes(&report, CheckId::Format), [""; 0]);
    }
}

#[test]
fn only_a_service_of_the_known_kind_at_a_safe_address_is_asked() {
    for service in [
        json!({"id": "http://badges.example/refresh/1", "type": "1EdTechCredentialRefresh"}),
        json!({"id": "urn:uuid:8dd7c1b4-5c0c-4b42-8a25-4a3c3f5b7f98", "type": "1EdTechCredentialRefresh"}),
    ] {
        let mut badge = old();
        badge["refreshService"] = service;
        assert_eq!(refreshed(signed(&badge), None).wanted, []);
    }
    // Verifiable Credentials 1.1 knows another kind, at whose address a person finds a page.
    let mut badge = old();
    badge["@context"] = json!([
        "https://www.w3.org/2018/credentials/v1",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://w3id.org/security/data-integrity/v2",
    ]);
    for (name, date) in [
        ("issuanceDate", "2026-01-01T00:00:00Z"),
        ("expirationDate", OLD_END),
    ] {
        badge[name] = json!(date);
    }
    badge
        .as_object_mut()
        .unwrap()
        .retain(|name, _| !name.starts_with("valid"));
    badge["refreshService"]["type"] = json!("ManualRefreshService2018");
    let report = refreshed(signed(&badge), None);
    assert_check(&report, CheckId::Signature, Outcome::Passed, "signature-good");
    assert_eq!(report.wanted, []);
}

#[test]
fn documents_for_the_newer_version_are_wanted_too() {
    let web = "did:web:badges.example";
    let document = "https://badges.example/.well-known/did.json";
    let with_issuer = |mut badge: Value, key: &str| {
        badge["issuer"]["id"] = json!(web);
        crate::support::signed_as(&badge, &format!("{web}#{key}"))
    };
    let did_document = json!({
        "id": web,
        "verificationMethod": [{
            "id": format!("{web}#key-1"), "type": "Multikey", "controller": web,
            "publicKeyMultibase": signer().public_key().to_multibase(),
        }],
        "assertionMethod": [format!("{web}#key-1")],
    });
    let old = with_issuer(old(), "key-1");
    // The old version's key comes first: before that, nobody knows whose address it is.
    let first = refreshed(&old, None);
    assert_eq!(first.wanted[0].url, document);
    assert_eq!(first.wanted.len(), 1);
    let mut policy = Policy::default();
    policy.refresh = true;
    let mut evidence = Evidence::new();
    evidence.insert(document, answered(did_document.to_string()));
    let second = verify(old.as_bytes(), &evidence, NOW, &policy);
    assert_eq!(second.wanted[0].url, SERVICE);
    evidence.insert(SERVICE, answered(with_issuer(new(|_| {}), "key-1")));
    let third = verify(old.as_bytes(), &evidence, NOW, &policy);
    assert_eq!(notes(&third, CheckId::Format), ["refreshed"]);
    assert_eq!(third.verdict, Verdict::Verified);
}
