//! Launch: a platform says who opened which activity.

use axum::{
    Extension,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use axum_extra::extract::cookie::Cookie;
use lti_advantage::{
    error::LaunchError,
    launch::{self, BrowserProof, Outcome, PendingDeployment, Unverified, VerifiedLaunch},
    message::Message,
};

use super::{fields, framed_by_any, stored, window_page};
use crate::{
    cookies,
    db::login_states,
    error::AppError,
    ids::fingerprint,
    middleware::locale::Wish,
    routes::respond,
    services::{
        choosing, launches,
        legacy::migration,
        links, platform_apis,
        platforms::{self, storage},
        sightings::{self, Sighting},
    },
    state::App,
    views::lti as views,
};

/// Opens the page of a launch that passed every check.
pub(crate) async fn accept_launch(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, AppError> {
    let unverified = match launch::read(&fields(&body)) {
        Ok(unverified) => unverified,
        Err(error) => return refusal_by_platform(wish, error),
    };
    let cookie = cookies::value(&headers, &unverified.cookie_name());
    let browser = BrowserProof::of_cookie(cookie.as_deref());
    match platforms::accept_launch(&app, &unverified, browser).await {
        Ok(Outcome::Verified(launch)) => {
            let opened = open(&app, &launch, way(&headers)).await?;
            respond::with_cookie(respond::see_other(&opened.location)?, &opened.cookie)
        }
        Ok(Outcome::Pending(pending)) => hold(&app, wish, &pending).await,
        Err(error) if error.code() == LaunchError::BrowserCookieMissing.code() => {
            missing_cookie(&app, wish, &unverified, error).await
        }
        Err(error) => Err(error),
    }
}

/// A page that one browser may use.
pub(super) struct Opened {
    /// The path of the page.
    pub(super) location: String,
    /// Holds the secret of its session.
    pub(super) cookie: Cookie<'static>,
}

/// How a launch whose cookie came knew its browser.
fn way(headers: &HeaderMap) -> Sighting {
    let is_window = headers
        .get("sec-fetch-dest")
        .is_some_and(|destination| destination == "document");
    if is_window {
        Sighting::LaunchInWindow
    } else {
        Sighting::LaunchByCookie
    }
}

/// The page of an activity, or the one where content is chosen; `way` is how the launch knew its browser.
pub(super) async fn open(app: &App, launch: &VerifiedLaunch, way: Sighting) -> Result<Opened, AppError> {
    platforms::note_launch(app, launch).await?;
    sightings::note(app, &launch.registration_id().0, way, "").await;
    let (location, cookie) = match launch.message() {
        Message::ResourceLink(link) => {
            let entrant = platforms::entrant(app, launch, link).await?;
            links::note(app, launch, link).await?;
            migration::rebind(app, launch, &link.id).await?;
            platform_apis::note_username(app, launch).await?;
            choosing::take_up(app, &entrant).await?;
            let entered = launches::enter(app, entrant).await?;
            (entered.location, entered.cookie)
        }
        Message::DeepLinking(settings) => {
            let begun = choosing::begin(app, launch, settings).await?;
            (begun.location, begun.cookie)
        }
        _ => return Err(AppError::forbidden("message-type-unsupported")),
    };
    Ok(Opened { location, cookie })
}

/// Notes a launch from a place that nobody has approved, and says so.
pub(super) async fn hold(app: &App, wish: Wish, pending: &PendingDeployment) -> Result<Response, AppError> {
    platforms::hold_deployment(app, pending).await?;
    pending_page(wish, pending)
}

/// What the platform said instead of a token, in its own words; any other fault as it is.
fn refusal_by_platform(wish: Wish, error: LaunchError) -> Result<Response, AppError> {
    let LaunchError::PlatformRefused {
        error: reason,
        description,
        ..
    } = &error
    else {
        return Err(error.into());
    };
    tracing::info!(error.code = error.code(), platform.error = ?reason, "launch refused by the platform");
    let page = respond::page(&views::PlatformRefusedPage {
        t: wish.language().texts(),
        code: error.code(),
        reason,
        description: description.as_deref(),
    })?;
    Ok(framed_by_any((StatusCode::FORBIDDEN, page).into_response()))
}

fn pending_page(wish: Wish, pending: &PendingDeployment) -> Result<Response, AppError> {
    let page = respond::page(&views::PendingPage {
        t: wish.language_in(pending.locale.as_deref()).texts(),
        deployment_id: &pending.deployment_id,
        code: "deployment-pending",
    })?;
    Ok(framed_by_any((StatusCode::FORBIDDEN, page).into_response()))
}

/// What the platform kept in place of the cookie, or else a window of its own, while the login is known that can
/// begin again there.
async fn missing_cookie(
    app: &App,
    wish: Wish,
    unverified: &Unverified,
    error: AppError,
) -> Result<Response, AppError> {
    let t = wish.language().texts();
    let Some(login) = login_states::find(&app.db, &fingerprint(unverified.state())).await? else {
        return Err(error);
    };
    match storage::fetch(app, unverified).await? {
        Some(fetching) => stored::fetching_page(t, &login, unverified, &fetching),
        None => window_page(t, &login),
    }
}
