//! Badges in the form of a token.

mod claims;
mod header;
mod key;
mod trace;

use base64::Engine as _;
use base64::engine::general_purpose::{URL_SAFE, URL_SAFE_NO_PAD};
use openbadges::bake::bake;
use openbadges::key::{P256Signer, P384Signer, PublicKey, Signer};
use openbadges::limits::Limits;
use openbadges::sign::{JwtOptions, SignError, sign_jwt};
use openbadges::verify::{CheckId, Encoding, Outcome, Verdict};
use serde_json::{Map, Value, json};
use time::macros::datetime;

use crate::bake_png::picture;
use crate::support::{
    PublishedRsaKey, assert_check, assert_only_failure, badge, badge_with, evidence, notes, report,
    report_with, signer, token_by,
};

pub(crate) const ISSUER: &str = "https://badges.example/issuers/1";
pub(crate) const KEY_SET: &str = "https://badges.example/.well-known/jwks.json";

/// When the tests' tokens are signed.
const SIGNED: i64 = 1_767_261_600;
/// `validFrom` of the tests' badge.
const VALID_FROM: i64 = 1_767_225_600;
const LEARNER: &str = "did:example:learner-one";

/// The public half of `signer` as a JSON Web Key.
pub(crate) fn jwk_of(signer: &dyn Signer) -> Value {
    match signer.public_key() {
        PublicKey::Ed25519(key) => {
            json!({"kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode(key.as_bytes())})
        }
        PublicKey::P256(key) => {
            let point = key.to_sec1_point(false);
            let (x, y) = point.as_bytes()[1..].split_at(32);
            json!({"kty": "EC", "crv": "P-256", "x": URL_SAFE_NO_PAD.encode(x), "y": URL_SAFE_NO_PAD.encode(y)})
        }
        PublicKey::Rsa(_) => PublishedRsaKey::jwk(),
        other => unreachable!("no test signs with {other:?}"),
    }
}

pub(crate) fn token(header: &Value, payload: &Value) -> String {
    token_by(&signer(), header, payload)
}

/// A header that leads to the key of [`signer`] through the issuer's `did:key`.
pub(crate) fn header() -> Value {
    json!({"alg": "EdDSA", "typ": "JWT", "kid": did_key()})
}

fn did_key() -> String {
    openbadges::did::key_verification_method(&signer().public_key())
}

/// The badge of [`signer`]'s `did:key` with every claim that repeats it.
pub(crate) fn payload() -> Value {
    with_claims(badge_with(|badge| {
        badge["credentialSubject"]["id"] = json!(LEARNER)
    }))
}

pub(crate) fn payload_with(change: impl FnOnce(&mut Value)) -> Value {
    let mut payload = payload();
    change(&mut payload);
    payload
}

/// The badge of the issuer [`ISSUER`] with every claim that repeats it.
pub(crate) fn payload_of_https_issuer() -> Value {
    with_claims(badge_with(|badge| {
        badge["credentialSubject"]["id"] = json!(LEARNER);
        badge["issuer"]["id"] = json!(ISSUER);
    }))
}

pub(crate) fn with_claims(mut badge: Value) -> Value {
    let claims = json!({
        "iss": badge["issuer"]["id"], "sub": LEARNER, "jti": badge["id"], "nbf": VALID_FROM, "iat": SIGNED,
    });
    badge
        .as_object_mut()
        .unwrap()
        .extend(claims.as_object().unwrap().clone());
    badge
}

/// The credential of `payload` in a `vc` claim, with the claims beside it.
pub(crate) fn in_vc_claim(payload: &Value) -> Value {
    let (claims, vc): (Map<_, _>, Map<_, _>) = payload
        .as_object()
        .unwrap()
        .clone()
        .into_iter()
        .partition(|(name, _)| ["iss", "sub", "jti", "nbf", "exp", "iat"].contains(&name.as_str()));
    let mut payload = Value::Object(claims);
    payload["vc"] = Value::Object(vc);
    payload
}

#[test]
fn each_algorithm_is_verified_with_the_key_in_the_issuers_key_set() {
    let p256 = P256Signer::from_secret(&[7; 32]).unwrap();
    let signers: [(&dyn Signer, &str); 3] = [
        (&signer(), "EdDSA"),
        (&p256, "ES256"),
        (&PublishedRsaKey, "RS256"),
    ];
    for (signer, alg) in signers {
        let options = JwtOptions::new(format!("{KEY_SET}#key-1"), datetime!(2026-01-01 10:00 UTC));
        let credential = badge_with(|badge| {
            badge["credentialSubject"]["id"] = json!(LEARNER);
            badge["issuer"]["id"] = json!(ISSUER);
        });
        let token = sign_jwt(&credential, signer, &options, &Limits::default()).unwrap();
        let mut jwk = jwk_of(signer);
        jwk["kid"] = json!("key-1");
        let report = report_with(&token, &evidence(&[(KEY_SET, &json!({"keys": [jwk]}))]));
        assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
        assert_check(&report, CheckId::Signature, Outcome::Passed, "signature-good");
        assert_eq!(report.check(CheckId::IssuerBinding).unwrap().data["by"], "jwks");
        assert_eq!(report.format.encoding, Some(Encoding::Jwt));
        assert_eq!(report.format.proof.as_deref(), Some(alg));
        assert_eq!(
            report.credential.unwrap().issuer.unwrap().domain.as_deref(),
            Some("badges.example")
        );
    }
}

#[test]
fn a_changed_payload_or_header_does_not_match_for_any_algorithm() {
    let p256 = P256Signer::from_secret(&[7; 32]).unwrap();
    let signers: [(&dyn Signer, &str); 3] = [
        (&signer(), "EdDSA"),
        (&p256, "ES256"),
        (&PublishedRsaKey, "RS256"),
    ];
    for (signer, alg) in signers {
        let header = json!({"alg": alg, "jwk": jwk_of(signer)});
        let good = token_by(signer, &header, &payload_of_https_issuer());
        let other = token_by(signer, &header, &{
            let mut other = payload_of_https_issuer();
            other["name"] = json!("Another badge");
            other
        });
        let (signed, _) = good.rsplit_once('.').unwrap();
        let (_, signature) = other.rsplit_once('.').unwrap();
        let report = report(format!("{signed}.{signature}"));
        assert_only_failure(&report, CheckId::Signature, "changed-after-signing");
    }
}

#[test]
fn the_shapes_are_told_apart_by_content_whatever_the_type_says() {
    for payload in [payload(), in_vc_claim(&payload())] {
        for typ in [
            None,
            Some("JWT"),
            Some("vc+jwt"),
            Some("vc+ld+jwt"),
            Some("application/vc+jwt"),
        ] {
            let mut header = header();
            header["typ"] = json!(typ);
            let report = report(token(&header, &payload));
            assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
            assert_check(&report, CheckId::Signature, Outcome::Passed, "signature-good");
        }
    }
}

#[test]
fn a_token_in_each_container_is_verified() {
    let token = token(&header(), &payload());
    let svg = bake(br#"<svg xmlns="http://www.w3.org/2000/svg"/>"#, &token).unwrap();
    for input in [svg, bake(&picture(), &token).unwrap(), token.into_bytes()] {
        let report = report(&input);
        assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
        assert_check(&report, CheckId::Format, Outcome::Passed, "badge-found");
        assert_eq!(report.format.version.as_deref(), Some("3.0"));
    }
}

#[test]
fn padding_and_a_line_end_are_tolerated_with_a_remark() {
    let line = report(token(&header(), &payload()) + "\n");
    assert_eq!(notes(&line, CheckId::Format), ["surrounding-space"]);
    assert_eq!(line.verdict, Verdict::Verified);

    // 64 bytes of signature always need padding.
    let input = [header(), payload()]
        .map(|part| URL_SAFE.encode(part.to_string()))
        .join(".");
    let signature = URL_SAFE.encode(signer().sign(input.as_bytes()).unwrap());
    let padded = report(format!("{input}.{signature}"));
    assert_eq!(notes(&padded, CheckId::Format), ["padded-token"], "{padded:#?}");
    assert_eq!(padded.verdict, Verdict::Verified);
}

#[test]
fn parts_that_cannot_be_read_fail_the_format() {
    let twice = URL_SAFE_NO_PAD.encode(r#"{"alg":"none","alg":"EdDSA"}"#);
    let whole = URL_SAFE_NO_PAD.encode(payload().to_string());
    assert_only_failure(
        &report(format!("{twice}.{whole}.AA")),
        CheckId::Format,
        "duplicate-member-names",
    );
    let head = URL_SAFE_NO_PAD.encode(header().to_string());
    assert_only_failure(
        &report(format!("{head}.{whole}.A")),
        CheckId::Format,
        "unreadable-badge",
    );
    assert_only_failure(
        &report(format!("{head}.MQ.AA")),
        CheckId::Format,
        "unreadable-badge",
    );
    assert_only_failure(
        &report(token(&header(), &json!({"sub": "someone"}))),
        CheckId::Format,
        "no-badge",
    );
}

#[test]
fn words_that_no_context_defines_fail_the_context_and_are_not_shown() {
    for payload in [
        payload_with(|payload| payload["credentialSubject"]["gradeHonours"] = json!("first class")),
        // Who writes both shapes at once is read as the whole payload.
        payload_with(|payload| payload["vc"] = json!({"type": "VerifiableCredential"})),
    ] {
        let report = report(token(&header(), &payload));
        assert_only_failure(&report, CheckId::Context, "undefined-term");
        assert_check(&report, CheckId::Signature, Outcome::Passed, "signature-good");
        assert_eq!(report.credential, None);
    }
}

#[test]
fn the_other_checks_read_the_credential_of_a_token_as_any_other() {
    let report = report(token(
        &header(),
        &payload_with(|payload| {
            payload["credentialSubject"]["achievement"]
                .as_object_mut()
                .unwrap()
                .remove("criteria");
        }),
    ));
    assert_only_failure(&report, CheckId::Structure, "missing-member");
}

#[test]
fn only_a_sound_credential_is_signed_and_only_by_a_key_that_fits() {
    let options = JwtOptions::new(did_key(), datetime!(2026-01-01 10:00 UTC));
    let code = |credential: &Value, signer: &dyn Signer| {
        let signed: Result<String, SignError> = sign_jwt(credential, signer, &options, &Limits::default());
        signed.unwrap_err().code()
    };
    assert_eq!(
        code(&badge_with(|badge| badge["proof"] = json!({})), &signer()),
        "already-signed"
    );
    assert_eq!(
        code(&badge_with(|badge| badge["motto"] = json!("x")), &signer()),
        "undefined-term"
    );
    let p384 = P384Signer::from_secret(&[7; 48]).unwrap();
    assert_eq!(code(&badge(), &p384), "unsupported-key");
}
