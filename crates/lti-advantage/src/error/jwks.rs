//! Why no key of a platform could be had.

use super::Actor;

/// Why no key of a platform could be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JwksError {
    /// The platform's key set could not be fetched, and none was fetched before.
    #[error("the platform's keys could not be fetched: {reason}")]
    Unreachable {
        /// The transport's code.
        reason: String,
    },
    /// The answer was not a key set.
    #[error("the platform's key address answered with something that is not a key set (status {status})")]
    Malformed {
        /// The HTTP status of the answer.
        status: u16,
    },
    /// The key set has no key of this identifier.
    #[error("the platform's key set has no key {kid}")]
    KeyUnknown {
        /// The identifier.
        kid: String,
    },
    /// There is such a key, but it is of another kind, for another use or for another algorithm.
    #[error("the platform's key {kid} is not for signing with {algorithm}")]
    KeyUnsuitable {
        /// The identifier.
        kid: String,
        /// The algorithm that was needed.
        algorithm: &'static str,
    },
}

impl JwksError {
    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreachable { .. } => "keys-unreachable",
            Self::Malformed { .. } => "keys-malformed",
            Self::KeyUnknown { .. } => "key-unknown",
            Self::KeyUnsuitable { .. } => "key-unsuitable",
        }
    }

    /// Who can do something about it.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        match self {
            Self::Unreachable { .. } | Self::Malformed { .. } => Actor::Administrator,
            Self::KeyUnknown { .. } | Self::KeyUnsuitable { .. } => Actor::Platform,
        }
    }
}
