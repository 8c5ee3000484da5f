//! The first page, and the files that all pages use.

use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};

use crate::{
    db::organisations, error::AppError, middleware::locale::Wish, routes::respond, state::App, views,
};

const SCRIPT: &str = "text/javascript; charset=utf-8";

/// What this server is, and where to go.
pub(crate) async fn show_landing(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
) -> Result<Response, AppError> {
    let organisation = organisations::first(&app.db)
        .await?
        .ok_or(AppError::not_found())?;
    respond::page(&views::public::LandingPage {
        t: wish.language().texts(),
        organisation: &organisation,
    })
}

/// The stylesheet, the icon, and the scripts.
pub(crate) async fn show_static(Path(file): Path<String>) -> Result<Response, AppError> {
    let (media_type, content) = match file.as_str() {
        "blason.css" => (
            "text/css; charset=utf-8",
            include_str!("../../../assets/blason.css"),
        ),
        "submit.js" => (SCRIPT, include_str!("../../../assets/submit.js")),
        "keeping.js" => (SCRIPT, include_str!("../../../assets/keeping.js")),
        "fetching.js" => (SCRIPT, include_str!("../../../assets/fetching.js")),
        "platform-storage.js" => (SCRIPT, include_str!("../../../assets/platform-storage.js")),
        "memory-session.js" => (SCRIPT, include_str!("../../../assets/memory-session.js")),
        "close.js" => (SCRIPT, include_str!("../../../assets/close.js")),
        "icon.svg" => ("image/svg+xml", include_str!("../../../assets/icon.svg")),
        _ => return Err(AppError::not_found()),
    };
    // Platforms show the icon on their own pages.
    let embedders = if file == "icon.svg" {
        "cross-origin"
    } else {
        "same-origin"
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=3600"),
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static(embedders),
        ),
    ];
    Ok((headers, content).into_response())
}
