//! How a platform is asked outside LTI whether somebody has completed a course, and whose messages are believed.

use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use time::OffsetDateTime;
use url::Url;

use crate::{
    db::{event_hooks, platform_apis, registrations},
    error::AppError,
    i18n::Texts,
    middleware::locale::Wish,
    routes::{
        extract::{Admin, AdminForm},
        respond,
    },
    services::{
        audit::Action,
        event_hooks as hooks,
        platform_apis::{self as apis, Kind},
    },
    state::App,
    views::{admin::CompletionPage, design::Problem},
};

/// What is set up for a platform.
pub(crate) async fn show_completion(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    admin: Admin,
) -> Result<Response, AppError> {
    respond::page(&page(&app, wish.language().texts(), &admin, &id, None, Vec::new()).await?)
}

/// Tries an interface with the token that was given, and keeps both if the platform answers.
pub(crate) async fn keep_api(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let t = wish.language().texts();
    let registration = registrations::find(&app.db, &id)
        .await?
        .ok_or(AppError::not_found())?;
    let kind = Kind::from_word(submission.text("kind"));
    let address = Url::parse(submission.text("address").trim()).ok();
    let secret = submission.text("secret").trim();
    let mut problems = Vec::new();
    if kind.is_none() {
        problems.push(Problem::new(
            "kind",
            &t.completion_kind(),
            t.error("field-unknown-choice"),
        ));
    }
    if !address
        .as_ref()
        .is_some_and(|url| is_usable(url, app.config.development))
    {
        problems.push(Problem::new(
            "address",
            &t.completion_address(),
            t.error("field-not-https"),
        ));
    }
    if secret.is_empty() {
        problems.push(Problem::new(
            "secret",
            &t.completion_secret(),
            t.error("field-empty"),
        ));
    }
    if let (Some(kind), Some(address), true) = (kind, &address, problems.is_empty()) {
        match apis::keep(&app, &id, kind, address, secret).await? {
            Ok(()) => {
                admin
                    .note(&app, None, Action::CompletionSetUp, &registration.name)
                    .await?;
                return respond::see_other(&path(&id));
            }
            Err(reason) => {
                let sentence = t.why(reason.code.as_ref(), &reason.data);
                problems.push(Problem::new("secret", &t.completion_secret(), Some(sentence)));
            }
        }
    }
    respond::faulty_page(&page(&app, t, &admin, &id, None, problems).await?)
}

/// Forgets an interface, token and all.
pub(crate) async fn forget_api(
    State(app): State<App>,
    Path(id): Path<String>,
    AdminForm { admin, .. }: AdminForm,
) -> Result<Response, AppError> {
    let registration = registrations::find(&app.db, &id)
        .await?
        .ok_or(AppError::not_found())?;
    platform_apis::delete(&app.db, &id).await?;
    admin
        .note(&app, None, Action::CompletionForgotten, &registration.name)
        .await?;
    respond::see_other(&path(&id))
}

/// Makes a secret for messages, in the place of any older one, and shows it once; or ends them.
pub(crate) async fn change_hook(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let registration = registrations::find(&app.db, &id)
        .await?
        .ok_or(AppError::not_found())?;
    if submission.text("hook") == "end" {
        event_hooks::delete(&app.db, &id).await?;
        admin
            .note(&app, None, Action::CompletionForgotten, &registration.name)
            .await?;
        return respond::see_other(&path(&id));
    }
    let secret = hooks::open(&app, &id).await?;
    admin
        .note(&app, None, Action::CompletionSetUp, &registration.name)
        .await?;
    let t = wish.language().texts();
    respond::page(&page(&app, t, &admin, &id, Some(secret), Vec::new()).await?)
}

fn path(id: &str) -> String {
    format!("/admin/registrations/{id}/completion")
}

fn is_usable(url: &Url, development: bool) -> bool {
    let is_plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    is_plain && url.has_host() && (url.scheme() == "https" || (development && url.scheme() == "http"))
}

async fn page(
    app: &App,
    t: Texts,
    admin: &Admin,
    id: &str,
    hook_secret: Option<String>,
    problems: Vec<Problem>,
) -> Result<CompletionPage, AppError> {
    let registration = registrations::find(&app.db, id)
        .await?
        .ok_or(AppError::not_found())?;
    let api = platform_apis::find(&app.db, id).await?;
    let last = event_hooks::last_message(&app.db, id).await?;
    let last = last.map(OffsetDateTime::from_unix_timestamp).transpose();
    Ok(CompletionPage {
        t,
        csrf: admin.csrf(),
        has_hook: event_hooks::find(&app.db, id).await?.is_some(),
        hook_url: app.config.url(&format!("/hooks/{id}")),
        last_message: last.map_err(AppError::failed)?.map(|at| t.date(at)),
        hook_secret,
        api,
        registration,
        problems,
    })
}
