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
pub(crate) use jsonld::members_to_rdf;
pub use jsonld::{to_rdf, to_rdf_with};
pub use rdf::Dataset;
pub use rdfc::rdfc;

use serde_json::Value;

use crate::limits::Limits;

/// The canonical N-Quads of a JSON-LD document: [`to_rdf`], then [`rdfc()`].
///
/// ```
/// use openbadges::canon::{HashAlgorithm, RevisionChoice, canonicalize};
/// use openbadges::limits::Limits;
/// use serde_json::json;
///
/// let canonical = |document| {
///     canonicalize(&document, HashAlgorithm::Sha256, RevisionChoice::NEWEST, &Limits::default())
/// };
/// let context = "https://www.w3.org/ns/credentials/v2";
/// let document = json!({"@context": context, "id": "urn:example:1", "type": "VerifiableCredential"});
/// assert_eq!(
///     canonical(document)?,
///     "<urn:example:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
///      <https://www.w3.org/2018/credentials#VerifiableCredential> .\n",
/// );
///
/// // What no context defines would be signed by nobody.
/// let undefined = canonical(json!({"@context": context, "id": "urn:example:1", "motto": "Cut twice"}));
/// assert_eq!(undefined.map_err(|error| error.code()), Err("undefined-term"));
/// # Ok::<(), openbadges::canon::CanonError>(())
/// ```
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
