//! Which tool calls a service, and whether it may.

use axum::http::{StatusCode, header, request::Parts};

use super::answer::{Refusal, text};
use crate::{lms::Lms, quirks::Quirks, tool::Tool, vocab::CONTEXT_ID};

/// A tool whose call is in order.
pub(super) struct Caller {
    pub(super) tool: Tool,
    pub(super) quirks: Quirks,
}

/// What a service asks of a call.
pub(super) struct Terms<'a> {
    /// One of these scopes has to be the token's.
    pub(super) scopes: &'a [&'a str],
    /// The one media type of `Accept`, when the switch `exact-accept` is on; none where Moodle does not look.
    pub(super) accept: Option<&'a str>,
    /// The media type of the body, if there is one.
    pub(super) content_type: Option<&'a str>,
}

impl Caller {
    /// The tool that calls `course` with these `parts`.
    pub(super) fn of(lms: &Lms, parts: &Parts, course: &str, terms: &Terms<'_>) -> Result<Self, Refusal> {
        let refuse = |status, reason| Err(Refusal::new(status, reason, parts));
        let memory = lms.memory();
        let quirks = memory.quirks.clone();
        if quirks.services_down {
            return refuse(StatusCode::SERVICE_UNAVAILABLE, "Down for maintenance");
        }
        let bearer =
            text(&parts.headers, header::AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer "));
        let token = bearer.and_then(|value| memory.token(value, lms.now()));
        let token = token.filter(|token| token.allows_one_of(terms.scopes));
        let Some(tool) = token.and_then(|token| memory.tool(token.tool)) else {
            return refuse(StatusCode::UNAUTHORIZED, "Unauthorized");
        };
        if course != CONTEXT_ID {
            return refuse(StatusCode::NOT_FOUND, "Not Found: no such course");
        }
        let accept = text(&parts.headers, header::ACCEPT);
        let is_exact = |wanted| accept.is_none_or(|accept| accept == wanted);
        if quirks.exact_accept && !terms.accept.is_none_or(is_exact) {
            return refuse(StatusCode::BAD_REQUEST, "No context or unsupported content type");
        }
        let sent = text(&parts.headers, header::CONTENT_TYPE);
        let sent = sent.map(|sent| sent.split(';').next().unwrap_or_default().trim());
        if terms.content_type.is_some() && terms.content_type != sent {
            return refuse(StatusCode::BAD_REQUEST, "No handler found for this content type");
        }
        Ok(Self {
            tool: tool.clone(),
            quirks,
        })
    }
}
