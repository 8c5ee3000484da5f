//! Requests of people whom a launch brought here.

use std::collections::HashMap;

use axum::{
    extract::{FromRequest, FromRequestParts, Path, Request},
    http::request::Parts,
};

use super::{Submission, session};
use crate::{cookies, csrf, db::launches::Launch, error::AppError, services::launches, state::App};

/// Somebody in the browser that a launch was opened in; the path holds `{launch}`.
#[derive(Debug)]
pub(crate) struct LaunchPage {
    /// The launch.
    pub(crate) launch: Launch,
    secret: String,
}

impl LaunchPage {
    /// The token for the forms of this page.
    pub(crate) fn csrf(&self) -> String {
        csrf::token(&self.secret)
    }
}

impl FromRequestParts<App> for LaunchPage {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, AppError> {
        let Path(path): Path<HashMap<String, String>> = Path::from_request_parts(parts, app)
            .await
            .map_err(|_malformed| AppError::not_found())?;
        let id = path.get("launch").ok_or(AppError::not_found())?;
        let secret = session::secret(&parts.headers, &cookies::launch(id));
        let launch = launches::resume(app, id, secret.as_deref()).await?;
        Ok(Self {
            launch,
            secret: secret.unwrap_or_default(),
        })
    }
}

/// A form that was sent from the page of a launch.
#[derive(Debug)]
pub(crate) struct LaunchForm {
    /// From where.
    pub(crate) page: LaunchPage,
    /// What.
    pub(crate) submission: Submission,
}

impl FromRequest<App> for LaunchForm {
    type Rejection = AppError;

    async fn from_request(request: Request, app: &App) -> Result<Self, AppError> {
        let (mut parts, body) = request.into_parts();
        let page = LaunchPage::from_request_parts(&mut parts, app).await?;
        let submission = Submission::from_request(Request::from_parts(parts, body), app).await?;
        submission.require_token(&page.secret)?;
        Ok(Self { page, submission })
    }
}
