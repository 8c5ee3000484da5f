//! Why a launch was refused.

use super::{Actor, JwksError};

/// Why a launch was refused. The variants stand in the order of the checks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LaunchError {
    /// The platform refused our login request and says why.
    #[error("the platform answered with the error {error}")]
    PlatformRefused {
        /// The OAuth 2 error code.
        error: String,
        /// The platform's own words, if any. Untrusted text.
        description: Option<String>,
        /// The state it sent back, if any.
        state: Option<String>,
    },
    /// A form field is absent or empty.
    #[error("the launch has no {field}")]
    FieldMissing {
        /// Its name.
        field: &'static str,
    },
    /// A form field stands there twice.
    #[error("the launch has {field} more than once")]
    FieldRepeated {
        /// Its name.
        field: &'static str,
    },
    /// A form field is longer than is read.
    #[error("{field} in the launch is longer than {max_bytes} bytes")]
    FieldTooLong {
        /// Its name.
        field: &'static str,
        /// The longest that is read.
        max_bytes: usize,
    },
    /// The token is not three parts of base64url with a JSON header.
    #[error("id_token is not a signed token")]
    TokenMalformed,
    /// The token's header has a member that could change how the token is checked.
    #[error("the token's header has {member}, which is never accepted")]
    HeaderForbidden {
        /// Its name.
        member: &'static str,
    },
    /// The token is signed with an algorithm that the registration does not allow.
    #[error("the token says alg {algorithm}, which this registration does not allow")]
    AlgorithmForbidden {
        /// The algorithm, as the token says. Untrusted text.
        algorithm: String,
    },
    /// The token does not say with which key it is signed.
    #[error("the token's header has no kid")]
    KeyIdMissing,
    /// This tool did not ask for this launch, or too long ago.
    #[error("no login is known for this state")]
    StateUnknown,
    /// The login behind this launch was used already.
    #[error("this launch was already used")]
    StateConsumed,
    /// The login behind this launch is too old.
    #[error("the login behind this launch is too old")]
    StateExpired,
    /// The browser did not send back the cookie that the login gave it.
    #[error("the browser did not send the cookie of this login")]
    BrowserCookieMissing,
    /// The launch came from another browser than the login.
    #[error("this launch was started in another browser")]
    BrowserMismatch,
    /// The registration of the login is gone.
    #[error("the registration of this login is gone")]
    RegistrationUnknown,
    /// There is no key of the platform to check the signature with.
    #[error(transparent)]
    Keys(#[from] JwksError),
    /// The signature is not by the platform's key.
    #[error("the token's signature is not by the platform's key")]
    SignatureInvalid,
    /// A required claim is absent.
    #[error("the token has no claim {claim}")]
    ClaimMissing {
        /// Its key.
        claim: &'static str,
    },
    /// A claim is of the wrong type.
    #[error("the claim {claim} cannot be read")]
    ClaimMalformed {
        /// Its key.
        claim: &'static str,
    },
    /// The token is by another issuer.
    #[error("the token is by another issuer")]
    IssuerMismatch {
        /// The issuer, as the token says. Untrusted text.
        issuer: String,
    },
    /// The token is not for this client.
    #[error("the token is for another client")]
    AudienceMismatch,
    /// The authorized party is not this client, or is missing beside several audiences.
    #[error("the token's azp is not this client")]
    AuthorizedPartyMismatch,
    /// The token has expired.
    #[error("the token expired at {expired_at} (seconds since 1970)")]
    Expired {
        /// Its `exp`.
        expired_at: i64,
    },
    /// The token was made in the future.
    #[error("the token says it was made at {issued_at} (seconds since 1970), which is in the future")]
    IssuedInFuture {
        /// Its `iat`.
        issued_at: i64,
    },
    /// The token was made too long ago, whatever its expiry says.
    #[error("the token was made at {issued_at} (seconds since 1970), which is too long ago")]
    IssuedTooLongAgo {
        /// Its `iat`.
        issued_at: i64,
    },
    /// The token does not count yet.
    #[error("the token counts from {not_before} (seconds since 1970)")]
    NotYetValid {
        /// Its `nbf`.
        not_before: i64,
    },
    /// The nonce is not the one of this login.
    #[error("the token's nonce is not the one of this login")]
    NonceMismatch,
    /// Another version of LTI.
    #[error("the launch is of LTI version {version}")]
    VersionUnsupported {
        /// The version, as the token says. Untrusted text.
        version: String,
    },
    /// A message that this tool does not take.
    #[error("the launch is a {message_type}, which this tool does not take")]
    MessageTypeUnsupported {
        /// The type, as the token says. Untrusted text.
        message_type: String,
    },
    /// The address to open is not one of this tool.
    #[error("the token's target_link_uri is not an address of this tool")]
    TargetLinkForeign {
        /// The address, as the token says. Untrusted text.
        target_link_uri: String,
    },
    /// An identifier is longer than the specification allows.
    #[error("{claim} holds an identifier of more than 255 characters")]
    IdentifierTooLong {
        /// The claim it stands in.
        claim: &'static str,
    },
    /// The deployment was approved once and is blocked now.
    #[error("this deployment is blocked")]
    DeploymentBlocked {
        /// Its identifier.
        deployment_id: String,
    },
}

impl LaunchError {
    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::PlatformRefused { .. } => "platform-refused",
            Self::FieldMissing { .. } => "launch-field-missing",
            Self::FieldRepeated { .. } => "launch-field-repeated",
            Self::FieldTooLong { .. } => "launch-field-too-long",
            Self::TokenMalformed => "token-malformed",
            Self::HeaderForbidden { .. } => "token-header-forbidden",
            Self::AlgorithmForbidden { .. } => "algorithm-forbidden",
            Self::KeyIdMissing => "key-id-missing",
            Self::StateUnknown => "state-unknown",
            Self::StateConsumed => "state-consumed",
            Self::StateExpired => "state-expired",
            Self::BrowserCookieMissing => "browser-cookie-missing",
            Self::BrowserMismatch => "browser-mismatch",
            Self::RegistrationUnknown => "registration-unknown",
            Self::Keys(error) => error.code(),
            Self::SignatureInvalid => "signature-invalid",
            Self::ClaimMissing { .. } => "claim-missing",
            Self::ClaimMalformed { .. } => "claim-malformed",
            Self::IssuerMismatch { .. } => "issuer-mismatch",
            Self::AudienceMismatch => "audience-mismatch",
            Self::AuthorizedPartyMismatch => "authorized-party-mismatch",
            Self::Expired { .. } => "token-expired",
            Self::IssuedInFuture { .. } => "token-issued-in-future",
            Self::IssuedTooLongAgo { .. } => "token-issued-too-long-ago",
            Self::NotYetValid { .. } => "token-not-yet-valid",
            Self::NonceMismatch => "nonce-mismatch",
            Self::VersionUnsupported { .. } => "version-unsupported",
            Self::MessageTypeUnsupported { .. } => "message-type-unsupported",
            Self::TargetLinkForeign { .. } => "target-link-foreign",
            Self::IdentifierTooLong { .. } => "identifier-too-long",
            Self::DeploymentBlocked { .. } => "deployment-blocked",
        }
    }

    /// Who can do something about it.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        match self {
            Self::StateUnknown
            | Self::StateConsumed
            | Self::StateExpired
            | Self::BrowserCookieMissing
            | Self::BrowserMismatch
            | Self::Expired { .. }
            | Self::IssuedTooLongAgo { .. } => Actor::Learner,
            Self::RegistrationUnknown
            | Self::PlatformRefused { .. }
            | Self::TargetLinkForeign { .. }
            | Self::MessageTypeUnsupported { .. }
            | Self::VersionUnsupported { .. }
            | Self::DeploymentBlocked { .. } => Actor::Administrator,
            Self::Keys(error) => error.actor(),
            Self::FieldMissing { .. }
            | Self::FieldRepeated { .. }
            | Self::FieldTooLong { .. }
            | Self::TokenMalformed
            | Self::HeaderForbidden { .. }
            | Self::AlgorithmForbidden { .. }
            | Self::KeyIdMissing
            | Self::SignatureInvalid
            | Self::ClaimMissing { .. }
            | Self::ClaimMalformed { .. }
            | Self::IssuerMismatch { .. }
            | Self::AudienceMismatch
            | Self::AuthorizedPartyMismatch
            | Self::IssuedInFuture { .. }
            | Self::NotYetValid { .. }
            | Self::NonceMismatch
            | Self::IdentifierTooLong { .. } => Actor::Platform,
        }
    }
}
