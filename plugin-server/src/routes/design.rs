//! The form in which a badge is designed, for administrators and for teachers.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use crate::{
    db::badges::Badge,
    error::AppError,
    i18n::{Language, Texts},
    routes::{extract::Submission, respond},
    services::{
        badges::{self as designs, Checked, Design, Fault, KEEP_UPLOADED},
        pictures::{self, Colour, Shape},
        plain_text,
    },
    state::App,
    views::design::{DesignForm, Problem},
};

/// A design in which nothing is said yet.
pub(crate) fn empty(language: Language) -> Design {
    Design {
        language: language.tag().to_owned(),
        shape: Shape::Shield.as_str().to_owned(),
        colour: Colour::Blue.as_str().to_owned(),
        ..Design::default()
    }
}

/// What was written.
pub(crate) fn read(submission: &Submission) -> Design {
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

/// Whether the button was pressed that only draws: it asks for the form again, with the picture of what it says.
pub(crate) fn asks_for_preview(submission: &Submission) -> bool {
    submission.text("action") == "preview"
}

/// Checks a design; `Err` in the answer holds what is wrong with it, in words.
pub(crate) async fn check(
    app: &App,
    t: Texts,
    design: &Design,
    kept: Option<&Badge>,
) -> Result<Result<Checked, Vec<Problem>>, AppError> {
    let (design, kept, limits) = (design.clone(), kept.cloned(), app.config.limits.clone());
    let checked = in_background(move || designs::check(design, kept.as_ref(), &limits)).await?;
    Ok(checked.map_err(|faults| faults.iter().map(|fault| problem(t, fault)).collect()))
}

/// The form, whose picture is drawn at `preview`.
pub(crate) fn form<'a>(design: &'a Design, existing: Option<&Badge>, preview: &str) -> DesignForm<'a> {
    let kept = existing.filter(|_| design.shape == KEEP_UPLOADED);
    let preview_url = match kept {
        Some(badge) => badge.picture_path(),
        None => {
            let query = url::form_urlencoded::Serializer::new(String::new())
                .append_pair("name", &design.name)
                .append_pair("shape", &design.shape)
                .append_pair("colour", &design.colour)
                .finish();
            format!("{preview}?{query}")
        }
    };
    DesignForm {
        design,
        preview_url,
        has_upload: existing.is_some_and(|badge| badge.shape.is_none()),
    }
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
pub(crate) async fn preview_picture(app: &App, preview: &Preview) -> Result<Response, AppError> {
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

/// Drawing and checking pictures takes longer than other requests should wait.
async fn in_background<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work).await.map_err(AppError::failed)
}

fn problem(t: Texts, fault: &Fault) -> Problem {
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
