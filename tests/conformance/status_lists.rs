//! Status lists that others signed, looked up for badges made here: the bits, the length and the signer.

use std::fs;
use std::process::ExitCode;

use anyhow::Result;
use blason_tests::suite::{self, Vector};
use libtest_mimic::Failed;
use openbadges::did::key_did;
use openbadges::key::{Ed25519Signer, Signer as _};
use openbadges::limits::Limits;
use openbadges::sign::{SignOptions, sign};
use openbadges::verify::{CheckId, Document, Evidence, Policy, verify};
use serde_json::json;
use time::OffsetDateTime;
use time::macros::datetime;

const SUITE: &str = "status lists";

const NOW: OffsetDateTime = datetime!(2026-11-01 00:00 UTC);

/// One entry of a list, and what `status` should say.
struct Expectation {
    /// The list's file among the vectors.
    list: &'static str,
    /// The address that the list gives itself.
    url: &'static str,
    index: u64,
    /// Outcome, code, and a datum where it says more.
    status: (&'static str, &'static str),
    datum: Option<(&'static str, u64)>,
    why: &'static str,
}

const ONE_EDTECH: &str = "1edtech-validator/ob30/bit-string-list/testlist";
const ONE_EDTECH_URL: &str = "https://example.com/credentials/status/3";
const DCC: &str = "dcc-verifier-core/status/e5WK8CbZ1GjycuPombrj";
const DCC_URL: &str = "https://testing.dcconsortium.org/status/e5WK8CbZ1GjycuPombrj";

const EXPECTED: [Expectation; 4] = [
    Expectation {
        list: ONE_EDTECH,
        url: ONE_EDTECH_URL,
        index: 23,
        status: ("failed", "revoked"),
        datum: None,
        why: "its only set bit",
    },
    Expectation {
        list: ONE_EDTECH,
        url: ONE_EDTECH_URL,
        index: 24,
        status: ("warning", "not-revoked"),
        datum: None,
        why: "the bit beside it; the list is another issuer's than the badge",
    },
    Expectation {
        list: ONE_EDTECH,
        url: ONE_EDTECH_URL,
        index: 131_072,
        status: ("failed", "status-index-out-of-range"),
        datum: Some(("length", 131_072)),
        why: "one past its last bit",
    },
    Expectation {
        list: DCC,
        url: DCC_URL,
        index: 2,
        status: ("failed", "status-list-too-short"),
        datum: Some(("length", 100_000)),
        why: "shorter than the specification asks for, whatever its bits say",
    },
];

fn main() -> ExitCode {
    let vectors = EXPECTED.iter().map(|expected| {
        let path = blason_tests::vectors("").map(|folder| folder.join(expected.list));
        match path.filter(|path| path.is_file()) {
            Some(path) => Vector::new(SUITE, format!("{} {}", expected.list, expected.why), move || {
                judge(expected, fs::read(&path)?)
            }),
            None => Vector::absent(SUITE),
        }
    });
    suite::run(vectors.collect())
}

fn judge(expected: &Expectation, list: Vec<u8>) -> Result<(), Failed> {
    let mut evidence = Evidence::new();
    evidence.insert(expected.url, answered(list));
    // The samples of 1EdTech carry their key in the fragment of an address; here that address lists it.
    evidence.insert("https://1edtech.edu/issuers/565049", answered(issuer_document()));
    let report = verify(badge(expected)?.as_bytes(), &evidence, NOW, &Policy::default());
    let check = report.check(CheckId::Status).ok_or("no status check")?;
    let found = (serde_json::to_value(check.outcome)?, check.code.as_str());
    let (outcome, code) = expected.status;
    let datum_differs = expected
        .datum
        .is_some_and(|(name, value)| check.data.get(name) != Some(&value.into()));
    if found != (json!(outcome), code) || datum_differs {
        return Err(format!("expected {outcome} {code} {:?}, got {check:#?}", expected.datum).into());
    }
    Ok(())
}

/// A badge that names the list.
fn badge(expected: &Expectation) -> Result<String> {
    let signer = Ed25519Signer::from_seed(&[7; 32]);
    let credential = json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:uuid:8dd7c1b4-5c0c-4b42-8a25-4a3c3f5b7f10",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": key_did(&signer.public_key()), "type": ["Profile"]},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {"type": ["AchievementSubject"], "id": "did:example:learner-one", "achievement": {
            "id": "urn:uuid:8dd7c1b4-5c0c-4b42-8a25-4a3c3f5b7f11", "type": ["Achievement"], "name": "One",
            "description": "One.", "criteria": {"narrative": "One."},
        }},
        "credentialStatus": {
            "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
            "statusListIndex": expected.index.to_string(), "statusListCredential": expected.url,
        },
    });
    let options = SignOptions::did_key(&signer, NOW)?;
    Ok(sign(&credential, &signer, &options, &Limits::default())?)
}

fn issuer_document() -> Vec<u8> {
    const ISSUER: &str = "https://1edtech.edu/issuers/565049";
    const KEY: &str = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";
    let method = json!({
        "id": format!("{ISSUER}#{KEY}"), "type": "Multikey", "controller": ISSUER, "publicKeyMultibase": KEY,
    });
    json!({"id": ISSUER, "assertionMethod": [method]})
        .to_string()
        .into_bytes()
}

fn answered(body: Vec<u8>) -> Document {
    Document::Answered {
        status: 200,
        content_type: None,
        body,
    }
}
