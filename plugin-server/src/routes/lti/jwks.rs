//! The public keys of this tool.

use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use crate::state::App;

/// The key set with which platforms check what we sign.
pub(crate) async fn show_jwks(State(app): State<App>) -> Response {
    let keys: Vec<&Value> = app.tool_keys.iter().map(|key| &key.jwk).collect();
    (
        [(header::CACHE_CONTROL, "public, max-age=3600")],
        Json(json!({ "keys": keys })),
    )
        .into_response()
}
