//! The verification page and its files, as the widget's build left them.

use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderName, HeaderValue, StatusCode, Uri, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use rust_embed::{Embed, EmbeddedFile};

use crate::{error::AppError, middleware::locale::Wish, routes::respond, state::App, views};

#[derive(Embed)]
#[folder = "../widget/dist"]
#[allow_missing = true]
struct Widget;

/// The verification page; or, when the widget was not built, what to type.
pub(crate) async fn show_page(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
) -> Result<Response, AppError> {
    let Some(page) = Widget::get("verify.html") else {
        let view = views::public::VerifyMissingPage {
            t: wish.language().texts(),
        };
        return Ok((StatusCode::SERVICE_UNAVAILABLE, respond::page(&view)?).into_response());
    };
    let mut response = match app.config.relay {
        Some(_) => Html(naming_relay(&page.data)).into_response(),
        None => file(page, "text/html; charset=utf-8"),
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy(app.config.development)?);
    // The camera reads QR codes, once the reader has opened it.
    headers.insert(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(self), geolocation=(), microphone=()"),
    );
    Ok(response)
}

/// The service worker that opens the page without a network. What it reads is held to the policy of its own file.
pub(crate) async fn show_worker() -> Result<Response, AppError> {
    let worker = Widget::get("offline.js").ok_or(AppError::not_found())?;
    let mut response = file(worker, media_type("offline.js"));
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; connect-src 'self'"),
    );
    Ok(response)
}

/// A file of the verification page. Its name changes with its content, so it may be kept.
pub(crate) async fn show_asset(Path(name): Path<String>) -> Result<Response, AppError> {
    let asset = Widget::get(&format!("assets/{name}")).ok_or(AppError::not_found())?;
    let mut response = file(asset, media_type(&name));
    response.headers_mut().insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    Ok(response)
}

/// The scripts that other sites load to show badges. Their names stay while their content changes.
pub(crate) async fn show_script(uri: Uri) -> Result<Response, AppError> {
    let name = uri.path().trim_start_matches('/');
    Ok(file(
        Widget::get(name).ok_or(AppError::not_found())?,
        media_type(name),
    ))
}

/// The page's own files are named beside it, so its address has no final slash.
pub(crate) async fn redirect_page() -> Redirect {
    Redirect::permanent("/verify")
}

/// The page with our relay on its element. The file names none, since any web server can host it.
fn naming_relay(page: &[u8]) -> String {
    const ELEMENT: &str = "<open-badge-verifier";
    String::from_utf8_lossy(page).replacen(ELEMENT, &format!("{ELEMENT} relay=\"/relay\""), 1)
}

fn file(file: EmbeddedFile, media_type: &'static str) -> Response {
    (
        [(header::CONTENT_TYPE, HeaderValue::from_static(media_type))],
        file.data.into_owned(),
    )
        .into_response()
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        // Anything else keeps browsers from compiling while they download.
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "json" | "map" => "application/json",
        "html" => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Scripts of our own and WebAssembly; connections to wherever a badge says that its issuer's keys are.
fn policy(development: bool) -> Result<HeaderValue, AppError> {
    let loopback = if development {
        " http://127.0.0.1:* http://localhost:*"
    } else {
        ""
    };
    HeaderValue::from_str(&format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; \
         img-src 'self' data: blob:; connect-src 'self' https:{loopback}; form-action 'none'; object-src 'none'; \
         base-uri 'none'; frame-ancestors 'none'"
    ))
    .map_err(AppError::failed)
}

#[cfg(test)]
mod tests {
    use super::naming_relay;

    #[test]
    fn the_relay_is_named_on_the_element_and_nowhere_else() {
        let page = b"<main><open-badge-verifier multiple></open-badge-verifier></main>";
        let expected = "<main><open-badge-verifier relay=\"/relay\" multiple></open-badge-verifier></main>";
        assert_eq!(naming_relay(page), expected);
    }
}
