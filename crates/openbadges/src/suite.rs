//! The closed list of proof formats, and which of them are read here.
//!
//! Each suite is one file in both directions: transform, hash, sign, check. A suite that is not in the list is
//! never guessed at.

mod data_integrity;
mod eddsa_jcs_2022;
mod eddsa_rdfc_2022;

use serde_json::{Map, Value};

pub use data_integrity::{HashInput, Proof, ProofError};

use crate::canon::{CanonError, ContextSet, Dataset, RevisionChoice, to_rdf_with};
use crate::key::{PublicKey, Signer, SignerError};
use crate::limits::Limits;
use crate::vocab::DATA_INTEGRITY_PROOF;

/// A proof format that is read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cryptosuite {
    /// [`eddsa-rdfc-2022`](https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022).
    EddsaRdfc2022,
    /// [`eddsa-jcs-2022`](https://www.w3.org/TR/vc-di-eddsa/#eddsa-jcs-2022).
    EddsaJcs2022,
}

/// What a proof's `type` and `cryptosuite` say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recognised {
    /// Read here.
    Supported(Cryptosuite),
    /// Read here, under an old or mistaken name.
    Alias(Cryptosuite),
    /// A format that is known, and not read here.
    Unsupported,
    /// A format that is not known.
    Unknown,
}

/// Formats that are known, and not read here: `type` of the proof, or `cryptosuite` of a Data Integrity proof.
const UNSUPPORTED: [&str; 13] = [
    "ecdsa-rdfc-2019",
    "ecdsa-jcs-2019",
    "ecdsa-sd-2023",
    "bbs-2023",
    "ecdsa-2019",
    "json-eddsa-2022",
    "Ed25519Signature2018",
    "Ed25519Signature2020",
    "EcdsaSecp256k1Signature2019",
    "JsonWebSignature2020",
    "RsaSignature2018",
    "BbsBlsSignature2020",
    "MerkleProof2019",
];

impl Cryptosuite {
    /// The suite of a proof with this `type` and this `cryptosuite`.
    #[must_use]
    pub fn recognise(proof_type: &str, cryptosuite: Option<&str>) -> Recognised {
        let name = match cryptosuite {
            Some(name) if proof_type == DATA_INTEGRITY_PROOF => name,
            _ => proof_type,
        };
        match name {
            "eddsa-rdfc-2022" => Recognised::Supported(Self::EddsaRdfc2022),
            "eddsa-jcs-2022" => Recognised::Supported(Self::EddsaJcs2022),
            // The draft's name, and a misspelling from the Open Badges specification.
            "eddsa-2022" | "eddsa-rdf-2022" => Recognised::Alias(Self::EddsaRdfc2022),
            name if UNSUPPORTED.contains(&name) => Recognised::Unsupported,
            _ => Recognised::Unknown,
        }
    }

    /// The name that a proof's `cryptosuite` carries.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::EddsaRdfc2022 => eddsa_rdfc_2022::NAME,
            Self::EddsaJcs2022 => eddsa_jcs_2022::NAME,
        }
    }

    /// The bytes to sign, step by step, for `document` without its proof and a proof without its value.
    ///
    /// # Errors
    /// [`CanonError`] when either has no canonical form.
    pub fn hash_input(
        self,
        document: &Map<String, Value>,
        options: &Map<String, Value>,
        limits: &Limits,
    ) -> Result<HashInput, CanonError> {
        self.hash_input_under(&ContextSet::embedded(RevisionChoice::NEWEST), document, options, limits)
    }

    /// As [`hash_input`](Self::hash_input), under these contexts instead of those that are carried here.
    ///
    /// # Errors
    /// [`CanonError`] when either has no canonical form.
    pub fn hash_input_under(
        self,
        contexts: &ContextSet,
        document: &Map<String, Value>,
        options: &Map<String, Value>,
        limits: &Limits,
    ) -> Result<HashInput, CanonError> {
        match self {
            Self::EddsaRdfc2022 => {
                let of_document = to_rdf_with(&Value::Object(document.clone()), contexts, limits)?;
                let options = Value::Object(with_context_of(options, document));
                let of_proof = to_rdf_with(&options, contexts, limits)?;
                eddsa_rdfc_2022::hash_input(&of_document, &of_proof, limits)
            }
            Self::EddsaJcs2022 => eddsa_jcs_2022::hash_input(document, options),
        }
    }

    /// As [`hash_input`](Self::hash_input), from RDF that was made before; for many proofs over one document.
    pub(crate) fn hash_input_of_datasets(
        self,
        document: (&Map<String, Value>, &Dataset),
        options: (&Map<String, Value>, &Dataset),
        limits: &Limits,
    ) -> Result<HashInput, CanonError> {
        match self {
            Self::EddsaRdfc2022 => eddsa_rdfc_2022::hash_input(document.1, options.1, limits),
            Self::EddsaJcs2022 => eddsa_jcs_2022::hash_input(document.0, options.0),
        }
    }

    /// The members that a new proof's options carry beside those that every proof has.
    pub(crate) fn complete_options(self, document: &Map<String, Value>, options: &mut Map<String, Value>) {
        match self {
            Self::EddsaRdfc2022 => {}
            Self::EddsaJcs2022 => eddsa_jcs_2022::complete_options(document, options),
        }
    }

    /// The `proofValue` over `input`.
    ///
    /// # Errors
    /// [`SignerError`] when the key cannot sign.
    pub fn sign(self, input: &HashInput, signer: &dyn Signer) -> Result<String, SignerError> {
        match self {
            Self::EddsaRdfc2022 | Self::EddsaJcs2022 => data_integrity::sign_eddsa(input, signer),
        }
    }

    /// Whether `proof_value` is the signature over `input` by `key`.
    ///
    /// # Errors
    /// [`ProofError::Malformed`] when the value is not written as the suite asks, [`ProofError::WrongKeyType`].
    pub fn verify(self, input: &HashInput, key: &PublicKey, proof_value: &str) -> Result<bool, ProofError> {
        match self {
            Self::EddsaRdfc2022 | Self::EddsaJcs2022 => data_integrity::verify_eddsa(input, key, proof_value),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_suites_are_told_from_unknown_ones() {
        let recognise = |name| Cryptosuite::recognise(DATA_INTEGRITY_PROOF, Some(name));
        assert_eq!(
            recognise("eddsa-rdfc-2022"),
            Recognised::Supported(Cryptosuite::EddsaRdfc2022)
        );
        assert_eq!(
            recognise("eddsa-rdf-2022"),
            Recognised::Alias(Cryptosuite::EddsaRdfc2022)
        );
        assert_eq!(recognise("ecdsa-sd-2023"), Recognised::Unsupported);
        assert_eq!(recognise("eddsa-rdfc-2023"), Recognised::Unknown);
        assert_eq!(
            Cryptosuite::recognise("Ed25519Signature2020", None),
            Recognised::Unsupported
        );
        assert_eq!(
            Cryptosuite::recognise("SomeProofType", Some("eddsa-rdfc-2022")),
            Recognised::Unknown
        );
    }
}
