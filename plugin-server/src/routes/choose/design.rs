//! A teacher designs a badge from within the platform: a new one, one after a shared model, or one of the course.

use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;

use super::{answer, framed, texts};
use crate::{
    db::{
        badges::{self, Badge},
        content_choices::{self, ContentChoice},
        shared_models,
    },
    error::AppError,
    i18n::Texts,
    middleware::locale::Wish,
    routes::{
        design::{self, Preview},
        extract::{ChoiceForm, ChoicePage, Submission},
        respond,
    },
    services::{
        audit::{self, Action},
        badges::{self as designs, Author, Design},
        choosing::{self, TeachersMay},
        markdown, team,
    },
    state::App,
    views::{choose as views, design::Problem},
};

/// Where a new badge starts from.
#[derive(Deserialize)]
pub(crate) struct Start {
    /// A shared model.
    model: Option<String>,
}

/// A form with nothing in it, or with what a shared model says.
pub(crate) async fn show_new_badge(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Query(start): Query<Start>,
    page: ChoicePage,
) -> Result<Response, AppError> {
    require_make(&app, &page.choice).await?;
    let t = texts(wish, &page.choice);
    let design = match &start.model {
        Some(id) => after_model(&app, id).await?,
        None => design::empty(t.language()),
    };
    let desk = Desk::new_badge(&app, t, &page, None).await?;
    framed(respond::page(&desk.form(&design, &[]))?, &page.choice)
}

/// Makes a badge and gives it to the platform. Sent again, it changes the badge that was made.
pub(crate) async fn make_badge(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    ChoiceForm { page, submission }: ChoiceForm,
) -> Result<Response, AppError> {
    require_make(&app, &page.choice).await?;
    let made = match &page.choice.made_badge_id {
        Some(id) => badges::find(&app.db, id).await?,
        None => None,
    };
    let t = texts(wish, &page.choice);
    let desk = Desk::new_badge(&app, t, &page, made).await?;
    match desk.save(&app, &submission, Action::BadgeMade).await? {
        Ok(badge) => {
            team::keep_course(&app, &page.choice, &badge).await?;
            content_choices::set_made_badge(&app.db, &page.choice.id, &badge.id).await?;
            answer(&app, t, &page.choice, &badge).await
        }
        Err(again) => Ok(again),
    }
}

/// The form of a badge of this course.
pub(crate) async fn show_badge(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path((_, id)): Path<(String, String)>,
    page: ChoicePage,
) -> Result<Response, AppError> {
    let badge = team::badge_to_change(&app, &page.choice, &id).await?;
    let design = Design::of(&badge);
    let desk = Desk::known_badge(&app, texts(wish, &page.choice), &page, badge).await?;
    framed(respond::page(&desk.form(&design, &[]))?, &page.choice)
}

/// Keeps the new content of a badge of this course, and goes back to the badges.
pub(crate) async fn change_badge(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path((_, id)): Path<(String, String)>,
    ChoiceForm { page, submission }: ChoiceForm,
) -> Result<Response, AppError> {
    let badge = team::badge_to_change(&app, &page.choice, &id).await?;
    let desk = Desk::known_badge(&app, texts(wish, &page.choice), &page, badge).await?;
    match desk.save(&app, &submission, Action::BadgeChanged).await? {
        Ok(_) => framed(
            respond::see_other(&format!("/choose/{}", page.choice.id))?,
            &page.choice,
        ),
        Err(again) => Ok(again),
    }
}

/// A drawn picture, before the badge is kept.
pub(crate) async fn preview_picture(
    State(app): State<App>,
    Query(preview): Query<Preview>,
    page: ChoicePage,
) -> Result<Response, AppError> {
    require_make(&app, &page.choice).await?;
    design::preview_picture(&app, &preview).await
}

async fn require_make(app: &App, choice: &ContentChoice) -> Result<(), AppError> {
    if choosing::allowed(app, choice).await? == TeachersMay::Make {
        Ok(())
    } else {
        Err(AppError::forbidden("making-not-allowed"))
    }
}

/// What a shared model says. An uploaded picture stays with its badge: the new one starts with a drawn one.
async fn after_model(app: &App, id: &str) -> Result<Design, AppError> {
    let is_shared = shared_models::contains(&app.db, id).await?;
    let model = badges::find(&app.db, id).await?.filter(|_| is_shared);
    let model = Design::of(&model.ok_or(AppError::not_found())?);
    let drawn = design::empty(crate::i18n::Language::English);
    Ok(Design {
        shape: if model.shape == designs::KEEP_UPLOADED {
            drawn.shape
        } else {
            model.shape
        },
        ..model
    })
}

/// What a form of a design is shown and kept with.
struct Desk<'a> {
    t: Texts,
    page: &'a ChoicePage,
    organisation: crate::db::organisations::Organisation,
    existing: Option<Badge>,
    is_new: bool,
}

impl<'a> Desk<'a> {
    async fn new_badge(
        app: &App,
        t: Texts,
        page: &'a ChoicePage,
        made: Option<Badge>,
    ) -> Result<Self, AppError> {
        Ok(Self {
            t,
            page,
            organisation: team::organisation(app, &page.choice).await?,
            existing: made,
            is_new: true,
        })
    }

    async fn known_badge(app: &App, t: Texts, page: &'a ChoicePage, badge: Badge) -> Result<Self, AppError> {
        Ok(Self {
            is_new: false,
            ..Self::new_badge(app, t, page, Some(badge)).await?
        })
    }

    /// Keeps what was sent; `Err` in the answer is the form again, with what is wrong, or with the preview that
    /// was asked for.
    async fn save(
        &self,
        app: &App,
        submission: &Submission,
        action: Action,
    ) -> Result<Result<Badge, Response>, AppError> {
        let choice = &self.page.choice;
        let design = design::read(submission);
        if design::asks_for_preview(submission) {
            return Ok(Err(framed(respond::page(&self.form(&design, &[]))?, choice)?));
        }
        match design::check(app, self.t, &design, self.existing.as_ref()).await? {
            Ok(checked) => {
                let badge = designs::save(
                    app,
                    &self.organisation,
                    self.existing.as_ref(),
                    Some(Author {
                        registration_id: &choice.registration_id,
                        subject: choice.subject.as_deref(),
                    }),
                    checked,
                )
                .await?;
                let organisation_id = Some(self.organisation.id.as_str());
                audit::note(app, &team::actor(choice), organisation_id, action, &badge.name).await?;
                Ok(Ok(badge))
            }
            Err(problems) => {
                let again = respond::faulty_page(&self.form(&design, &problems))?;
                Ok(Err(framed(again, choice)?))
            }
        }
    }

    fn form<'b>(&'b self, design: &'b Design, problems: &'b [Problem]) -> views::DesignPage<'b> {
        let choice_id = &self.page.choice.id;
        let is_said = !design.name.trim().is_empty() && !design.criteria.trim().is_empty();
        let action = match &self.existing {
            Some(badge) if !self.is_new => format!("/choose/{choice_id}/badges/{}", badge.id),
            _ => format!("/choose/{choice_id}/new"),
        };
        views::DesignPage {
            t: self.t,
            choice_id,
            csrf: self.page.csrf(),
            action,
            is_new: self.is_new,
            form: design::form(
                design,
                self.existing.as_ref(),
                &format!("/choose/{choice_id}/preview.png"),
            ),
            problems,
            issuer: &self.organisation.name,
            criteria: is_said.then(|| markdown::to_html(&design.criteria)),
        }
    }
}
