//! A credential and its proofs as RDF, read once for all checks.

use serde_json::{Map, Value};

use super::case::Case;
use crate::canon::{CanonError, Dataset, RevisionChoice, to_rdf};
use crate::suite::with_context_of;

/// A credential and its proofs as RDF.
pub(super) struct Rdf {
    revisions: RevisionChoice,
    /// The credential without its proofs.
    pub(super) document: Dataset,
    /// Each proof without its value, in the order of the credential.
    pub(super) proofs: Vec<Result<Dataset, CanonError>>,
}

impl Rdf {
    /// Reads the credential under the newest content of each of its contexts.
    pub(super) fn read(case: &Case<'_>) -> Result<Self, CanonError> {
        Self::read_under(case, RevisionChoice::NEWEST)
    }

    /// Reads it again under older contents; `None` when there are none, or it has no meaning under them.
    pub(super) fn older(&self, case: &Case<'_>) -> Option<Self> {
        let has_older = self.document.notes().has_older_revision();
        has_older
            .then(|| Self::read_under(case, self.revisions.older()).ok())
            .flatten()
    }

    /// The credential together with some of its proofs, read under the same contexts.
    pub(super) fn read_more(
        &self,
        case: &Case<'_>,
        secured: &Map<String, Value>,
    ) -> Result<Dataset, CanonError> {
        to_rdf(
            &Value::Object(secured.clone()),
            self.revisions,
            &case.policy.limits,
        )
    }

    fn read_under(case: &Case<'_>, revisions: RevisionChoice) -> Result<Self, CanonError> {
        let limits = &case.policy.limits;
        let document = to_rdf(&Value::Object(case.unsecured.clone()), revisions, limits)?;
        let proofs = case
            .proofs()
            .iter()
            .map(|proof| {
                let mut options = with_context_of(proof.as_object().unwrap_or(&Map::new()), case.members);
                options.remove("proofValue");
                to_rdf(&Value::Object(options), revisions, limits)
            })
            .collect();
        Ok(Self {
            revisions,
            document,
            proofs,
        })
    }
}
