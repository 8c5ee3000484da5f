//! The relay: where an administrator has opened it, it reads a key or a list for a web page.

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::json;

use crate::{
    config::Relay,
    error::AppError,
    services::relay::{self, Kind, Relayed},
    state::App,
};

/// What is asked for, and nothing else: there is no place for a badge.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    kind: String,
    url: String,
}

/// The document as JSON, `{status, contentType, body}` with the body in Base64, or `{unreachable}` with the reason.
/// JSON, because a document of somebody else must not open as a page of ours.
pub(crate) async fn read_document(
    State(app): State<App>,
    headers: HeaderMap,
    question: Result<Query<Question>, QueryRejection>,
) -> Result<Response, AppError> {
    let settings = app.config.relay.as_ref().ok_or(AppError::not_found())?;
    let origin = permitted_origin(settings, &headers)?;
    let Query(Question { kind, url }) =
        question.map_err(|_rejection| AppError::bad_request("relay-question"))?;
    let kind = Kind::named(&kind).ok_or(AppError::bad_request("relay-question"))?;
    let mut response = match relay::read(&app, settings, kind, &url).await {
        Relayed::Document {
            status,
            content_type,
            body,
        } => {
            let body = STANDARD.encode(body);
            Json(json!({ "status": status, "contentType": content_type, "body": body })).into_response()
        }
        Relayed::Unreachable(reason) => Json(json!({ "unreachable": reason })).into_response(),
        Relayed::Busy => return Err(AppError::refused(StatusCode::TOO_MANY_REQUESTS, "relay-busy")),
    };
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("origin"));
    if let Some(origin) = origin {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
    Ok(response)
}

/// The other site whose page asks, where it may; `None` for a page of ours, which browsers say by another header.
fn permitted_origin(settings: &Relay, headers: &HeaderMap) -> Result<Option<HeaderValue>, AppError> {
    if let Some(origin) = headers.get(header::ORIGIN) {
        let is_permitted = settings
            .origins
            .iter()
            .any(|permitted| origin == permitted.as_str());
        return is_permitted
            .then(|| Some(origin.clone()))
            .ok_or(AppError::forbidden("relay-origin"));
    }
    match headers.get("sec-fetch-site") {
        Some(site) if site == "same-origin" => Ok(None),
        _ => Err(AppError::forbidden("relay-origin")),
    }
}
