//! Why a login initiation was refused.

use super::Actor;

/// Why a login initiation was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LoginError {
    /// A required parameter is absent or empty.
    #[error("the login request has no {parameter}")]
    ParameterMissing {
        /// Its name.
        parameter: &'static str,
    },
    /// A parameter stands there twice.
    #[error("the login request has {parameter} more than once")]
    ParameterRepeated {
        /// Its name.
        parameter: &'static str,
    },
    /// A parameter is longer than is read.
    #[error("{parameter} in the login request is longer than {max_bytes} bytes")]
    ParameterTooLong {
        /// Its name.
        parameter: &'static str,
        /// The longest that is read.
        max_bytes: usize,
    },
    /// Nobody registered this issuer, or not with this client.
    #[error("no registration has the issuer {issuer} and this client")]
    RegistrationUnknown {
        /// The issuer, as the request says.
        issuer: String,
        /// The client, as the request says.
        client_id: Option<String>,
    },
    /// Several registrations have this issuer, and the request names no client.
    #[error(
        "{registrations} registrations have the issuer {issuer}, and the login request names no client_id"
    )]
    RegistrationAmbiguous {
        /// The issuer.
        issuer: String,
        /// How many there are.
        registrations: usize,
    },
    /// The address to open is not one of this tool.
    #[error("target_link_uri is not an address of this tool")]
    TargetLinkForeign {
        /// The address, as the request says.
        target_link_uri: String,
    },
}

impl LoginError {
    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ParameterMissing { .. } => "login-parameter-missing",
            Self::ParameterRepeated { .. } => "login-parameter-repeated",
            Self::ParameterTooLong { .. } => "login-parameter-too-long",
            Self::RegistrationUnknown { .. } => "registration-unknown",
            Self::RegistrationAmbiguous { .. } => "registration-ambiguous",
            Self::TargetLinkForeign { .. } => "target-link-foreign",
        }
    }

    /// Who can do something about it.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        match self {
            Self::ParameterMissing { .. }
            | Self::ParameterRepeated { .. }
            | Self::ParameterTooLong { .. } => Actor::Platform,
            Self::RegistrationUnknown { .. }
            | Self::RegistrationAmbiguous { .. }
            | Self::TargetLinkForeign { .. } => Actor::Administrator,
        }
    }
}
