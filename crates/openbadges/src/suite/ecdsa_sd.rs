#![warn(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::arithmetic_side_effects
)]
//! [`ecdsa-sd-2023`](https://www.w3.org/TR/vc-di-ecdsa/#ecdsa-sd-2023): the issuer signs each statement by itself,
//! and the holder shows some of them.
//!
//! Only the checking of derived proofs, those that a holder shows, is here. A base proof, which the issuer hands to
//! the holder, holds the secret that hides what was left out: it is refused.

mod cbor;
mod derived_proof;
mod statements;

pub use derived_proof::DerivedProof;

use super::{HashInput, ProofError};
use crate::canon::HashAlgorithm;
use crate::key::PublicKey;
use crate::limits::Limits;

/// A statement that the holder shows.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DisclosedStatement {
    /// The statement as the issuer signed it: a line of N-Quads, with its line end.
    pub n_quad: String,
    /// Whether the issuer lets nobody leave it out. All of these are signed together, the others one by one.
    pub is_mandatory: bool,
}

/// What the signatures of a derived proof are made over: the
/// [verify data](https://www.w3.org/TR/vc-di-ecdsa/#createverifydata).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Disclosure {
    /// The hash of the proof's canonical form.
    pub proof_hash: Vec<u8>,
    /// The statements of the document, in code point order.
    pub statements: Vec<DisclosedStatement>,
}

impl Disclosure {
    /// The hash of the statements that nobody may leave out.
    #[must_use]
    pub fn mandatory_hash(&self) -> Vec<u8> {
        let mandatory = self.statements.iter().filter(|statement| statement.is_mandatory);
        let text: String = mandatory.map(|statement| statement.n_quad.as_str()).collect();
        HashAlgorithm::Sha256.digest(text.as_bytes())
    }

    /// The statements that are signed one by one.
    pub fn non_mandatory(&self) -> impl Iterator<Item = &str> {
        let non_mandatory = self.statements.iter().filter(|statement| !statement.is_mandatory);
        non_mandatory.map(|statement| statement.n_quad.as_str())
    }
}

impl DerivedProof {
    /// The statements of a document under the names that the issuer signed, told apart as this proof says.
    ///
    /// # Errors
    /// [`ProofError::LabelsDiffer`], [`ProofError::IndexOutOfRange`] or [`ProofError::SignatureCountDiffers`] when
    /// the proof does not belong to such a document.
    pub fn disclosure(&self, input: &HashInput) -> Result<Disclosure, ProofError> {
        let lines = statements::relabelled(&input.document, &self.labels)?;
        if let Some(index) = self.mandatory_indexes.iter().find(|index| **index >= lines.len()) {
            return Err(ProofError::IndexOutOfRange {
                index: *index,
                statements: lines.len(),
            });
        }
        let statements: Vec<DisclosedStatement> = lines
            .into_iter()
            .enumerate()
            .map(|(index, n_quad)| DisclosedStatement {
                n_quad,
                is_mandatory: self.mandatory_indexes.contains(&index),
            })
            .collect();
        let disclosure = Disclosure {
            proof_hash: input.options_hash(),
            statements,
        };
        let expected = disclosure.non_mandatory().count();
        if self.signatures.len() == expected {
            Ok(disclosure)
        } else {
            Err(ProofError::SignatureCountDiffers {
                found: self.signatures.len(),
                expected,
            })
        }
    }

    /// What the issuer's own key signed: see
    /// [serialize sign data](https://www.w3.org/TR/vc-di-ecdsa/#serializesigndata).
    #[must_use]
    pub fn base_bytes(&self, disclosure: &Disclosure) -> Vec<u8> {
        [
            disclosure.proof_hash.as_slice(),
            &self.public_key_bytes,
            &disclosure.mandatory_hash(),
        ]
        .concat()
    }
}

/// [Proof verification](https://www.w3.org/TR/vc-di-ecdsa/#verify-derived-proof-ecdsa-sd-2023). The issuer's `key`
/// vouches for the key of this one credential, and that key for each statement.
pub(super) fn verify_value(
    input: &HashInput,
    key: &PublicKey,
    proof_value: &str,
    limits: &Limits,
) -> Result<bool, ProofError> {
    let proof = DerivedProof::decode(proof_value)?;
    let max = limits.max_statement_signatures;
    if proof.signatures.len() > max {
        return Err(ProofError::TooManySignatures { max });
    }
    let disclosure = proof.disclosure(input)?;
    // First, so that a stranger's proof costs one signature.
    if !key.verifies(&proof.base_bytes(&disclosure), &proof.base_signature) {
        return Ok(false);
    }
    let mut signed = disclosure.non_mandatory().zip(&proof.signatures);
    Ok(signed.all(|(statement, signature)| proof.public_key.verifies(statement.as_bytes(), signature)))
}
