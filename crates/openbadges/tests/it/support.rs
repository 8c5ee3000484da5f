//! Badges to verify: one good one, and ways to break just one thing about it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openbadges::bake::bake;
use openbadges::did::{key_did, key_verification_method};
use openbadges::key::{Ed25519Signer, PublicKey, Signer, SignerError};
use openbadges::limits::Limits;
use openbadges::model::Iri;
use openbadges::sign::{JwtOptions, SignOptions, sign, sign_jwt};
use openbadges::suite::Cryptosuite;
use openbadges::verify::{CheckId, Document, Evidence, Outcome, Policy, Report, verify};
use rsa::{BigUint, Pkcs1v15Sign, RsaPrivateKey};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use time::OffsetDateTime;
use time::macros::datetime;

use crate::bake_png::picture;

/// The moment at which the tests take place.
pub(crate) const NOW: OffsetDateTime = datetime!(2026-06-01 12:00 UTC);

pub(crate) fn signer() -> Ed25519Signer {
    Ed25519Signer::from_seed(&[7; 32])
}

pub(crate) fn other_signer() -> Ed25519Signer {
    Ed25519Signer::from_seed(&[8; 32])
}

/// An unsigned badge whose issuer is the `did:key` of [`signer`].
pub(crate) fn badge() -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:uuid:8dd7c1b4-5c0c-4b42-8a25-4a3c3f5b7f10",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": key_did(&signer().public_key()), "type": ["Profile"], "name": "Issuer One"},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject",
                "hashed": false,
                "identityHash": "learner.one@example.org",
                "identityType": "emailAddress",
            }],
            "achievement": {
                "id": "https://badges.example/achievements/1",
                "type": ["Achievement"],
                "name": "Laser cutting, level 1",
                "description": "Cuts plywood safely.",
                "criteria": {"narrative": "Cut a box that closes."},
            },
        },
    })
}

/// The badge after `change`.
pub(crate) fn badge_with(change: impl FnOnce(&mut Value)) -> Value {
    let mut badge = badge();
    change(&mut badge);
    badge
}

/// The credential signed by [`signer`], named by its `did:key`.
pub(crate) fn signed(credential: &Value) -> String {
    let options = SignOptions::did_key(&signer(), datetime!(2026-01-01 10:00 UTC)).unwrap();
    sign(credential, &signer(), &options, &Limits::default()).unwrap()
}

/// The credential as an object, signed by `signer` and named by its `did:key`, as it stands inside another.
pub(crate) fn as_object(credential: &Value, signer: &Ed25519Signer) -> Value {
    let options = SignOptions::did_key(signer, datetime!(2026-01-01 10:00 UTC)).unwrap();
    let text = sign(credential, signer, &options, &Limits::default()).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The credential as a token, signed by `signer` and named by its `did:key`.
pub(crate) fn as_token(credential: &Value, signer: &Ed25519Signer) -> Value {
    let key_id = key_verification_method(&signer.public_key());
    let options = JwtOptions::new(key_id, datetime!(2026-01-01 10:00 UTC));
    let token = sign_jwt(credential, signer, &options, &Limits::default()).unwrap();
    token.into()
}

/// The credential signed by [`signer`] under another name of its key.
pub(crate) fn signed_as(credential: &Value, verification_method: &str) -> String {
    let name = Iri::new(verification_method).unwrap();
    let options = SignOptions::new(name, datetime!(2026-01-01 10:00 UTC));
    sign(credential, &signer(), &options, &Limits::default()).unwrap()
}

/// The RSA key of [RFC 7515](https://www.rfc-editor.org/rfc/rfc7515#appendix-A.2): its private half is for all to see.
pub(crate) struct PublishedRsaKey;

impl PublishedRsaKey {
    const MODULUS: &str = "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";
    const PRIMES: [&str; 2] = [
        "4BzEEOtIpmVdVEZNCqS7baC4crd0pqnRH_5IB3jw3bcxGn6QLvnEtfdUdiYrqBdss1l58BQ3KhooKeQTa9AB0Hw_Py5PJdTJNPY8cQn7ouZ2KKDcmnPGBY5t7yLc1QlQ5xHdwW1VhvKn-nXqhJTBgIPgtldC-KDV5z-y2XDwGUc",
        "uQPEfgmVtjL0Uyyx88GZFF1fOunH3-7cepKmtH4pxhtCoHqpWmT8YAmZxaewHgHAjLYsp1ZSe7zFYHj7C6ul7TjeLQeZD_YwD66t62wDmpe_HlB-TnBA-njbglfIsRLtXlnDzQkv5dTltRJ11BKBBypeeF6689rjcJIDEz9RWdc",
    ];

    /// The public half as text.
    pub(crate) const PEM: &str = "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAofgWCuLjybRlzo0tZWJj\nNiuSfb4p4fAkd/wWJcyQoTbji9k0l8W26mPddxHmfHQp+Vaw+4qPCJrcS2mJPMEz\nP1Pt0Bm4d4QlL+yRT+SFd2lZS+pCgNMsD1W/YpRPEwOWvG6b32690r2jZ47soMZo\n9wGzjb/7OMg0LOL+bSf63kpaSHSXndS5z5rexMdbBYUsLA9e+KXBdQOS+UTo7WTB\nEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6/I5IhlJH7aGhyxX\nFvUK+DWNmoudF8NAco9/h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXp\noQIDAQAB\n-----END PUBLIC KEY-----\n";

    pub(crate) fn jwk() -> Value {
        json!({"kty": "RSA", "n": Self::MODULUS, "e": "AQAB"})
    }
}

impl Signer for PublishedRsaKey {
    fn public_key(&self) -> PublicKey {
        PublicKey::from_jwk(&Self::jwk()).unwrap()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        let [p, q] =
            Self::PRIMES.map(|prime| BigUint::from_bytes_be(&URL_SAFE_NO_PAD.decode(prime).unwrap()));
        let key = RsaPrivateKey::from_p_q(p, q, BigUint::from(65_537_u32)).unwrap();
        let scheme = Pkcs1v15Sign {
            hash_len: Some(32),
            prefix: hex::decode("3031300d060960864801650304020105000420")
                .unwrap()
                .into(),
        };
        Ok(key.sign(scheme, &Sha256::digest(message)).unwrap())
    }
}

/// A token with just this header and this payload, rightly signed.
pub(crate) fn token_by(signer: &dyn Signer, header: &Value, payload: &Value) -> String {
    let input = [header, payload]
        .map(|part| URL_SAFE_NO_PAD.encode(part.to_string()))
        .join(".");
    let signature = signer.sign(input.as_bytes()).unwrap();
    format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// The members of a proof without its value, by the `did:key` of [`signer`].
pub(crate) fn proof_options() -> Map<String, Value> {
    let options = json!({
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-01-01T10:00:00Z",
        "verificationMethod": key_verification_method(&signer().public_key()),
        "proofPurpose": "assertionMethod",
    });
    options.as_object().unwrap().clone()
}

/// A proof over `credential` with just these options, rightly signed.
pub(crate) fn proof(credential: &Value, options: &Map<String, Value>) -> Value {
    proof_by(Cryptosuite::EddsaRdfc2022, &signer(), credential, options)
}

/// The same by another suite and signer, whatever the options say.
pub(crate) fn proof_by(
    suite: Cryptosuite,
    signer: &dyn Signer,
    credential: &Value,
    options: &Map<String, Value>,
) -> Value {
    let key = signer.public_key();
    let input = suite
        .hash_input(&key, credential.as_object().unwrap(), options, &Limits::default())
        .unwrap();
    let mut proof = options.clone();
    proof.insert(
        "proofValue".to_owned(),
        suite.sign(&input, signer).unwrap().into(),
    );
    Value::Object(proof)
}

pub(crate) fn with_proof(credential: &Value, proof: Value) -> String {
    let mut credential = credential.clone();
    credential["proof"] = proof;
    credential.to_string()
}

/// What verification says, with nothing fetched.
pub(crate) fn report(input: impl AsRef<[u8]>) -> Report {
    report_with(input, &Evidence::new())
}

pub(crate) fn report_with(input: impl AsRef<[u8]>, evidence: &Evidence) -> Report {
    verify(input.as_ref(), evidence, NOW, &Policy::default())
}

/// The badge by itself, in a PNG and in an SVG.
pub(crate) fn in_each_container(badge: &str) -> [Vec<u8>; 3] {
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg"/>"#;
    [
        badge.as_bytes().to_vec(),
        bake(&picture(), badge).unwrap(),
        bake(svg, badge).unwrap(),
    ]
}

/// Evidence in which no server answers for these addresses.
pub(crate) fn unreachable(urls: &[&str]) -> Evidence {
    let mut evidence = Evidence::new();
    for url in urls {
        let reason = "timeout".to_owned();
        evidence.insert(*url, Document::Unreachable { reason });
    }
    evidence
}

/// Evidence in which each address answers with this JSON.
pub(crate) fn evidence(documents: &[(&str, &Value)]) -> Evidence {
    let mut evidence = Evidence::new();
    for (url, document) in documents {
        evidence.insert(*url, answered(document.to_string()));
    }
    evidence
}

pub(crate) fn answered(body: impl Into<Vec<u8>>) -> Document {
    Document::Answered {
        status: 200,
        content_type: Some("application/json".to_owned()),
        body: body.into(),
    }
}

/// Asserts how check `id` ended, and why.
#[track_caller]
pub(crate) fn assert_check(report: &Report, id: CheckId, outcome: Outcome, code: &str) {
    let check = report.check(id).unwrap();
    assert_eq!(
        (check.outcome, check.code.as_str()),
        (outcome, code),
        "{id:?}: {check:#?}"
    );
}

/// Asserts that check `id` is the only one that failed, and why.
#[track_caller]
pub(crate) fn assert_only_failure(report: &Report, id: CheckId, code: &str) {
    assert_check(report, id, Outcome::Failed, code);
    let failed: Vec<_> = report
        .checks
        .iter()
        .filter(|check| check.outcome == Outcome::Failed)
        .collect();
    assert_eq!(failed.len(), 1, "{failed:#?}");
}

/// The codes of the remarks beside check `id`.
pub(crate) fn notes(report: &Report, id: CheckId) -> Vec<&'static str> {
    report
        .check(id)
        .unwrap()
        .notes
        .iter()
        .map(|note| note.code.as_str())
        .collect()
}
