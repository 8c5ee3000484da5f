//! The public keys of this tool.

use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use lti_advantage::tool_key::key_set;

use crate::{
    services::sightings::{self, Sighting},
    state::App,
};

/// The key set with which platforms check what we sign.
pub(crate) async fn show_jwks(State(app): State<App>) -> Response {
    sightings::note(&app, sightings::NOBODY, Sighting::KeysFetched, "").await;
    (
        [(header::CACHE_CONTROL, "public, max-age=3600")],
        Json(key_set(app.tool_keys.iter())),
    )
        .into_response()
}
