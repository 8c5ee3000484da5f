//! Whose key signed a token? Each token here is rightly signed.

use openbadges::did::key_did;
use openbadges::key::Signer as _;
use openbadges::verify::{CheckId, Outcome, Report, State, Verdict, WantedKind};
use serde_json::{Value, json};

use super::{ISSUER, KEY_SET, did_key, jwk_of, payload, payload_of_https_issuer, payload_with, token};
use crate::support::{
    answered, assert_check, assert_only_failure, evidence, other_signer, report, report_with, signer,
    token_by, unreachable,
};

const WEB: &str = "did:web:badges.example";
const WEB_URL: &str = "https://badges.example/.well-known/did.json";

/// The key set of the issuer's host, with the right key under this name.
fn key_set(kid: &str) -> Value {
    let mut jwk = jwk_of(&signer());
    jwk["kid"] = json!(kid);
    json!({"keys": [jwk_of(&other_signer()), jwk]})
}

/// The document of `id` with the right key as `{id}#key-1`.
fn document(id: &str) -> Value {
    let name = format!("{id}#key-1");
    json!({
        "id": id,
        "verificationMethod": [
            {"id": name, "type": "JsonWebKey", "controller": id, "publicKeyJwk": jwk_of(&signer())},
        ],
        "assertionMethod": [name],
    })
}

#[track_caller]
fn assert_bound_by(report: &Report, by: &str) {
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    assert_eq!(report.check(CheckId::IssuerBinding).unwrap().data["by"], by);
}

#[track_caller]
fn assert_good_but_unbound(report: &Report, code: &str) {
    assert_eq!(
        report.check(CheckId::Signature).unwrap().code.as_str(),
        "signature-good"
    );
    assert_check(report, CheckId::IssuerBinding, Outcome::NotChecked, code);
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::Unconfirmed, State::Unchecked)
    );
}

/// The official validator takes the key in the header for the issuer's, whoever the issuer is.
#[test]
fn a_key_in_the_header_under_somebody_elses_issuer_is_never_verified() {
    let attacker = other_signer();
    let header = json!({"alg": "EdDSA", "jwk": jwk_of(&attacker)});

    let https = token_by(&attacker, &header, &payload_of_https_issuer());
    assert_good_but_unbound(&report(&https), "document-not-fetched");
    assert_good_but_unbound(
        &report_with(&https, &unreachable(&[KEY_SET, ISSUER])),
        "key-not-bound",
    );
    let read = report_with(
        &https,
        &evidence(&[(KEY_SET, &json!({"keys": [jwk_of(&signer())]}))]),
    );
    assert_only_failure(&read, CheckId::IssuerBinding, "key-not-listed");

    let did_key = report(token_by(&attacker, &header, &payload()));
    assert_only_failure(&did_key, CheckId::IssuerBinding, "key-not-listed");

    let web = payload_with(|payload| {
        payload["iss"] = json!(WEB);
        payload["issuer"]["id"] = json!(WEB);
    });
    let web = token_by(&attacker, &header, &web);
    assert_good_but_unbound(&report(&web), "document-not-fetched");
    let read = report_with(&web, &evidence(&[(WEB_URL, &document(WEB))]));
    assert_only_failure(&read, CheckId::IssuerBinding, "key-not-listed");
}

#[test]
fn a_name_in_the_header_lends_the_header_key_nothing() {
    let attacker = other_signer();
    let web = payload_with(|payload| {
        payload["iss"] = json!(WEB);
        payload["issuer"]["id"] = json!(WEB);
    });
    // A bare name beside a key: the key counts, the name of the issuer's own key does not.
    for kid in ["key-1", "#key-1"] {
        let header = json!({"alg": "EdDSA", "jwk": jwk_of(&attacker), "kid": kid});
        let read = report_with(
            token_by(&attacker, &header, &web),
            &evidence(&[(WEB_URL, &document(WEB))]),
        );
        assert_only_failure(&read, CheckId::IssuerBinding, "key-not-listed");
    }
    // A full name beside a key: the name counts.
    let header = json!({"alg": "EdDSA", "jwk": jwk_of(&attacker), "kid": format!("{WEB}#key-1")});
    let read = report_with(
        token_by(&attacker, &header, &web),
        &evidence(&[(WEB_URL, &document(WEB))]),
    );
    assert_only_failure(&read, CheckId::Signature, "changed-after-signing");
}

#[test]
fn a_did_key_issuer_is_its_own_proof_however_the_key_is_named() {
    let kid = |kid: Value| json!({"alg": "EdDSA", "kid": kid});
    for header in [
        kid(json!(did_key())),
        kid(json!(key_did(&signer().public_key()))),
        kid(json!("key-1")),
        json!({"alg": "EdDSA"}),
        json!({"alg": "EdDSA", "jwk": jwk_of(&signer())}),
    ] {
        assert_bound_by(&report(token(&header, &payload())), "did-key");
    }
}

#[test]
fn a_did_jwk_issuer_is_its_own_proof() {
    use base64::Engine as _;
    let id = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(jwk_of(&signer()).to_string());
    let id = format!("did:jwk:{id}");
    let payload = payload_with(|payload| {
        payload["iss"] = json!(id);
        payload["issuer"]["id"] = json!(id);
    });
    assert_bound_by(
        &report(token(
            &json!({"alg": "EdDSA", "kid": format!("{id}#0")}),
            &payload,
        )),
        "did-jwk",
    );
}

#[test]
fn a_did_web_issuer_is_bound_by_its_document_also_under_a_bare_name() {
    let payload = payload_with(|payload| {
        payload["iss"] = json!(WEB);
        payload["issuer"]["id"] = json!(WEB);
    });
    for header in [
        json!({"alg": "EdDSA", "kid": format!("{WEB}#key-1")}),
        json!({"alg": "EdDSA", "kid": "key-1"}),
        json!({"alg": "EdDSA", "kid": "#key-1"}),
        json!({"alg": "EdDSA", "jwk": jwk_of(&signer())}),
    ] {
        let token = token(&header, &payload);
        assert_eq!(report(&token).wanted[0].url, WEB_URL);
        assert_bound_by(
            &report_with(&token, &evidence(&[(WEB_URL, &document(WEB))])),
            "did-document",
        );
    }
}

#[test]
fn a_key_that_the_issuers_document_revokes_does_not_count_however_the_token_names_it() {
    let payload = payload_with(|payload| {
        payload["iss"] = json!(WEB);
        payload["issuer"]["id"] = json!(WEB);
    });
    let mut document = document(WEB);
    document["verificationMethod"][0]["revoked"] = json!("2025-12-01T00:00:00Z");
    for header in [
        json!({"alg": "EdDSA", "kid": format!("{WEB}#key-1")}),
        json!({"alg": "EdDSA", "jwk": jwk_of(&signer())}),
        json!({"alg": "EdDSA", "kid": did_key()}),
    ] {
        let report = report_with(token(&header, &payload), &evidence(&[(WEB_URL, &document)]));
        assert_only_failure(&report, CheckId::IssuerBinding, "key-revoked");
    }
}

#[test]
fn the_key_set_of_the_issuers_host_is_wanted_then_believed() {
    for header in [
        json!({"alg": "EdDSA", "jwk": jwk_of(&signer())}),
        json!({"alg": "EdDSA", "kid": "key-1"}),
        json!({"alg": "EdDSA", "kid": format!("{KEY_SET}#key-1")}),
    ] {
        let token = token(&header, &payload_of_https_issuer());
        let first = report(&token);
        assert_check(
            &first,
            CheckId::IssuerBinding,
            Outcome::NotChecked,
            "document-not-fetched",
        );
        let wanted = first.wanted.iter().find(|wanted| wanted.url == KEY_SET).unwrap();
        assert_eq!(wanted.kind, WantedKind::Key);
        assert!(wanted.accept.contains("application/jwk-set+json"));
        assert_bound_by(
            &report_with(&token, &evidence(&[(KEY_SET, &key_set("key-1"))])),
            "jwks",
        );
    }
}

#[test]
fn a_key_at_another_address_counts_once_the_issuers_key_set_holds_it() {
    const ELSEWHERE: &str = "https://keys.example/1";
    let token = token(
        &json!({"alg": "EdDSA", "kid": ELSEWHERE}),
        &payload_of_https_issuer(),
    );
    assert!(report(&token).wanted.iter().any(|wanted| wanted.url == ELSEWHERE));
    let key = jwk_of(&signer());
    let both = evidence(&[(ELSEWHERE, &key), (KEY_SET, &key_set("any"))]);
    assert_bound_by(&report_with(&token, &both), "jwks");

    let mut alone = unreachable(&[KEY_SET, ISSUER]);
    alone.insert(ELSEWHERE, answered(key.to_string()));
    assert_good_but_unbound(&report_with(&token, &alone), "key-not-bound");
    let other = json!({"keys": [jwk_of(&other_signer())]});
    let read = report_with(&token, &evidence(&[(ELSEWHERE, &key), (KEY_SET, &other)]));
    assert_only_failure(&read, CheckId::IssuerBinding, "key-not-listed");
}

#[test]
fn a_controller_document_of_the_issuer_binds_the_key() {
    for header in [
        json!({"alg": "EdDSA", "kid": format!("{ISSUER}#key-1")}),
        json!({"alg": "EdDSA", "jwk": jwk_of(&signer())}),
    ] {
        let mut read = unreachable(&[KEY_SET]);
        read.insert(ISSUER, answered(document(ISSUER).to_string()));
        let token = token(&header, &payload_of_https_issuer());
        assert_bound_by(&report_with(token, &read), "controller-document");
    }
}

#[test]
fn a_key_set_that_names_another_issuer_binds_nothing() {
    let mut set = key_set("key-1");
    set["iss"] = json!("https://other.example/");
    let token = token(
        &json!({"alg": "EdDSA", "jwk": jwk_of(&signer())}),
        &payload_of_https_issuer(),
    );
    let report = report_with(token, &evidence(&[(KEY_SET, &set)]));
    assert_only_failure(&report, CheckId::IssuerBinding, "document-of-another");
}

#[test]
fn a_key_set_of_another_host_binds_nothing() {
    const OTHER: &str = "https://other.example/.well-known/jwks.json";
    let token = token(
        &json!({"alg": "EdDSA", "kid": format!("{OTHER}#key-1")}),
        &payload_of_https_issuer(),
    );
    let mut read = unreachable(&[KEY_SET, ISSUER]);
    read.insert(OTHER, answered(key_set("key-1").to_string()));
    assert_good_but_unbound(&report_with(token, &read), "key-not-bound");
}

#[test]
fn a_name_that_the_key_set_does_not_have_is_a_failure() {
    let token = token(
        &json!({"alg": "EdDSA", "kid": "key-2"}),
        &payload_of_https_issuer(),
    );
    let report = report_with(token, &evidence(&[(KEY_SET, &key_set("key-1"))]));
    assert_check(&report, CheckId::Signature, Outcome::NotChecked, "key-not-found");
    assert_only_failure(&report, CheckId::IssuerBinding, "key-not-listed");
}

#[test]
fn a_token_without_any_name_is_verified_with_the_only_key_that_fits_and_with_no_guess() {
    let token = token(&json!({"alg": "EdDSA"}), &payload_of_https_issuer());
    let only = json!({"keys": [jwk_of(&signer())]});
    assert_bound_by(&report_with(&token, &evidence(&[(KEY_SET, &only)])), "jwks");
    let report = report_with(&token, &evidence(&[(KEY_SET, &key_set("key-1"))]));
    assert_check(&report, CheckId::Signature, Outcome::NotChecked, "key-not-found");
    assert_check(
        &report,
        CheckId::IssuerBinding,
        Outcome::NotChecked,
        "not-reached",
    );
}

#[test]
fn a_document_that_is_no_key_set_leaves_the_key_unbound() {
    let token = token(
        &json!({"alg": "EdDSA", "jwk": jwk_of(&signer())}),
        &payload_of_https_issuer(),
    );
    let mut read = unreachable(&[ISSUER]);
    read.insert(KEY_SET, answered("<html></html>"));
    assert_good_but_unbound(&report_with(token, &read), "document-unreadable");
}

#[test]
fn keys_that_cannot_be_read_are_named() {
    for (jwk, code) in [
        (
            json!({"kty": "OKP", "crv": "Ed25519", "x": "AA"}),
            "malformed-key",
        ),
        (json!({"kty": "RSA", "n": "AQAB", "e": "AQAB"}), "wrong-key-type"),
    ] {
        let report = report(token(&json!({"alg": "EdDSA", "jwk": jwk}), &payload()));
        assert_check(&report, CheckId::Signature, Outcome::NotChecked, code);
    }
}
