//! Requests of people who choose content from within their platform.

use std::collections::HashMap;

use axum::{
    extract::{FromRequest, FromRequestParts, Path, Request},
    http::request::Parts,
};

use super::{Submission, session};
use crate::{
    cookies, csrf, db::content_choices::ContentChoice, error::AppError, services::choosing, state::App,
};

/// Somebody in the browser that a request for content was opened in; the path holds `{choice}`.
#[derive(Debug)]
pub(crate) struct ChoicePage {
    /// The request.
    pub(crate) choice: ContentChoice,
    secret: String,
}

impl ChoicePage {
    /// The token for the forms of this page.
    pub(crate) fn csrf(&self) -> String {
        csrf::token(&self.secret)
    }
}

impl FromRequestParts<App> for ChoicePage {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, AppError> {
        let Path(path): Path<HashMap<String, String>> = Path::from_request_parts(parts, app)
            .await
            .map_err(|_malformed| AppError::not_found())?;
        let id = path.get("choice").ok_or(AppError::not_found())?;
        let secret = session::secret(&parts.headers, &cookies::content_choice(id));
        let choice = choosing::resume(app, id, secret.as_deref()).await?;
        Ok(Self {
            choice,
            secret: secret.unwrap_or_default(),
        })
    }
}

/// A form that was sent from such a page.
#[derive(Debug)]
pub(crate) struct ChoiceForm {
    /// From where.
    pub(crate) page: ChoicePage,
    /// What.
    pub(crate) submission: Submission,
}

impl FromRequest<App> for ChoiceForm {
    type Rejection = AppError;

    async fn from_request(request: Request, app: &App) -> Result<Self, AppError> {
        let (mut parts, body) = request.into_parts();
        let page = ChoicePage::from_request_parts(&mut parts, app).await?;
        let submission = Submission::from_request(Request::from_parts(parts, body), app).await?;
        submission.require_token(&page.secret)?;
        Ok(Self { page, submission })
    }
}
