//! The teacher's pages of an activity: look before, turn on, follow up.

mod choices;
mod codes;
mod csv;

pub(crate) use choices::{change_choices, show_choices};
pub(crate) use codes::{end_code, make_code, show_codes};
pub(crate) use csv::download_follow_up;

use axum::{
    Extension,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};

use crate::{
    db::{awards, badges::Badge, decisions, organisations::Organisation, placements::Placement},
    error::AppError,
    i18n::Texts,
    middleware::locale::Wish,
    routes::{
        claim,
        extract::{TeacherForm, TeacherPage},
        respond, setting,
    },
    services::{
        completion::{self, Condition, Mode, Rule, Survey},
        following,
        issuing::{self, Choice},
        managing::{self, Answer, Confirmation, Setting},
        markdown, test_badge,
    },
    state::App,
    views::{claim as learner_views, design::Problem, manage as views},
};

/// Who would get the badge, what it asks, and what became of it.
pub(crate) async fn show_page(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    teacher: TeacherPage,
) -> Result<Response, AppError> {
    let setting = setting::kept(&teacher.placement)?;
    let view = page(&app, wish, &teacher, &setting, Vec::new()).await?;
    teacher.framed(respond::page(&view)?)
}

/// Keeps what the badge asks, and goes on to turning it on if that was wished.
pub(crate) async fn change_setting(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    TeacherForm { teacher, submission }: TeacherForm,
) -> Result<Response, AppError> {
    let offered = managing::offered(&app, &teacher.placement).await?;
    let setting = setting::read(&submission, &offered);
    match managing::change(&app, &teacher.placement, &setting, &teacher.page.launch).await {
        Ok(()) if submission.text("action") == "continue" => teacher.see("/confirm"),
        Ok(()) => teacher.see(""),
        Err(AppError::Refused(refusal)) if refusal.status == StatusCode::BAD_REQUEST => {
            let t = teacher.texts(wish);
            let problems = vec![setting::problem(t, refusal.code)];
            let view = page(&app, wish, &teacher, &setting, problems).await?;
            teacher.framed(respond::faulty_page(&view)?)
        }
        Err(error) => Err(error),
    }
}

/// Number and consequence, before the badge is turned on.
pub(crate) async fn show_confirmation(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    teacher: TeacherPage,
) -> Result<Response, AppError> {
    if teacher.placement.is_on {
        return teacher.see("");
    }
    let view = confirmation(&app, wish, &teacher, Vec::new()).await?;
    teacher.framed(respond::page(&view)?)
}

/// Turns the badge on; what cannot be turned on is shown again with the reason.
pub(crate) async fn turn_on(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    TeacherForm { teacher, submission }: TeacherForm,
) -> Result<Response, AppError> {
    let confirmed = Confirmation {
        seen: submission.text("seen"),
        is_worth_it: submission.text("worth") == "yes",
    };
    match managing::turn_on(&app, &teacher.placement, confirmed, &teacher.page.launch).await {
        Ok(()) => teacher.see(""),
        Err(AppError::Refused(refusal)) => {
            let t = teacher.texts(wish);
            let problem = Problem::new("back", &t.manage_confirm(), t.error(refusal.code));
            let view = confirmation(&app, wish, &teacher, vec![problem]).await?;
            let answer = (refusal.status, respond::page(&view)?).into_response();
            teacher.framed(answer)
        }
        Err(error) => Err(error),
    }
}

/// Turns the badge off.
pub(crate) async fn turn_off(
    State(app): State<App>,
    TeacherForm { teacher, .. }: TeacherForm,
) -> Result<Response, AppError> {
    managing::turn_off(&app, &teacher.placement, &teacher.page.launch).await?;
    teacher.see("")
}

/// Keeps what the teacher decided about somebody.
pub(crate) async fn decide(
    State(app): State<App>,
    TeacherForm { teacher, submission }: TeacherForm,
) -> Result<Response, AppError> {
    let answer = Answer::from_word(submission.text("answer"));
    let answer = answer.ok_or(AppError::bad_request("field-unknown-choice"))?;
    let subject = submission.text("subject");
    managing::decide(&app, &teacher.placement, subject, answer, &teacher.page.launch).await?;
    teacher.see("#held")
}

/// Issues the newest version to all who have an older one.
pub(crate) async fn renew(
    State(app): State<App>,
    TeacherForm { teacher, .. }: TeacherForm,
) -> Result<Response, AppError> {
    managing::renew(&app, &teacher.placement, &teacher.page.launch).await?;
    teacher.see("#follow-up")
}

/// The badge as a learner sees it before having it.
pub(crate) async fn show_preview(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    teacher: TeacherPage,
) -> Result<Response, AppError> {
    let t = teacher.texts(wish);
    let (badge, organisation) = badge(&app, &teacher).await?;
    teacher.framed(respond::page(&learner_views::NoticePage {
        t,
        badge: &badge,
        organisation: &organisation,
        criteria: markdown::to_html(&badge.criteria),
        sentence: &t.claim_preview(),
    })?)
}

/// A test badge for the teacher.
pub(crate) async fn download_test_badge(
    State(app): State<App>,
    teacher: TeacherPage,
) -> Result<Response, AppError> {
    let (badge, organisation) = badge(&app, &teacher).await?;
    let launch = &teacher.page.launch;
    let choice = Choice {
        name: claim::name_of(launch),
        email: claim::email_of(launch),
    };
    Ok(respond::attachment(
        test_badge::make(&app, &badge, &organisation, &choice).await?,
    ))
}

impl TeacherPage {
    /// "See other": the page of this activity, or what `rest` names below it.
    fn see(&self, rest: &str) -> Result<Response, AppError> {
        let page = format!("/manage/{}{rest}", self.page.launch.id);
        self.framed(respond::see_other(&page)?)
    }

    /// The answer, which the platform of this launch alone may frame.
    fn framed(&self, answer: Response) -> Result<Response, AppError> {
        claim::framed(answer, &self.page.launch)
    }

    fn texts(&self, wish: Wish) -> Texts {
        wish.language_in(self.page.launch.locale.as_deref()).texts()
    }
}

async fn badge(app: &App, teacher: &TeacherPage) -> Result<(Badge, Organisation), AppError> {
    issuing::badge_and_organisation(app, &teacher.placement.badge_id).await
}

async fn page<'a>(
    app: &App,
    wish: Wish,
    teacher: &'a TeacherPage,
    setting: &Setting,
    problems: Vec<Problem>,
) -> Result<views::ManagePage<'a>, AppError> {
    let t = teacher.texts(wish);
    let placement = &teacher.placement;
    let (badge, _) = badge(app, teacher).await?;
    let (today, survey) = look(app, t, placement).await?;
    let people = following::people(app, placement).await?;
    let offered = managing::offered(app, placement).await?;
    let mode = Mode::from_word(&placement.mode);
    let follow_up = views::FollowUp::new(t, &badge, mode, &people, &survey);
    Ok(views::ManagePage {
        t,
        launch_id: &teacher.page.launch.id,
        csrf: teacher.page.csrf(),
        status: status(app, t, placement).await?,
        is_on: placement.is_on,
        is_copy: placement.copied_from.is_some(),
        asks_choice: setting.condition.rules.contains(&Rule::Choice),
        asks_code: setting.condition.rules.contains(&Rule::ClaimCode),
        today,
        form: views::SettingForm::new(t, setting, &offered),
        problems,
        follow_up,
        verify_url: app.config.url("/verify"),
        badge,
    })
}

async fn confirmation<'a>(
    app: &App,
    wish: Wish,
    teacher: &'a TeacherPage,
    problems: Vec<Problem>,
) -> Result<views::ConfirmPage<'a>, AppError> {
    let t = teacher.texts(wish);
    let placement = &teacher.placement;
    let (badge, _) = badge(app, teacher).await?;
    let (today, _) = look(app, t, placement).await?;
    let others = managing::others_in_course(app, placement, &teacher.page.launch).await?;
    Ok(views::ConfirmPage {
        t,
        launch_id: &teacher.page.launch.id,
        csrf: teacher.page.csrf(),
        badge,
        today,
        is_automatic: Mode::from_word(&placement.mode) == Mode::Automatic,
        question: (others >= managing::MANY_BADGES).then(|| t.manage_worth(others)),
        seen: managing::looked_at(placement),
        problems,
    })
}

/// Who meets the condition today, asked of the platform now.
async fn look(app: &App, t: Texts, placement: &Placement) -> Result<(views::Today, Survey), AppError> {
    let survey = completion::survey(app, placement).await?;
    let decided = decisions::list(&app.db, &placement.id).await?;
    let today = views::Today::new(t, &Condition::of(placement)?, &survey, &decided);
    Ok((today, survey))
}

/// Whether the badge is on, and since when.
async fn status(app: &App, t: Texts, placement: &Placement) -> Result<String, AppError> {
    if placement.is_on {
        let since = placement.turned_on_at.unwrap_or(placement.created_at);
        return Ok(t.manage_is_on(placement.mode.as_str(), views::moment(t, since)));
    }
    if awards::any_of_placement(&app.db, &placement.id).await? {
        Ok(t.manage_is_off())
    } else {
        Ok(t.manage_nothing_sent())
    }
}
