//! Public keys in the formats that badges use, and signers whose private key may live elsewhere.

mod ecdsa;
mod ed25519;
mod jwk;
mod multikey;
mod pem;
mod rsa;

use std::fmt::Debug;

pub use crate::error::KeyError;
pub use ecdsa::{P256Signer, P384Signer};
pub use ed25519::Ed25519Signer;
pub use rsa::RsaPublicKey;

/// A public key, whatever document or format it was written in.
///
/// ```
/// use openbadges::key::{KeyError, PublicKey};
///
/// let key = PublicKey::from_multibase("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi")?;
/// assert_eq!((key.kind(), key.signature_bytes()), ("Ed25519", 64));
/// assert_eq!(PublicKey::from_jwk(&key.to_jwk())?, key);
///
/// let mut private = key.to_jwk();
/// private["d"] = "c2VjcmV0".into();
/// assert_eq!(PublicKey::from_jwk(&private), Err(KeyError::PrivateKeyExposed));
/// # Ok::<(), KeyError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PublicKey {
    /// An Ed25519 key ([RFC 8032](https://www.rfc-editor.org/rfc/rfc8032)).
    Ed25519(ed25519_dalek::VerifyingKey),
    /// A key on the curve [P-256](https://csrc.nist.gov/pubs/fips/186-5/final), used with SHA-256.
    P256(p256::ecdsa::VerifyingKey),
    /// A key on the curve [P-384](https://csrc.nist.gov/pubs/fips/186-5/final), used with SHA-384.
    P384(p384::ecdsa::VerifyingKey),
    /// An [RSA](https://www.rfc-editor.org/rfc/rfc8017) key, used with SHA-256.
    Rsa(RsaPublicKey),
}

impl PublicKey {
    /// The key that a [Multikey](https://www.w3.org/TR/cid-1.0/#Multikey) text such as `z6Mk…` stands for.
    ///
    /// # Errors
    /// [`KeyError::Malformed`] when the text is no key; [`KeyError::Unsupported`] for a kind not read here.
    pub fn from_multibase(text: &str) -> Result<Self, KeyError> {
        multikey::decode(text)
    }

    /// The key that the bytes behind a Multikey text stand for.
    pub(crate) fn from_multikey_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        multikey::from_bytes(bytes)
    }

    /// The key as a [Multikey](https://www.w3.org/TR/cid-1.0/#Multikey) text.
    #[must_use]
    pub fn to_multibase(&self) -> String {
        multikey::encode(self)
    }

    /// The key in a [JSON Web Key](https://www.rfc-editor.org/rfc/rfc7517).
    ///
    /// # Errors
    /// [`KeyError::Malformed`], [`KeyError::Unsupported`], or [`KeyError::PrivateKeyExposed`] when the private
    /// part is there too: such a key is no longer anybody's own.
    pub fn from_jwk(jwk: &serde_json::Value) -> Result<Self, KeyError> {
        jwk::decode(jwk)
    }

    /// The key as a [JSON Web Key](https://www.rfc-editor.org/rfc/rfc7517) of the members that its kind needs.
    #[must_use]
    pub fn to_jwk(&self) -> serde_json::Value {
        jwk::encode(self)
    }

    /// The RSA key in a text that begins with `-----BEGIN PUBLIC KEY-----` or `-----BEGIN RSA PUBLIC KEY-----`
    /// ([RFC 7468](https://www.rfc-editor.org/rfc/rfc7468#section-13)).
    ///
    /// # Errors
    /// [`KeyError::Malformed`] when there is no such key in the text, [`KeyError::Unsupported`] for one of a size
    /// that is not read, [`KeyError::PrivateKeyExposed`] when the text holds a private key.
    pub fn from_pem(text: &str) -> Result<Self, KeyError> {
        pem::decode(text)
    }

    /// The key's kind: `Ed25519`, `P-256`, `P-384` or `RSA`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Ed25519(_) => "Ed25519",
            Self::P256(_) => "P-256",
            Self::P384(_) => "P-384",
            Self::Rsa(_) => "RSA",
        }
    }

    /// The length of a signature by this key, in bytes of its raw form.
    #[must_use]
    pub fn signature_bytes(&self) -> usize {
        match self {
            Self::Ed25519(_) => ed25519_dalek::SIGNATURE_LENGTH,
            Self::P256(_) => ecdsa::p256::SIGNATURE_BYTES,
            Self::P384(_) => ecdsa::p384::SIGNATURE_BYTES,
            Self::Rsa(key) => key.signature_bytes(),
        }
    }

    /// Whether `signature`, in raw form, was made over `message` with the private half of this key.
    ///
    /// The hash function belongs to the kind of key: SHA-256 for P-256 and RSA, SHA-384 for P-384.
    #[must_use]
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Ed25519(key) => ed25519_dalek::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify_strict(message, &signature).is_ok()),
            Self::P256(key) => ecdsa::p256::verifies(key, message, signature),
            Self::P384(key) => ecdsa::p384::verifies(key, message, signature),
            Self::Rsa(key) => key.verifies(message, signature),
        }
    }
}

/// Signs with a private key that this crate never sees.
///
/// Implement it for a key in a hardware module, in another process or behind a service.
///
/// ```
/// use openbadges::key::{Ed25519Signer, PublicKey, Signer, SignerError};
///
/// /// Stands for a service that signs.
/// struct Service(Ed25519Signer);
///
/// impl Signer for Service {
///     fn public_key(&self) -> PublicKey {
///         self.0.public_key()
///     }
///
///     fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
///         if message.is_empty() {
///             return Err(SignerError::new("the service refuses to sign nothing"));
///         }
///         self.0.sign(message)
///     }
/// }
///
/// let service = Service(Ed25519Signer::from_seed(&[7; 32]));
/// let signature = service.sign(b"a badge")?;
/// assert!(service.public_key().verifies(b"a badge", &signature));
/// assert!(!service.public_key().verifies(b"another", &signature));
/// # Ok::<(), SignerError>(())
/// ```
pub trait Signer {
    /// The public key that verifies what [`sign`](Self::sign) returns.
    fn public_key(&self) -> PublicKey;

    /// The signature over `message`, in the raw form of the key's algorithm: 64 bytes for Ed25519, and
    /// the numbers `r` and `s` one after the other for P-256 with SHA-256 (64 bytes) and P-384 with SHA-384 (96);
    /// for RSA, PKCS #1 version 1.5 with SHA-256.
    ///
    /// # Errors
    /// [`SignerError`] when the key cannot be used now.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError>;
}

/// Why a [`Signer`] could not sign.
#[derive(Debug, thiserror::Error)]
#[error("the key cannot sign: {reason}")]
pub struct SignerError {
    reason: String,
}

impl SignerError {
    /// An error with a reason for the log; it must not hold key material.
    #[must_use]
    pub fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
        }
    }
}
