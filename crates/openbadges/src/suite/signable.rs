//! What a proof signs, put in canonical form no more than once.

use std::borrow::Cow;
use std::cell::OnceCell;

use serde_json::{Map, Value};

use crate::canon::contexts::ContextNotes;
use crate::canon::{CanonError, Dataset, HashAlgorithm, jcs, rdfc};
use crate::limits::Limits;

/// A document without its proofs, or a proof without its value: as JSON, as RDF, and in each canonical form that was
/// asked for, however many proofs ask.
pub(crate) struct Signable<'a> {
    pub(super) members: Cow<'a, Map<String, Value>>,
    dataset: Dataset,
    limits: Limits,
    rdfc_sha_256: OnceCell<Result<String, CanonError>>,
    rdfc_sha_384: OnceCell<Result<String, CanonError>>,
    jcs: OnceCell<Result<String, CanonError>>,
}

impl<'a> Signable<'a> {
    /// `limits` bound its canonical forms.
    pub(crate) const fn new(members: Cow<'a, Map<String, Value>>, dataset: Dataset, limits: Limits) -> Self {
        Self {
            members,
            dataset,
            limits,
            rdfc_sha_256: OnceCell::new(),
            rdfc_sha_384: OnceCell::new(),
            jcs: OnceCell::new(),
        }
    }

    /// What is worth saying about the contexts that it was read with.
    pub(crate) const fn notes(&self) -> &ContextNotes {
        self.dataset.notes()
    }

    /// How many RDF statements it is.
    pub(crate) fn statements(&self) -> usize {
        self.dataset.len()
    }

    /// The canonical N-Quads.
    pub(super) fn rdfc(&self, hash: HashAlgorithm) -> Result<String, CanonError> {
        let form = match hash {
            HashAlgorithm::Sha256 => &self.rdfc_sha_256,
            HashAlgorithm::Sha384 => &self.rdfc_sha_384,
        };
        form.get_or_init(|| rdfc(&self.dataset, hash, &self.limits))
            .clone()
    }

    /// The canonical JSON.
    pub(super) fn jcs(&self) -> Result<String, CanonError> {
        let members = || Value::Object(self.members.clone().into_owned());
        self.jcs.get_or_init(|| jcs(&members())).clone()
    }
}
