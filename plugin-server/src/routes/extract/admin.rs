//! Requests of administrators.

use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    http::request::Parts,
};

use super::Submission;
use crate::{cookies, csrf, error::AppError, services::admin_access, state::App};

/// Somebody with an open administration session.
#[derive(Debug)]
pub(crate) struct Admin {
    /// The session's secret.
    pub(crate) secret: String,
}

impl Admin {
    /// The token for the forms of this session.
    pub(crate) fn csrf(&self) -> String {
        csrf::token(&self.secret)
    }
}

impl FromRequestParts<App> for Admin {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, AppError> {
        let secret = cookies::value(&parts.headers, cookies::ADMIN);
        match secret {
            Some(secret) if admin_access::is_open(app, &secret).await? => Ok(Self { secret }),
            _ => Err(AppError::forbidden("admin-session-needed")),
        }
    }
}

/// A form that an administrator sent from one of our pages.
#[derive(Debug)]
pub(crate) struct AdminForm {
    /// Who.
    pub(crate) admin: Admin,
    /// What.
    pub(crate) submission: Submission,
}

impl FromRequest<App> for AdminForm {
    type Rejection = AppError;

    async fn from_request(request: Request, app: &App) -> Result<Self, AppError> {
        let (mut parts, body) = request.into_parts();
        let admin = Admin::from_request_parts(&mut parts, app).await?;
        let submission = Submission::from_request(Request::from_parts(parts, body), app).await?;
        submission.require_token(&admin.secret)?;
        Ok(Self { admin, submission })
    }
}
