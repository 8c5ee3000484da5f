//! What a badge stands for: the achievement, as a page and as JSON, and its picture.

use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::wants_html;
use crate::{
    db::badges,
    error::AppError,
    middleware::locale::Wish,
    routes::respond,
    services::{achievement, issuing, markdown},
    state::App,
    views,
};

/// The achievement: a page for people, JSON for programs.
pub(crate) async fn show_badge(
    State(app): State<App>,
    Path(id): Path<String>,
    Extension(wish): Extension<Wish>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let (badge, organisation) = issuing::badge_and_organisation(&app, &id).await?;
    if wants_html(&headers) {
        let view = views::public::BadgePage {
            t: wish.language().texts(),
            badge: &badge,
            organisation: &organisation,
            criteria: markdown::to_html(&badge.criteria),
        };
        return respond::page(&view);
    }
    let mut document = achievement::document(&app.config, &badge);
    document["@context"] = json!([
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
    ]);
    Ok(respond::bytes(
        "application/ld+json",
        document.to_string().into_bytes(),
    ))
}

/// The same picture as SVG. Opened by itself it runs nothing: it may be one that somebody uploaded.
pub(crate) async fn show_drawing(
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let badge = badges::find(&app.db, &id).await?.ok_or(AppError::not_found())?;
    let drawing = badge.picture_svg.ok_or(AppError::not_found())?;
    let policy = HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    Ok((
        [(header::CONTENT_SECURITY_POLICY, policy)],
        respond::bytes("image/svg+xml", drawing),
    )
        .into_response())
}

/// The picture, without any credential in it.
pub(crate) async fn show_picture(
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let badge = badges::find(&app.db, &id).await?.ok_or(AppError::not_found())?;
    Ok(respond::bytes("image/png", badge.picture_png))
}
