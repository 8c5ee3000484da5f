//! What a tool that registers asks for by itself.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use serde_json::Value;

use crate::{
    lms::Lms,
    registration::{self, Invitation},
};

pub(super) async fn show_platform(State(lms): State<Lms>) -> Json<Value> {
    Json(registration::platform(&lms))
}

/// The registration that an invitation to change a tool is about; nothing else may be read.
pub(super) async fn show(State(lms): State<Lms>, headers: HeaderMap) -> Result<Response, Uninvited> {
    let invitation = invitation(&lms, &headers)?;
    let memory = lms.memory();
    let tool = invitation.changes.and_then(|number| memory.tool(number));
    Ok(match tool {
        Some(tool) => Json(registration::registered(tool)).into_response(),
        None => (StatusCode::BAD_REQUEST, "invalid_registration_token").into_response(),
    })
}

/// Takes a tool in, or changes one. A failed try leaves the invitation as it was.
pub(super) async fn take(
    State(lms): State<Lms>,
    headers: HeaderMap,
    body: Result<Json<Value>, axum::extract::rejection::JsonRejection>,
) -> Result<Response, Uninvited> {
    let invitation = invitation(&lms, &headers)?;
    let Ok(Json(asked)) = body else {
        return Ok((StatusCode::BAD_REQUEST, "invalid_json").into_response());
    };
    let mut memory = lms.memory();
    let kept = invitation.changes.and_then(|number| memory.tool(number)).cloned();
    let (number, client_id) = match &kept {
        Some(tool) => (tool.number, &tool.client_id),
        None => (memory.next_tool_number(), &invitation.client_id),
    };
    Ok(match registration::tool(&asked, number, client_id) {
        Ok(mut tool) => {
            // A change is the administrator's own doing: what was active stays so.
            tool.is_active = kept.is_some_and(|tool| tool.is_active);
            let answer = registration::registered(&tool);
            memory.tools.retain(|known| known.number != number);
            memory.tools.push(tool);
            memory.use_invitation(&invitation.token);
            Json(answer).into_response()
        }
        Err(reason) => (StatusCode::BAD_REQUEST, reason).into_response(),
    })
}

/// Why a call is not let in.
#[derive(Debug, Clone, Copy)]
pub(super) enum Uninvited {
    NoToken,
    Used,
    /// What is no token of its own breaks Moodle, which shows a page.
    Unknown,
}

impl IntoResponse for Uninvited {
    fn into_response(self) -> Response {
        match self {
            Self::NoToken => (StatusCode::UNAUTHORIZED, "missing_registration_token").into_response(),
            Self::Used => (StatusCode::UNAUTHORIZED, "token_already_used").into_response(),
            Self::Unknown => {
                let page = Html("<!doctype html><html lang=\"en\"><title>Error</title>");
                (StatusCode::NOT_FOUND, page).into_response()
            }
        }
    }
}

/// The invitation whose token the call brings, if it is still good.
fn invitation(lms: &Lms, headers: &HeaderMap) -> Result<Invitation, Uninvited> {
    let bearer = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok());
    let token = bearer
        .and_then(|value| value.strip_prefix("Bearer "))
        .ok_or(Uninvited::NoToken)?;
    let found = lms
        .memory()
        .invitation(token)
        .cloned()
        .ok_or(Uninvited::Unknown)?;
    if found.is_used {
        return Err(Uninvited::Used);
    }
    (found.ends_at > lms.now())
        .then_some(found)
        .ok_or(Uninvited::Unknown)
}
