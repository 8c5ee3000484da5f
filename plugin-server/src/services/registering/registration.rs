//! The one request that registers this tool, and what is kept of the answer.

use axum::http::StatusCode;
use lti_advantage::{
    http::Transport,
    registration::{Registered, registration_request},
};
use time::Duration;

use super::{Person, Proposal, Refusal, invites, tool};
use crate::{
    clients::Outbound,
    db::{
        deployments::{self, Deployment},
        pending_deployments::{self, PendingDeployment},
        registration_invites,
        registrations::{self, Registration, Status},
    },
    error::AppError,
    i18n::Language,
    ids::random_id,
    services::audit::{self, Action, Actor},
    state::App,
};

/// For how long an invitation is kept for one attempt: longer than the platform may take to answer.
const LEASE: Duration = Duration::minutes(2);

/// A platform that registered.
#[derive(Debug)]
pub struct Connected {
    /// The registration.
    pub registration: Registration,
    /// Whether it was there before.
    pub is_update: bool,
    /// Whether launches open at once.
    pub deployment: FirstDeployment,
}

/// What became of the deployment in a platform's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstDeployment {
    /// It may launch.
    Approved,
    /// It waits for an administrator, because the invitation named no platform.
    Waiting,
    /// The platform did not say; the first launch will, and waits then.
    Unsaid,
}

/// Registers this tool with the platform of `proposal`, with the token that came with the page's address. The
/// invitation is used up by success alone; two attempts at once make one registration.
///
/// The work goes on when the person closes the page: a platform that said yes must not be forgotten.
///
/// # Errors
/// [`Refusal`]; `registration-under-way` when somebody else is registering with the invitation,
/// `registration-addresses-changed` when the platform answers with a client that is known here at other addresses.
pub async fn register(
    app: &App,
    proposal: Proposal,
    token: Option<String>,
    language: Language,
) -> Result<Connected, Refusal> {
    let app = app.clone();
    let work = async move { leased(&app, &proposal, token.as_deref(), language).await };
    tokio::spawn(work)
        .await
        .map_err(|stopped| Refusal::Ours(AppError::failed(stopped)))?
}

async fn leased(
    app: &App,
    proposal: &Proposal,
    token: Option<&str>,
    language: Language,
) -> Result<Connected, Refusal> {
    let invite = &proposal.invite;
    let now = app.now();
    let lease_until = (now + LEASE).unix_timestamp();
    if !registration_invites::lease(&app.db, &invite.token_hash, now.unix_timestamp(), lease_until).await? {
        invites::usable_by_hash(app, &invite.token_hash).await?;
        return Err(AppError::refused(StatusCode::CONFLICT, "registration-under-way").into());
    }
    let outcome = attempt(app, proposal, token, language, lease_until).await;
    match &outcome {
        Ok(Connected { registration, .. }) => {
            audit::note(
                app,
                &Actor::Server,
                None,
                Action::PlatformRegistered,
                &registration.name,
            )
            .await?;
        }
        Err(refusal) => {
            // The platform's words stay out of the log: they may repeat the token.
            tracing::info!(
                invite.id = invite.id,
                error.code = refusal.code(),
                "platform not registered"
            );
            registration_invites::release(&app.db, &invite.token_hash, lease_until).await?;
        }
    }
    outcome
}

async fn attempt(
    app: &App,
    proposal: &Proposal,
    token: Option<&str>,
    language: Language,
    lease_until: i64,
) -> Result<Connected, Refusal> {
    let person = Person::from_word(&proposal.invite.person);
    let tool = tool(app, person, language)?;
    let request = registration_request(&proposal.platform, &tool, token)?;
    let response = Outbound(app.http.as_ref()).send(request).await?;
    keep(app, proposal, Registered::read(&response)?, lease_until).await
}

/// Keeps what the platform answered, and uses the invitation up, both or neither.
async fn keep(
    app: &App,
    proposal: &Proposal,
    answer: Registered,
    lease_until: i64,
) -> Result<Connected, Refusal> {
    let (invite, platform, now) = (&proposal.invite, &proposal.platform, app.timestamp());
    let mut tx = app.db.begin().await?;
    if !registration_invites::take(&mut *tx, &invite.token_hash, lease_until, now).await? {
        return Err(AppError::refused(StatusCode::CONFLICT, "registration-under-way").into());
    }
    let existing = registrations::find_by_client(&mut *tx, &platform.issuer, &answer.client_id).await?;
    let is_update = existing.is_some();
    let registration = match existing {
        Some(existing) => updated(existing, proposal, &answer)?,
        None => new(app, proposal, &answer)?,
    };
    registrations::upsert(&mut *tx, &registration).await?;
    let deployment = match answer.deployment_id {
        Some(deployment_id) if proposal.is_expected() => {
            let deployment = Deployment {
                registration_id: registration.id.clone(),
                deployment_id,
                created_at: now,
            };
            deployments::insert_if_absent(&mut *tx, &deployment).await?;
            FirstDeployment::Approved
        }
        Some(deployment_id) => {
            let waiting = PendingDeployment {
                registration_id: registration.id.clone(),
                deployment_id,
                platform_name: Some(proposal.host().to_owned()),
                context_title: None,
                first_seen_at: now,
                last_seen_at: now,
            };
            pending_deployments::upsert(&mut *tx, &waiting).await?;
            FirstDeployment::Waiting
        }
        None => FirstDeployment::Unsaid,
    };
    tx.commit().await?;
    Ok(Connected {
        registration,
        is_update,
        deployment,
    })
}

fn new(app: &App, proposal: &Proposal, answer: &Registered) -> Result<Registration, AppError> {
    let platform = &proposal.platform;
    Ok(Registration {
        id: random_id(app.entropy.as_ref())?,
        name: proposal.host().to_owned(),
        issuer: platform.issuer.clone(),
        client_id: answer.client_id.clone(),
        auth_url: platform.authorization_endpoint.to_string(),
        token_url: platform.token_endpoint.to_string(),
        token_audience: platform.authorization_server.clone(),
        jwks_url: platform.jwks_uri.to_string(),
        teachers_may: proposal.invite.teachers_may.clone(),
        created_at: app.timestamp(),
        status: Status::Waiting.as_str().to_owned(),
        scopes: Some(answer.scopes.join(" ")),
        product_family: platform.product_family_code.clone(),
    })
}

/// The registration with what the platform says now. Its name, what its teachers may do, its deployments and its
/// activities stay.
///
/// Whoever can put a file on the platform's host could describe the platform with addresses of their own. So
/// addresses change only at an invitation that an administrator made for this registration.
fn updated(
    existing: Registration,
    proposal: &Proposal,
    answer: &Registered,
) -> Result<Registration, AppError> {
    let platform = &proposal.platform;
    let said = Registration {
        auth_url: platform.authorization_endpoint.to_string(),
        token_url: platform.token_endpoint.to_string(),
        token_audience: platform.authorization_server.clone(),
        jwks_url: platform.jwks_uri.to_string(),
        scopes: Some(answer.scopes.join(" ")),
        product_family: platform.product_family_code.clone(),
        ..existing.clone()
    };
    let is_moved = said.auth_url != existing.auth_url
        || said.token_url != existing.token_url
        || said.token_audience != existing.token_audience
        || said.jwks_url != existing.jwks_url;
    if is_moved && proposal.invite.registration_id.as_ref() != Some(&existing.id) {
        return Err(AppError::refused(
            StatusCode::CONFLICT,
            "registration-addresses-changed",
        ));
    }
    Ok(said)
}
