//! A teacher chooses a badge from within the platform: among those there are, or a new one.

mod design;

pub(crate) use design::{change_badge, make_badge, preview_picture, show_badge, show_new_badge};

use axum::{
    Extension,
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use lti_advantage::error::{Actor, DeepLinkingError};
use url::Url;

use crate::{
    db::{badges::Badge, content_choices::ContentChoice},
    error::AppError,
    i18n::Texts,
    middleware::{locale::Wish, security_headers},
    routes::{
        extract::{ChoiceForm, ChoicePage},
        respond,
    },
    services::{
        audit::{self, Action},
        choosing::{self, TeachersMay},
        team,
    },
    state::App,
    views::choose as views,
};

/// The badges there are.
pub(crate) async fn show_badges(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    page: ChoicePage,
) -> Result<Response, AppError> {
    let answer = respond::page(&views::BadgesPage {
        t: texts(wish, &page.choice),
        choice_id: &page.choice.id,
        csrf: &page.csrf(),
        shelf: &team::shelf(&app, &page.choice).await?,
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
    let badge = team::badge_to_choose(&app, &page.choice, submission.text("badge")).await?;
    answer(&app, texts(wish, &page.choice), &page.choice, &badge).await
}

/// The page that sends the answer to the platform.
async fn answer(app: &App, t: Texts, choice: &ContentChoice, badge: &Badge) -> Result<Response, AppError> {
    let response = choosing::answer(app, choice, badge, &t.choose_reminder()).await?;
    let organisation_id = Some(badge.organisation_id.as_str());
    audit::note(
        app,
        &team::actor(choice),
        organisation_id,
        Action::BadgeChosen,
        &badge.name,
    )
    .await?;
    let target = Url::parse(&response.return_url).map_err(AppError::failed)?;
    let page = respond::page(&views::AnswerPage {
        t,
        badge,
        return_url: &response.return_url,
        jwt: &response.jwt,
    })?;
    with_policy(page, &security_headers::answering(&choice.frame_origins, &target))
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
