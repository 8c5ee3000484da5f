//! What can go wrong in answering a request, as HTML or JSON by `Accept`.
//!
//! A handler returns an [`AppError`]; [`crate::middleware::errors`] turns it into a page in the visitor's
//! language and logs it, once.

use std::sync::Arc;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

use crate::{entropy::EntropyError, vault::VaultError};

/// What can go wrong in answering a request.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum AppError {
    /// The request is refused, for a reason that the visitor is told.
    Refused(Refusal),
    /// We could not do it; the visitor is told so, and the reason is in the log.
    Failed(Failure),
}

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: StatusCode,
    /// A stable kebab-case code; the catalogues hold the sentence `error-<code>`.
    pub code: &'static str,
}

/// Something broke on our side.
pub type Failure = Arc<dyn std::error::Error + Send + Sync>;

impl AppError {
    /// A refusal with this status and code.
    #[must_use]
    pub const fn refused(status: StatusCode, code: &'static str) -> Self {
        Self::Refused(Refusal { status, code })
    }

    /// The request itself is wrong.
    #[must_use]
    pub const fn bad_request(code: &'static str) -> Self {
        Self::refused(StatusCode::BAD_REQUEST, code)
    }

    /// This browser may not do this.
    #[must_use]
    pub const fn forbidden(code: &'static str) -> Self {
        Self::refused(StatusCode::FORBIDDEN, code)
    }

    /// What this was about has changed meanwhile.
    #[must_use]
    pub const fn conflict(code: &'static str) -> Self {
        Self::refused(StatusCode::CONFLICT, code)
    }

    /// There is nothing at this address.
    #[must_use]
    pub const fn not_found() -> Self {
        Self::refused(StatusCode::NOT_FOUND, "not-found")
    }

    /// Something broke on our side.
    pub fn failed(source: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Failed(Arc::new(source))
    }

    /// The HTTP status of the answer.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Refused(refusal) => refusal.status,
            Self::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The stable code of the answer.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code,
            Self::Failed(_) => "internal",
        }
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(refusal) => f.write_str(refusal.code),
            Self::Failed(source) => source.fmt(f),
        }
    }
}

impl std::error::Error for AppError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Refused(_) => None,
            Self::Failed(source) => source.source(),
        }
    }
}

/// An answer with the status only; the error travels beside it to the layer that writes the page.
impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<sqlx::Error> for AppError {
    fn from(error: sqlx::Error) -> Self {
        Self::failed(error)
    }
}

impl From<EntropyError> for AppError {
    fn from(error: EntropyError) -> Self {
        Self::failed(error)
    }
}

impl From<VaultError> for AppError {
    fn from(error: VaultError) -> Self {
        Self::failed(error)
    }
}

impl From<askama::Error> for AppError {
    fn from(error: askama::Error) -> Self {
        Self::failed(error)
    }
}
