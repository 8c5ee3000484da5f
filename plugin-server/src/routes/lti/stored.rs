//! Pages that speak with the platform's page, for browsers that keep no cookie of ours there; and the launch that
//! such a page sends.

use axum::{
    Extension, Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use lti_advantage::launch::{self, BrowserProof, Outcome, Unverified};
use serde_json::json;

use super::fields;
use crate::{
    db::login_states::LoginState,
    error::AppError,
    i18n::Texts,
    middleware::{locale::Wish, security_headers},
    routes::respond,
    services::{
        platforms::{
            self,
            storage::{Fetching, Keeping},
        },
        sightings::Sighting,
    },
    state::App,
    views::lti as views,
};

/// A header that our own page adds. A page of another site cannot: browsers would ask this server first, and it
/// says no.
const FROM_OUR_PAGE: &str = "x-blason-frame";

/// The field with the value that the platform kept.
const STORED: &str = "stored";

/// The page that gives the platform something to keep and then goes there.
pub(super) fn keeping_page(t: Texts, login: &LoginState, keeping: &Keeping) -> Result<Response, AppError> {
    let page = respond::page(&views::KeepingPage {
        t,
        frame: &keeping.frame,
        key: &keeping.binding.key,
        value: &keeping.binding.value,
        next: &login.redirect,
        restart: &platforms::restart(login),
    })?;
    with_policy(page, &security_headers::exchanging("*", ""))
}

/// The page that asks the platform for what it kept, and sends the launch with it.
pub(super) fn fetching_page(
    t: Texts,
    login: &LoginState,
    launch: &Unverified,
    fetching: &Fetching,
) -> Result<Response, AppError> {
    let page = respond::page(&views::FetchingPage {
        t,
        frame: &fetching.frame,
        key: &fetching.key,
        token: launch.token(),
        state: launch.state(),
        restart: &platforms::restart(login),
    })?;
    let origins = fetching.origins.join(" ");
    with_policy(page, &security_headers::exchanging(&origins, &origins))
}

/// Opens a launch that the page above sent. Its session goes into the memory of that page, not into a cookie.
pub(crate) async fn accept_stored_launch(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, AppError> {
    if !is_from_our_page(&headers) {
        return Err(AppError::forbidden("launch-from-elsewhere"));
    }
    let fields = fields(&body);
    let unverified = launch::read(&fields)?;
    let stored = fields.iter().find(|(name, _)| name == STORED);
    let proof = stored.map_or(BrowserProof::Nothing, |(_, value)| BrowserProof::Stored(value));
    match platforms::accept_launch(&app, &unverified, proof).await? {
        Outcome::Verified(launch) => {
            let opened = super::launch::open(&app, &launch, Sighting::LaunchByStorage).await?;
            let answer = json!({ "location": opened.location, "session": opened.cookie.value() });
            Ok(Json(answer).into_response())
        }
        Outcome::Pending(pending) => super::launch::hold(&app, wish, &pending).await,
    }
}

fn is_from_our_page(headers: &HeaderMap) -> bool {
    let from_elsewhere = headers
        .get("sec-fetch-site")
        .is_some_and(|site| site != "same-origin");
    headers.contains_key(FROM_OUR_PAGE) && !from_elsewhere
}

fn with_policy(page: Response, policy: &str) -> Result<Response, AppError> {
    let policy = HeaderValue::from_str(policy).map_err(AppError::failed)?;
    Ok(([(header::CONTENT_SECURITY_POLICY, policy)], page).into_response())
}
