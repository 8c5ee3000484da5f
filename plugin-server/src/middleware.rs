//! What happens around every request, in order.

pub mod errors;
pub mod locale;
pub mod public_data;
pub mod security_headers;

use axum::{Router, extract::DefaultBodyLimit, middleware::from_fn};
use tower_http::trace::TraceLayer;

use crate::state::App;

/// Puts the layers around `routes`; the last one added is the first to see a request.
pub(crate) fn apply(routes: Router<App>, app: &App) -> Router<App> {
    routes
        .layer(from_fn(errors::render))
        .layer(from_fn(locale::choose))
        .layer(from_fn(security_headers::add))
        .layer(DefaultBodyLimit::max(app.config.limits.max_body_bytes))
        .layer(TraceLayer::new_for_http())
}
