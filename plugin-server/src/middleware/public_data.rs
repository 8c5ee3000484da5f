//! What a verifier reads must be readable from any web page: badges are checked in the visitor's browser.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::Response,
};
use tower_http::cors::{Any, CorsLayer};

/// Short enough that a new key is seen soon, long enough that a page of many badges asks once.
const MAX_AGE: &str = "public, max-age=300";

/// `Access-Control-Allow-Origin: *`, and answers to preflight requests.
pub(crate) fn cross_origin() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::HEAD])
        .allow_headers([header::ACCEPT])
}

/// Lets pages of other origins embed the answer, and caches keep a good one for some minutes.
pub(crate) async fn open_to_all(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let is_good = response.status().is_success();
    let headers = response.headers_mut();
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    );
    headers.append(
        header::VARY,
        HeaderValue::from_static("accept, accept-language, cookie"),
    );
    if is_good {
        headers
            .entry(header::CACHE_CONTROL)
            .or_insert(HeaderValue::from_static(MAX_AGE));
    }
    response
}
