//! Sealing of secrets at rest.

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use zeroize::Zeroizing;

use crate::entropy::{Entropy, EntropyError, bytes};

const NONCE_LEN: usize = 24;

/// Seals and opens secrets with the master key (XChaCha20-Poly1305). What a secret is for is authenticated
/// beside it, so that one sealed secret cannot be put in the place of another.
pub struct Vault {
    cipher: XChaCha20Poly1305,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault(..)")
    }
}

/// Why a secret could not be sealed or opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    /// The sealed text was made with another master key, for another purpose, or was changed.
    #[error("a sealed secret does not open with this master key")]
    WrongKey,
    /// No randomness for the nonce.
    #[error(transparent)]
    Entropy(#[from] EntropyError),
}

impl Vault {
    /// A vault for this master key.
    #[must_use]
    pub fn new(master_key: &[u8; 32]) -> Self {
        Self {
            cipher: XChaCha20Poly1305::new(&(*master_key).into()),
        }
    }

    /// Seals `secret` for `purpose`, such as `organisation-key`; the answer is text to store.
    ///
    /// # Errors
    /// [`VaultError::Entropy`] when there is no randomness.
    pub fn seal(&self, entropy: &dyn Entropy, purpose: &str, secret: &[u8]) -> Result<String, VaultError> {
        let nonce = bytes::<NONCE_LEN>(entropy)?;
        let payload = Payload {
            msg: secret,
            aad: purpose.as_bytes(),
        };
        let sealed = self
            .cipher
            .encrypt(&nonce.into(), payload)
            .map_err(|_wrong| VaultError::WrongKey)?;
        Ok(STANDARD_NO_PAD.encode([nonce.as_slice(), &sealed].concat()))
    }

    /// The secret that was sealed for `purpose`.
    ///
    /// # Errors
    /// [`VaultError::WrongKey`] when it does not open.
    pub fn open(&self, purpose: &str, sealed: &str) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let bytes = STANDARD_NO_PAD
            .decode(sealed)
            .map_err(|_damaged| VaultError::WrongKey)?;
        let (nonce, sealed) = bytes
            .split_first_chunk::<NONCE_LEN>()
            .ok_or(VaultError::WrongKey)?;
        let payload = Payload {
            msg: sealed,
            aad: purpose.as_bytes(),
        };
        self.cipher
            .decrypt(&(*nonce).into(), payload)
            .map(Zeroizing::new)
            .map_err(|_wrong| VaultError::WrongKey)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entropy::OsEntropy;

    #[test]
    fn a_sealed_secret_opens_with_its_key_and_purpose_only() {
        let vault = Vault::new(&[7; 32]);
        let sealed = vault.seal(&OsEntropy, "organisation-key", b"secret").unwrap();
        assert_eq!(
            vault.open("organisation-key", &sealed).unwrap().as_slice(),
            b"secret"
        );
        assert!(matches!(
            vault.open("tool-key", &sealed),
            Err(VaultError::WrongKey)
        ));
        let other = Vault::new(&[8; 32]);
        assert!(matches!(
            other.open("organisation-key", &sealed),
            Err(VaultError::WrongKey)
        ));
    }
}
