//! The design of badges.

use axum::{
    Extension,
    extract::{Path, Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use crate::{
    db::{
        badges::{self, Badge},
        organisations,
    },
    error::AppError,
    middleware::locale::Wish,
    routes::{
        extract::{Admin, AdminForm, Submission},
        respond,
    },
    services::{
        badges::{self as designs, Design, Fault, KEEP_UPLOADED},
        pictures::{self, Colour, Shape},
        plain_text,
    },
    state::App,
    views::admin::{self as views, Problem},
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
    let design = Design {
        language: wish.language().tag().to_owned(),
        shape: Shape::Shield.as_str().to_owned(),
        colour: Colour::Blue.as_str().to_owned(),
        ..Design::default()
    };
    respond::page(&page(wish, &admin, None, &design, &[]))
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

/// What a preview is drawn from.
#[derive(Deserialize)]
pub(crate) struct Preview {
    #[serde(default)]
    name: String,
    #[serde(default)]
    shape: String,
    #[serde(default)]
    colour: String,
}

/// A drawn picture, before the badge is kept.
pub(crate) async fn preview_picture(
    State(app): State<App>,
    Query(preview): Query<Preview>,
    _admin: Admin,
) -> Result<Response, AppError> {
    let shape = Shape::from_word(&preview.shape).unwrap_or(Shape::Shield);
    let colour = Colour::from_word(&preview.colour).unwrap_or(Colour::Blue);
    let name: String = plain_text::single_line(&preview.name)
        .chars()
        .take(app.config.limits.max_name_chars)
        .collect();
    let picture = in_background(move || pictures::draw(&name, shape, colour))
        .await?
        .map_err(AppError::failed)?;
    let no_store = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    Ok((no_store, respond::bytes("image/png", picture.png)).into_response())
}

async fn keep(
    app: &App,
    wish: Wish,
    admin: &Admin,
    submission: &Submission,
    existing: Option<&Badge>,
) -> Result<Response, AppError> {
    let design = read(submission);
    // The button that only draws asks for the form again, with the picture of what it says now.
    if submission.text("action") == "preview" {
        return respond::page(&page(wish, admin, existing, &design, &[]));
    }
    let (asked, kept, limits) = (design.clone(), existing.cloned(), app.config.limits.clone());
    match in_background(move || designs::check(asked, kept.as_ref(), &limits)).await? {
        Ok(checked) => {
            let organisation = organisations::first(&app.db)
                .await?
                .ok_or(AppError::not_found())?;
            let badge = designs::save(app, &organisation, existing, checked).await?;
            respond::see_other(&format!("/admin/badges/{}", badge.id))
        }
        Err(faults) => {
            let problems: Vec<Problem> = faults.iter().map(|fault| problem(wish, fault)).collect();
            respond::faulty_page(&page(wish, admin, existing, &design, &problems))
        }
    }
}

/// Drawing and checking pictures takes longer than other requests should wait.
async fn in_background<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work).await.map_err(AppError::failed)
}

fn read(submission: &Submission) -> Design {
    Design {
        name: submission.text("name").to_owned(),
        description: submission.text("description").to_owned(),
        criteria: submission.text("criteria").to_owned(),
        language: submission.text("language").to_owned(),
        shape: submission.text("shape").to_owned(),
        colour: submission.text("colour").to_owned(),
        upload: submission.file("picture").map(|bytes| bytes.to_vec()),
    }
}

fn problem(wish: Wish, fault: &Fault) -> Problem {
    let t = wish.language().texts();
    let label = match fault.field {
        "name" => t.badge_name(),
        "description" => t.badge_description(),
        "criteria" => t.badge_criteria(),
        "language" => t.badge_language(),
        "shape" => t.badge_shape(),
        "colour" => t.badge_colour(),
        _ => t.badge_upload(),
    };
    let sentence = t.error(fault.code).map(|sentence| match &fault.detail {
        Some(detail) => format!("{sentence} ({detail})"),
        None => sentence,
    });
    Problem::new(fault.field, &label, sentence)
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
        design,
        preview_url: preview_url(existing, design),
        problems,
    }
}

fn preview_url(existing: Option<&Badge>, design: &Design) -> String {
    if let Some(badge) = existing.filter(|_| design.shape == KEEP_UPLOADED) {
        return format!("/admin/badges/{}/picture.png", badge.id);
    }
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("name", &design.name)
        .append_pair("shape", &design.shape)
        .append_pair("colour", &design.colour)
        .finish();
    format!("/admin/preview.png?{query}")
}
