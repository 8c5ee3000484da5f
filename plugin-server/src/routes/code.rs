//! A code as a link: a badge for whoever was given it, without any LMS.

use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue},
    response::{IntoResponse, Response},
};

use crate::{
    cookies, csrf,
    db::placements::{self, Placement},
    error::AppError,
    ids::{fingerprint, random_secret},
    middleware::locale::Wish,
    routes::{extract::Submission, respond},
    services::{
        claim_codes, issuing,
        launches::{self, Entrant, Role},
        markdown,
    },
    state::App,
    views::code as views,
};

/// A link is for those who were given it, not for search engines.
const NO_INDEX: (HeaderName, HeaderValue) = (
    HeaderName::from_static("x-robots-tag"),
    HeaderValue::from_static("noindex"),
);

/// The badge that a code opens, and the button that takes it.
pub(crate) async fn show_code(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let placement = placement(&app, &code).await?;
    let (badge, organisation) = issuing::badge_and_organisation(&app, &placement.badge_id).await?;
    let known = cookies::value(&headers, &cookies::code(&placement.id));
    let secret = match known {
        Some(secret) => secret,
        None => random_secret(app.entropy.as_ref())?,
    };
    let page = respond::page(&views::CodePage {
        t: wish.language().texts(),
        code: &code,
        csrf: csrf::token(&secret),
        badge: &badge,
        organisation: &organisation,
        criteria: markdown::to_html(&badge.criteria),
    })?;
    let cookie = cookies::for_followers(cookies::code(&placement.id), secret, app.config.sessions.code);
    Ok(([NO_INDEX], respond::with_cookie(page, &cookie)?).into_response())
}

/// Uses the code for this browser, and opens the page on which the badge is taken home. Used again in the same
/// browser, it is the same badge.
pub(crate) async fn use_code(
    State(app): State<App>,
    Path(code): Path<String>,
    headers: HeaderMap,
    submission: Submission,
) -> Result<Response, AppError> {
    let placement = placement(&app, &code).await?;
    let secret =
        cookies::value(&headers, &cookies::code(&placement.id)).ok_or(AppError::forbidden("form-expired"))?;
    submission.require_token(&secret)?;
    let subject = claim_codes::subject_by_link(&fingerprint(&secret));
    claim_codes::redeem(&app, &placement, &subject, &code).await?;
    let entered = launches::enter(&app, entrant(placement, subject)).await?;
    respond::with_cookie(respond::see_other(&entered.location)?, &entered.cookie)
}

/// The placement of a code that is open, if its badge is on and a code is what it asks for.
async fn placement(app: &App, code: &str) -> Result<Placement, AppError> {
    let found = claim_codes::find(app, code).await?;
    placements::find_by_id(&app.db, &found.placement_id)
        .await?
        .filter(|placement| placement.is_on && claim_codes::is_enough(placement))
        .ok_or(AppError::forbidden("code-unknown"))
}

/// Somebody whom no platform knows, at the activity of a placement.
fn entrant(placement: Placement, subject: String) -> Entrant {
    Entrant {
        registration_id: placement.registration_id,
        deployment_id: placement.deployment_id,
        subject: Some(subject),
        role: Role::Learner,
        may_manage: false,
        name: None,
        email: None,
        locale: None,
        resource_link_id: placement.resource_link_id,
        resource_link_title: None,
        context_id: placement.context_id,
        context_title: None,
        frame_origins: Vec::new(),
        offer: None,
    }
}
