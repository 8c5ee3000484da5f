//! The organisation towards the world.

use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use serde_json::json;

use super::wants_html;
use crate::{
    db::organisations::{self, Organisation},
    error::AppError,
    middleware::locale::Wish,
    routes::respond,
    services::{issuer, test_badge},
    state::App,
    views,
};

/// The organisation's profile: a page for people, JSON for programs.
pub(crate) async fn show_issuer(
    State(app): State<App>,
    Path(slug): Path<String>,
    Extension(wish): Extension<Wish>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let organisation = find(&app, &slug).await?;
    if wants_html(&headers) {
        let did = issuer::did(&app.config, &organisation);
        let view = views::public::IssuerPage {
            t: wish.language().texts(),
            organisation: &organisation,
            did: &did,
        };
        return respond::page(&view);
    }
    let mut profile = issuer::profile(&app.config, &organisation);
    profile["@context"] = json!([
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
    ]);
    Ok(respond::bytes(
        "application/ld+json",
        profile.to_string().into_bytes(),
    ))
}

/// The organisation's DID document.
pub(crate) async fn show_did_document(
    State(app): State<App>,
    Path(slug): Path<String>,
) -> Result<Response, AppError> {
    let organisation = find(&app, &slug).await?;
    let document = issuer::did_document(&app, &organisation).await?;
    Ok(respond::bytes(
        "application/did+json",
        document.to_string().into_bytes(),
    ))
}

/// The DID document of the organisation's test issuer: its key, which may sign nothing.
pub(crate) async fn show_test_did_document(
    State(app): State<App>,
    Path(slug): Path<String>,
) -> Result<Response, AppError> {
    let organisation = find(&app, &slug).await?;
    let document = test_badge::did_document(&app, &organisation).await?;
    Ok(respond::bytes(
        "application/did+json",
        document.to_string().into_bytes(),
    ))
}

async fn find(app: &App, slug: &str) -> Result<Organisation, AppError> {
    organisations::find_by_slug(&app.db, slug)
        .await?
        .ok_or(AppError::not_found())
}
