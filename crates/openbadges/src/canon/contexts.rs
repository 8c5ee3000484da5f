#![warn(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::arithmetic_side_effects
)]
//! The JSON-LD contexts that are carried here. None is ever fetched.
//!
//! A context decides what a signature covers, so each one is pinned: the bytes are in the program, with their
//! SHA-256. `contexts/ORIGIN.toml` says where each file is from.

mod notes;
mod pinned;

use std::fmt;
use std::sync::{Arc, LazyLock};

use serde_json::Value;

pub use notes::{AliasUsed, ContextNotes, RevisionUsed};

use super::jsonld::Cache;
use crate::json::{self, JsonError};
use crate::limits::Limits;

/// Which of several contents that were published under one address is read.
///
/// Contents are numbered from the newest on; an address with fewer contents gives its oldest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct RevisionChoice(usize);

impl RevisionChoice {
    /// The newest content of every address.
    pub const NEWEST: Self = Self(0);

    /// The choice to try after this one.
    #[must_use]
    pub const fn older(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// The contexts that a document may name.
#[derive(Clone)]
pub struct ContextSet {
    revisions: RevisionChoice,
    added: Vec<Added>,
    cache: Arc<Cache>,
}

/// A context that is not one of those in the program.
#[derive(Clone)]
struct Added {
    url: String,
    value: Arc<Value>,
}

/// One content, found by its address.
pub(super) struct Found {
    /// Tells contents apart within one set.
    pub(super) id: usize,
    /// The document that stands at the address: an object with a member `@context`.
    pub(super) document: Arc<Value>,
    pub(super) alias: Option<AliasUsed>,
    pub(super) revision: Option<RevisionUsed>,
}

static SHARED_CACHE: LazyLock<Arc<Cache>> = LazyLock::new(Arc::default);

impl ContextSet {
    /// The contexts in the program. What has been worked out about them is kept and shared.
    #[must_use]
    pub fn embedded(revisions: RevisionChoice) -> Self {
        Self {
            revisions,
            added: Vec::new(),
            cache: Arc::clone(&SHARED_CACHE),
        }
    }

    /// This set and one context more. It comes before those in the program, and must be as trustworthy: what a
    /// context says decides what a signature covers.
    ///
    /// # Errors
    /// `document` is not JSON that [`json::parse`] reads.
    pub fn with(mut self, url: &str, document: &[u8]) -> Result<Self, JsonError> {
        let value = Arc::new(json::parse(document, &Limits::default())?.value);
        self.added.push(Added {
            url: url.to_owned(),
            value,
        });
        // What the shared cache knows is about other sets.
        self.cache = Arc::default();
        Ok(self)
    }

    /// The contexts in the program: their addresses, and the document that is read for each.
    pub fn documents(&self) -> impl Iterator<Item = (&'static str, Arc<Value>)> {
        let revision = self.revisions.0;
        pinned::urls().filter_map(move |url| Some((url, pinned::find(url, revision)?.document)))
    }

    pub(super) fn find(&self, url: &str) -> Option<Found> {
        if let Some((index, added)) = self.added.iter().enumerate().find(|(_, added)| added.url == url) {
            return Some(Found {
                id: pinned::count().saturating_add(index),
                document: Arc::clone(&added.value),
                alias: None,
                revision: None,
            });
        }
        pinned::find(url, self.revisions.0)
    }

    pub(super) fn cache(&self) -> &Cache {
        &self.cache
    }
}

impl fmt::Debug for ContextSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let added: Vec<_> = self.added.iter().map(|added| &added.url).collect();
        formatter
            .debug_struct("ContextSet")
            .field("revisions", &self.revisions)
            .field("added", &added)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
