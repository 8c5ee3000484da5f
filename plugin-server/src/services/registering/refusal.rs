//! Why a platform was not registered.

use lti_advantage::{error::RegistrationError, http::TransportError};

use crate::error::AppError;

/// Why a platform was not registered.
#[derive(Debug)]
pub enum Refusal {
    /// What the platform says of itself cannot be taken, or the platform refused.
    Registration(RegistrationError),
    /// The platform did not answer, or our own guard does not let us ask there.
    Unreachable(TransportError),
    /// The invitation is of no use, or something broke here.
    Ours(AppError),
}

impl Refusal {
    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Registration(error) => error.code(),
            Self::Unreachable(_) => "platform-unreachable",
            Self::Ours(error) => error.code(),
        }
    }

    /// What the platform said, or which part of its answer is at fault, for those who help: untrusted text.
    #[must_use]
    pub fn detail(&self) -> Option<String> {
        match self {
            Self::Registration(
                RegistrationError::Refused { detail, .. }
                | RegistrationError::ConfigurationMalformed { detail },
            ) => Some(detail.clone()).filter(|detail| !detail.is_empty()),
            Self::Registration(RegistrationError::ConfigurationRefused { status }) => {
                Some(status.to_string())
            }
            Self::Registration(RegistrationError::AddressForeign { member }) => Some((*member).to_owned()),
            Self::Unreachable(error) => Some(error.code.clone()),
            Self::Registration(_) | Self::Ours(_) => None,
        }
    }
}

impl From<RegistrationError> for Refusal {
    fn from(error: RegistrationError) -> Self {
        Self::Registration(error)
    }
}

impl From<TransportError> for Refusal {
    fn from(error: TransportError) -> Self {
        Self::Unreachable(error)
    }
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        Self::Ours(error)
    }
}

impl From<sqlx::Error> for Refusal {
    fn from(error: sqlx::Error) -> Self {
        Self::Ours(error.into())
    }
}
