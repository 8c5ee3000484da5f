//! Signed badges: by a key that is the issuer's, and by no other.

use openbadges::key::P256Signer;
use openbadges::verify::trace::{KeyOrigin, Trace};
use openbadges::verify::{CheckId, Encoding, Outcome, State, Verdict, WantedKind};
use serde_json::{Value, json};

use super::{ASSERTION, BADGE_CLASS, ISSUER, KEY, Site, assertion, baked, signed_assertion, token};
use crate::support::{
    PublishedRsaKey, answered, assert_check, assert_only_failure, notes, report, signer, token_by,
};

fn signed_with(change: impl FnOnce(&mut Value)) -> String {
    let mut assertion = signed_assertion();
    change(&mut assertion);
    token(&assertion)
}

#[test]
fn a_badge_signed_by_a_key_of_its_issuer_is_verified() {
    let token = token(&signed_assertion());
    for input in [token.clone().into_bytes(), baked(&token)] {
        let report = Site::good().report(input);
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Verified, State::Genuine),
            "{report:#?}"
        );
        assert_check(&report, CheckId::Signature, Outcome::Passed, "signature-good");
        assert_check(&report, CheckId::IssuerBinding, Outcome::Passed, "key-bound");
        assert_eq!(
            report.check(CheckId::IssuerBinding).unwrap().data["by"],
            "profile"
        );
        assert_eq!(report.format.encoding, Some(Encoding::Jwt));
        assert_eq!(report.format.version.as_deref(), Some("2.0"));
        assert_eq!(report.format.proof.as_deref(), Some("RS256"));
        let issuer = report.credential.unwrap().issuer.unwrap();
        assert_eq!(
            (issuer.id.as_str(), issuer.domain.as_deref()),
            (ISSUER, Some("badges.example"))
        );
    }
}

#[test]
fn the_class_the_issuer_and_the_key_are_wanted_and_without_them_nothing_is_confirmed() {
    let first = report(token(&signed_assertion()));
    let wanted: Vec<_> = first
        .wanted
        .iter()
        .map(|wanted| (wanted.url.as_str(), wanted.kind))
        .collect();
    assert_eq!(
        wanted,
        [(BADGE_CLASS, WantedKind::Hosted), (KEY, WantedKind::Key)]
    );
    assert_check(
        &first,
        CheckId::Signature,
        Outcome::NotChecked,
        "document-not-fetched",
    );
    for url in [BADGE_CLASS, ISSUER, KEY] {
        let report = Site::good().without(url).report(token(&signed_assertion()));
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Unconfirmed, State::Unchecked),
            "{url}"
        );
        assert!(!report.check(CheckId::IssuerBinding).unwrap().outcome.is_good());
    }
}

#[test]
fn a_changed_badge_does_not_match() {
    let good = token(&signed_assertion());
    let other = signed_with(|badge| badge["narrative"] = json!("Best of the year."));
    let (content, _) = other.rsplit_once('.').unwrap();
    let (_, signature) = good.rsplit_once('.').unwrap();
    let report = Site::good().report(format!("{content}.{signature}"));
    assert_only_failure(&report, CheckId::Signature, "changed-after-signing");
    assert_eq!(report.credential.unwrap().issuer.unwrap().domain, None);
}

#[test]
fn other_algorithms_are_refused_or_not_read() {
    let badge = signed_assertion();
    for alg in ["none", "HS256", "RSA256"] {
        let token = token_by(&PublishedRsaKey, &json!({"alg": alg}), &badge);
        assert_only_failure(
            &Site::good().report(token),
            CheckId::Signature,
            "refused-algorithm",
        );
    }
    let p256 = P256Signer::from_secret(&[7; 32]).unwrap();
    for token in [
        token_by(&p256, &json!({"alg": "ES256"}), &badge),
        token_by(&signer(), &json!({"alg": "EdDSA"}), &badge),
        token_by(&PublishedRsaKey, &json!({"alg": "RS512"}), &badge),
    ] {
        let report = Site::good().report(token);
        assert_check(
            &report,
            CheckId::Signature,
            Outcome::NotChecked,
            "unsupported-cryptosuite",
        );
        assert_eq!(report.verdict, Verdict::Unconfirmed);
    }
    let critical = token_by(
        &PublishedRsaKey,
        &json!({"alg": "RS256", "crit": ["exp"]}),
        &badge,
    );
    assert_only_failure(
        &Site::good().report(critical),
        CheckId::Signature,
        "critical-header",
    );
}

#[test]
fn a_key_in_the_header_is_not_looked_at() {
    let header =
        json!({"alg": "RS256", "jwk": PublishedRsaKey::jwk(), "kid": "https://attacker.example/key"});
    let report = Site::good()
        .with(KEY, |key| key["publicKeyPem"] = json!(OTHER_KEY))
        .report(token_by(&PublishedRsaKey, &header, &signed_assertion()));
    assert_only_failure(&report, CheckId::Signature, "changed-after-signing");
    assert!(report.wanted.is_empty());
}

/// Another RSA key, of one of 1EdTech's samples.
const OTHER_KEY: &str = "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAjjtSHqVnCOhOe91mt1hh\nWa0h6qF5K32ETY3+6ENQ7kR6qvI1S4prxptYfkuCncJFeZkCu306QS8E/iYCUEoC\ndKOYMVtn1Tm16p2cD+d4LQNYDQbKyKIqU8Cgqb3GoS2MWlJ6Q9sVW1B24RYAokW9\npm80xFJMJAIbZKBfr/hMLofGD5vvBHV/UFYtGvy7PByA7eNPkSLFnIY2L6WBWVyE\na2o95Jzvih+H2CmAk6HSumJL/PdV3yys/m4TEmU0V3m7B8voa3yEIFYG4hKxGUCi\nRqaq/wTFsTVBsEZn9rcpjG58ibjfd1+HBhWjRqsa5NNM9sQqnvvNBSWnqE5ggiNc\nzQIDAQAB\n-----END PUBLIC KEY-----";

#[test]
fn a_key_that_the_issuer_does_not_list_is_not_the_issuers() {
    for keys in [
        json!(null),
        json!([]),
        json!("https://badges.example/keys/2"),
        json!(["https://badges.example/keys/2"]),
    ] {
        let site = Site::good().with(ISSUER, |issuer| issuer["publicKey"] = keys.clone());
        let report = site.report(token(&signed_assertion()));
        assert_only_failure(&report, CheckId::IssuerBinding, "key-not-listed");
        assert_check(&report, CheckId::Signature, Outcome::Passed, "signature-good");
        assert_eq!(report.state, State::Invalid);
    }
}

#[test]
fn a_key_of_somebody_else_is_refused_even_if_the_badge_class_is_the_issuers() {
    const FOREIGN: &str = "https://attacker.example/key";
    let mut site = Site::good();
    let mut key = super::key();
    key["id"] = json!(FOREIGN);
    site.publish(FOREIGN, &key);
    let report = site.report(signed_with(|badge| {
        badge["verification"]["creator"] = json!(FOREIGN)
    }));
    assert_only_failure(&report, CheckId::IssuerBinding, "key-not-listed");
}

#[test]
fn a_key_that_names_another_owner_is_refused() {
    let site = Site::good().with(KEY, |key| key["owner"] = json!("https://other.example/issuer"));
    let report = site.report(token(&signed_assertion()));
    assert_only_failure(&report, CheckId::IssuerBinding, "controller-differs");
    let silent = Site::good().with(KEY, |key| {
        key.as_object_mut().unwrap().remove("owner");
    });
    let report = silent.report(token(&signed_assertion()));
    assert_eq!(notes(&report, CheckId::IssuerBinding), ["key-owner-missing"]);
    assert_eq!(report.verdict, Verdict::Verified);
}

#[test]
fn one_of_several_keys_is_enough_named_or_not() {
    let several = |site: Site| {
        site.with(ISSUER, |issuer| {
            issuer["publicKey"] = json!([
                {"id": "https://badges.example/issuer#old", "owner": ISSUER, "publicKeyPem": OTHER_KEY},
                KEY,
            ]);
        })
    };
    for token in [
        token(&signed_assertion()),
        signed_with(|badge| badge["verification"] = json!({"type": "SignedBadge"})),
    ] {
        let report = several(Site::good()).report(token);
        assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
        assert_eq!(
            report.check(CheckId::Signature).unwrap().data["verification_method"],
            KEY
        );
    }
    let unnamed = signed_with(|badge| badge["verification"] = json!({"type": "signed"}));
    let unread = several(Site::good().without(KEY)).report(unnamed);
    assert_check(
        &unread,
        CheckId::Signature,
        Outcome::NotChecked,
        "document-unreachable",
    );
}

#[test]
fn a_key_that_is_written_out_in_the_profile_is_the_issuers() {
    const NAME: &str = "https://badges.example/issuer#key-1";
    let site = Site::good().with(ISSUER, |issuer| {
        issuer["publicKey"] = json!({"id": NAME, "owner": ISSUER, "publicKeyPem": PublishedRsaKey::PEM});
    });
    let report = site.report(signed_with(|badge| {
        badge["verification"]["creator"] = json!(NAME)
    }));
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    let other = Site::good().with(ISSUER, |issuer| {
        issuer["publicKey"] = json!({"id": NAME, "owner": ISSUER, "publicKeyPem": OTHER_KEY});
    });
    let report = other.report(signed_with(|badge| {
        badge["verification"]["creator"] = json!(NAME)
    }));
    assert_only_failure(&report, CheckId::Signature, "changed-after-signing");
}

#[test]
fn a_key_inside_the_badge_itself_is_read_where_it_says_that_it_stands() {
    let own = json!({"id": KEY, "owner": ISSUER, "publicKeyPem": PublishedRsaKey::PEM});
    let site = Site::good().with(KEY, |key| key["publicKeyPem"] = json!(OTHER_KEY));
    let report = site.report(signed_with(|badge| badge["verification"]["creator"] = own));
    assert_only_failure(&report, CheckId::Signature, "changed-after-signing");
}

#[test]
fn keys_that_cannot_be_read_leave_the_badge_unconfirmed() {
    for (pem, code) in [
        (json!("none"), "malformed-key"),
        (json!(null), "key-not-found"),
        (
            json!(PublishedRsaKey::PEM.replace("PUBLIC KEY", "CERTIFICATE")),
            "malformed-key",
        ),
    ] {
        let report = Site::good()
            .with(KEY, |key| key["publicKeyPem"] = pem)
            .report(token(&signed_assertion()));
        assert_check(&report, CheckId::Signature, Outcome::NotChecked, code);
        assert_eq!(report.verdict, Verdict::Unconfirmed);
    }
    let mut site = Site::good();
    site.answer(KEY, answered("<html/>"));
    let report = site.report(token(&signed_assertion()));
    assert_check(
        &report,
        CheckId::Signature,
        Outcome::NotChecked,
        "document-unreadable",
    );
}

#[test]
fn a_badge_that_says_that_it_is_signed_and_is_not_fails() {
    let report = Site::good().report(signed_assertion().to_string());
    assert_only_failure(&report, CheckId::Signature, "no-proof");
    assert_eq!(report.credential, None);
    let copy = Site::good().with(ASSERTION, |badge| {
        badge["verification"] = json!({"type": "signed", "creator": KEY})
    });
    assert_only_failure(
        &copy.report(assertion().to_string()),
        CheckId::Signature,
        "no-proof",
    );
}

#[test]
fn a_hosted_badge_in_a_token_is_read_where_it_stands() {
    let forged = token_by(&signer(), &json!({"alg": "EdDSA"}), &{
        let mut badge = assertion();
        badge["narrative"] = json!("Best of the year.");
        badge
    });
    let report = Site::good().report(forged);
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    assert_eq!(notes(&report, CheckId::Signature), ["file-differs"]);
    assert!(report.credential.unwrap().evidence.is_empty());
}

#[test]
fn a_class_inside_a_signed_badge_is_what_the_issuer_signed() {
    let inside = signed_with(|badge| {
        badge["badge"] = super::badge_class();
        badge["badge"]["id"] = json!("urn:uuid:1");
        badge["badge"]["name"] = json!("Laser cutting, level 2");
    });
    let report = Site::good().report(inside);
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    assert_eq!(
        report.credential.unwrap().name.as_deref(),
        Some("Laser cutting, level 2")
    );
    // An issuer inside it is only what whoever signed says.
    let issuer = signed_with(|badge| {
        badge["badge"] = super::badge_class();
        badge["badge"]["id"] = json!("urn:uuid:1");
        badge["badge"]["issuer"] = super::issuer();
        badge["badge"]["issuer"]["id"] = json!("urn:uuid:2");
    });
    let report = Site::good().report(issuer);
    assert_check(
        &report,
        CheckId::IssuerBinding,
        Outcome::NotChecked,
        "issuer-not-hosted",
    );
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

#[test]
fn the_trace_tells_the_key_with_its_address_and_whether_it_signed() {
    let traced = |input: &str| {
        let mut signatures = Site::good().trace(input).signatures;
        assert_eq!(signatures.len(), 1);
        signatures.remove(0)
    };
    let good = traced(&token(&signed_assertion()));
    let key = good.key.unwrap();
    assert_eq!(
        (key.name.as_str(), key.origin),
        (KEY, KeyOrigin::Document(KEY.to_owned()))
    );
    assert_eq!((good.matches, good.suite.as_deref()), (Some(true), Some("RS256")));
    let by_another = traced(&token_by(
        &signer(),
        &json!({"alg": "EdDSA"}),
        &signed_assertion(),
    ));
    assert_eq!(
        by_another.key.unwrap_err().code.as_str(),
        "unsupported-cryptosuite"
    );
    assert!(by_another.signed.is_ok());
    let hosted = Site::good().trace(&assertion().to_string());
    assert_eq!(hosted, Trace::default());
}
