//! A teacher chooses a badge from within the platform: among those there are, or a new one.

use axum::{
    Extension,
    extract::{Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use lti_advantage::error::{Actor, DeepLinkingError};
use url::Url;

use crate::{
    db::{
        badges::{self, Badge},
        content_choices::{self, ContentChoice},
        organisations,
    },
    error::AppError,
    i18n::Texts,
    middleware::{locale::Wish, security_headers},
    routes::{
        design::{self, Preview},
        extract::{ChoiceForm, ChoicePage},
        respond,
    },
    services::{
        badges::{self as designs, Author, Design},
        choosing::{self, TeachersMay},
        markdown,
    },
    state::App,
    views::{choose as views, design::Problem},
};

/// The badges there are.
pub(crate) async fn show_badges(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    page: ChoicePage,
) -> Result<Response, AppError> {
    let badges = badges::list(&app.db).await?;
    let answer = respond::page(&views::BadgesPage {
        t: texts(wish, &page.choice),
        choice_id: &page.choice.id,
        csrf: &page.csrf(),
        badges: &badges,
        may_make: choosing::allowed(&app, &page.choice).await? == TeachersMay::Make,
    })?;
    framed(answer, &page.choice)
}

/// Gives one of them to the platform.
pub(crate) async fn choose_badge(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    ChoiceForm { page, submission }: ChoiceForm,
) -> Result<Response, AppError> {
    let badge = badges::find(&app.db, submission.text("badge"))
        .await?
        .ok_or(AppError::not_found())?;
    answer(&app, texts(wish, &page.choice), &page.choice, &badge).await
}

/// An empty form.
pub(crate) async fn show_new_badge(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    page: ChoicePage,
) -> Result<Response, AppError> {
    require_make(&app, &page.choice).await?;
    let t = texts(wish, &page.choice);
    let design = design::empty(t.language());
    framed(
        respond::page(&form(&app, t, &page, &design, &[], None).await?)?,
        &page.choice,
    )
}

/// Makes a badge and gives it to the platform. Sent again, it changes the badge that was made.
pub(crate) async fn make_badge(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    ChoiceForm { page, submission }: ChoiceForm,
) -> Result<Response, AppError> {
    require_make(&app, &page.choice).await?;
    let t = texts(wish, &page.choice);
    let design = design::read(&submission);
    let made = match &page.choice.made_badge_id {
        Some(id) => badges::find(&app.db, id).await?,
        None => None,
    };
    if design::asks_for_preview(&submission) {
        let again = form(&app, t, &page, &design, &[], made.as_ref()).await?;
        return framed(respond::page(&again)?, &page.choice);
    }
    match design::check(&app, t, &design, made.as_ref()).await? {
        Ok(checked) => {
            let organisation = organisations::first(&app.db)
                .await?
                .ok_or(AppError::not_found())?;
            let author = Author {
                registration_id: &page.choice.registration_id,
                subject: page.choice.subject.as_deref(),
            };
            let badge = designs::save(&app, &organisation, made.as_ref(), Some(author), checked).await?;
            content_choices::set_made_badge(&app.db, &page.choice.id, &badge.id).await?;
            answer(&app, t, &page.choice, &badge).await
        }
        Err(problems) => {
            let again = form(&app, t, &page, &design, &problems, made.as_ref()).await?;
            framed(respond::faulty_page(&again)?, &page.choice)
        }
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

/// The page that sends the answer to the platform.
async fn answer(app: &App, t: Texts, choice: &ContentChoice, badge: &Badge) -> Result<Response, AppError> {
    let response = choosing::answer(app, choice, badge, &t.choose_reminder()).await?;
    let target = Url::parse(&response.return_url).map_err(AppError::failed)?;
    let page = respond::page(&views::AnswerPage {
        t,
        badge,
        return_url: &response.return_url,
        jwt: &response.jwt,
    })?;
    with_policy(page, &security_headers::answering(&choice.frame_origins, &target))
}

async fn form<'a>(
    app: &App,
    t: Texts,
    page: &'a ChoicePage,
    design: &'a Design,
    problems: &'a [Problem],
    made: Option<&Badge>,
) -> Result<views::NewBadgePage<'a>, AppError> {
    let organisation = organisations::first(&app.db)
        .await?
        .ok_or(AppError::not_found())?;
    let is_said = !design.name.trim().is_empty() && !design.criteria.trim().is_empty();
    Ok(views::NewBadgePage {
        t,
        choice_id: &page.choice.id,
        csrf: page.csrf(),
        form: design::form(design, made, &format!("/choose/{}/preview.png", page.choice.id)),
        problems,
        issuer: organisation.name,
        criteria: is_said.then(|| markdown::to_html(&design.criteria)),
    })
}

fn texts(wish: Wish, choice: &ContentChoice) -> Texts {
    wish.language_in(choice.locale.as_deref()).texts()
}

/// The answer, which the platform of this request alone may frame.
fn framed(answer: Response, choice: &ContentChoice) -> Result<Response, AppError> {
    with_policy(answer, &security_headers::framed_by(&choice.frame_origins))
}

fn with_policy(answer: Response, policy: &str) -> Result<Response, AppError> {
    let policy = HeaderValue::from_str(policy).map_err(AppError::failed)?;
    Ok(([(header::CONTENT_SECURITY_POLICY, policy)], answer).into_response())
}

impl From<DeepLinkingError> for AppError {
    fn from(error: DeepLinkingError) -> Self {
        match error.actor() {
            Actor::Us => Self::failed(error),
            _ => Self::forbidden(error.code()),
        }
    }
}
