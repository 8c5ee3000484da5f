//! The content of a credential, before it is signed.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::{
    db::{awards::Award, badges::Badge, organisations::Organisation},
    entropy::{Entropy, bytes},
    error::AppError,
    ids::random_urn,
    services::{achievement, issuer},
    state::App,
};

/// Contexts, exactly these two and in this order.
const CONTEXTS: [&str; 2] = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
];

/// What the learner chose to have in the badge. Only what the platform said may stand here: what a person
/// types is not known to be theirs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The name, in clear.
    pub name: Option<String>,
    /// The e-mail address, which becomes a salted fingerprint.
    pub email: Option<String>,
}

/// The credential of an award, without a proof.
pub(super) fn document(
    app: &App,
    award: &Award,
    badge: &Badge,
    organisation: &Organisation,
    choice: &Choice,
) -> Result<Value, AppError> {
    let entropy = app.entropy.as_ref();
    let mut subject = json!({
        "type": ["AchievementSubject"],
        "achievement": achievement::document(&app.config, badge),
    });
    let mut identifiers = Vec::new();
    if let Some(email) = &choice.email {
        identifiers.push(fingerprint("emailAddress", email, entropy)?);
    }
    if let Some(name) = &choice.name {
        identifiers.push(json!({
            "type": "IdentityObject", "hashed": false, "identityHash": name, "identityType": "name",
        }));
    }
    // A subject needs one or the other; one who is not named gets an identifier that says nothing.
    if identifiers.is_empty() {
        subject["id"] = random_urn(entropy)?.into();
    } else {
        subject["identifier"] = identifiers.into();
    }
    Ok(json!({
        "@context": CONTEXTS,
        "id": award.credential_id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": badge.name,
        "issuer": issuer::profile(&app.config, organisation),
        "validFrom": seconds(app.now())?,
        "awardedDate": seconds(OffsetDateTime::from_unix_timestamp(award.awarded_at).map_err(AppError::failed)?)?,
        "credentialSubject": subject,
    }))
}

/// An [IdentityObject](https://www.imsglobal.org/spec/ob/v3p0/#identityobject) that only someone who knows the
/// identity can recognise. The salt follows the identity in the hash.
fn fingerprint(identity_type: &str, identity: &str, entropy: &dyn Entropy) -> Result<Value, AppError> {
    let salt = hex::encode(bytes::<16>(entropy)?);
    let hash = hex::encode(Sha256::digest(format!("{identity}{salt}")));
    Ok(json!({
        "type": "IdentityObject",
        "hashed": true,
        "identityHash": format!("sha256${hash}"),
        "identityType": identity_type,
        "salt": salt,
    }))
}

/// A time as `2026-11-22T12:00:00Z`.
fn seconds(at: OffsetDateTime) -> Result<String, AppError> {
    let at = at
        .to_offset(time::UtcOffset::UTC)
        .replace_nanosecond(0)
        .map_err(AppError::failed)?;
    at.format(&Rfc3339).map_err(AppError::failed)
}
