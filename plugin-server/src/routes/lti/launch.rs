//! Launch: a platform says who opened which activity.

use axum::{
    Extension,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use lti_advantage::{
    error::LaunchError,
    launch::{self, Outcome, PendingDeployment, Unverified, VerifiedLaunch},
    message::Message,
};

use super::{fields, framed_by_any, window_page};
use crate::{
    cookies,
    db::login_states,
    error::AppError,
    ids::fingerprint,
    middleware::locale::Wish,
    routes::respond,
    services::{choosing, launches, links, platforms},
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
    let outcome = platforms::accept_launch(&app, &unverified, cookie.as_deref()).await;
    match outcome {
        Ok(Outcome::Verified(launch)) => open(&app, &launch).await,
        Ok(Outcome::Pending(pending)) => {
            platforms::hold_deployment(&app, &pending).await?;
            pending_page(wish, &pending)
        }
        Err(error) if error.code() == LaunchError::BrowserCookieMissing.code() => {
            missing_cookie(&app, wish, &unverified, error).await
        }
        Err(error) => Err(error),
    }
}

/// The page of an activity, or the one where content is chosen.
async fn open(app: &App, launch: &VerifiedLaunch) -> Result<Response, AppError> {
    platforms::note_launch(app, launch).await?;
    let (location, cookie) = match launch.message() {
        Message::ResourceLink(link) => {
            let entrant = platforms::entrant(app, launch, link).await?;
            links::note(app, launch, link).await?;
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
    respond::with_cookie(respond::see_other(&location)?, &cookie)
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

/// A window of its own, while the login is known that can begin again there.
async fn missing_cookie(
    app: &App,
    wish: Wish,
    unverified: &Unverified,
    error: AppError,
) -> Result<Response, AppError> {
    match login_states::find(&app.db, &fingerprint(unverified.state())).await? {
        Some(login) => window_page(wish.language().texts(), &login),
        None => Err(error),
    }
}
