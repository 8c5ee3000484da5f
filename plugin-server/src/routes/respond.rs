//! Answers that many handlers give.

use askama::Template;
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use axum_extra::extract::cookie::Cookie;

use crate::{error::AppError, services::issuing::File};

/// A page.
pub(crate) fn page(view: &impl Template) -> Result<Response, AppError> {
    Ok(Html(view.render()?).into_response())
}

/// A page that shows a form again, with its faults.
pub(crate) fn faulty_page(view: &impl Template) -> Result<Response, AppError> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(view.render()?)).into_response())
}

/// "See other": after a form, so that reloading the page does not send it again.
pub(crate) fn see_other(location: &str) -> Result<Response, AppError> {
    let location = HeaderValue::from_str(location).map_err(AppError::failed)?;
    Ok((StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response())
}

/// The answer with a cookie.
pub(crate) fn with_cookie(mut response: Response, cookie: &Cookie<'_>) -> Result<Response, AppError> {
    let value = HeaderValue::from_str(&cookie.to_string()).map_err(AppError::failed)?;
    response.headers_mut().append(header::SET_COOKIE, value);
    Ok(response)
}

/// Bytes of a media type.
pub(crate) fn bytes(media_type: &'static str, bytes: Vec<u8>) -> Response {
    (
        [(header::CONTENT_TYPE, HeaderValue::from_static(media_type))],
        Body::from(bytes),
    )
        .into_response()
}

/// A file to save, under its own name.
pub(crate) fn attachment(file: File) -> Response {
    download(&file.name, file.kind.media_type(), file.bytes)
}

/// Bytes of a media type to save under `name` ([RFC 6266](https://www.rfc-editor.org/rfc/rfc6266)).
pub(crate) fn download(name: &str, media_type: &'static str, content: Vec<u8>) -> Response {
    let ascii: String = name
        .chars()
        .map(|c| if c.is_ascii_graphic() || c == ' ' { c } else { '_' })
        .collect();
    let encoded: String = name.bytes().map(percent_encoded).collect();
    let disposition = format!(
        "attachment; filename=\"{}\"; filename*=UTF-8''{encoded}",
        ascii.replace(['"', '\\'], "_")
    );
    let mut response = bytes(media_type, content);
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// A byte of a file name for `filename*`.
fn percent_encoded(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}
