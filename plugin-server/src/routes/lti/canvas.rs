//! What this tool says of itself in Canvas's own format.
//!
//! [Canvas, "Configuring LTI Advantage tools"](https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_dev_key_config).

use axum::{
    Extension, Json,
    extract::State,
    response::{IntoResponse, Response},
};
use lti_advantage::vocab::{message_type, scope};
use serde_json::{Value, json};

use crate::{i18n::Texts, middleware::locale::Wish, services::registering::CONTEXT_HISTORY, state::App};

/// The description, for the method "Enter URL" of a developer key.
pub(crate) async fn show_description(State(app): State<App>, Extension(wish): Extension<Wish>) -> Response {
    Json(description(&app, wish.language().texts())).into_response()
}

/// The description, to be pasted into a developer key.
pub(crate) fn description(app: &App, t: Texts) -> Value {
    let launch = app.config.url("/lti/launch");
    let (history, variable) = CONTEXT_HISTORY;
    let icon = app.config.url("/static/icon.svg");
    let placement = |placement: &str| {
        json!({
            "placement": placement,
            "message_type": message_type::DEEP_LINKING,
            "target_link_uri": launch,
            "text": t.tool_name(),
            "icon_url": icon,
        })
    };
    json!({
        "title": t.tool_name(),
        "description": t.tool_description(),
        "oidc_initiation_url": app.config.url("/lti/login"),
        "target_link_uri": launch,
        "redirect_uris": [launch],
        "public_jwk_url": app.config.url("/lti/jwks.json"),
        "scopes": [
            scope::LINE_ITEM,
            scope::LINE_ITEM_READ_ONLY,
            scope::RESULT_READ_ONLY,
            scope::SCORE,
            scope::CONTEXT_MEMBERSHIP_READ_ONLY,
        ],
        "custom_fields": { history: variable },
        "extensions": [{
            "platform": "canvas.instructure.com",
            "domain": domain(app),
            "tool_id": "blason",
            "privacy_level": "anonymous",
            "settings": {
                "icon_url": icon,
                "text": t.tool_name(),
                "placements": [placement("link_selection"), placement("assignment_selection")],
            },
        }],
    })
}

/// The host of this server, with its port where it has one.
pub(crate) fn domain(app: &App) -> String {
    let host = app.config.base_url.host_str().unwrap_or_default();
    match app.config.base_url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}
