//! Headers that keep a page to itself. A handler that needs another policy sets it; it is then left alone.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use url::Url;

/// No script, no frame, nothing from elsewhere.
const DEFAULT_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; \
                              base-uri 'none'; frame-ancestors 'none'";

/// The policy of a page that `origins` (separated by spaces) may frame.
#[must_use]
pub fn framed_by(origins: &str) -> String {
    let origins = if origins.is_empty() { "'none'" } else { origins };
    DEFAULT_POLICY.replace("frame-ancestors 'none'", &format!("frame-ancestors {origins}"))
}

/// The policy of a page that `origins` may frame and that runs a script of ours.
#[must_use]
pub fn scripted(origins: &str) -> String {
    framed_by(origins).replace("default-src 'none'", "default-src 'none'; script-src 'self'")
}

/// The policy of a page that `origins` may frame and that sends its form to `target` by itself.
#[must_use]
pub fn answering(origins: &str, target: &Url) -> String {
    scripted(origins).replace(
        "form-action 'self'",
        &format!("form-action {}", target.origin().ascii_serialization()),
    )
}

/// The policy of a page whose scripts speak with the page around it and with this server.
///
/// `framers` may frame it, and its forms go to this server or to `answered`. Several origins are separated by spaces.
#[must_use]
pub fn exchanging(framers: &str, answered: &str) -> String {
    framed_by(framers)
        .replace(
            "default-src 'none'",
            "default-src 'none'; script-src 'self'; connect-src 'self'",
        )
        .replace("img-src 'self' data:", "img-src 'self' data: blob:")
        .replace(
            "form-action 'self'",
            format!("form-action 'self' {answered}").trim_end(),
        )
}

pub(super) async fn add(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, DEFAULT_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=()",
        ),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
