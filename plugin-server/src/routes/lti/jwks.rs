//! The public keys of this tool.

use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use lti_advantage::tool_key::key_set;

use crate::{
    error::AppError,
    services::{
        sightings::{self, Sighting},
        tool_keys,
    },
    state::App,
};

/// The key set with which platforms check what we sign.
pub(crate) async fn show_jwks(State(app): State<App>) -> Result<Response, AppError> {
    sightings::note(&app, sightings::NOBODY, Sighting::KeysFetched, "").await;
    let keys = tool_keys::published(&app).await?;
    let answer = (
        [(header::CACHE_CONTROL, "public, max-age=3600")],
        Json(key_set(keys.iter().map(AsRef::as_ref))),
    );
    Ok(answer.into_response())
}
