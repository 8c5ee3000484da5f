//! What a tool asks for by itself: tokens, the roster, the grade book.

mod answer;
mod caller;
mod line_items;
mod memberships;
mod results;
mod scores;
mod token;

use axum::{
    Router,
    routing::{get, post},
};

use crate::lms::Lms;

/// The endpoints, below the addresses of [`crate::service_urls`].
pub(super) fn routes() -> Router<Lms> {
    Router::new()
        .route("/token", post(token::give))
        .route(
            "/services/CourseSection/{course}/bindings/{tool}/memberships",
            get(memberships::list),
        )
        .route(
            "/services/{course}/lineitems",
            get(line_items::list).post(line_items::create),
        )
        .route(
            "/services/{course}/lineitems/{id}/lineitem",
            get(line_items::show)
                .put(line_items::change)
                .delete(line_items::remove),
        )
        .route(
            "/services/{course}/lineitems/{id}/lineitem/results",
            get(results::list),
        )
        .route(
            "/services/{course}/lineitems/{id}/lineitem/scores",
            post(scores::take),
        )
}
