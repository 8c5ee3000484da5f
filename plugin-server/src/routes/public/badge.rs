//! What a badge stands for: the achievement, as a page and as JSON, and its picture. Each version has addresses of
//! its own, at which signed badges find what they say.

use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::wants_html;
use crate::{
    db::badges::{self, Badge},
    error::AppError,
    middleware::locale::Wish,
    routes::respond,
    services::{achievement, issuing, markdown},
    state::App,
    views,
};

/// The version that the addresses without a number are of.
const FIRST: i64 = 1;

/// The achievement in its first version: a page for people, JSON for programs.
pub(crate) async fn show_badge(
    State(app): State<App>,
    Path(id): Path<String>,
    Extension(wish): Extension<Wish>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    show(&app, wish, &headers, &id, FIRST).await
}

/// The achievement in a later version.
pub(crate) async fn show_version(
    State(app): State<App>,
    Path((id, version)): Path<(String, String)>,
    Extension(wish): Extension<Wish>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    show(&app, wish, &headers, &id, later(&version)?).await
}

/// The picture of the first version as SVG.
pub(crate) async fn show_drawing(
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    drawing(find(&app, &id, FIRST).await?)
}

/// The picture of a later version as SVG.
pub(crate) async fn show_drawing_of_version(
    State(app): State<App>,
    Path((id, version)): Path<(String, String)>,
) -> Result<Response, AppError> {
    drawing(find(&app, &id, later(&version)?).await?)
}

/// The picture of the first version, without any credential in it.
pub(crate) async fn show_picture(
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    Ok(picture(find(&app, &id, FIRST).await?))
}

/// The picture of a later version.
pub(crate) async fn show_picture_of_version(
    State(app): State<App>,
    Path((id, version)): Path<(String, String)>,
) -> Result<Response, AppError> {
    Ok(picture(find(&app, &id, later(&version)?).await?))
}

/// Each version has one address: the first is not found under its number.
fn later(version: &str) -> Result<i64, AppError> {
    let version = version.parse().ok().filter(|version| *version > FIRST);
    version.ok_or(AppError::not_found())
}

async fn find(app: &App, id: &str, version: i64) -> Result<Badge, AppError> {
    badges::find_version(&app.db, id, version)
        .await?
        .ok_or(AppError::not_found())
}

async fn show(
    app: &App,
    wish: Wish,
    headers: &HeaderMap,
    id: &str,
    version: i64,
) -> Result<Response, AppError> {
    let badge = find(app, id, version).await?;
    if wants_html(headers) {
        let (newest, organisation) = issuing::badge_and_organisation(app, id).await?;
        let view = views::public::BadgePage {
            t: wish.language().texts(),
            badge: &badge,
            organisation: &organisation,
            criteria: markdown::to_html(&badge.criteria),
            newest: (newest.version > badge.version).then(|| newest.path()),
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

/// Opened by itself an SVG runs nothing: it may be one that somebody uploaded.
fn drawing(badge: Badge) -> Result<Response, AppError> {
    let drawing = badge.picture_svg.ok_or(AppError::not_found())?;
    let policy = HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    Ok((
        [(header::CONTENT_SECURITY_POLICY, policy)],
        respond::bytes("image/svg+xml", drawing),
    )
        .into_response())
}

fn picture(badge: Badge) -> Response {
    respond::bytes("image/png", badge.picture_png)
}
