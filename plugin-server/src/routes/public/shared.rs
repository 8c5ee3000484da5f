//! The public page of one person's badge, when its holder shares it.

use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderName, HeaderValue},
    response::{IntoResponse, Response},
};
use time::OffsetDateTime;

use crate::{
    db::awards,
    error::AppError,
    middleware::locale::Wish,
    routes::respond,
    services::{
        issuing::{self, FileKind},
        markdown,
    },
    state::App,
    views,
};

/// Keeps the page out of search engines: it was shared with people, not with the world's indexes.
const NO_INDEX: (HeaderName, HeaderValue) = (
    HeaderName::from_static("x-robots-tag"),
    HeaderValue::from_static("noindex"),
);

/// The badge; or the same words whether it is no longer shared or never was.
pub(crate) async fn show_badge(
    State(app): State<App>,
    Path(page): Path<String>,
    Extension(wish): Extension<Wish>,
) -> Result<Response, AppError> {
    let t = wish.language().texts();
    let Some(award) = awards::find_public(&app.db, &page).await? else {
        return Ok(([NO_INDEX], respond::page(&views::public::NotSharedPage { t })?).into_response());
    };
    let (badge, organisation) = issuing::awarded_badge(&app, &award).await?;
    let awarded_at = OffsetDateTime::from_unix_timestamp(award.awarded_at).map_err(AppError::failed)?;
    let view = views::public::SharedPage {
        t,
        page: &page,
        badge: &badge,
        organisation: &organisation,
        criteria: markdown::to_html(&badge.criteria),
        awarded: t.date(awarded_at),
    };
    Ok(([NO_INDEX], respond::page(&view)?).into_response())
}

/// A file of a shared badge, with the credential inside, for verifiers and for pages that show it.
pub(crate) async fn show_file(
    State(app): State<App>,
    Path((page, extension)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let kind = FileKind::from_extension(&extension).ok_or(AppError::not_found())?;
    let award = awards::find_public(&app.db, &page)
        .await?
        .ok_or(AppError::not_found())?;
    let file = issuing::file(&app, &award, kind).await?;
    // Whoever stops sharing means now.
    let headers = [
        NO_INDEX,
        (
            axum::http::header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ),
        // An SVG that is opened by itself is a document; this one may do nothing.
        (
            axum::http::header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("default-src 'none'; sandbox"),
        ),
    ];
    Ok((headers, respond::bytes(kind.media_type(), file.bytes)).into_response())
}
