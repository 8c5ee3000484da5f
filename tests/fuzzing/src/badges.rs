//! Badges that the targets build upon, signed here, and verification to its end.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openbadges::did::{key_did, key_verification_method};
use openbadges::key::{Ed25519Signer, Signer as _};
use openbadges::limits::Limits;
use openbadges::sign::{SignOptions, sign};
use openbadges::verify::{Document, Evidence, Policy, Report, Wanted, verify};
use serde_json::{Map, Value, json};
use time::OffsetDateTime;
use time::macros::datetime;

/// The moment at which everything takes place.
pub(crate) const NOW: OffsetDateTime = datetime!(2026-06-01 12:00 UTC);

/// How often documents are fetched before a verification is given up.
const MAX_ROUNDS: usize = 4;

/// Most documents that one verification is given.
const MAX_DOCUMENTS: usize = 16;

pub(crate) fn signer() -> Ed25519Signer {
    Ed25519Signer::from_seed(&[7; 32])
}

/// The issuer: the `did:key` of [`signer`].
pub(crate) fn issuer() -> String {
    key_did(&signer().public_key())
}

/// The name of the issuer's key.
pub(crate) fn key_id() -> String {
    key_verification_method(&signer().public_key())
}

/// An unsigned badge of [`issuer`] with these statuses.
pub(crate) fn badge(statuses: Value) -> Map<String, Value> {
    let mut badge = json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:uuid:8dd7c1b4-5c0c-4b42-8a25-4a3c3f5b7f10",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer(), "type": ["Profile"], "name": "Issuer One"},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:learner",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://badges.example/achievements/1",
                "type": ["Achievement"],
                "name": "Laser cutting, level 1",
                "description": "Cuts plywood safely.",
                "criteria": {"narrative": "Cut a box that closes."},
            },
        },
    });
    if statuses != Value::Null
        && let Some(members) = badge.as_object_mut()
    {
        members.insert("credentialStatus".to_owned(), statuses);
    }
    match badge {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// The document signed by [`signer`] in place of any proof that it has; `None` where it cannot be signed.
pub(crate) fn signed(mut document: Map<String, Value>) -> Option<String> {
    document.remove("proof");
    let signer = signer();
    let options = SignOptions::did_key(&signer, datetime!(2026-01-01 10:00 UTC)).ok()?;
    sign(&document, &signer, &options, &Limits::default()).ok()
}

/// A token of [`signer`] with this header and this payload, as they stand.
pub(crate) fn token(header: &[u8], payload: &[u8]) -> String {
    let input = format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(header),
        URL_SAFE_NO_PAD.encode(payload)
    );
    let signature = signer().sign(input.as_bytes()).unwrap_or_default();
    format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// Verifies `input` until nothing more is wanted; `answer` is what each address answers with.
pub(crate) fn verified(input: &[u8], answer: impl Fn(&Wanted) -> Vec<u8>) -> Report {
    let policy = Policy::default();
    let mut evidence = Evidence::new();
    let mut documents: usize = 0;
    let mut report = verify(input, &evidence, NOW, &policy);
    for _ in 0..MAX_ROUNDS {
        let before = documents;
        for wanted in report.wanted.iter().take(MAX_DOCUMENTS.saturating_sub(documents)) {
            let body = answer(wanted);
            evidence.insert(
                wanted.url.clone(),
                Document::Answered {
                    status: 200,
                    content_type: None,
                    body,
                },
            );
            documents += 1;
        }
        if documents == before {
            break;
        }
        report = verify(input, &evidence, NOW, &policy);
    }
    report
}
