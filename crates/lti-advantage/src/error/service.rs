//! Why a service of a platform gave no answer.

use super::{Actor, TokenError};
use crate::http::Response;

/// How much of a platform's own words is kept.
const MAX_DETAIL_CHARACTERS: usize = 200;

/// Why a service of a platform gave no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ServiceError {
    /// The address is on somebody else's host; the token was not sent there.
    #[error("{address} is not an address of this platform")]
    AddressForeign {
        /// The address.
        address: String,
    },
    /// There is no token.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// Nothing answered.
    #[error("the service did not answer: {reason}")]
    Unreachable {
        /// The transport's code.
        reason: String,
    },
    /// The platform says no.
    #[error("the service answered {status}: {detail}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// What the platform says, in its own words: untrusted text, on one line, short.
        detail: String,
    },
    /// The answer is not what the service promises.
    #[error("the service answered something that is not what it promises (status {status})")]
    Malformed {
        /// The HTTP status.
        status: u16,
    },
    /// There is more than is read.
    #[error("the list has more than {max} entries")]
    TooMany {
        /// How many were read at most.
        max: usize,
    },
}

impl ServiceError {
    /// The refusal in `response`.
    pub(crate) fn refused(response: &Response) -> Self {
        Self::Refused {
            status: response.status,
            detail: detail(&response.body),
        }
    }

    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AddressForeign { .. } => "service-address-foreign",
            Self::Token(error) => error.code(),
            Self::Unreachable { .. } => "service-unreachable",
            Self::Refused { .. } => "service-refused",
            Self::Malformed { .. } => "service-malformed",
            Self::TooMany { .. } => "service-list-too-long",
        }
    }

    /// Who can do something about it.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        match self {
            Self::AddressForeign { .. } | Self::Malformed { .. } => Actor::Platform,
            Self::Token(error) => error.actor(),
            Self::Unreachable { .. } | Self::Refused { .. } | Self::TooMany { .. } => Actor::Administrator,
        }
    }

    /// Whether the same call may succeed later, with nothing changed here: the platform is down, slow or busy.
    #[must_use]
    pub const fn is_passing(&self) -> bool {
        match self {
            Self::Unreachable { .. } | Self::Token(TokenError::Unreachable { .. }) => true,
            Self::Refused { status, .. } | Self::Token(TokenError::Refused { status, .. }) => {
                matches!(status, 408 | 425 | 429 | 500..=599)
            }
            Self::AddressForeign { .. } | Self::Token(_) | Self::Malformed { .. } | Self::TooMany { .. } => {
                false
            }
        }
    }
}

/// The beginning of what a platform says, on one line. Pages in HTML say nothing to anybody here.
pub(super) fn detail(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let text = text.trim();
    if text.starts_with('<') {
        return String::new();
    }
    text.chars()
        .map(|character| if character.is_control() { ' ' } else { character })
        .take(MAX_DETAIL_CHARACTERS)
        .collect()
}
