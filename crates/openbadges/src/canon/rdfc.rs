//! RDFC-1.0, the [RDF Dataset Canonicalization](https://www.w3.org/TR/rdf-canon/).

use super::rdf::Dataset;
use super::{CanonError, HashAlgorithm};
use crate::limits::Limits;

/// The canonical N-Quads of a dataset.
///
/// # Errors
/// [`CanonError::WorkLimit`]: telling the blank nodes apart takes more than
/// [`Limits::max_canonicalization_steps`].
pub fn rdfc(_dataset: &Dataset, _hash: HashAlgorithm, _limits: &Limits) -> Result<String, CanonError> {
    Err(CanonError::Unsupported { feature: "rdfc", pointer: String::new() })
}
