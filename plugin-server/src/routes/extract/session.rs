//! Where the secret of a page's session comes from.

use axum::http::{HeaderMap, header::AUTHORIZATION};

use crate::cookies;

/// The secret in the cookie `cookie_name`; or, in a frame whose browser keeps no cookie of ours, the one that the
/// page holds in its memory and sends as a bearer. Either says the same, and no other site can make a browser send
/// a bearer.
pub(super) fn secret(headers: &HeaderMap, cookie_name: &str) -> Option<String> {
    cookies::value(headers, cookie_name).or_else(|| {
        let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
        value.strip_prefix("Bearer ").map(str::to_owned)
    })
}
