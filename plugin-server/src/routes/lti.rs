//! Where platforms send people, and where they read our keys.

pub(crate) mod canvas;
pub(crate) mod jwks;
pub(crate) mod launch;
pub(crate) mod legacy;
pub(crate) mod login;
pub(crate) mod register;
pub(crate) mod stored;

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use lti_advantage::error::{Actor, JwksError, LaunchError, LoginError};
use url::form_urlencoded;

use crate::{
    db::login_states::LoginState, error::AppError, i18n::Texts, middleware::security_headers,
    routes::respond, services::platforms, views::lti as views,
};

/// The fields of a form or a query, in order, repetitions included: a field that stands twice is refused later.
fn fields(encoded: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded).into_owned().collect()
}

/// The page that begins the login of `login` again in a window of its own, where a browser keeps our cookie.
fn window_page(t: Texts, login: &LoginState) -> Result<Response, AppError> {
    let page = respond::page(&views::WindowPage {
        t,
        restart: &platforms::restart(login),
        code: LaunchError::BrowserCookieMissing.code(),
    })?;
    Ok(framed_by_any((StatusCode::FORBIDDEN, page).into_response()))
}

/// The answer, which any site may frame: it says nothing of anybody, and its LMS is not known for certain.
fn framed_by_any(mut answer: Response) -> Response {
    let policy = HeaderValue::from_str(&security_headers::framed_by("*"));
    answer
        .headers_mut()
        .extend(policy.map(|policy| (header::CONTENT_SECURITY_POLICY, policy)));
    answer
}

impl From<LoginError> for AppError {
    fn from(error: LoginError) -> Self {
        let status = match error.actor() {
            Actor::Administrator => StatusCode::FORBIDDEN,
            _ => StatusCode::BAD_REQUEST,
        };
        Self::refused(status, error.code())
    }
}

impl From<LaunchError> for AppError {
    fn from(error: LaunchError) -> Self {
        let status = match &error {
            LaunchError::FieldMissing { .. }
            | LaunchError::FieldRepeated { .. }
            | LaunchError::FieldTooLong { .. }
            | LaunchError::TokenMalformed => StatusCode::BAD_REQUEST,
            LaunchError::Keys(JwksError::Unreachable { .. } | JwksError::Malformed { .. }) => {
                StatusCode::BAD_GATEWAY
            }
            _ => StatusCode::FORBIDDEN,
        };
        Self::refused(status, error.code())
    }
}
