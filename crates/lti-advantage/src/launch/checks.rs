//! The checks of the claims, one function for each. None looks at anything but its arguments.

use serde::Deserialize;
use subtle::ConstantTimeEq;
use time::OffsetDateTime;

use super::{LEEWAY, MAX_IDENTIFIER_CHARACTERS, MAX_TOKEN_AGE};
use crate::{
    claims::{Payload, required_value, value},
    error::LaunchError,
    message::Message,
    records::{LoginState, Registration, Tool},
    vocab::{self, claim},
};

/// The issuer is the registration's, letter by letter.
pub(super) fn issuer(payload: &Payload, registration: &Registration) -> Result<(), LaunchError> {
    let issuer: String = required_value(payload, claim::ISS)?;
    if issuer == registration.issuer {
        Ok(())
    } else {
        Err(LaunchError::IssuerMismatch { issuer })
    }
}

/// The token is for our client; where it is for several, it says that ours is meant.
pub(super) fn audience(payload: &Payload, registration: &Registration) -> Result<(), LaunchError> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Audience {
        One(String),
        Several(Vec<String>),
    }
    let audience = match required_value(payload, claim::AUD)? {
        Audience::One(client) => vec![client],
        Audience::Several(clients) => clients,
    };
    if !audience.contains(&registration.client_id) {
        return Err(LaunchError::AudienceMismatch);
    }
    match value::<String>(payload, claim::AZP)? {
        Some(party) if party == registration.client_id => Ok(()),
        None if audience.len() == 1 => Ok(()),
        _ => Err(LaunchError::AuthorizedPartyMismatch),
    }
}

/// The token counts now, and was made lately. Gives the moment from which it counts no more, leeway included.
pub(super) fn times(payload: &Payload, now: OffsetDateTime) -> Result<OffsetDateTime, LaunchError> {
    let expires_at = moment(payload, claim::EXP)?.ok_or(LaunchError::ClaimMissing { claim: claim::EXP })?;
    let issued_at = moment(payload, claim::IAT)?.ok_or(LaunchError::ClaimMissing { claim: claim::IAT })?;
    let too_old_at = issued_at.saturating_add(MAX_TOKEN_AGE);
    if now >= expires_at.saturating_add(LEEWAY) {
        return Err(LaunchError::Expired {
            expired_at: expires_at.unix_timestamp(),
        });
    }
    if issued_at > now.saturating_add(LEEWAY) {
        return Err(LaunchError::IssuedInFuture {
            issued_at: issued_at.unix_timestamp(),
        });
    }
    if now >= too_old_at.saturating_add(LEEWAY) {
        return Err(LaunchError::IssuedTooLongAgo {
            issued_at: issued_at.unix_timestamp(),
        });
    }
    match moment(payload, claim::NBF)? {
        Some(not_before) if not_before > now.saturating_add(LEEWAY) => Err(LaunchError::NotYetValid {
            not_before: not_before.unix_timestamp(),
        }),
        _ => Ok(expires_at.min(too_old_at).saturating_add(LEEWAY)),
    }
}

/// The nonce is the one that we made together with this state.
pub(super) fn nonce(payload: &Payload, login_state: &LoginState) -> Result<(), LaunchError> {
    let nonce: String = required_value(payload, claim::NONCE)?;
    if bool::from(nonce.as_bytes().ct_eq(login_state.nonce.as_bytes())) {
        Ok(())
    } else {
        Err(LaunchError::NonceMismatch)
    }
}

/// The launch is of LTI 1.3.
pub(super) fn version(payload: &Payload) -> Result<(), LaunchError> {
    let version: String = required_value(payload, claim::VERSION)?;
    if version == vocab::VERSION {
        Ok(())
    } else {
        Err(LaunchError::VersionUnsupported { version })
    }
}

/// The address to open is one of this tool. It need not be the one that the login named: on Open edX the two
/// differ for a link that was made by deep linking.
pub(super) fn target_link_uri(payload: &Payload, tool: &Tool) -> Result<String, LaunchError> {
    let target_link_uri: String = required_value(payload, claim::TARGET_LINK_URI)?;
    if tool.opens(&target_link_uri) {
        Ok(target_link_uri)
    } else {
        Err(LaunchError::TargetLinkForeign { target_link_uri })
    }
}

/// The deployment, which is not empty and not too long.
pub(super) fn deployment_id(payload: &Payload) -> Result<String, LaunchError> {
    let deployment_id: String = required_value(payload, claim::DEPLOYMENT_ID)?;
    identifier(claim::DEPLOYMENT_ID, &deployment_id)?;
    Ok(deployment_id)
}

/// The person, or nobody in an anonymous launch.
pub(super) fn subject(payload: &Payload) -> Result<Option<String>, LaunchError> {
    let subject = value::<String>(payload, claim::SUB)?.filter(|subject| !subject.is_empty());
    if let Some(subject) = &subject {
        identifier(claim::SUB, subject)?;
    }
    Ok(subject)
}

/// The message, with the claims that its kind requires.
pub(super) fn message(payload: &Payload) -> Result<Message, LaunchError> {
    let message = Message::read(payload)?;
    if let Message::ResourceLink(link) = &message {
        identifier(claim::RESOURCE_LINK, &link.id)?;
    }
    Ok(message)
}

fn identifier(claim: &'static str, identifier: &str) -> Result<(), LaunchError> {
    if identifier.is_empty() {
        return Err(LaunchError::ClaimMalformed { claim });
    }
    if identifier.chars().count() > MAX_IDENTIFIER_CHARACTERS {
        return Err(LaunchError::IdentifierTooLong { claim });
    }
    Ok(())
}

/// A time of a token: a JSON number of seconds, which may have a fraction.
fn moment(payload: &Payload, key: &'static str) -> Result<Option<OffsetDateTime>, LaunchError> {
    let malformed = LaunchError::ClaimMalformed { claim: key };
    let Some(number) = value::<serde_json::Number>(payload, key)? else {
        return Ok(None);
    };
    // Whole seconds are enough: the leeway is larger.
    let text = number.to_string();
    let seconds = text.split('.').next().and_then(|whole| whole.parse().ok());
    seconds
        .and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok())
        .map(Some)
        .ok_or(malformed)
}
