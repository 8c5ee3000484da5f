//! What all [Data Integrity](https://www.w3.org/TR/vc-data-integrity/) suites share.

use serde_json::{Map, Value};

use crate::canon::{CanonError, HashAlgorithm};
use crate::key::{PublicKey, Signer, SignerError};

/// The longest signature, of 96 bytes, in base58. Longer texts are not decoded: it takes quadratic time.
const MAX_BASE58_CHARACTERS: usize = 132;

/// The two canonical forms that a signature is made over, kept so that an issuer can compare each step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HashInput {
    /// The canonical form of the document without its proof.
    pub document: String,
    /// The canonical form of the proof without its value.
    pub options: String,
    /// The hash function of the suite.
    pub hash: HashAlgorithm,
}

impl HashInput {
    /// The hash of the document's canonical form.
    #[must_use]
    pub fn document_hash(&self) -> Vec<u8> {
        self.hash.digest(self.document.as_bytes())
    }

    /// The hash of the proof's canonical form.
    #[must_use]
    pub fn options_hash(&self) -> Vec<u8> {
        self.hash.digest(self.options.as_bytes())
    }

    /// What is signed: both hashes, the proof's first. `ecdsa-sd-2023` signs a
    /// [`Disclosure`](super::Disclosure) instead.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.options_hash(), self.document_hash()].concat()
    }
}

/// A [proof](https://www.w3.org/TR/vc-data-integrity/#proofs) as it stands in a document.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Proof<'a> {
    /// `type`, such as `DataIntegrityProof`.
    pub proof_type: &'a str,
    /// `cryptosuite`, where there is one.
    pub cryptosuite: Option<&'a str>,
    /// The absolute identifier of the key.
    pub verification_method: &'a str,
    /// What the proof was made for.
    pub proof_purpose: &'a str,
    /// The signature's text.
    pub proof_value: &'a str,
    /// All members but `proofValue`: what the signature covers.
    pub options: Map<String, Value>,
}

/// Why a proof could not be read or checked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProofError {
    /// A member is missing or of the wrong kind.
    #[error("the proof's member {0} is missing or of the wrong kind")]
    Malformed(&'static str),
    /// A part of the value is missing, of the wrong kind or of the wrong length.
    #[error("the part {0} of the proof's value is not as it should be")]
    MalformedValue(&'static str),
    /// The proof is a base proof of a suite with selective disclosure: the holder's own, not to be shown.
    #[error("the proof is a base proof, which only its holder should have")]
    BaseProof,
    /// The proof names other blank nodes than the document has.
    #[error("the proof names other blank nodes than the document has")]
    LabelsDiffer,
    /// The proof says of a statement that it must be there, and there are not so many.
    #[error("the proof means statement {index}, and the document has {statements}")]
    IndexOutOfRange {
        /// The statement's place, counted from 0.
        index: usize,
        /// How many statements the document has.
        statements: usize,
    },
    /// The proof has not one signature for each statement that is signed by itself.
    #[error("the proof has {found} signatures of statements where {expected} are needed")]
    SignatureCountDiffers {
        /// How many the proof has.
        found: usize,
        /// How many statements there are to sign.
        expected: usize,
    },
    /// The proof has more signatures than
    /// [`Limits::max_statement_signatures`](crate::limits::Limits::max_statement_signatures).
    #[error("more than {max} signatures of statements")]
    TooManySignatures {
        /// The bound.
        max: usize,
    },
    /// The key is of another kind than the suite uses.
    #[error("the suite uses keys of kind {0}")]
    WrongKeyType(&'static str),
    /// The proof was made when the document named other contexts.
    #[error("the proof was made under other contexts than the document names")]
    OtherContexts,
    /// The document or the proof has no canonical form.
    #[error("there is no canonical form: {0}")]
    Canonicalization(#[from] CanonError),
}

impl<'a> Proof<'a> {
    /// The kind of signature: the cryptosuite, or the type where there is none.
    #[must_use]
    pub fn suite_name(&self) -> &'a str {
        self.cryptosuite.unwrap_or(self.proof_type)
    }

    /// Reads the members that every proof needs.
    ///
    /// # Errors
    /// [`ProofError::Malformed`] with the first member that is missing or of the wrong kind.
    pub fn read(members: &'a Map<String, Value>) -> Result<Self, ProofError> {
        let text = |name: &'static str| {
            members
                .get(name)
                .and_then(Value::as_str)
                .ok_or(ProofError::Malformed(name))
        };
        let verification_method = match members.get("verificationMethod") {
            // A key inside the proof proves nothing; only its name is used.
            Some(Value::Object(embedded)) => embedded.get("id").and_then(Value::as_str),
            other => other.and_then(Value::as_str),
        };
        let mut options = members.clone();
        options.remove("proofValue");
        Ok(Self {
            proof_type: text("type")?,
            cryptosuite: members.get("cryptosuite").and_then(Value::as_str),
            verification_method: verification_method.ok_or(ProofError::Malformed("verificationMethod"))?,
            proof_purpose: text("proofPurpose")?,
            proof_value: text("proofValue")?,
            options,
        })
    }
}

pub(super) fn sign_value(input: &HashInput, signer: &dyn Signer) -> Result<String, SignerError> {
    let signature = signer.sign(&input.to_bytes())?;
    Ok(format!("z{}", bs58::encode(signature).into_string()))
}

/// Proof verification for [EdDSA](https://www.w3.org/TR/vc-di-eddsa/#proof-verification-eddsa-rdfc-2022) and for
/// [ECDSA](https://www.w3.org/TR/vc-di-ecdsa/#proof-verification-ecdsa-rdfc-2019): the raw signature in base58.
pub(super) fn verify_value(
    input: &HashInput,
    key: &PublicKey,
    proof_value: &str,
) -> Result<bool, ProofError> {
    let signature = proof_value
        .strip_prefix('z')
        .filter(|text| text.len() <= MAX_BASE58_CHARACTERS)
        .and_then(|text| bs58::decode(text).into_vec().ok())
        .filter(|bytes| bytes.len() == key.signature_bytes())
        .ok_or(ProofError::Malformed("proofValue"))?;
    Ok(key.verifies(&input.to_bytes(), &signature))
}
