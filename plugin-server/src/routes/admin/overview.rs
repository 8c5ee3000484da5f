//! The first page of the administration, and the page of the one-time link.

use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use serde::Deserialize;

use crate::{
    db::{badges, credentials, placements, registration_organisations},
    error::AppError,
    middleware::locale::Wish,
    routes::{extract::Manager, respond},
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
    manager: Result<Manager, AppError>,
) -> Result<Response, AppError> {
    let t = wish.language().texts();
    if let Some(token) = &link.token {
        return respond::page(&views::EnterPage { t, token });
    }
    let manager = manager?;
    let organisation = &manager.organisation;
    let own = badges::list_of(&app.db, &organisation.id).await?;
    let mut placements = placements::list(&app.db).await?;
    placements.retain(|placement| own.iter().any(|badge| badge.id == placement.badge_id));
    respond::page(&views::OverviewPage {
        t,
        csrf: &manager.csrf(),
        is_whole: manager.is_whole(),
        organisation,
        registrations: registration_organisations::list(&app.db, &organisation.id)
            .await?
            .len(),
        badges: own.len(),
        placements: placements.len(),
        claimed: credentials::count_of(&app.db, &organisation.id).await?,
    })
}
