//! The closed list of proof formats, and which of them are read here.
//!
//! A suite is a way to put the document in canonical form, a kind of key and a hash function; each of the two
//! ways is one file. A suite that is not in the list is never guessed at.

mod data_integrity;
mod ecdsa_sd;
mod jcs;
mod jws;
mod rdfc;
mod recognised;
mod signable;

use serde_json::{Map, Value};

pub use data_integrity::{HashInput, Proof, ProofError};
pub use ecdsa_sd::{DerivedProof, DisclosedStatement, Disclosure};
pub(crate) use jws::sign_compact;
pub use jws::{CompactJws, HeaderError, JwsAlgorithm, JwsError};
pub(crate) use rdfc::with_context_of;
pub use recognised::Recognised;
pub(crate) use signable::Signable;

use crate::canon::{ContextSet, HashAlgorithm, RevisionChoice, to_rdf_with};
use crate::key::{PublicKey, Signer, SignerError};
use crate::limits::Limits;
use crate::vocab::{DATA_INTEGRITY_PROOF, ED25519_SIGNATURE_2020};

/// A proof format that is read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cryptosuite {
    /// [`eddsa-rdfc-2022`](https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022).
    EddsaRdfc2022,
    /// [`eddsa-jcs-2022`](https://www.w3.org/TR/vc-di-eddsa/#eddsa-jcs-2022).
    EddsaJcs2022,
    /// [`ecdsa-rdfc-2019`](https://www.w3.org/TR/vc-di-ecdsa/#ecdsa-rdfc-2019), with P-256 and with P-384.
    EcdsaRdfc2019,
    /// [`ecdsa-jcs-2019`](https://www.w3.org/TR/vc-di-ecdsa/#ecdsa-jcs-2019), with P-256 and with P-384.
    EcdsaJcs2019,
    /// [`ecdsa-sd-2023`](https://www.w3.org/TR/vc-di-ecdsa/#ecdsa-sd-2023) with P-256: what a holder shows of a
    /// credential is checked. Nothing is signed with it here.
    EcdsaSd2023,
    /// [`Ed25519Signature2020`](https://www.w3.org/TR/vc-di-eddsa/#ed25519signature2020), which preceded
    /// `eddsa-rdfc-2022`. The document must name the context that defines it.
    Ed25519Signature2020,
}

/// How a suite puts a document in canonical form.
enum CanonicalForm {
    Rdfc,
    Jcs,
}

impl Cryptosuite {
    /// Every proof format that is read here.
    pub const ALL: [Self; 6] = [
        Self::EddsaRdfc2022,
        Self::EddsaJcs2022,
        Self::EcdsaRdfc2019,
        Self::EcdsaJcs2019,
        Self::EcdsaSd2023,
        Self::Ed25519Signature2020,
    ];

    /// The suite to sign with by default, given the kind of key; `None` for kinds that no suite uses.
    #[must_use]
    pub const fn for_key(key: &PublicKey) -> Option<Self> {
        if matches!(key, PublicKey::Ed25519(_)) {
            Some(Self::EddsaRdfc2022)
        } else if matches!(key, PublicKey::P256(_) | PublicKey::P384(_)) {
            Some(Self::EcdsaRdfc2019)
        } else {
            None
        }
    }

    /// The name of the suite: its proof's `cryptosuite`, or the `type` where there is none.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::EddsaRdfc2022 => "eddsa-rdfc-2022",
            Self::EddsaJcs2022 => "eddsa-jcs-2022",
            Self::EcdsaRdfc2019 => "ecdsa-rdfc-2019",
            Self::EcdsaJcs2019 => "ecdsa-jcs-2019",
            Self::EcdsaSd2023 => "ecdsa-sd-2023",
            Self::Ed25519Signature2020 => ED25519_SIGNATURE_2020,
        }
    }

    /// The `type` of the suite's proofs.
    #[must_use]
    pub const fn proof_type(self) -> &'static str {
        match self {
            Self::Ed25519Signature2020 => ED25519_SIGNATURE_2020,
            _ => DATA_INTEGRITY_PROOF,
        }
    }

    /// The `cryptosuite` of the suite's proofs, where they have one.
    #[must_use]
    pub const fn cryptosuite(self) -> Option<&'static str> {
        match self {
            Self::Ed25519Signature2020 => None,
            _ => Some(self.name()),
        }
    }

    /// The algorithm that puts a document in canonical form: `RDFC-1.0` or `JCS`.
    #[must_use]
    pub const fn canonicalization(self) -> &'static str {
        match self.canonical_form() {
            CanonicalForm::Rdfc => "RDFC-1.0",
            CanonicalForm::Jcs => "JCS",
        }
    }

    /// The bytes to sign with `key`, step by step, for `document` without its proof and a proof without its value.
    ///
    /// # Errors
    /// [`ProofError::Canonicalization`] when either has no canonical form, [`ProofError::WrongKeyType`], or
    /// [`ProofError::OtherContexts`].
    pub fn hash_input(
        self,
        key: &PublicKey,
        document: &Map<String, Value>,
        options: &Map<String, Value>,
        limits: &Limits,
    ) -> Result<HashInput, ProofError> {
        let contexts = ContextSet::embedded(RevisionChoice::NEWEST);
        self.hash_input_under(&contexts, key, document, options, limits)
    }

    /// As [`hash_input`](Self::hash_input), under these contexts instead of those that are carried here.
    ///
    /// # Errors
    /// Those of [`hash_input`](Self::hash_input).
    pub fn hash_input_under(
        self,
        contexts: &ContextSet,
        key: &PublicKey,
        document: &Map<String, Value>,
        options: &Map<String, Value>,
        limits: &Limits,
    ) -> Result<HashInput, ProofError> {
        let hash = self.hash(key)?;
        match self.canonical_form() {
            CanonicalForm::Rdfc => {
                let of_document = to_rdf_with(&Value::Object(document.clone()), contexts, limits)?;
                let options = Value::Object(with_context_of(options, document));
                let of_proof = to_rdf_with(&options, contexts, limits)?;
                Ok(rdfc::hash_input(&of_document, &of_proof, hash, limits)?)
            }
            CanonicalForm::Jcs => jcs::hash_input(document, options, hash),
        }
    }

    /// As [`hash_input`](Self::hash_input), for many proofs over one document.
    pub(crate) fn hash_input_of(
        self,
        key: &PublicKey,
        document: &Signable<'_>,
        options: &Signable<'_>,
    ) -> Result<HashInput, ProofError> {
        let hash = self.hash(key)?;
        match self.canonical_form() {
            CanonicalForm::Rdfc => Ok(HashInput {
                document: document.rdfc(hash)?,
                options: options.rdfc(hash)?,
                hash,
            }),
            CanonicalForm::Jcs => jcs::hash_input_of(document, options, hash),
        }
    }

    /// The members that a new proof's options carry beside those that every proof has.
    pub(crate) fn complete_options(self, document: &Map<String, Value>, options: &mut Map<String, Value>) {
        match self.canonical_form() {
            CanonicalForm::Rdfc => {}
            CanonicalForm::Jcs => jcs::complete_options(document, options),
        }
    }

    /// Whether credentials are signed with the suite here; every suite is checked.
    #[must_use]
    pub const fn signs(self) -> bool {
        !matches!(self, Self::EcdsaSd2023)
    }

    /// The `proofValue` over `input`.
    ///
    /// # Errors
    /// [`SignerError`] when the key cannot sign, or the suite is none to [sign with](Self::signs).
    pub fn sign(self, input: &HashInput, signer: &dyn Signer) -> Result<String, SignerError> {
        if self.signs() {
            data_integrity::sign_value(input, signer)
        } else {
            Err(SignerError::new("nothing is signed with this suite here"))
        }
    }

    /// Whether `proof_value` is the signature over `input` by `key`.
    ///
    /// # Errors
    /// [`ProofError`] when the value is not written as the suite asks or cannot belong to `input`, and
    /// [`ProofError::WrongKeyType`].
    pub fn verify(
        self,
        input: &HashInput,
        key: &PublicKey,
        proof_value: &str,
        limits: &Limits,
    ) -> Result<bool, ProofError> {
        self.hash(key)?;
        match self {
            Self::EcdsaSd2023 => ecdsa_sd::verify_value(input, key, proof_value, limits),
            _ => data_integrity::verify_value(input, key, proof_value),
        }
    }

    const fn canonical_form(self) -> CanonicalForm {
        match self {
            Self::EddsaRdfc2022 | Self::EcdsaRdfc2019 | Self::EcdsaSd2023 | Self::Ed25519Signature2020 => {
                CanonicalForm::Rdfc
            }
            Self::EddsaJcs2022 | Self::EcdsaJcs2019 => CanonicalForm::Jcs,
        }
    }

    /// The hash function that the suite uses with `key`, where it uses such keys at all.
    const fn hash(self, key: &PublicKey) -> Result<HashAlgorithm, ProofError> {
        match (self, key) {
            (
                Self::EddsaRdfc2022 | Self::EddsaJcs2022 | Self::Ed25519Signature2020,
                PublicKey::Ed25519(_),
            )
            | (Self::EcdsaRdfc2019 | Self::EcdsaJcs2019 | Self::EcdsaSd2023, PublicKey::P256(_)) => {
                Ok(HashAlgorithm::Sha256)
            }
            (Self::EcdsaRdfc2019 | Self::EcdsaJcs2019, PublicKey::P384(_)) => Ok(HashAlgorithm::Sha384),
            (Self::EcdsaRdfc2019 | Self::EcdsaJcs2019, _) => Err(ProofError::WrongKeyType("P-256, P-384")),
            (Self::EcdsaSd2023, _) => Err(ProofError::WrongKeyType("P-256")),
            _ => Err(ProofError::WrongKeyType("Ed25519")),
        }
    }
}
