//! The platforms that may launch this tool.

use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use url::Url;

use crate::{
    db::{
        deployments::{self, Deployment},
        pending_deployments, registration_invites,
        registrations::{self, Registration, Status},
    },
    error::AppError,
    i18n::Texts,
    ids::random_id,
    middleware::locale::Wish,
    routes::{
        extract::{Admin, AdminForm, Submission},
        respond,
    },
    services::{audit::Action, choosing::TeachersMay, plain_text},
    state::App,
    views::{
        admin::{self as views, RegistrationForm},
        connecting::InviteRow,
        design::Problem,
        register,
    },
};

/// All of them.
pub(crate) async fn list_registrations(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    admin: Admin,
) -> Result<Response, AppError> {
    let t = wish.language().texts();
    let registrations = registrations::list(&app.db).await?;
    let invites = registration_invites::list_open(&app.db, app.timestamp()).await?;
    respond::page(&views::RegistrationsPage {
        t,
        csrf: &admin.csrf(),
        registrations: &registrations,
        invites: invites
            .into_iter()
            .map(|invite| InviteRow::new(t, invite))
            .collect(),
    })
}

/// An empty form.
pub(crate) async fn show_new_registration(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    admin: Admin,
) -> Result<Response, AppError> {
    respond::page(&page(&app, wish, &admin, None, &RegistrationForm::default(), &[]).await?)
}

/// The form of a new one, filled with what was pasted.
pub(crate) async fn show_filled(
    app: &App,
    wish: Wish,
    admin: &Admin,
    form: &RegistrationForm,
) -> Result<Response, AppError> {
    respond::page(&page(app, wish, admin, None, form, &[]).await?)
}

/// Keeps a new one.
pub(crate) async fn create_registration(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let id = random_id(app.entropy.as_ref())?;
    keep(&app, wish, &admin, &submission, &id, None).await
}

/// One of them, with the addresses to copy into the platform.
pub(crate) async fn show_registration(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    admin: Admin,
) -> Result<Response, AppError> {
    let registration = registrations::find(&app.db, &id)
        .await?
        .ok_or(AppError::not_found())?;
    let deployments = deployments::list(&app.db, &id).await?;
    let form = RegistrationForm {
        name: registration.name.clone(),
        issuer: registration.issuer.clone(),
        client_id: registration.client_id.clone(),
        auth_url: registration.auth_url.clone(),
        token_url: registration.token_url.clone(),
        jwks_url: registration.jwks_url.clone(),
        token_audience: registration.token_audience.clone().unwrap_or_default(),
        teachers_may: TeachersMay::from_word(&registration.teachers_may),
        deployments: deployments
            .iter()
            .map(|d| d.deployment_id.as_str())
            .collect::<Vec<_>>()
            .join("\n"),
    };
    respond::page(&page(&app, wish, &admin, Some(&id), &form, &[]).await?)
}

/// Keeps the new content of one.
pub(crate) async fn change_registration(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let existing = registrations::find(&app.db, &id)
        .await?
        .ok_or(AppError::not_found())?;
    keep(&app, wish, &admin, &submission, &id, Some(&existing)).await
}

/// Lets a deployment that waits launch from now on; one that never launched is not there to be approved.
pub(crate) async fn approve_deployment(
    State(app): State<App>,
    Path(id): Path<String>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let asked = submission.text("deployment");
    let waiting = pending_deployments::list(&app.db, &id).await?;
    let approved = waiting
        .into_iter()
        .find(|waiting| waiting.deployment_id == asked)
        .ok_or(AppError::not_found())?;
    let deployment = Deployment {
        registration_id: approved.registration_id,
        deployment_id: approved.deployment_id,
        created_at: app.timestamp(),
    };
    deployments::insert_if_absent(&app.db, &deployment).await?;
    let target = &deployment.deployment_id;
    admin.note(&app, None, Action::DeploymentApproved, target).await?;
    respond::see_other(&format!("/admin/registrations/{id}"))
}

async fn keep(
    app: &App,
    wish: Wish,
    admin: &Admin,
    submission: &Submission,
    id: &str,
    existing: Option<&Registration>,
) -> Result<Response, AppError> {
    let form = read(submission);
    let mut problems = faults(&form, wish.language().texts(), app.config.development);
    let twin = registrations::find_by_client(&app.db, &form.issuer, &form.client_id).await?;
    if twin.is_some_and(|twin| twin.id != id) {
        let t = wish.language().texts();
        problems.push(Problem::new(
            "client_id",
            &t.registration_client_id(),
            t.error("registration-exists"),
        ));
    }
    if !problems.is_empty() {
        return respond::faulty_page(&page(app, wish, admin, existing.map(|_| id), &form, &problems).await?);
    }
    let now = app.timestamp();
    let registration = Registration {
        id: id.to_owned(),
        name: form.name,
        issuer: form.issuer,
        client_id: form.client_id,
        auth_url: form.auth_url,
        token_url: form.token_url,
        jwks_url: form.jwks_url,
        token_audience: Some(form.token_audience).filter(|audience| !audience.is_empty()),
        teachers_may: form.teachers_may.as_str().to_owned(),
        created_at: existing.map_or(now, |existing| existing.created_at),
        status: existing.map_or_else(
            || Status::Active.as_str().to_owned(),
            |existing| existing.status.clone(),
        ),
        scopes: existing.and_then(|existing| existing.scopes.clone()),
        product_family: existing.and_then(|existing| existing.product_family.clone()),
    };
    registrations::upsert(&app.db, &registration).await?;
    let name = &registration.name;
    admin.note(app, None, Action::PlatformChanged, name).await?;
    for deployment_id in form
        .deployments
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        let deployment = Deployment {
            registration_id: id.to_owned(),
            deployment_id: deployment_id.to_owned(),
            created_at: now,
        };
        deployments::insert_if_absent(&app.db, &deployment).await?;
    }
    respond::see_other(&format!("/admin/registrations/{id}"))
}

fn read(submission: &Submission) -> RegistrationForm {
    let exact = |name: &str| submission.text(name).trim().to_owned();
    RegistrationForm {
        name: plain_text::single_line(submission.text("name")),
        issuer: exact("issuer"),
        client_id: exact("client_id"),
        auth_url: exact("auth_url"),
        token_url: exact("token_url"),
        jwks_url: exact("jwks_url"),
        token_audience: exact("token_audience"),
        teachers_may: TeachersMay::from_word(submission.text("teachers_may")),
        deployments: plain_text::paragraphs(submission.text("deployments")),
    }
}

fn faults(form: &RegistrationForm, t: Texts, development: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (field, label, text) in [
        ("name", t.registration_name(), &form.name),
        ("issuer", t.registration_issuer(), &form.issuer),
        ("client_id", t.registration_client_id(), &form.client_id),
        ("deployments", t.registration_deployments(), &form.deployments),
    ] {
        if text.is_empty() {
            problems.push(Problem::new(field, &label, t.error("field-empty")));
        }
    }
    for (field, label, text) in [
        ("auth_url", t.registration_auth_url(), &form.auth_url),
        ("token_url", t.registration_token_url(), &form.token_url),
        ("jwks_url", t.registration_jwks_url(), &form.jwks_url),
    ] {
        if !is_platform_address(text, development) {
            problems.push(Problem::new(field, &label, t.error("field-not-https")));
        }
    }
    problems
}

/// https; or a loopback address over http, in development.
fn is_platform_address(text: &str, development: bool) -> bool {
    let Ok(url) = Url::parse(text) else { return false };
    match (url.scheme(), url.host()) {
        ("https", Some(_)) => true,
        ("http", Some(url::Host::Ipv4(ip))) => development && ip.is_loopback(),
        ("http", Some(url::Host::Ipv6(ip))) => development && ip.is_loopback(),
        ("http", Some(url::Host::Domain(name))) => development && name == "localhost",
        _ => false,
    }
}

async fn page<'a>(
    app: &App,
    wish: Wish,
    admin: &Admin,
    id: Option<&str>,
    form: &'a RegistrationForm,
    problems: &'a [Problem],
) -> Result<views::RegistrationPage<'a>, AppError> {
    let t = wish.language().texts();
    let (waiting, kept) = match id {
        Some(id) => (
            pending_deployments::list(&app.db, id).await?,
            registrations::find(&app.db, id).await?,
        ),
        None => (Vec::new(), None),
    };
    let next = kept
        .filter(Registration::is_waiting)
        .map(|kept| register::next(t, kept.product_family.as_deref(), !waiting.is_empty()));
    Ok(views::RegistrationPage {
        t,
        next: next.unwrap_or_default(),
        csrf: admin.csrf(),
        id: id.map(str::to_owned),
        form,
        problems,
        waiting,
        login_url: app.config.url("/lti/login"),
        launch_url: app.config.url("/lti/launch"),
        jwks_url: app.config.url("/lti/jwks.json"),
    })
}
