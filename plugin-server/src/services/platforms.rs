//! Platforms: logins that they begin, launches that they send, and their keys.

mod keys;
mod per_registration;
mod records;
pub mod storage;

pub use keys::PlatformKeyCaches;
pub(crate) use per_registration::PerRegistration;
pub(crate) use records::registration;

use axum_extra::extract::cookie::Cookie;
use lti_advantage::{
    claims::{ResourceLink, Roles},
    error::LaunchError,
    launch::{self, BrowserProof, LaunchFailure, Outcome, PendingDeployment, Unverified, VerifiedLaunch},
    login::{self, LoginSecrets},
    records::Tool,
};
use time::Duration;
use url::{Url, form_urlencoded};

use crate::{
    cookies,
    db::{
        login_states::{self, LoginState},
        pending_deployments, registrations,
    },
    entropy,
    error::AppError,
    ids::fingerprint,
    services::{
        choosing,
        launches::{Entrant, Role},
        sightings::{self, Sighting},
    },
    state::App,
};

/// For how long an unused login is remembered after its end, so that a late launch is told that it is late.
const KEPT_AFTER_END: Duration = Duration::hours(1);

/// A login that has begun.
#[derive(Debug)]
pub struct BegunLogin {
    /// Ties the launch to this browser.
    pub cookie: Cookie<'static>,
    /// Where the platform asks who is there.
    pub redirect: String,
    /// Where to find out first whether the browser keeps the cookie.
    pub continuation: String,
}

/// Begins a login. `registration_id` is there when the login address names one registration.
///
/// # Errors
/// The codes of [`lti_advantage::error::LoginError`].
pub async fn begin_login(
    app: &App,
    parameters: &[(String, String)],
    registration_id: Option<&str>,
) -> Result<BegunLogin, AppError> {
    let initiation = login::read(parameters)?;
    let rows = match registration_id {
        Some(id) => registrations::find(&app.db, id).await?.into_iter().collect(),
        None => registrations::list_by_issuer(&app.db, &initiation.iss).await?,
    };
    let candidates = rows
        .into_iter()
        .map(records::registration)
        .collect::<Result<Vec<_>, _>>()?;
    let secrets = LoginSecrets {
        state: entropy::bytes(app.entropy.as_ref())?,
        nonce: entropy::bytes(app.entropy.as_ref())?,
        browser: entropy::bytes(app.entropy.as_ref())?,
    };
    let begun = login::begin(&initiation, &candidates, &tool(app)?, app.now(), &secrets)?;
    let state = begun.login_state;
    let row = LoginState {
        state_hash: fingerprint(&state.state),
        keep_until: state.expires_at().saturating_add(KEPT_AFTER_END).unix_timestamp(),
        nonce: state.nonce,
        registration_id: state.registration_id.0,
        target_link_uri: state.target_link_uri,
        deployment_id: state.deployment_id,
        browser_binding_hash: hex::encode(state.browser_binding_hash),
        stored_binding_hash: None,
        storage_target: state.storage_target,
        initiation: query(parameters),
        redirect: begun.redirect.to_string(),
        created_at: state.created_at.unix_timestamp(),
        consumed_at: None,
    };
    login_states::delete_expired(&app.db, app.timestamp()).await?;
    login_states::insert(&app.db, &row).await?;
    Ok(BegunLogin {
        cookie: cookies::for_frame(begun.cookie.name, begun.cookie.value, begun.cookie.max_age),
        redirect: row.redirect,
        continuation: format!(
            "/lti/login/continue?{}",
            query(&[("state".to_owned(), state.state)])
        ),
    })
}

/// The login of `state`, while it can be used.
///
/// # Errors
/// `state-unknown`, `state-consumed`, `state-expired`, as for a launch.
pub async fn login_under_way(app: &App, state: &str) -> Result<LoginState, AppError> {
    let login = login_states::find(&app.db, &fingerprint(state))
        .await?
        .ok_or(LaunchError::StateUnknown)?;
    if login.consumed_at.is_some() {
        return Err(LaunchError::StateConsumed.into());
    }
    if app.now() >= records::login_state(login.clone(), state)?.expires_at() {
        return Err(LaunchError::StateExpired.into());
    }
    Ok(login)
}

/// The address that begins a login again, in a window of its own.
#[must_use]
pub fn restart(login: &LoginState) -> String {
    format!("/lti/login/{}?{}", login.registration_id, login.initiation)
}

/// Runs every check on a launch and uses up its login.
///
/// # Errors
/// The codes of [`lti_advantage::error::LaunchError`].
pub async fn accept_launch(
    app: &App,
    launch: &Unverified,
    browser: BrowserProof<'_>,
) -> Result<Outcome, AppError> {
    let records = records::Records { db: &app.db };
    let keys = keys::FetchedKeys {
        caches: &app.platform_keys,
        http: app.http.as_ref(),
    };
    let outcome = launch::run(&records, &keys, &tool(app)?, launch, browser, app.now()).await;
    outcome.map_err(|failure| match failure {
        LaunchFailure::Refused(error) => {
            // Quoted by `?`: what a token says may hold line ends.
            tracing::info!(error.code = error.code(), error.actor = ?error.actor(), error.detail = ?error.to_string(), "launch refused");
            error.into()
        }
        LaunchFailure::Host(error) => error,
    })
}

/// Notes that a launch came through: a registration that waited for that is active from now on.
///
/// # Errors
/// When the database cannot be written.
pub async fn note_launch(app: &App, launch: &VerifiedLaunch) -> Result<(), AppError> {
    let registration_id = &launch.registration_id().0;
    sightings::note(app, registration_id, Sighting::Launch, "").await;
    Ok(registrations::activate(&app.db, registration_id).await?)
}

/// Notes a deployment that somebody has to approve.
///
/// # Errors
/// When the database cannot be written.
pub async fn hold_deployment(app: &App, pending: &PendingDeployment) -> Result<(), AppError> {
    let now = app.timestamp();
    let row = pending_deployments::PendingDeployment {
        registration_id: pending.registration_id.0.clone(),
        deployment_id: pending.deployment_id.clone(),
        platform_name: pending.platform_name.clone(),
        context_title: pending.context_title.clone(),
        first_seen_at: now,
        last_seen_at: now,
    };
    tracing::info!(registration.id = row.registration_id, deployment.id = ?row.deployment_id, "deployment held");
    Ok(pending_deployments::upsert(&app.db, &row).await?)
}

/// What this server needs to know of a verified launch of an activity.
///
/// # Errors
/// `registration-unknown` when the registration is gone.
pub async fn entrant(app: &App, launch: &VerifiedLaunch, link: &ResourceLink) -> Result<Entrant, AppError> {
    let registration = find_registration(app, &launch.registration_id().0).await?;
    Ok(Entrant {
        registration_id: launch.registration_id().0.clone(),
        deployment_id: launch.deployment_id().to_owned(),
        subject: launch.subject().map(str::to_owned),
        role: role(launch.roles()),
        may_manage: role(launch.roles()) == Role::Staff && launch.roles().may_place_content(),
        name: launch.person().name.clone(),
        email: launch.person().email.clone(),
        locale: launch.locale().map(str::to_owned),
        resource_link_id: link.id.clone(),
        resource_link_title: link.title.clone(),
        context_id: launch.context().map(|context| context.id.clone()),
        context_title: launch.context().and_then(|context| context.title.clone()),
        frame_origins: frame_origins(registration, launch)?,
        offer: launch.custom().text(choosing::OFFER).map(str::to_owned),
    })
}

/// The registration of a launch.
///
/// # Errors
/// `registration-unknown` when it is gone.
pub async fn find_registration(app: &App, id: &str) -> Result<registrations::Registration, AppError> {
    let registration = registrations::find(&app.db, id).await?;
    registration.ok_or(AppError::forbidden("registration-unknown"))
}

/// What the roles of a launch make of this person here.
pub(crate) fn role(roles: &Roles) -> Role {
    if roles.is_learner() {
        Role::Learner
    } else if roles.is_staff() || roles.is_test_user() {
        // A test user is somebody who teaches and looks at the course as a learner does.
        Role::Staff
    } else {
        Role::Other
    }
}

/// The origins of a registration, and the one that the launch says it came from.
///
/// # Errors
/// When an address of the registration is none.
pub fn frame_origins(
    registration: registrations::Registration,
    launch: &VerifiedLaunch,
) -> Result<Vec<String>, AppError> {
    let return_url = launch
        .presentation()
        .and_then(|presentation| presentation.return_url.as_deref())
        .and_then(|address| Url::parse(address).ok());
    origins_with(registration, return_url.into_iter().collect())
}

/// The origins of a registration, and those of `more`, which the platform says.
///
/// # Errors
/// When an address of the registration is none.
pub(crate) fn origins_with(
    registration: registrations::Registration,
    mut more: Vec<Url>,
) -> Result<Vec<String>, AppError> {
    let registration = records::registration(registration)?;
    more.extend(Url::parse(&registration.issuer).ok());
    more.push(registration.auth_url);
    let mut origins: Vec<String> = more
        .into_iter()
        .filter(|url| matches!(url.scheme(), "https" | "http"))
        .map(|url| url.origin().ascii_serialization())
        .collect();
    origins.sort();
    origins.dedup();
    Ok(origins)
}

/// This tool, as platforms know it.
fn tool(app: &App) -> Result<Tool, AppError> {
    Url::parse(&app.config.url("/lti/launch"))
        .map(|url| Tool::new(&url))
        .map_err(AppError::failed)
}

fn query(parameters: &[(String, String)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(parameters)
        .finish()
}
