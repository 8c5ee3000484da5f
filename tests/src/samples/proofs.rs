//! One badge by each suite and kind of key.

use anyhow::{Context, Result};
use openbadges::did::key_did;
use openbadges::key::{Ed25519Signer, P256Signer, P384Signer, Signer};
use openbadges::limits::Limits;
use openbadges::sign::{SignOptions, sign};
use openbadges::suite::Cryptosuite;
use openbadges::vocab::ED25519_SIGNATURE_2020;
use serde_json::{Value, json};

use super::{Sample, VALID_FROM};

/// The context that defines `Ed25519Signature2020`.
const ED25519_2020: &str = "https://w3id.org/security/suites/ed25519-2020/v1";

/// A badge by the `did:key` of each kind of key, for each suite that signs with such keys; named
/// `ecdsa-rdfc-2019 P-256`.
///
/// # Errors
/// When the core does not sign one of them.
pub fn proofs() -> Result<Vec<Sample>> {
    let signers: [Box<dyn Signer>; 3] = [
        Box::new(Ed25519Signer::from_seed(&[4; 32])),
        Box::new(P256Signer::from_secret(&[4; 32])?),
        Box::new(P384Signer::from_secret(&[4; 48])?),
    ];
    let mut samples = Vec::new();
    for signer in &signers {
        for suite in Cryptosuite::ALL.into_iter().filter(|suite| suite.signs()) {
            let uses_ed25519 = Cryptosuite::for_key(&signer.public_key()) == Some(Cryptosuite::EddsaRdfc2022);
            if suite.name().starts_with("ecdsa") != uses_ed25519 {
                samples.push(sample(suite, signer.as_ref())?);
            }
        }
    }
    Ok(samples)
}

fn sample(suite: Cryptosuite, signer: &dyn Signer) -> Result<Sample> {
    let key = signer.public_key();
    let badge = with_contexts_of(suite, badge(&key_did(&key)))?;
    let options = SignOptions::did_key(signer, VALID_FROM)?.with_cryptosuite(suite);
    let signed = sign(&badge, signer, &options, &Limits::default())?;
    Ok(Sample::new(format!("{} {}", suite.name(), key.kind()), signed))
}

/// The badge with the contexts that a suite needs beside its own.
pub(super) fn with_contexts_of(suite: Cryptosuite, mut badge: Value) -> Result<Value> {
    if suite.proof_type() == ED25519_SIGNATURE_2020 {
        let contexts = badge["@context"].as_array_mut();
        contexts.context("contexts are a list")?.push(ED25519_2020.into());
    }
    Ok(badge)
}

/// Numbers, letters beyond ASCII and lists, which canonical forms are easily wrong about.
pub(super) fn badge(issuer: &str) -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "https://badges.example.org/b/2c41",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Fraiseuse à commande numérique 🛠️",
        "issuer": { "id": issuer, "type": ["Profile"], "name": "École d’exemple — 例" },
        "validFrom": "2026-06-03T12:00:00Z",
        "validUntil": "2031-06-03T12:00:00Z",
        "credentialSubject": {
            "id": "did:example:learner-one",
            "type": ["AchievementSubject"],
            "creditsEarned": 2.5,
            "achievement": {
                "id": "https://badges.example.org/achievements/cnc",
                "type": ["Achievement"],
                "name": "Fraiseuse à commande numérique 🛠️",
                "description": "Règle l’outil,\n\tfraise et \"nettoie\" \\ range.",
                "criteria": { "narrative": "Fraiser une pièce." },
                "creditsAvailable": 3,
                "tag": ["métal", "atelier"],
            },
        },
    })
}
