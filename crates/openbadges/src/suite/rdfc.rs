//! What the suites named `…-rdfc-…`, and `Ed25519Signature2020`, sign: the canonical RDF.

use serde_json::{Map, Value};

use super::HashInput;
use crate::canon::{CanonError, Dataset, HashAlgorithm, rdfc};
use crate::limits::Limits;

/// [Transformation](https://www.w3.org/TR/vc-di-ecdsa/#transformation-ecdsa-rdfc-2019) and
/// [proof configuration](https://www.w3.org/TR/vc-di-ecdsa/#proof-configuration-ecdsa-rdfc-2019).
///
/// RDFC-1.0 itself hashes with the suite's hash function too.
pub(super) fn hash_input(
    document: &Dataset,
    options: &Dataset,
    hash: HashAlgorithm,
    limits: &Limits,
) -> Result<HashInput, CanonError> {
    Ok(HashInput {
        document: rdfc(document, hash, limits)?,
        options: rdfc(options, hash, limits)?,
        hash,
    })
}

/// The proof's options as JSON-LD: they are read under the document's own contexts.
pub(crate) fn with_context_of(
    options: &Map<String, Value>,
    document: &Map<String, Value>,
) -> Map<String, Value> {
    let mut options = options.clone();
    options.remove("@context");
    if let Some(context) = document.get("@context") {
        options.insert("@context".to_owned(), context.clone());
    }
    options
}
