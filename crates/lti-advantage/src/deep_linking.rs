//! The answer to a launch that chooses content.
//!
//! [Deep Linking 2.0, section 4.5](https://www.imsglobal.org/spec/lti-dl/v2p0/#deep-linking-response-message).

mod content_item;

pub use content_item::{ContentItem, ContentItemLineItem};

use serde_json::{Map, Value, json};
use time::{Duration, OffsetDateTime};

use crate::{
    claims::DeepLinkingSettings,
    error::DeepLinkingError,
    records::Registration,
    service::ServiceAddress,
    tool_key::ToolKey,
    vocab::{VERSION, claim, content_type, message_type},
};

/// How long an answer counts.
const LIFETIME: Duration = Duration::minutes(5);

/// How far the answer's time lies back, for platforms whose clock is behind.
const BACK_DATED: Duration = Duration::seconds(30);

/// An answer: post `jwt` in the field `JWT` to `return_url`, from the browser that chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeepLinkingResponse {
    /// Where the form goes.
    pub return_url: String,
    /// The signed answer.
    pub jwt: String,
}

/// The answer that gives `items` to the platform; an empty list says that nothing was chosen.
///
/// `settings` and `deployment_id` are those of the verified launch, never of a form. `message`, if there is one,
/// is shown to the person who chose.
///
/// # Errors
/// [`DeepLinkingError`] when the platform takes no links, takes one and is given several, wants its answer on
/// somebody else's host, or the key does not sign.
pub fn response(
    registration: &Registration,
    deployment_id: &str,
    settings: &DeepLinkingSettings,
    items: &[ContentItem],
    message: Option<&str>,
    signing: &Signing<'_>,
) -> Result<DeepLinkingResponse, DeepLinkingError> {
    let takes_links = settings
        .accept_types
        .iter()
        .any(|kind| kind == content_type::RESOURCE_LINK);
    if !items.is_empty() && !takes_links {
        return Err(DeepLinkingError::LinksNotTaken);
    }
    if items.len() > 1 && settings.accept_multiple == Some(false) {
        return Err(DeepLinkingError::OneItemOnly);
    }
    let return_url =
        ServiceAddress::of(&settings.deep_link_return_url, registration).map_err(|_foreign| {
            DeepLinkingError::ReturnAddressForeign {
                address: settings.deep_link_return_url.clone(),
            }
        })?;
    let issued_at = signing.now.saturating_sub(BACK_DATED);
    let mut claims: Map<String, Value> = [
        (claim::ISS, json!(registration.client_id)),
        (claim::AUD, json!(registration.issuer)),
        (claim::IAT, json!(issued_at.unix_timestamp())),
        (
            claim::EXP,
            json!(signing.now.saturating_add(LIFETIME).unix_timestamp()),
        ),
        (claim::NONCE, json!(signing.nonce)),
        (claim::MESSAGE_TYPE, json!(message_type::DEEP_LINKING_RESPONSE)),
        (claim::VERSION, json!(VERSION)),
        (claim::DEPLOYMENT_ID, json!(deployment_id)),
        (
            claim::CONTENT_ITEMS,
            items.iter().map(ContentItem::written).collect(),
        ),
    ]
    .into_iter()
    .map(|(key, value)| (key.to_owned(), value))
    .collect();
    // Blackboard refuses an answer that does not bring its value back.
    if let Some(data) = &settings.data {
        claims.insert(claim::DEEP_LINKING_DATA.to_owned(), json!(data));
    }
    if let Some(message) = message {
        claims.insert(claim::DEEP_LINKING_MESSAGE.to_owned(), json!(message));
    }
    let jwt = signing
        .key
        .sign(&claims)
        .map_err(|_key| DeepLinkingError::Signing)?;
    Ok(DeepLinkingResponse {
        return_url: return_url.url().to_string(),
        jwt,
    })
}

/// With what an answer is signed.
#[derive(Debug, Clone, Copy)]
pub struct Signing<'a> {
    /// The tool's key.
    pub key: &'a ToolKey,
    /// A value that is never used again.
    pub nonce: &'a str,
    /// The present moment.
    pub now: OffsetDateTime,
}

#[cfg(test)]
mod tests;
