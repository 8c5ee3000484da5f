//! The content of a credential, before it is signed.

use openbadges::{
    bake::unbaked_picture,
    model::{Iri, RelatedResource},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::FileKind;
use crate::{
    config::Config,
    db::{awards::Award, badges::Badge, organisations::Organisation},
    entropy::{Entropy, bytes},
    error::AppError,
    ids::random_urn,
    services::{achievement, issuer},
    state::App,
};

/// Contexts, exactly these two and in this order.
pub(in crate::services) const CONTEXTS: [&str; 2] = [
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

/// The e-mail address that a platform gave, fit to be hashed; `None` when it is none. It is lower-cased: people write
/// theirs in many ways, and its fingerprint matches one way only.
#[must_use]
pub fn address(text: &str) -> Option<String> {
    let address = text.trim().to_lowercase();
    address.contains('@').then_some(address)
}

/// The credential of an award to `recipient`, without a proof.
pub(super) fn document(
    app: &App,
    award: &Award,
    badge: &Badge,
    organisation: &Organisation,
    recipient: Value,
) -> Result<Value, AppError> {
    let mut subject = recipient;
    subject["achievement"] = achievement::document(&app.config, badge);
    let mut document = json!({
        "@context": CONTEXTS,
        "id": award.credential_id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": badge.name,
        "issuer": issuer::profile(&app.config, organisation),
        "validFrom": seconds(app.now())?,
        "awardedDate": seconds(OffsetDateTime::from_unix_timestamp(award.awarded_at).map_err(AppError::failed)?)?,
        "credentialSubject": subject,
        "relatedResource": pictures(&app.config, badge)?,
    });
    if let Some(drawing) = achievement::drawing_url(&app.config, badge) {
        document["image"] = json!({"id": drawing, "type": "Image", "caption": badge.name});
    }
    Ok(document)
}

/// The subject of a credential, without what was achieved: who it is, as far as they chose to say.
pub(in crate::services) fn recipient(choice: &Choice, entropy: &dyn Entropy) -> Result<Value, AppError> {
    let mut subject = json!({"type": ["AchievementSubject"]});
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
    Ok(subject)
}

/// The same subject in a credential that was signed before.
pub(super) fn recipient_of(document: &str) -> Result<Value, AppError> {
    let document: Value = serde_json::from_str(document).map_err(AppError::failed)?;
    let mut subject = json!({"type": ["AchievementSubject"]});
    for member in ["id", "identifier"] {
        if let Some(value) = document["credentialSubject"].get(member) {
            subject[member] = value.clone();
        }
    }
    Ok(subject)
}

/// The pictures that the badge is baked into, each with its digest: an edited one is known without the network.
fn pictures(config: &Config, badge: &Badge) -> Result<Vec<RelatedResource>, AppError> {
    let drawing = achievement::drawing_url(config, badge).zip(badge.picture_svg.as_deref());
    let png = (
        achievement::picture_url(config, badge),
        badge.picture_png.as_slice(),
    );
    let pictures = [
        Some((FileKind::Png, png)),
        drawing.map(|drawing| (FileKind::Svg, drawing)),
    ];
    let signed = pictures.into_iter().flatten().map(|(kind, (url, bytes))| {
        let id = Iri::new(url).map_err(AppError::failed)?;
        let picture = unbaked_picture(bytes).map_err(AppError::failed)?;
        Ok(RelatedResource::new(id, kind.media_type(), &picture))
    });
    signed.collect()
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
pub(in crate::services) fn seconds(at: OffsetDateTime) -> Result<String, AppError> {
    let at = at
        .to_offset(time::UtcOffset::UTC)
        .replace_nanosecond(0)
        .map_err(AppError::failed)?;
    at.format(&Rfc3339).map_err(AppError::failed)
}
