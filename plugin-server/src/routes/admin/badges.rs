//! The design of badges.

use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};

use crate::{
    db::{
        badges::{self, Badge},
        shared_models,
    },
    error::AppError,
    middleware::locale::Wish,
    routes::{
        design::{self, Preview},
        extract::{Manager, ManagerForm, Submission},
        respond,
    },
    services::{
        audit::Action,
        badges::{self as designs, Design},
    },
    state::App,
    views::{admin as views, design::Problem},
};

/// The badges of the organisation; for whoever administers the whole server, all.
pub(crate) async fn list_badges(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    admin: Manager,
) -> Result<Response, AppError> {
    let badges = if admin.is_whole() {
        badges::list(&app.db).await?
    } else {
        badges::list_of(&app.db, &admin.organisation.id).await?
    };
    respond::page(&views::BadgesPage {
        t: wish.language().texts(),
        csrf: &admin.csrf(),
        is_whole: admin.is_whole(),
        badges: &badges,
    })
}

/// An empty form.
pub(crate) async fn show_new_badge(
    Extension(wish): Extension<Wish>,
    admin: Manager,
) -> Result<Response, AppError> {
    let design = design::empty(wish.language());
    respond::page(&page(wish, &admin, None, false, &design, &[]))
}

/// Keeps a new badge.
pub(crate) async fn create_badge(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    ManagerForm { admin, submission }: ManagerForm,
) -> Result<Response, AppError> {
    keep(&app, wish, &admin, &submission, None).await
}

/// The form of a badge.
pub(crate) async fn show_badge(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    admin: Manager,
) -> Result<Response, AppError> {
    let (badge, admin) = own_badge(&app, admin, &id).await?;
    let is_model = shared_models::contains(&app.db, &badge.id).await?;
    let design = Design::of(&badge);
    respond::page(&page(wish, &admin, Some(&badge), is_model, &design, &[]))
}

/// Keeps the new content of a badge.
pub(crate) async fn change_badge(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    ManagerForm { admin, submission }: ManagerForm,
) -> Result<Response, AppError> {
    let (badge, admin) = own_badge(&app, admin, &id).await?;
    keep(&app, wish, &admin, &submission, Some(&badge)).await
}

/// Lets every teacher start from a badge, or no longer.
pub(crate) async fn share_model(
    State(app): State<App>,
    Path(id): Path<String>,
    ManagerForm { admin, submission }: ManagerForm,
) -> Result<Response, AppError> {
    let (badge, admin) = own_badge(&app, admin, &id).await?;
    let action = if submission.text("share") == "yes" {
        shared_models::insert_if_absent(&app.db, &badge.id, app.timestamp()).await?;
        Action::ModelShared
    } else {
        shared_models::delete(&app.db, &badge.id).await?;
        Action::ModelWithdrawn
    };
    admin.note(&app, action, &badge.name).await?;
    respond::see_other(&format!("/admin/badges/{id}"))
}

/// The picture of a badge as it is kept.
pub(crate) async fn show_picture(
    State(app): State<App>,
    Path(id): Path<String>,
    admin: Manager,
) -> Result<Response, AppError> {
    let (badge, _) = own_badge(&app, admin, &id).await?;
    Ok(respond::bytes("image/png", badge.picture_png))
}

/// A drawn picture, before the badge is kept.
pub(crate) async fn preview_picture(
    State(app): State<App>,
    Query(preview): Query<Preview>,
    _admin: Manager,
) -> Result<Response, AppError> {
    design::preview_picture(&app, &preview).await
}

/// A badge that this person may change, and the person at work for its organisation.
async fn own_badge(app: &App, admin: Manager, id: &str) -> Result<(Badge, Manager), AppError> {
    let badge = badges::find(&app.db, id).await?.ok_or(AppError::not_found())?;
    let admin = admin.at(app, &badge.organisation_id).await?;
    Ok((badge, admin))
}

async fn keep(
    app: &App,
    wish: Wish,
    admin: &Manager,
    submission: &Submission,
    existing: Option<&Badge>,
) -> Result<Response, AppError> {
    let design = design::read(submission);
    let is_model = match existing {
        Some(badge) => shared_models::contains(&app.db, &badge.id).await?,
        None => false,
    };
    if design::asks_for_preview(submission) {
        return respond::page(&page(wish, admin, existing, is_model, &design, &[]));
    }
    match design::check(app, wish.language().texts(), &design, existing).await? {
        Ok(checked) => {
            let badge = designs::save(app, &admin.organisation, existing, None, checked).await?;
            let action = existing.map_or(Action::BadgeMade, |_| Action::BadgeChanged);
            admin.note(app, action, &badge.name).await?;
            respond::see_other(&format!("/admin/badges/{}", badge.id))
        }
        Err(problems) => respond::faulty_page(&page(wish, admin, existing, is_model, &design, &problems)),
    }
}

fn page<'a>(
    wish: Wish,
    admin: &Manager,
    existing: Option<&'a Badge>,
    is_model: bool,
    design: &'a Design,
    problems: &'a [Problem],
) -> views::BadgePage<'a> {
    views::BadgePage {
        t: wish.language().texts(),
        csrf: admin.csrf(),
        is_whole: admin.is_whole(),
        existing,
        is_model,
        form: design::form(design, existing, "/admin/preview.png"),
        problems,
    }
}
