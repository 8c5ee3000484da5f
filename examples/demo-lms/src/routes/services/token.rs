//! Access tokens for a tool that signs its request
//! ([security framework, section 4.1](https://www.imsglobal.org/spec/security/v1p0/#using-json-web-tokens-with-oauth-2-0-client-credentials-grant)).
//!
//! As in Moodle the audience, the issuer and the identifier of the assertion are not looked at: a tool that is let in
//! here is not thereby right.

use std::collections::BTreeSet;

use axum::{
    Form,
    extract::{State, rejection::FormRejection},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::broken_page;
use crate::{
    access_token::{AccessToken, LIFETIME},
    lms::Lms,
    quirks::Quirks,
    random::random_hex,
    tool::Tool,
    tool_keys::{KeyFault, LEEWAY_SECONDS, unverified_claims},
    vocab::scope,
};

const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

#[derive(Debug, Deserialize)]
pub(in crate::routes) struct Request {
    grant_type: String,
    client_assertion_type: String,
    client_assertion: String,
    scope: String,
}

pub(super) async fn give(State(lms): State<Lms>, request: Result<Form<Request>, FormRejection>) -> Response {
    let quirks = lms.memory().quirks.clone();
    if quirks.services_down {
        return (StatusCode::SERVICE_UNAVAILABLE, "Down for maintenance").into_response();
    }
    let Ok(Form(request)) = request else {
        return refusal("invalid_request", &quirks);
    };
    if request.grant_type != "client_credentials" || request.client_assertion_type != ASSERTION_TYPE {
        return refusal("invalid_request", &quirks);
    }
    let tool = match client(&lms, &request.client_assertion, &quirks).await {
        Ok(tool) => tool,
        Err(refused) => return refused,
    };
    let scopes = granted(&request.scope, &tool, &quirks);
    if scopes.is_empty() {
        return refusal("invalid_scope", &quirks);
    }
    let Ok(value) = random_hex() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let now = lms.now();
    let token = AccessToken {
        tool: tool.number,
        scopes: scopes.clone(),
        ends_at: now.saturating_add(LIFETIME),
    };
    lms.memory().keep_token(value.clone(), token, now);
    let body = json!({
        "access_token": value,
        "token_type": "Bearer",
        "expires_in": LIFETIME.whole_seconds(),
        "scope": scopes.into_iter().collect::<Vec<_>>().join(" "),
    });
    labelled(StatusCode::OK, body.to_string(), &quirks)
}

/// The tool that signed the assertion.
async fn client(lms: &Lms, assertion: &str, quirks: &Quirks) -> Result<Tool, Response> {
    let claims = unverified_claims(assertion).ok_or_else(|| refusal("invalid_request", quirks))?;
    let client_id = claims.get("sub").and_then(Value::as_str).unwrap_or_default();
    let tool = lms
        .memory()
        .tools
        .iter()
        .find(|tool| tool.client_id == client_id)
        .cloned();
    let tool = tool.ok_or_else(|| refusal("invalid_client", quirks))?;
    let leeway = if quirks.no_leeway { 0 } else { LEEWAY_SECONDS };
    let checked = lms.tool_keys().verify(&tool, assertion, lms.now(), leeway).await;
    match checked {
        Ok(_claims) => Ok(tool),
        Err(fault) => {
            tracing::warn!(
                reason = fault.code(),
                client.id = client_id,
                "a client assertion was refused"
            );
            Err(match fault {
                KeyFault::KeysUnreachable => broken_page(),
                KeyFault::Malformed => refusal("invalid_request", quirks),
                KeyFault::NoKeyId => refusal("the assertion names no key", quirks),
                KeyFault::KeyUnknown => refusal("\"kid\" is of no known key", quirks),
                KeyFault::Signature => refusal("the signature does not match", quirks),
                KeyFault::Ended => refusal("Expired token", quirks),
                KeyFault::Ahead => refusal("the assertion is dated after the present", quirks),
            })
        }
    }
}

/// What of the scopes asked for the tool gets. What it does not get is left out without a word.
fn granted(asked: &str, tool: &Tool, quirks: &Quirks) -> BTreeSet<&'static str> {
    let is_asked = |scope: &&&str| asked.split_ascii_whitespace().any(|asked| asked == **scope);
    let writes = |scope: &str| [scope::LINE_ITEM, scope::SCORE].contains(&scope);
    tool.scopes
        .iter()
        .filter(is_asked)
        .filter(|scope| !(quirks.reduced_scopes && writes(scope)))
        .copied()
        .collect()
}

/// Moodle writes the reason between quotes without looking at what is in it.
fn refusal(reason: &str, quirks: &Quirks) -> Response {
    let body = if quirks.broken_errors {
        format!("{{ \"error\" : \"{reason}\" }}")
    } else {
        json!({ "error": reason }).to_string()
    };
    labelled(StatusCode::BAD_REQUEST, body, quirks)
}

fn labelled(status: StatusCode, body: String, quirks: &Quirks) -> Response {
    let content_type = if quirks.token_as_page {
        "text/html; charset=utf-8"
    } else {
        "application/json"
    };
    (status, [(header::CONTENT_TYPE, content_type)], body).into_response()
}
