//! [`eddsa-rdfc-2022`](https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022): Ed25519 over the canonical RDF.

use super::HashInput;
use crate::canon::{CanonError, Dataset, HashAlgorithm, rdfc};
use crate::limits::Limits;

pub(super) const NAME: &str = "eddsa-rdfc-2022";

/// [Transformation](https://www.w3.org/TR/vc-di-eddsa/#transformation-eddsa-rdfc-2022) and
/// [proof configuration](https://www.w3.org/TR/vc-di-eddsa/#proof-configuration-eddsa-rdfc-2022).
pub(super) fn hash_input(
    document: &Dataset,
    options: &Dataset,
    limits: &Limits,
) -> Result<HashInput, CanonError> {
    let hash = HashAlgorithm::Sha256;
    Ok(HashInput {
        document: rdfc(document, hash, limits)?,
        options: rdfc(options, hash, limits)?,
        hash,
    })
}
