//! The codes that a teacher hands out.

use axum::{Extension, extract::State, http::StatusCode, response::Response};
use time::{Duration, OffsetDateTime, PrimitiveDateTime, macros::format_description};

use crate::{
    db::claim_codes,
    error::AppError,
    middleware::locale::Wish,
    routes::{
        extract::{Submission, TeacherForm, TeacherPage},
        respond,
    },
    services::{
        audit::{self, Action, Actor},
        claim_codes::{self as services, MAX_CAP, Wish as CodeWish},
        issuing,
    },
    state::App,
    views::{
        design::Problem,
        manage::{CodeRow, CodesPage},
    },
};

/// How long a code may last.
const MAX_HOURS: i64 = 24 * 366;

/// The codes there are, and the form for one more.
pub(crate) async fn show_codes(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    teacher: TeacherPage,
) -> Result<Response, AppError> {
    teacher.framed(respond::page(&page(&app, wish, &teacher, Vec::new()).await?)?)
}

/// Makes a code.
pub(crate) async fn make_code(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    TeacherForm { teacher, submission }: TeacherForm,
) -> Result<Response, AppError> {
    let t = teacher.texts(wish);
    let asked = match read(&app, &submission) {
        Some(asked) => services::create(&app, &teacher.placement, asked, subject(&teacher)).await,
        None => Err(AppError::bad_request("code-wish-unfit")),
    };
    match asked {
        Ok(_) => {
            note(&app, &teacher, Action::CodeMade).await?;
            teacher.see("/codes")
        }
        Err(AppError::Refused(refusal)) if refusal.status == StatusCode::BAD_REQUEST => {
            let problem = Problem::new("cap", &t.codes_cap(), t.error(refusal.code));
            let view = page(&app, wish, &teacher, vec![problem]).await?;
            teacher.framed(respond::faulty_page(&view)?)
        }
        Err(error) => Err(error),
    }
}

/// Ends a code now.
pub(crate) async fn end_code(
    State(app): State<App>,
    TeacherForm { teacher, submission }: TeacherForm,
) -> Result<Response, AppError> {
    claim_codes::close(
        &app.db,
        &teacher.placement.id,
        submission.text("code"),
        app.timestamp(),
    )
    .await?;
    note(&app, &teacher, Action::CodeEnded).await?;
    teacher.see("/codes")
}

/// What the form asks for. Its time has no zone; it is universal time, as the page says.
fn read(app: &App, submission: &Submission) -> Option<CodeWish> {
    let form = format_description!("[year]-[month]-[day]T[hour]:[minute]");
    let opens_at = match submission.optional("opens") {
        None => app.now(),
        Some(text) => PrimitiveDateTime::parse(text, form).ok()?.assume_utc(),
    };
    let number = |field: &str| submission.text(field).trim().parse::<i64>().ok();
    let hours = number("hours").filter(|hours| (1..=MAX_HOURS).contains(hours))?;
    let cap = number("cap").filter(|cap| (1..=MAX_CAP).contains(cap))?;
    Some(CodeWish {
        opens_at,
        lasts: Duration::hours(hours),
        cap,
    })
}

fn subject(teacher: &TeacherPage) -> Option<&str> {
    teacher.page.launch.subject.as_deref()
}

async fn note(app: &App, teacher: &TeacherPage, action: Action) -> Result<(), AppError> {
    let (badge, organisation) = issuing::badge_and_organisation(app, &teacher.placement.badge_id).await?;
    let actor = Actor::Person {
        registration_id: teacher.placement.registration_id.clone(),
        subject: teacher.page.launch.subject.clone(),
    };
    audit::note(app, &actor, Some(&organisation.id), action, &badge.name).await
}

async fn page<'a>(
    app: &App,
    wish: Wish,
    teacher: &'a TeacherPage,
    problems: Vec<Problem>,
) -> Result<CodesPage<'a>, AppError> {
    let t = teacher.texts(wish);
    let now = app.timestamp();
    let mut rows = Vec::new();
    for code in claim_codes::list(&app.db, &teacher.placement.id).await? {
        let shown = services::reveal(app, &code)?;
        rows.push(CodeRow {
            link: services::is_enough(&teacher.placement).then(|| app.config.url(&format!("/c/{shown}"))),
            code: shown,
            time: t.codes_time(t.day_and_time(code.opens_at), t.day_and_time(code.closes_at)),
            used: t.codes_used(code.cap, code.used),
            is_over: code.closes_at <= now,
            id: code.id,
        });
    }
    let (badge, _) = issuing::badge_and_organisation(app, &teacher.placement.badge_id).await?;
    Ok(CodesPage {
        t,
        launch_id: &teacher.page.launch.id,
        csrf: teacher.page.csrf(),
        badge,
        rows,
        now: written(app.now()),
        problems,
    })
}

/// A moment as the field of a form holds it.
fn written(at: OffsetDateTime) -> String {
    at.format(format_description!("[year]-[month]-[day]T[hour]:[minute]"))
        .unwrap_or_default()
}
