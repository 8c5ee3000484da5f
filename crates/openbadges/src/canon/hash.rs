//! The hash functions that canonicalisation and signature suites use.

use sha2::{Digest as _, Sha256, Sha384};

/// A hash function, chosen by the signature suite and never by the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HashAlgorithm {
    /// SHA-256, of 32 bytes.
    Sha256,
    /// SHA-384, of 48 bytes.
    Sha384,
}

impl HashAlgorithm {
    /// The name: `SHA-256` or `SHA-384`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
        }
    }

    /// The hash of `bytes`.
    #[must_use]
    pub fn digest(&self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(bytes).to_vec(),
            Self::Sha384 => Sha384::digest(bytes).to_vec(),
        }
    }

    /// The hash of `text` in lower-case hexadecimal digits, as RDFC-1.0 writes hashes.
    pub(crate) fn hex(self, text: &str) -> String {
        hex::encode(self.digest(text.as_bytes()))
    }
}
