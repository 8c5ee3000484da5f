//! Many badges by each suite and algorithm, for programs that measure how long it takes to verify one.

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openbadges::did::{key_did, key_verification_method};
use openbadges::key::{Ed25519Signer, P256Signer, P384Signer, Signer};
use openbadges::limits::Limits;
use openbadges::sign::{JwtOptions, SignOptions, sign, sign_jwt};
use openbadges::suite::Cryptosuite;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::VALID_FROM;
use super::proofs::with_contexts_of;
use super::published_rsa_key::PublishedRsaKey;
use super::tokens::public_jwk;
use crate::selective_disclosure;

/// Badges that differ in learner, identifier and result, so that no program can answer from memory.
const BADGES: usize = 100;

const HTTPS_ISSUER: &str = "https://badges.example.org/issuers/1";
const KEY_SET: &str = "https://badges.example.org/.well-known/jwks.json";

/// Badges that are signed in the same way.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Measured {
    /// The suite or algorithm, with the kind of key where the suite uses several.
    pub name: String,
    /// The signed badges.
    pub credentials: Vec<String>,
    /// One of them, with a word changed after it was signed.
    pub changed: String,
    /// What the issuer publishes, by address.
    pub documents: Map<String, Value>,
    /// The key as a JSON Web Key, for programs that must be given it.
    pub jwk: Value,
}

/// Badges by each suite and algorithm that is read here.
///
/// # Errors
/// When one of them is not signed.
pub fn measured() -> Result<Vec<Measured>> {
    let ed25519 = Ed25519Signer::from_seed(&[6; 32]);
    let p256 = P256Signer::from_secret(&[6; 32])?;
    let p384 = P384Signer::from_secret(&[6; 48])?;
    let rsa = PublishedRsaKey::new()?;
    let mut rsa_jwk = PublishedRsaKey::jwk();
    rsa_jwk["kid"] = "summer".into();
    let set = json!({ "keys": [rsa_jwk] });
    Ok(vec![
        proofs(Cryptosuite::EddsaRdfc2022, &ed25519)?,
        proofs(Cryptosuite::EddsaJcs2022, &ed25519)?,
        proofs(Cryptosuite::Ed25519Signature2020, &ed25519)?,
        proofs(Cryptosuite::EcdsaRdfc2019, &p256)?,
        proofs(Cryptosuite::EcdsaRdfc2019, &p384)?,
        proofs(Cryptosuite::EcdsaJcs2019, &p256)?,
        proofs(Cryptosuite::EcdsaJcs2019, &p384)?,
        disclosures(&p256)?,
        tokens("EdDSA", &ed25519, Map::new())?,
        tokens("ES256", &p256, Map::new())?,
        tokens("RS256", &rsa, Map::from_iter([(KEY_SET.to_owned(), set)]))?,
    ])
}

fn proofs(suite: Cryptosuite, signer: &dyn Signer) -> Result<Measured> {
    let key = signer.public_key();
    let options = SignOptions::did_key(signer, VALID_FROM)?.with_cryptosuite(suite);
    let credentials = credentials(|number| {
        let badge = with_contexts_of(suite, badge(&key_did(&key), number))?;
        Ok(sign(&badge, signer, &options, &Limits::default())?)
    })?;
    let name = match suite {
        Cryptosuite::EcdsaRdfc2019 | Cryptosuite::EcdsaJcs2019 => format!("{} {}", suite.name(), key.kind()),
        _ => suite.name().to_owned(),
    };
    measure(name, credentials, changed_json, Map::new(), public_jwk(&key))
}

/// Everything is shown; the issuer alone must be.
fn disclosures(signer: &dyn Signer) -> Result<Measured> {
    let key = signer.public_key();
    let options = json!({
        "type": "DataIntegrityProof",
        "cryptosuite": "ecdsa-sd-2023",
        "created": "2026-06-03T12:00:00Z",
        "verificationMethod": key_verification_method(&key),
        "proofPurpose": "assertionMethod",
    });
    let credentials = credentials(|number| {
        let badge = badge(&key_did(&key), number);
        let members = badge.as_object().context("a badge is an object")?.keys();
        let shown: Vec<String> = members
            .filter(|name| *name != "@context")
            .map(|name| format!("/{name}"))
            .collect();
        let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
        let derived = selective_disclosure::derive(&badge, &options, signer, &["/issuer"], &shown)?;
        Ok(derived.to_string())
    })?;
    let name = Cryptosuite::EcdsaSd2023.name().to_owned();
    measure(name, credentials, changed_json, Map::new(), public_jwk(&key))
}

fn tokens(algorithm: &str, signer: &dyn Signer, documents: Map<String, Value>) -> Result<Measured> {
    let key = signer.public_key();
    // An RSA key has no `did:key`: its issuer publishes it.
    let (issuer, key_id) = if documents.is_empty() {
        (key_did(&key), key_verification_method(&key))
    } else {
        (HTTPS_ISSUER.to_owned(), "summer".to_owned())
    };
    let options = JwtOptions::new(key_id, VALID_FROM);
    let credentials = credentials(|number| {
        Ok(sign_jwt(
            &badge(&issuer, number),
            signer,
            &options,
            &Limits::default(),
        )?)
    })?;
    let jwk = match documents.is_empty() {
        true => public_jwk(&key),
        false => PublishedRsaKey::jwk(),
    };
    measure(
        format!("VC-JWT {algorithm}"),
        credentials,
        changed_token,
        documents,
        jwk,
    )
}

fn credentials(signed: impl Fn(usize) -> Result<String>) -> Result<Vec<String>> {
    (0..BADGES).map(signed).collect()
}

fn measure(
    name: String,
    credentials: Vec<String>,
    change: fn(&str) -> Result<String>,
    documents: Map<String, Value>,
    jwk: Value,
) -> Result<Measured> {
    let changed = change(credentials.first().context("there is a badge")?)?;
    Ok(Measured {
        name,
        credentials,
        changed,
        documents,
        jwk,
    })
}

fn changed_json(credential: &str) -> Result<String> {
    let changed = credential.replacen("Example School", "Example Schoo1", 1);
    ensure!(changed != credential, "nothing to change");
    Ok(changed)
}

fn changed_token(token: &str) -> Result<String> {
    let parts: Vec<&str> = token.split('.').collect();
    let [header, payload, signature] = parts[..] else {
        anyhow::bail!("a token has three parts")
    };
    let payload = String::from_utf8(URL_SAFE_NO_PAD.decode(payload)?)?;
    let payload = URL_SAFE_NO_PAD.encode(changed_json(&payload)?);
    Ok(format!("{header}.{payload}.{signature}"))
}

/// A course's badge of about four kilobytes, as issuers write it who use what the standard offers.
fn badge(issuer: &str, number: usize) -> Value {
    let description = "urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f0201";
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": format!("https://badges.example.org/b/{number:08x}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Laser cutter, level 1",
        "issuer": {
            "id": issuer,
            "type": ["Profile"],
            "name": "Example School",
            "url": "https://badges.example.org/",
            "email": "badges@example.org",
            "description": "A school that teaches by making things.",
            "image": { "id": "https://badges.example.org/logo.svg", "type": "Image" },
        },
        "validFrom": "2026-06-03T12:00:00Z",
        "validUntil": "2031-06-03T12:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject",
                "hashed": true,
                "identityHash": format!("sha256${number:064x}"),
                "identityType": "emailAddress",
                "salt": "deadsea",
            }],
            "achievement": {
                "id": "https://badges.example.org/achievements/laser",
                "type": ["Achievement"],
                "achievementType": "Badge",
                "name": "Laser cutter, level 1",
                "description": "Can prepare a drawing, cut it out of plywood and leave the machine clean, alone.",
                "criteria": {
                    "id": "https://badges.example.org/achievements/laser/criteria",
                    "narrative": CRITERIA,
                },
                "image": {
                    "id": "https://badges.example.org/achievements/laser.png",
                    "type": "Image",
                    "caption": "A red beam on a sheet of plywood",
                },
                "creator": { "id": issuer, "type": ["Profile"] },
                "inLanguage": "en",
                "tag": ["laser", "workshop", "safety"],
                "alignment": [alignment("operate laser cutting equipment", "a1"), alignment("wear protective gear", "b2")],
                "resultDescription": [{
                    "id": description,
                    "type": ["ResultDescription"],
                    "name": "Quiz",
                    "resultType": "Percent",
                    "valueMin": "0",
                    "valueMax": "100",
                }],
            },
            "result": [{
                "type": ["Result"],
                "resultDescription": description,
                "value": (number % 21 + 80).to_string(),
            }],
        },
    })
}

fn alignment(name: &str, code: &str) -> Value {
    json!({
        "type": ["Alignment"],
        "targetName": name,
        "targetUrl": format!("http://data.europa.eu/esco/skill/{code}"),
        "targetFramework": "ESCO",
        "targetCode": code,
        "targetDescription": "A skill of the European classification of skills, competences and occupations.",
        "targetType": "ceasn:Competency",
    })
}

const CRITERIA: &str = "The learner passed the quiz on safety with **80 %** or more, drew a box with six sides and \
finger joints, chose speed and power for three millimetres of plywood from the table on the wall, and cut the box \
under the eyes of a supervisor.\n\n- The drawing has no double lines.\n- The first cut is tried on a piece of waste.\n\
- Nobody leaves the machine while it runs.\n- The bed, the lens and the filter are clean afterwards.\n\nTwo of the \
learner's peers looked at the finished box and found that it closes. The box stays with the learner, and the drawing \
goes to the workshop's shelf.";
