//! An Ed25519 key in memory.

use std::fmt;

use ed25519_dalek::{Signer as _, SigningKey};

use super::{PublicKey, Signer, SignerError};

/// An Ed25519 private key held in memory and wiped when it is dropped.
pub struct Ed25519Signer {
    key: SigningKey,
}

impl Ed25519Signer {
    /// The signer of the 32-byte `seed` of [RFC 8032](https://www.rfc-editor.org/rfc/rfc8032#section-5.1.5).
    #[must_use]
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self {
            key: SigningKey::from_bytes(seed),
        }
    }
}

impl Signer for Ed25519Signer {
    fn public_key(&self) -> PublicKey {
        PublicKey::Ed25519(self.key.verifying_key())
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        let signature = self
            .key
            .try_sign(message)
            .map_err(|error| SignerError::new(error.to_string()))?;
        Ok(signature.to_bytes().to_vec())
    }
}

/// Shows the public half only.
impl fmt::Debug for Ed25519Signer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Ed25519Signer")
            .field("public_key", &self.public_key().to_multibase())
            .finish()
    }
}
