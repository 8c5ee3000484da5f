//! What one document may cost.

use super::fault::Fault;
use crate::limits::Limits;

/// Most terms that are defined or copied while contexts are worked out. The contexts in the program take some
/// thousands at first use and none later; a document that defines its own pays for each node that uses them.
const MAX_CONTEXT_STEPS: usize = 50_000;

/// How many times longer than the longest credential its IRIs may be once they are written out.
const EXPANSION_FACTOR: usize = 16;

/// Counts down what hostile documents would otherwise multiply.
#[derive(Debug)]
pub(super) struct Budget {
    context_steps: usize,
    iri_bytes: usize,
    max_iri_bytes: usize,
}

impl Budget {
    pub(super) const fn new(limits: &Limits) -> Self {
        let max_iri_bytes = limits.max_credential_bytes.saturating_mul(EXPANSION_FACTOR);
        Self {
            context_steps: MAX_CONTEXT_STEPS,
            iri_bytes: max_iri_bytes,
            max_iri_bytes,
        }
    }

    /// Counts terms defined or copied.
    pub(super) fn spend_context_steps(&mut self, steps: usize) -> Result<(), Fault> {
        self.context_steps = self
            .context_steps
            .checked_sub(steps)
            .ok_or(Fault::WorkLimit("context-steps", MAX_CONTEXT_STEPS))?;
        Ok(())
    }

    /// Counts the bytes of an IRI that was put together from parts.
    pub(super) fn spend_iri_bytes(&mut self, bytes: usize) -> Result<(), Fault> {
        self.iri_bytes = self
            .iri_bytes
            .checked_sub(bytes)
            .ok_or(Fault::WorkLimit("iri-bytes", self.max_iri_bytes))?;
        Ok(())
    }
}
