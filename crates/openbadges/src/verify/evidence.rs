//! What the caller fetched, and what the verifier would like to have fetched.

use std::collections::BTreeMap;

use serde::Serialize;

/// Documents that the shell fetched for a verification, by the address that was asked for.
///
/// The core never fetches: it lists what it lacks as [`Wanted`], the shell adds it here and verifies again.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    documents: BTreeMap<String, Document>,
}

impl Evidence {
    /// Evidence with no document.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds what was read, or not, at `url`.
    pub fn insert(&mut self, url: impl Into<String>, document: Document) {
        self.documents.insert(url.into(), document);
    }

    /// What was read at `url`; `None` when it was not asked for yet.
    #[must_use]
    pub fn document(&self, url: &str) -> Option<&Document> {
        self.documents.get(url)
    }
}

/// The end of one fetch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Document {
    /// A server answered.
    Answered {
        /// HTTP status, such as 200 or 404.
        status: u16,
        /// The `Content-Type` header, if there was one.
        content_type: Option<String>,
        /// The body, decoded from any transfer encoding.
        body: Vec<u8>,
    },
    /// Nothing was read: network down, name unknown, refused by the browser or by the guard.
    Unreachable {
        /// Why, as a stable kebab-case code of the shell, such as `timeout`, `blocked` or `offline`.
        reason: String,
    },
}

/// A document that would let more checks be carried out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[non_exhaustive]
pub struct Wanted {
    /// Where it is.
    pub url: String,
    /// What it is for.
    pub kind: WantedKind,
    /// Media types to ask for, as an `Accept` header.
    pub accept: &'static str,
}

/// What a document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum WantedKind {
    /// A DID document, a controller document or a key set.
    Key,
    /// A status list or a revocation list.
    Status,
    /// A hosted assertion, badge class or profile of Open Badges 1.x or 2.x.
    Hosted,
    /// The newer version of a credential that names a refresh service.
    Refresh,
    /// A picture that the credential names.
    Image,
}
