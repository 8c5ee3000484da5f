//! Requests of people who administer: the whole server, or one organisation.

use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    http::request::Parts,
};

use super::Submission;
use crate::{
    cookies, csrf,
    db::{
        admin_links::Grant,
        organisations::{self, Organisation},
    },
    error::AppError,
    services::{
        admin_access,
        audit::{self, Action, Actor},
    },
    state::App,
};

/// Somebody with an open session that administers the whole server. A page that asks for this is closed to those
/// who administer one organisation.
#[derive(Debug)]
pub(crate) struct Admin {
    /// The session's secret.
    pub(crate) secret: String,
    grant: Grant,
}

impl Admin {
    /// The token for the forms of this session.
    pub(crate) fn csrf(&self) -> String {
        csrf::token(&self.secret)
    }

    /// Who it is, for the audit trail.
    pub(crate) fn actor(&self) -> Actor {
        admin_access::actor(self.grant.clone())
    }

    /// Notes what they did to `target`, for the organisation that it concerns, or for the whole server.
    pub(crate) async fn note(
        &self,
        app: &App,
        organisation_id: Option<&str>,
        action: Action,
        target: &str,
    ) -> Result<(), AppError> {
        audit::note(app, &self.actor(), organisation_id, action, target).await
    }
}

impl FromRequestParts<App> for Admin {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, AppError> {
        let (secret, grant) = session(parts, app).await?;
        match grant.organisation_id {
            None => Ok(Self { secret, grant }),
            Some(_) => Err(AppError::forbidden("admin-whole-server-needed")),
        }
    }
}

/// Somebody with an open session, for the organisation that they administer; for the whole server's
/// administrators that is the one that was made first.
#[derive(Debug)]
pub(crate) struct Manager {
    /// The session's secret.
    pub(crate) secret: String,
    /// The organisation.
    pub(crate) organisation: Organisation,
    grant: Grant,
}

impl Manager {
    /// The token for the forms of this session.
    pub(crate) fn csrf(&self) -> String {
        csrf::token(&self.secret)
    }

    /// Whether the session administers the whole server.
    pub(crate) const fn is_whole(&self) -> bool {
        self.grant.organisation_id.is_none()
    }

    /// The same person at work for another organisation.
    ///
    /// # Errors
    /// `not-found` when it is not theirs, or is not there.
    pub(crate) async fn at(self, app: &App, organisation_id: &str) -> Result<Self, AppError> {
        if self.organisation.id == organisation_id {
            return Ok(self);
        }
        let other = organisations::find(&app.db, organisation_id).await?;
        let organisation = other.filter(|_| self.is_whole()).ok_or(AppError::not_found())?;
        Ok(Self { organisation, ..self })
    }

    /// Notes what they did to `target`.
    pub(crate) async fn note(&self, app: &App, action: Action, target: &str) -> Result<(), AppError> {
        let actor = admin_access::actor(self.grant.clone());
        audit::note(app, &actor, Some(&self.organisation.id), action, target).await
    }
}

impl FromRequestParts<App> for Manager {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, AppError> {
        let (secret, grant) = session(parts, app).await?;
        let organisation = match &grant.organisation_id {
            None => organisations::first(&app.db).await?,
            Some(id) => organisations::find(&app.db, id).await?,
        };
        Ok(Self {
            secret,
            organisation: organisation.ok_or(AppError::not_found())?,
            grant,
        })
    }
}

async fn session(parts: &Parts, app: &App) -> Result<(String, Grant), AppError> {
    let secret =
        cookies::value(&parts.headers, cookies::ADMIN).ok_or(AppError::forbidden("admin-session-needed"))?;
    let grant = admin_access::session(app, &secret)
        .await?
        .ok_or(AppError::forbidden("admin-session-needed"))?;
    Ok((secret, grant))
}

/// A form that somebody who administers sent from one of our pages.
#[derive(Debug)]
pub(crate) struct FormOf<Who> {
    /// Who.
    pub(crate) admin: Who,
    /// What.
    pub(crate) submission: Submission,
}

/// A form of somebody who administers the whole server.
pub(crate) type AdminForm = FormOf<Admin>;

/// A form of somebody who administers an organisation.
pub(crate) type ManagerForm = FormOf<Manager>;

impl<Who> FromRequest<App> for FormOf<Who>
where
    Who: FromRequestParts<App, Rejection = AppError> + Send,
{
    type Rejection = AppError;

    async fn from_request(request: Request, app: &App) -> Result<Self, AppError> {
        let (mut parts, body) = request.into_parts();
        let (secret, _) = session(&parts, app).await?;
        let admin = Who::from_request_parts(&mut parts, app).await?;
        let submission = Submission::from_request(Request::from_parts(parts, body), app).await?;
        submission.require_token(&secret)?;
        Ok(Self { admin, submission })
    }
}
