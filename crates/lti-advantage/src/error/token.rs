//! Why a platform gave no access token.

use super::{Actor, service::detail};
use crate::http::Response;

/// Why a platform gave no access token.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TokenError {
    /// Nothing answered.
    #[error("the platform's token address did not answer: {reason}")]
    Unreachable {
        /// The transport's code.
        reason: String,
    },
    /// The platform says no.
    #[error("the platform gave no token (status {status}): {detail}")]
    Refused {
        /// The HTTP status. Moodle answers 404 with a page when it cannot read this tool's keys.
        status: u16,
        /// What the platform says, in its own words: untrusted text, on one line, short.
        detail: String,
    },
    /// The answer holds no token.
    #[error("the platform's token address answered something that is not a token (status {status})")]
    Malformed {
        /// The HTTP status.
        status: u16,
    },
    /// The platform gave a token for less than was asked for.
    #[error("the platform does not allow {scope}")]
    ScopeMissing {
        /// What it left out.
        scope: String,
    },
    /// This tool could not sign its request.
    #[error("the request for a token could not be signed")]
    Signing,
}

impl TokenError {
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
            Self::Unreachable { .. } => "token-unreachable",
            Self::Refused { .. } => "token-refused",
            Self::Malformed { .. } => "token-answer-malformed",
            Self::ScopeMissing { .. } => "scope-missing",
            Self::Signing => "token-not-signed",
        }
    }

    /// Who can do something about it.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        match self {
            Self::Unreachable { .. } | Self::Refused { .. } | Self::ScopeMissing { .. } => {
                Actor::Administrator
            }
            Self::Malformed { .. } => Actor::Platform,
            Self::Signing => Actor::Us,
        }
    }
}
