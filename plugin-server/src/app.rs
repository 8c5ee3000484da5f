//! The whole server as one value, so that tests need no socket.

use axum::Router;

use crate::{middleware, router, state::App};

/// Every route and every layer, over `app`.
pub fn build_handler(app: App) -> Router {
    middleware::apply(router::routes(), &app).with_state(app)
}
