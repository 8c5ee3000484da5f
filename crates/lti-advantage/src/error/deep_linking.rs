//! Why content could not be given to a platform.

use super::Actor;

/// Why content could not be given to a platform.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DeepLinkingError {
    /// The platform takes no links here.
    #[error("the platform takes no links to a tool here")]
    LinksNotTaken,
    /// The platform takes one item.
    #[error("the platform takes one item at a time here")]
    OneItemOnly,
    /// The answer would go to somebody else.
    #[error("the platform asks for its answer at {address}, which is not its own")]
    ReturnAddressForeign {
        /// The address, as the launch says.
        address: String,
    },
    /// This tool could not sign.
    #[error("the answer could not be signed")]
    Signing,
}

impl DeepLinkingError {
    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::LinksNotTaken => "links-not-taken",
            Self::OneItemOnly => "one-item-only",
            Self::ReturnAddressForeign { .. } => "return-address-foreign",
            Self::Signing => "answer-not-signed",
        }
    }

    /// Who can do something about it.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        match self {
            Self::LinksNotTaken | Self::OneItemOnly | Self::ReturnAddressForeign { .. } => Actor::Platform,
            Self::Signing => Actor::Us,
        }
    }
}
