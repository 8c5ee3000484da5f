//! The design of badges.

use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};

use crate::{
    db::{
        badges::{self, Badge},
        organisations,
    },
    error::AppError,
    middleware::locale::Wish,
    routes::{
        design::{self, Preview},
        extract::{Admin, AdminForm, Submission},
        respond,
    },
    services::{
        badges::{self as designs, Design, KEEP_UPLOADED},
        pictures::Colour,
    },
    state::App,
    views::{admin as views, design::Problem},
};

/// All badges.
pub(crate) async fn list_badges(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    admin: Admin,
) -> Result<Response, AppError> {
    let badges = badges::list(&app.db).await?;
    respond::page(&views::BadgesPage {
        t: wish.language().texts(),
        csrf: &admin.csrf(),
        badges: &badges,
    })
}

/// An empty form.
pub(crate) async fn show_new_badge(
    Extension(wish): Extension<Wish>,
    admin: Admin,
) -> Result<Response, AppError> {
    respond::page(&page(wish, &admin, None, &design::empty(wish.language()), &[]))
}

/// Keeps a new badge.
pub(crate) async fn create_badge(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    keep(&app, wish, &admin, &submission, None).await
}

/// The form of a badge.
pub(crate) async fn show_badge(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    admin: Admin,
) -> Result<Response, AppError> {
    let badge = badges::find(&app.db, &id).await?.ok_or(AppError::not_found())?;
    let design = Design {
        name: badge.name.clone(),
        description: badge.description.clone(),
        criteria: badge.criteria.clone(),
        language: badge.language.clone(),
        shape: badge.shape.clone().unwrap_or_else(|| KEEP_UPLOADED.to_owned()),
        colour: badge
            .colour
            .clone()
            .unwrap_or_else(|| Colour::Blue.as_str().to_owned()),
        upload: None,
    };
    respond::page(&page(wish, &admin, Some(&badge), &design, &[]))
}

/// Keeps the new content of a badge.
pub(crate) async fn change_badge(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let badge = badges::find(&app.db, &id).await?.ok_or(AppError::not_found())?;
    keep(&app, wish, &admin, &submission, Some(&badge)).await
}

/// The picture of a badge as it is kept.
pub(crate) async fn show_picture(
    State(app): State<App>,
    Path(id): Path<String>,
    _admin: Admin,
) -> Result<Response, AppError> {
    let badge = badges::find(&app.db, &id).await?.ok_or(AppError::not_found())?;
    Ok(respond::bytes("image/png", badge.picture_png))
}

/// A drawn picture, before the badge is kept.
pub(crate) async fn preview_picture(
    State(app): State<App>,
    Query(preview): Query<Preview>,
    _admin: Admin,
) -> Result<Response, AppError> {
    design::preview_picture(&app, &preview).await
}

async fn keep(
    app: &App,
    wish: Wish,
    admin: &Admin,
    submission: &Submission,
    existing: Option<&Badge>,
) -> Result<Response, AppError> {
    let design = design::read(submission);
    if design::asks_for_preview(submission) {
        return respond::page(&page(wish, admin, existing, &design, &[]));
    }
    match design::check(app, wish.language().texts(), &design, existing).await? {
        Ok(checked) => {
            let organisation = organisations::first(&app.db)
                .await?
                .ok_or(AppError::not_found())?;
            let badge = designs::save(app, &organisation, existing, None, checked).await?;
            respond::see_other(&format!("/admin/badges/{}", badge.id))
        }
        Err(problems) => respond::faulty_page(&page(wish, admin, existing, &design, &problems)),
    }
}

fn page<'a>(
    wish: Wish,
    admin: &Admin,
    existing: Option<&'a Badge>,
    design: &'a Design,
    problems: &'a [Problem],
) -> views::BadgePage<'a> {
    views::BadgePage {
        t: wish.language().texts(),
        csrf: admin.csrf(),
        existing,
        form: design::form(design, existing, "/admin/preview.png"),
        problems,
    }
}
