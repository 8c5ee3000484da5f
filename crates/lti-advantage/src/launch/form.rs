//! The form that a platform posts.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use url::Url;

use super::header::{self, Header};
use crate::{
    claims::{Claim, DeepLinkingSettings, LaunchPresentation, Payload},
    error::LaunchError,
    login,
};

/// The longest token that is read. Moodle's have 4 KiB, and 12 KiB with 60 custom values.
const MAX_TOKEN_BYTES: usize = 128 * 1024;
const MAX_STATE_BYTES: usize = 1024;
const MAX_ERROR_CHARACTERS: usize = 500;

/// A launch of which nothing has been checked but its form.
pub struct Unverified {
    pub(super) state: String,
    pub(super) token: String,
    pub(super) header: Header,
}

impl Unverified {
    /// The state that came back, with which the host may look for help to offer; it proves nothing.
    #[must_use]
    pub fn state(&self) -> &str {
        &self.state
    }

    /// The token, to be posted once more by a page that fetches what the platform kept; it proves nothing.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Addresses of the platform that the token, which nobody has checked, says to go back to. They are good for
    /// naming who may frame a page that says nothing before the launch is verified, and for nothing else.
    #[must_use]
    pub fn claimed_return_urls(&self) -> Vec<Url> {
        let payload = self.token.split('.').nth(1).unwrap_or_default();
        let payload = URL_SAFE_NO_PAD.decode(payload).unwrap_or_default();
        let payload: Payload = serde_json::from_slice(&payload).unwrap_or_default();
        [
            (LaunchPresentation::KEY, "return_url"),
            (DeepLinkingSettings::KEY, "deep_link_return_url"),
        ]
        .into_iter()
        .filter_map(|(claim, member)| Url::parse(payload.get(claim)?.get(member)?.as_str()?).ok())
        .collect()
    }

    /// The name of the cookie whose value [`super::run()`] wants.
    #[must_use]
    pub fn cookie_name(&self) -> String {
        login::cookie_name(&self.state)
    }
}

// Token and state open a launch: they stay out of logs.
impl std::fmt::Debug for Unverified {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Unverified")
            .field("header", &self.header)
            .finish_non_exhaustive()
    }
}

/// The launch in the posted `fields`.
///
/// # Errors
/// [`LaunchError::PlatformRefused`] when the platform posted an error instead of a token; otherwise what is wrong
/// with the form or the token's header.
pub fn read(fields: &[(String, String)]) -> Result<Unverified, LaunchError> {
    if let Some(error) = field(fields, "error", usize::MAX)? {
        return Err(LaunchError::PlatformRefused {
            error: shortened(error),
            description: field(fields, "error_description", usize::MAX)?.map(shortened),
            state: field(fields, "state", MAX_STATE_BYTES)?.map(str::to_owned),
        });
    }
    let required =
        |name, max_bytes| field(fields, name, max_bytes)?.ok_or(LaunchError::FieldMissing { field: name });
    let token = required("id_token", MAX_TOKEN_BYTES)?;
    let state = required("state", MAX_STATE_BYTES)?;
    Ok(Unverified {
        state: state.to_owned(),
        token: token.to_owned(),
        header: header::read(token)?,
    })
}

fn field<'a>(
    fields: &'a [(String, String)],
    name: &'static str,
    max_bytes: usize,
) -> Result<Option<&'a str>, LaunchError> {
    let mut values = fields
        .iter()
        .filter(|(key, _)| key == name)
        .map(|(_, value)| value.as_str());
    let value = values.next();
    if values.next().is_some() {
        return Err(LaunchError::FieldRepeated { field: name });
    }
    match value {
        Some(value) if value.len() > max_bytes => Err(LaunchError::FieldTooLong {
            field: name,
            max_bytes,
        }),
        value => Ok(value.filter(|value| !value.is_empty())),
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(MAX_ERROR_CHARACTERS).collect()
}
