//! Requests of teachers who say how an activity gives its badge.

use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    http::request::Parts,
};

use super::{LaunchForm, LaunchPage};
use crate::{
    db::placements::Placement, error::AppError, routes::extract::Submission, services::managing, state::App,
};

/// A teacher in the browser that a launch was opened in, and the badge of its activity.
#[derive(Debug)]
pub(crate) struct TeacherPage {
    /// The launch.
    pub(crate) page: LaunchPage,
    /// The badge on its activity.
    pub(crate) placement: Placement,
}

impl TeacherPage {
    async fn of(app: &App, page: LaunchPage) -> Result<Self, AppError> {
        if !managing::may(app, &page.launch).await? {
            return Err(AppError::forbidden("managing-not-yours"));
        }
        let placement = managing::placement(app, &page.launch).await?;
        let placement = placement.ok_or(AppError::not_found())?;
        Ok(Self { page, placement })
    }
}

impl FromRequestParts<App> for TeacherPage {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, AppError> {
        let page = LaunchPage::from_request_parts(parts, app).await?;
        Self::of(app, page).await
    }
}

/// A form that a teacher sent from such a page.
#[derive(Debug)]
pub(crate) struct TeacherForm {
    /// From where.
    pub(crate) teacher: TeacherPage,
    /// What.
    pub(crate) submission: Submission,
}

impl FromRequest<App> for TeacherForm {
    type Rejection = AppError;

    async fn from_request(request: Request, app: &App) -> Result<Self, AppError> {
        let LaunchForm { page, submission } = LaunchForm::from_request(request, app).await?;
        let teacher = TeacherPage::of(app, page).await?;
        Ok(Self { teacher, submission })
    }
}
