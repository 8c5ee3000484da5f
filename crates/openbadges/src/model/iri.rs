//! Identifiers.

use std::fmt;

use serde::Serialize;

use crate::address::{WebAddress, is_iri};

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

impl From<WebAddress> for Iri {
    fn from(address: WebAddress) -> Self {
        Self(address.as_str().to_owned())
    }
}
