//! The first page of the administration, and the page of the one-time link.

use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use serde::Deserialize;

use crate::{
    db::{badges, credentials, organisations, placements, registrations},
    error::AppError,
    middleware::locale::Wish,
    routes::{extract::Admin, respond},
    state::App,
    views::admin as views,
};

/// What the address of the one-time link carries.
#[derive(Deserialize)]
pub(crate) struct Link {
    token: Option<String>,
}

/// With a token: the button that uses it up, so that a program that follows links does not. Otherwise, for
/// somebody with a session: what there is, and what to do next.
pub(crate) async fn show_overview(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Query(link): Query<Link>,
    admin: Result<Admin, AppError>,
) -> Result<Response, AppError> {
    let t = wish.language().texts();
    if let Some(token) = &link.token {
        return respond::page(&views::EnterPage { t, token });
    }
    let admin = admin?;
    let organisation = organisations::first(&app.db)
        .await?
        .ok_or(AppError::not_found())?;
    respond::page(&views::OverviewPage {
        t,
        csrf: &admin.csrf(),
        organisation: &organisation,
        registrations: registrations::list(&app.db).await?.len(),
        badges: badges::list(&app.db).await?.len(),
        placements: placements::list(&app.db).await?.len(),
        claimed: credentials::count(&app.db).await?,
    })
}
