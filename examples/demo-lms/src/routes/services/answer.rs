//! How services answer: the media types of the specifications, errors as Moodle writes them, and pages of lists.

use axum::{
    Json,
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Response},
};
use serde_json::{Value, json};

use crate::service_urls::asking;

/// JSON under a media type of its own.
pub(super) fn typed(status: StatusCode, media_type: &'static str, body: &Value) -> Response {
    let content_type = format!("{media_type}; charset=utf-8");
    (status, [(header::CONTENT_TYPE, content_type)], body.to_string()).into_response()
}

/// An error: `{status, reason, request}`.
pub(super) struct Refusal {
    status: StatusCode,
    reason: &'static str,
    request: Value,
}

impl Refusal {
    pub(super) fn new(status: StatusCode, reason: &'static str, parts: &Parts) -> Self {
        let header = |name| text(&parts.headers, name).unwrap_or_default();
        let request = json!({
            "method": parts.method.as_str(),
            "url": parts.uri.to_string(),
            "accept": header(header::ACCEPT),
            "contentType": header(header::CONTENT_TYPE),
        });
        Self {
            status,
            reason,
            request,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = json!({
            "status": self.status.as_u16(), "reason": self.reason, "request": self.request,
        });
        (self.status, Json(body)).into_response()
    }
}

/// What Moodle shows where its own code fails: a page, whoever asked.
pub(super) fn broken_page() -> Response {
    let page = "<!doctype html><html lang=\"en\"><title>Error</title><p>The platform failed.</p></html>";
    (StatusCode::NOT_FOUND, Html(page)).into_response()
}

/// The part of a list that was asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paging {
    limit: Option<usize>,
    from: usize,
}

impl Paging {
    pub(super) fn new(limit: Option<usize>, from: Option<usize>) -> Self {
        Self {
            limit,
            from: from.unwrap_or_default(),
        }
    }

    pub(super) fn is_limited(self) -> bool {
        self.limit.is_some()
    }

    /// The items of this page, and where the next one begins if there is one.
    pub(super) fn cut<T>(self, items: Vec<T>) -> (Vec<T>, Option<usize>) {
        let Some(limit) = self.limit.filter(|limit| *limit > 0) else {
            return (items, None);
        };
        let end = self.from.saturating_add(limit);
        let next = (end < items.len()).then_some(end);
        (items.into_iter().skip(self.from).take(limit).collect(), next)
    }

    /// The address `list` at the page that begins at `from`.
    pub(super) fn at(self, list: &str, from: usize) -> String {
        let limit = self.limit.unwrap_or_default().to_string();
        asking(list, &[("limit", &limit), ("from", &from.to_string())])
    }
}

/// A `Link` header of these relations and addresses ([RFC 8288](https://www.rfc-editor.org/rfc/rfc8288#section-3)).
/// `curly` writes it as Moodle's grade book does, in quotes that no header should hold.
pub(super) fn link_header(links: &[(&str, String)], curly: bool) -> Option<HeaderValue> {
    let one = |(relation, address): &(&str, String)| {
        if curly {
            format!(
                "<{}>; rel=\u{201c}{relation}\u{201d}",
                address.replace('&', "&amp;")
            )
        } else {
            format!("<{address}>; rel=\"{relation}\"")
        }
    };
    let links: Vec<String> = links.iter().map(one).collect();
    HeaderValue::from_bytes(links.join(", ").as_bytes()).ok()
}

/// A header as text, if it is there and is text.
pub(super) fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
