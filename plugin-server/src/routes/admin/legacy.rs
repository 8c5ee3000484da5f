//! LTI 1.1 of a platform: on or off, and its key.

use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};

use crate::{
    db::{
        legacy_consumers,
        registrations::{self, Registration},
    },
    error::AppError,
    i18n::Texts,
    middleware::locale::Wish,
    routes::{
        extract::{Admin, AdminForm},
        respond,
    },
    services::{audit::Action, legacy},
    state::App,
    views::{design::Problem, legacy::LegacyPage},
};

/// The shortest secret that is taken, in characters: whoever guesses it can launch as anybody.
const SHORTEST_SECRET: usize = 12;

/// Whether it is on, with the form to switch it.
pub(crate) async fn show_legacy(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    admin: Admin,
) -> Result<Response, AppError> {
    let registration = registration(&app, &id).await?;
    let consumer = legacy_consumers::find(&app.db, &id).await?;
    let key = consumer.as_ref().map_or("", |consumer| &consumer.consumer_key);
    let is_on = consumer.as_ref().is_some_and(|consumer| consumer.is_on);
    let t = wish.language().texts();
    respond::page(&page(&app, t, &admin, &registration, (is_on, key), &[]))
}

/// Switches it on, or gives it another key and secret.
pub(crate) async fn switch_on(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let registration = registration(&app, &id).await?;
    let t = wish.language().texts();
    let (key, secret) = (submission.text("consumer_key").trim(), submission.text("secret"));
    let mut problems = faults(t, key, secret);
    if problems.is_empty() {
        match legacy::switch_on(&app, &id, key, secret).await {
            Ok(()) => {
                admin
                    .note(&app, None, Action::PlatformChanged, &registration.name)
                    .await?;
                return respond::see_other(&format!("/admin/registrations/{id}/legacy"));
            }
            Err(AppError::Refused(refusal)) => {
                problems.push(Problem::new(
                    "consumer_key",
                    &t.legacy_key(),
                    t.error(refusal.code),
                ));
            }
            Err(error) => return Err(error),
        }
    }
    let is_on = legacy_consumers::find(&app.db, &id)
        .await?
        .is_some_and(|consumer| consumer.is_on);
    respond::faulty_page(&page(&app, t, &admin, &registration, (is_on, key), &problems))
}

/// Takes no launches of LTI 1.1 from now on.
pub(crate) async fn switch_off(
    State(app): State<App>,
    Path(id): Path<String>,
    AdminForm { admin, submission: _ }: AdminForm,
) -> Result<Response, AppError> {
    let registration = registration(&app, &id).await?;
    legacy_consumers::switch_off(&app.db, &id, app.timestamp()).await?;
    admin
        .note(&app, None, Action::PlatformChanged, &registration.name)
        .await?;
    respond::see_other(&format!("/admin/registrations/{id}/legacy"))
}

async fn registration(app: &App, id: &str) -> Result<Registration, AppError> {
    let registration = registrations::find(&app.db, id).await?;
    registration.ok_or(AppError::not_found())
}

fn faults(t: Texts, key: &str, secret: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    if key.is_empty() {
        problems.push(Problem::new(
            "consumer_key",
            &t.legacy_key(),
            t.error("field-empty"),
        ));
    }
    if secret.chars().count() < SHORTEST_SECRET {
        problems.push(Problem::new(
            "secret",
            &t.legacy_secret(),
            t.error("legacy-secret-short"),
        ));
    }
    problems
}

fn page<'a>(
    app: &App,
    t: Texts,
    admin: &Admin,
    registration: &'a Registration,
    (is_on, consumer_key): (bool, &'a str),
    problems: &'a [Problem],
) -> LegacyPage<'a> {
    LegacyPage {
        t,
        csrf: admin.csrf(),
        registration,
        is_on,
        consumer_key,
        launch_url: app.config.url("/lti/1.1/launch"),
        deployment: legacy::DEPLOYMENT,
        problems,
    }
}
