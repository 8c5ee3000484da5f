//! Why a platform could not be registered by itself.

use super::{Actor, service::detail};
use crate::http::Response;

/// Why a platform could not be registered by itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RegistrationError {
    /// The page was opened without a platform's address, or with something else in its place.
    #[error(
        "the registration page has to be opened by a platform, which adds openid_configuration to its address"
    )]
    ConfigurationAddress,
    /// The platform's configuration could not be read.
    #[error("the platform's configuration answered {status}")]
    ConfigurationRefused {
        /// The HTTP status.
        status: u16,
    },
    /// The platform's configuration lacks something.
    #[error("the platform's configuration cannot be read: {detail}")]
    ConfigurationMalformed {
        /// What is wrong with it.
        detail: String,
    },
    /// An address of the configuration is on somebody else's site.
    #[error("{member} in the platform's configuration is not on the platform's own site")]
    AddressForeign {
        /// The member.
        member: &'static str,
    },
    /// The platform signs in a way that this tool does not read.
    #[error("the platform does not sign with RS256")]
    AlgorithmUnsupported,
    /// The platform's token for this registration is none.
    #[error("the registration token is malformed")]
    RegistrationToken,
    /// The platform says no.
    #[error("the platform refused the registration ({status}): {detail}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// What the platform says, in its own words: untrusted text, on one line, short.
        detail: String,
    },
    /// The platform's answer has no client identifier.
    #[error("the platform's answer to the registration cannot be read")]
    AnswerMalformed,
}

impl RegistrationError {
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
            Self::ConfigurationAddress => "registration-not-from-platform",
            Self::ConfigurationRefused { .. } => "configuration-refused",
            Self::ConfigurationMalformed { .. } => "configuration-malformed",
            Self::AddressForeign { .. } => "configuration-address-foreign",
            Self::AlgorithmUnsupported => "algorithm-unsupported",
            Self::RegistrationToken => "registration-token-malformed",
            Self::Refused { .. } => "registration-refused",
            Self::AnswerMalformed => "registration-answer-malformed",
        }
    }

    /// Who can do something about it.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        match self {
            Self::ConfigurationAddress | Self::Refused { .. } | Self::ConfigurationRefused { .. } => {
                Actor::Administrator
            }
            Self::ConfigurationMalformed { .. }
            | Self::AddressForeign { .. }
            | Self::AlgorithmUnsupported
            | Self::RegistrationToken
            | Self::AnswerMalformed => Actor::Platform,
        }
    }
}
