//! What the world reads.

pub(crate) mod badge;
pub(crate) mod issuer;
pub(crate) mod landing;
pub(crate) mod relay;
pub(crate) mod shared;
pub(crate) mod verify_page;

use axum::http::{HeaderMap, header};

use crate::error::AppError;

/// Nothing is at this address.
pub(crate) async fn not_found() -> AppError {
    AppError::not_found()
}

/// The server answers.
pub(crate) async fn health() -> &'static str {
    "ok\n"
}

/// Whether a person's browser asks, rather than a program.
fn wants_html(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"))
}
