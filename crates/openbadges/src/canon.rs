//! Canonical forms: the bytes that signatures are made over.
//!
//! Two ways exist. A suite named `…-rdfc-…` reads the document as JSON-LD ([`to_rdf`]) and canonicalises the RDF
//! dataset ([`rdfc()`]); one named `…-jcs-…` orders the JSON itself ([`jcs()`]).
//!
//! JSON-LD is read in safe mode only: a member, type or identifier that would not reach the dataset is an error.
//! So whoever holds `Ok` knows that no member of the document was left out of what is signed, and that every term
//! may be shown.

pub mod contexts;
pub mod rdf;
pub mod rdfc;

mod error;
mod hash;
mod jcs;
mod jsonld;

pub use contexts::{ContextSet, RevisionChoice};
pub use error::{CanonError, Unsafe};
pub use hash::HashAlgorithm;
pub use jcs::jcs;
pub use jsonld::{to_rdf, to_rdf_with};
pub use rdf::Dataset;
pub use rdfc::rdfc;

use serde_json::Value;

use crate::limits::Limits;

/// The canonical N-Quads of a JSON-LD document: [`to_rdf`], then [`rdfc()`].
///
/// # Errors
/// The causes of both steps.
pub fn canonicalize(
    document: &Value,
    hash: HashAlgorithm,
    revisions: RevisionChoice,
    limits: &Limits,
) -> Result<String, CanonError> {
    rdfc(&to_rdf(document, revisions, limits)?, hash, limits)
}
