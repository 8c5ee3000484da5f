//! Why a key of this tool could not be used.

use super::Actor;

/// Why a key of this tool could not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ToolKeyError {
    /// The bytes are not an RSA private key in PKCS #8, of 2048 to 8192 bits.
    #[error("the tool key is not an RSA private key of 2048 to 8192 bits in PKCS #8")]
    Unreadable,
    /// Signing failed.
    #[error("the tool key could not sign")]
    Signing,
}

impl ToolKeyError {
    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable => "tool-key-unreadable",
            Self::Signing => "tool-key-signing",
        }
    }

    /// Who can do something about it.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        Actor::Us
    }
}
