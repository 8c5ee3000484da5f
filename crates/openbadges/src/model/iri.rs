//! Identifiers.

use std::fmt;

use serde::Serialize;
use url::Url;

/// An absolute address or DID, kept as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Iri(String);

/// A text that is no absolute address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not an absolute address: write it in full, such as https://badges.example/b/1")]
pub struct NotAnIri(String);

impl Iri {
    /// The address that `text` is.
    ///
    /// # Errors
    /// [`NotAnIri`] when it is relative or has characters that addresses do not have.
    pub fn new(text: impl Into<String>) -> Result<Self, NotAnIri> {
        let text = text.into();
        if is_iri(&text) {
            Ok(Self(text))
        } else {
            Err(NotAnIri(text))
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Iri {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<Url> for Iri {
    fn from(url: Url) -> Self {
        Self(url.into())
    }
}

/// Whether `text` is absolute and has no character that [RFC 3987](https://www.rfc-editor.org/rfc/rfc3987) leaves
/// out, which the URL parser would silently repair.
pub(crate) fn is_iri(text: &str) -> bool {
    let is_forbidden = |character: char| {
        character.is_control() || character.is_whitespace() || r#"<>"{}|\^`"#.contains(character)
    };
    !text.contains(is_forbidden) && Url::parse(text).is_ok()
}
