//! Badges signed by the core, for other people's verifiers. Keys and times are fixed, so that each run makes the
//! same bytes.

mod badges;
mod measured;
mod proofs;
mod published_rsa_key;
mod tokens;

use anyhow::Result;
use openbadges::model::Iri;
use serde::Serialize;
use serde_json::{Map, Value};
use time::OffsetDateTime;
use time::macros::datetime;

pub use badges::badges;
pub use measured::{Measured, measured};
pub use proofs::proofs;
pub use tokens::tokens;

const VALID_FROM: OffsetDateTime = datetime!(2026-06-03 12:00 UTC);
const VALID_UNTIL: OffsetDateTime = datetime!(2031-06-03 12:00 UTC);

/// A signed badge, and what its issuer publishes.
#[derive(Debug, Clone, Serialize)]
pub struct Sample {
    /// What is special about it.
    pub name: String,
    /// The signed text.
    pub credential: String,
    /// Documents by address.
    pub documents: Map<String, Value>,
}

impl Sample {
    fn new(name: impl Into<String>, credential: String) -> Self {
        Self {
            name: name.into(),
            credential,
            documents: Map::new(),
        }
    }

    fn with_document(mut self, url: &str, document: Value) -> Self {
        self.documents.insert(url.to_owned(), document);
        self
    }
}

fn iri(text: &str) -> Result<Iri> {
    Ok(Iri::new(text)?)
}
