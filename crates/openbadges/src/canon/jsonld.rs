//! JSON-LD 1.1 to RDF, in safe mode, as far as credentials use it.

use serde_json::Value;

use super::CanonError;
use super::contexts::RevisionChoice;
use super::rdf::Dataset;
use crate::limits::Limits;

pub fn to_rdf(_document: &Value, _revisions: RevisionChoice, _limits: &Limits) -> Result<Dataset, CanonError> {
    Err(CanonError::Unsupported { feature: "json-ld", pointer: String::new() })
}
