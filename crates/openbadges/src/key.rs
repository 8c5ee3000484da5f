//! Public keys in the formats that badges use, and signers whose private key may live elsewhere.

mod ed25519;
mod jwk;
mod multikey;

use std::fmt::Debug;

pub use crate::error::KeyError;
pub use ed25519::Ed25519Signer;

/// A public key, whatever document or format it was written in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PublicKey {
    /// An Ed25519 key ([RFC 8032](https://www.rfc-editor.org/rfc/rfc8032)).
    Ed25519(ed25519_dalek::VerifyingKey),
}

impl PublicKey {
    /// The key that a [Multikey](https://www.w3.org/TR/cid-1.0/#Multikey) text such as `z6Mk…` stands for.
    ///
    /// # Errors
    /// [`KeyError::Malformed`] when the text is no key; [`KeyError::Unsupported`] for a kind not read here.
    pub fn from_multibase(text: &str) -> Result<Self, KeyError> {
        multikey::decode(text)
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

    /// The key's kind, such as `Ed25519`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Ed25519(_) => "Ed25519",
        }
    }
}

/// Signs with a private key that this crate never sees.
///
/// Implement it for a key in a hardware module, in another process or behind a service.
pub trait Signer {
    /// The public key that verifies what [`sign`](Self::sign) returns.
    fn public_key(&self) -> PublicKey;

    /// The signature over `message`, in the raw form of the key's algorithm (64 bytes for Ed25519).
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
