//! Signing a credential as a token.

use serde::Serialize;
use serde_json::{Map, Value};
use time::OffsetDateTime;

use super::SignError;
use crate::canon::{RevisionChoice, to_rdf};
use crate::key::Signer;
use crate::limits::Limits;
use crate::model::parse_date_time;
use crate::suite::{JwsAlgorithm, sign_compact};

/// How a credential is signed as a token.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct JwtOptions {
    /// The header's `kid`: the identifier of the key, such as `did:web:badges.example#key-1`.
    pub key_id: String,
    /// When the token is made; written in whole seconds.
    pub issued_at: OffsetDateTime,
}

impl JwtOptions {
    /// By the key that `key_id` names, at `issued_at`.
    #[must_use]
    pub fn new(key_id: impl Into<String>, issued_at: OffsetDateTime) -> Self {
        Self {
            key_id: key_id.into(),
            issued_at,
        }
    }
}

/// The signed credential as a compact JSON Web Token, ready to be baked or served.
///
/// The payload is the credential with the [registered claims](https://www.imsglobal.org/spec/ob/v3p0/#jwt-proof)
/// that say the same: `iss`, `sub`, `jti`, `nbf` and `exp`. The algorithm is that of the key: `EdDSA`, `ES256`, or
/// `RS256` where the caller's own [`Signer`] has such a key.
///
/// ```
/// use openbadges::did::key_verification_method;
/// use openbadges::key::{Ed25519Signer, Signer as _};
/// use openbadges::limits::Limits;
/// use openbadges::sign::{JwtOptions, sign_jwt};
/// use serde_json::json;
///
/// let signer = Ed25519Signer::from_seed(&[7; 32]);
/// let credential = json!({
///     "@context": ["https://www.w3.org/ns/credentials/v2"],
///     "type": ["VerifiableCredential"],
///     "issuer": "https://issuer.example",
///     "credentialSubject": {"id": "did:example:learner-one"},
/// });
/// let now = time::macros::datetime!(2026-06-01 12:00 UTC);
/// let options = JwtOptions::new(key_verification_method(&signer.public_key()), now);
/// let token = sign_jwt(&credential, &signer, &options, &Limits::default())?;
/// assert_eq!(token.split('.').count(), 3);
/// # Ok::<(), openbadges::sign::SignError>(())
/// ```
///
/// # Errors
/// Each variant of [`SignError`] but `InvalidTime` and `NoDidKey` is one cause.
pub fn sign_jwt(
    credential: &impl Serialize,
    signer: &dyn Signer,
    options: &JwtOptions,
    limits: &Limits,
) -> Result<String, SignError> {
    let document = serde_json::to_value(credential).map_err(|_not_json| SignError::NotAnObject)?;
    if document.get("proof").is_some() {
        return Err(SignError::AlreadySigned);
    }
    // What no context defines would be refused by whoever verifies it.
    to_rdf(&document, RevisionChoice::NEWEST, limits)?;
    let Value::Object(mut payload) = document else {
        return Err(SignError::NotAnObject);
    };
    let key = signer.public_key();
    let algorithm = JwsAlgorithm::of_key(&key).ok_or(SignError::UnsupportedKey(key.kind()))?;
    let claims = claims_of(&payload);
    payload.extend(claims);
    payload.insert("iat".to_owned(), options.issued_at.unix_timestamp().into());
    let header = [
        ("alg", algorithm.name()),
        ("kid", options.key_id.as_str()),
        ("typ", "JWT"),
    ];
    let header = header
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.into()))
        .collect();
    Ok(sign_compact(&header, &payload, signer)?)
}

/// The claims that repeat members of the credential.
fn claims_of(credential: &Map<String, Value>) -> Vec<(String, Value)> {
    let id_of = |value: &Value| value.get("id").cloned();
    let issuer = credential.get("issuer");
    let issuer = issuer.and_then(|issuer| {
        if issuer.is_string() {
            Some(issuer.clone())
        } else {
            id_of(issuer)
        }
    });
    let date = |names: [&str; 2]| {
        let text = names
            .into_iter()
            .find_map(|name| credential.get(name))?
            .as_str()?;
        parse_date_time(text).map(|moment| Value::from(moment.unix_timestamp()))
    };
    [
        ("iss", issuer),
        ("sub", credential.get("credentialSubject").and_then(id_of)),
        ("jti", credential.get("id").cloned()),
        ("nbf", date(["validFrom", "issuanceDate"])),
        ("exp", date(["validUntil", "expirationDate"])),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name.to_owned(), value?)))
    .collect()
}
