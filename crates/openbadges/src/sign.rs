//! Signing a credential: credential, key and time in; signed JSON out.

mod jwt;

pub use jwt::{JwtOptions, sign_jwt};

use serde::Serialize;
use serde_json::{Map, Value};
use time::OffsetDateTime;

use crate::canon::CanonError;
use crate::did::key_verification_method;
use crate::key::{Signer, SignerError};
use crate::limits::Limits;
use crate::model::{Iri, format_date_time};
use crate::suite::{Cryptosuite, ProofError};
use crate::vocab::ASSERTION_METHOD;

/// How a credential is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignOptions {
    /// The proof format.
    pub cryptosuite: Cryptosuite,
    /// The absolute identifier of the key, such as `did:web:badges.example#key-1`.
    pub verification_method: Iri,
    /// When the proof is made; written in whole seconds.
    pub created: OffsetDateTime,
}

impl SignOptions {
    /// `eddsa-rdfc-2022` by the key that `verification_method` names.
    #[must_use]
    pub const fn new(verification_method: Iri, created: OffsetDateTime) -> Self {
        Self {
            cryptosuite: Cryptosuite::EddsaRdfc2022,
            verification_method,
            created,
        }
    }

    /// The default suite of the kind of key that `signer` has, named by its own `did:key`.
    ///
    /// # Errors
    /// [`SignError::NoDidKey`] when the key has no such name.
    pub fn did_key(signer: &dyn Signer, created: OffsetDateTime) -> Result<Self, SignError> {
        let verification_method = Iri::new(key_verification_method(&signer.public_key()));
        Ok(Self {
            cryptosuite: Cryptosuite::for_key(&signer.public_key()).ok_or(SignError::NoDidKey)?,
            verification_method: verification_method.map_err(|_not_an_iri| SignError::NoDidKey)?,
            created,
        })
    }

    /// The same with another proof format.
    #[must_use]
    pub const fn with_cryptosuite(mut self, cryptosuite: Cryptosuite) -> Self {
        self.cryptosuite = cryptosuite;
        self
    }
}

/// Why a credential was not signed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SignError {
    /// The credential is not a JSON object, or has values that JSON cannot write.
    #[error("the credential cannot be written as a JSON object")]
    NotAnObject,
    /// The key is of a kind that tokens are not signed with here.
    #[error("keys of kind {0} do not sign tokens")]
    UnsupportedKey(&'static str),
    /// The credential has a proof already.
    #[error("the credential is signed already")]
    AlreadySigned,
    /// The time of signing cannot be written: its year has not four digits.
    #[error("the time of signing cannot be written")]
    InvalidTime,
    /// The key has no `did:key`.
    #[error("the key has no did:key")]
    NoDidKey,
    /// The credential has no canonical form, such as when it uses a term that no context defines.
    #[error("the credential cannot be put in canonical form: {0}")]
    Canonicalization(#[from] CanonError),
    /// The key is of another kind than the proof format uses.
    #[error("the proof format uses keys of kind {0}")]
    WrongKeyType(&'static str),
    /// Nothing is signed with the proof format here; it is only checked.
    #[error("nothing is signed with {0} here")]
    UnsupportedCryptosuite(&'static str),
    /// The key could not sign.
    #[error(transparent)]
    Signer(#[from] SignerError),
}

impl SignError {
    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAnObject => "not-an-object",
            Self::UnsupportedKey(_) => "unsupported-key",
            Self::AlreadySigned => "already-signed",
            Self::InvalidTime => "invalid-time",
            Self::NoDidKey => "no-did-key",
            Self::Canonicalization(error) => error.code(),
            Self::WrongKeyType(_) => "wrong-key-type",
            Self::UnsupportedCryptosuite(_) => "unsupported-cryptosuite",
            Self::Signer(_) => "signer-failed",
        }
    }
}

/// The signed credential as JSON text, ready to be baked or served.
///
/// `credential` is a class of [`model`](crate::model), or any other value that serialises to a credential.
/// See [add proof](https://www.w3.org/TR/vc-data-integrity/#add-proof).
///
/// ```
/// use openbadges::key::P256Signer;
/// use openbadges::limits::Limits;
/// use openbadges::sign::{SignOptions, sign};
/// use openbadges::suite::Cryptosuite;
/// use serde_json::{Value, json};
///
/// let signer = P256Signer::from_secret(&[7; 32])?;
/// let credential = json!({
///     "@context": ["https://www.w3.org/ns/credentials/v2"],
///     "type": ["VerifiableCredential"],
///     "issuer": "https://issuer.example",
///     "credentialSubject": {"id": "did:example:learner-one"},
/// });
/// let options = SignOptions::did_key(&signer, time::macros::datetime!(2026-06-01 12:00 UTC))?
///     .with_cryptosuite(Cryptosuite::EcdsaJcs2019);
/// let signed: Value = serde_json::from_str(&sign(&credential, &signer, &options, &Limits::default())?)?;
/// assert_eq!(signed["proof"]["cryptosuite"], "ecdsa-jcs-2019");
/// assert_eq!(signed["proof"]["created"], "2026-06-01T12:00:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Each variant of [`SignError`] is one cause.
pub fn sign(
    credential: &impl Serialize,
    signer: &dyn Signer,
    options: &SignOptions,
    limits: &Limits,
) -> Result<String, SignError> {
    let Ok(Value::Object(mut document)) = serde_json::to_value(credential) else {
        return Err(SignError::NotAnObject);
    };
    if document.contains_key("proof") {
        return Err(SignError::AlreadySigned);
    }
    let suite = options.cryptosuite;
    if !suite.signs() {
        return Err(SignError::UnsupportedCryptosuite(suite.name()));
    }
    let created = format_date_time(options.created).ok_or(SignError::InvalidTime)?;
    let mut proof = Map::new();
    let mut set = |name: &str, value: &str| proof.insert(name.to_owned(), value.into());
    set("type", suite.proof_type());
    if let Some(name) = suite.cryptosuite() {
        set("cryptosuite", name);
    }
    set("created", &created);
    set("verificationMethod", options.verification_method.as_str());
    set("proofPurpose", ASSERTION_METHOD);
    suite.complete_options(&document, &mut proof);
    let input = match suite.hash_input(&signer.public_key(), &document, &proof, limits) {
        Ok(input) => input,
        Err(ProofError::Canonicalization(error)) => return Err(error.into()),
        Err(ProofError::WrongKeyType(expected)) => return Err(SignError::WrongKeyType(expected)),
        // The options were written above, with the document's own contexts.
        Err(_) => return Err(SignError::NotAnObject),
    };
    proof.insert("proofValue".to_owned(), suite.sign(&input, signer)?.into());
    document.insert("proof".to_owned(), Value::Object(proof));
    Ok(Value::Object(document).to_string())
}
