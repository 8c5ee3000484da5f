//! The one place where an error becomes a page and a line in the log.

use std::error::Error as _;

use askama::Template;
use axum::{
    Json,
    extract::Request,
    http::{HeaderValue, header},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use serde_json::json;

use super::{locale::Wish, security_headers};
use crate::{error::AppError, i18n::Language, views};

/// Paths that an LMS opens in a frame. Which LMS is not known when a launch is refused; the page of an error says
/// nothing of anybody and can do nothing, so any site may frame it.
const FRAMED: [&str; 2] = ["/claim/", "/lti/"];

pub(super) async fn render(request: Request, next: Next) -> Response {
    let wants_html = request
        .headers()
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
    let language = request
        .extensions()
        .get::<Wish>()
        .map_or(Language::English, |wish| wish.language());
    let path = request.uri().path().to_owned();
    let route = super::route(&request).to_owned();
    let response = next.run(request).await;
    let Some(error) = response.extensions().get::<AppError>() else {
        return response;
    };
    log(error, &route);
    let body = if wants_html {
        page(error, language)
    } else {
        document(error, language)
    };
    let mut answer = (error.status(), body).into_response();
    if FRAMED.iter().any(|prefix| path.starts_with(prefix)) {
        let policy = HeaderValue::from_str(&security_headers::framed_by("*"));
        answer
            .headers_mut()
            .extend(policy.map(|policy| (header::CONTENT_SECURITY_POLICY, policy)));
    }
    answer
}

fn log(error: &AppError, route: &str) {
    match error {
        AppError::Refused(refusal) => {
            tracing::info!(http.route = route, error.code = refusal.code, "request refused");
        }
        AppError::Failed(source) => {
            let cause = source.source().map(ToString::to_string);
            tracing::error!(http.route = route, error = %source, error.cause = cause, "request failed");
        }
    }
}

fn page(error: &AppError, language: Language) -> Response {
    let texts = language.texts();
    let sentence = texts
        .error(error.code())
        .unwrap_or_else(|| texts.failure_unnamed());
    let view = views::error::ErrorPage {
        t: texts,
        sentence: &sentence,
        code: error.code(),
    };
    match view.render() {
        Ok(html) => Html(html).into_response(),
        Err(_) => sentence.into_response(),
    }
}

fn document(error: &AppError, language: Language) -> Response {
    let sentence = language.texts().error(error.code());
    Json(json!({"error": {"code": error.code(), "message": sentence}})).into_response()
}
