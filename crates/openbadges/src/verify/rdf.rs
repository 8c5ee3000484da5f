//! A credential and its proofs as RDF, read once for all checks.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;

use super::case::Case;
use crate::canon::{CanonError, RevisionChoice, members_to_rdf};
use crate::limits::Limits;
use crate::suite::{Signable, with_context_of};

/// A credential and its proofs as RDF. Whatever a proof signs is read once and put in canonical form once.
pub(super) struct Rdf<'a> {
    case: &'a Case<'a>,
    revisions: RevisionChoice,
    /// The credential without its proofs.
    pub(super) document: Signable<'a>,
    /// Each proof without its value, in the order of the credential, up to the number that is checked.
    pub(super) proofs: Vec<Result<Signable<'a>, CanonError>>,
    /// The credential with some of its proofs, by their places.
    chains: RefCell<BTreeMap<Vec<usize>, Rc<Signable<'a>>>>,
    older: OnceCell<Option<Box<Self>>>,
}

impl<'a> Rdf<'a> {
    /// Reads the credential under the newest content of each of its contexts.
    pub(super) fn read(case: &'a Case<'a>) -> Result<Self, CanonError> {
        Self::read_under(case, RevisionChoice::NEWEST)
    }

    /// The same under older contents; `None` when there are none, or it has no meaning under them.
    pub(super) fn older(&self) -> Option<&Self> {
        let read = || {
            let has_older = self.document.notes().has_older_revision();
            let older = has_older.then(|| Self::read_under(self.case, self.revisions.older()));
            older?.ok().map(Box::new)
        };
        self.older.get_or_init(read).as_deref()
    }

    /// The credential together with the proofs at `places`, read under the same contexts.
    ///
    /// # Errors
    /// Proofs that build upon each other in many ways would have the credential read once for each.
    pub(super) fn with_proofs(&self, places: &[usize]) -> Result<Rc<Signable<'a>>, CanonError> {
        let mut chains = self.chains.borrow_mut();
        if let Some(known) = chains.get(places) {
            return Ok(Rc::clone(known));
        }
        let limits = &self.case.policy.limits;
        if chains.len().saturating_mul(self.document.statements()) > limits.max_quads {
            return Err(CanonError::WorkLimit {
                limit: "proof-chains",
                max: chains.len(),
            });
        }
        let proofs = self.case.proofs();
        let previous: Value = places
            .iter()
            .filter_map(|place| proofs.get(*place))
            .cloned()
            .collect();
        let mut members = self.case.unsecured.clone();
        members.insert("proof".to_owned(), previous);
        let dataset = members_to_rdf(&members, self.revisions, limits)?;
        let chain = Rc::new(Signable::new(Cow::Owned(members), dataset, limits.clone()));
        chains.insert(places.to_vec(), Rc::clone(&chain));
        Ok(chain)
    }

    fn read_under(case: &'a Case<'a>, revisions: RevisionChoice) -> Result<Self, CanonError> {
        let limits = &case.policy.limits;
        let unsecured = &case.unsecured;
        let document = members_to_rdf(unsecured, revisions, limits)?;
        let of_each = limits.of_each_proof();
        let proofs = case.proofs().iter().take(limits.max_proofs);
        let proofs = proofs
            .map(|proof| read_proof(case, proof, revisions, &of_each))
            .collect();
        Ok(Self {
            case,
            revisions,
            document: Signable::new(Cow::Borrowed(unsecured), document, limits.clone()),
            proofs,
            chains: RefCell::default(),
            older: OnceCell::new(),
        })
    }
}

/// A proof without its value.
fn read_proof<'a>(
    case: &Case<'_>,
    proof: &Value,
    revisions: RevisionChoice,
    limits: &Limits,
) -> Result<Signable<'a>, CanonError> {
    let mut options = proof.as_object().cloned().unwrap_or_default();
    options.remove("proofValue");
    let dataset = members_to_rdf(&with_context_of(&options, case.members), revisions, limits)?;
    Ok(Signable::new(Cow::Owned(options), dataset, limits.clone()))
}
