//! What happens around every request, in order.

pub mod errors;
pub mod locale;
pub mod public_data;
pub mod security_headers;

use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, Request},
    middleware::from_fn,
};
use tower_http::trace::TraceLayer;
use tracing::Span;

use crate::state::App;

/// Puts the layers around `routes`; the last one added is the first to see a request.
pub(crate) fn apply(routes: Router<App>, app: &App) -> Router<App> {
    routes
        .layer(from_fn(errors::render))
        .layer(from_fn(locale::choose))
        .layer(from_fn(security_headers::add))
        .layer(DefaultBodyLimit::max(app.config.limits.max_body_bytes))
        .layer(TraceLayer::new_for_http().make_span_with(span))
}

/// A request as traces show it: without its query and the changing parts of its path, which may be the secrets of
/// one-time links and tokens of platforms.
fn span(request: &Request) -> Span {
    tracing::debug_span!("request", http.method = %request.method(), http.route = route(request))
}

/// The route that a request takes; nothing for an address that leads nowhere.
fn route(request: &Request) -> &str {
    request
        .extensions()
        .get::<MatchedPath>()
        .map_or("", MatchedPath::as_str)
}
