//! An organisation that signs: its name, its platforms, and who administers it.

use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};

use crate::{
    db::{
        admin_links::Grant,
        organisations::{self, Organisation},
        registration_organisations, registrations,
    },
    error::AppError,
    i18n::Texts,
    middleware::locale::Wish,
    routes::{
        extract::{Admin, AdminForm, Manager, ManagerForm},
        respond,
    },
    services::{
        admin_access,
        audit::Action,
        choosing::TeachersMay,
        issuer,
        organisations::{self as services, is_slug},
        plain_text,
    },
    state::App,
    views::{
        admin::{self as views, PlatformRow},
        design::Problem,
    },
};

/// The organisation of the session.
pub(crate) async fn show_own_organisation(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    manager: Manager,
) -> Result<Response, AppError> {
    let organisation = manager.organisation.clone();
    respond::page(&page(&app, wish, &manager, &organisation, Vec::new()).await?)
}

/// One of them.
pub(crate) async fn show_organisation(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    manager: Manager,
) -> Result<Response, AppError> {
    let manager = manager.at(&app, &id).await?;
    let organisation = manager.organisation.clone();
    respond::page(&page(&app, wish, &manager, &organisation, Vec::new()).await?)
}

/// Changes the name and the site. Badges that were issued keep theirs.
pub(crate) async fn change_organisation(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    ManagerForm { admin, submission }: ManagerForm,
) -> Result<Response, AppError> {
    let manager = admin.at(&app, &id).await?;
    let name = plain_text::single_line(submission.text("name"));
    let url = submission.optional("url");
    let problems = faults(&app, wish.language().texts(), &name, url);
    if problems.is_empty() {
        organisations::update(&app.db, &id, &name, url).await?;
        manager.note(&app, Action::OrganisationChanged, &name).await?;
        return respond::see_other(&path(&id));
    }
    let asked = Organisation {
        name,
        url: url.map(str::to_owned),
        ..manager.organisation.clone()
    };
    respond::faulty_page(&page(&app, wish, &manager, &asked, problems).await?)
}

/// Settles what the teachers of one of its platforms may do.
pub(crate) async fn settle_teachers(
    State(app): State<App>,
    Path(id): Path<String>,
    ManagerForm { admin, submission }: ManagerForm,
) -> Result<Response, AppError> {
    let manager = admin.at(&app, &id).await?;
    let own = registration_organisations::list(&app.db, &id).await?;
    let platform = own
        .into_iter()
        .find(|registration| registration.id == submission.text("platform"))
        .ok_or(AppError::not_found())?;
    let may = TeachersMay::from_word(submission.text("teachers_may"));
    registrations::set_teachers_may(&app.db, &platform.id, may.as_str()).await?;
    manager
        .note(&app, Action::TeachersSettled, &platform.name)
        .await?;
    respond::see_other(&format!("{}#platforms", path(&id)))
}

/// All of them, and the form for one more.
pub(crate) async fn list_organisations(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    admin: Admin,
) -> Result<Response, AppError> {
    respond::page(&list(&app, wish, &admin, views::OrganisationForm::default(), Vec::new()).await?)
}

/// Makes one.
pub(crate) async fn create_organisation(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let t = wish.language().texts();
    let form = views::OrganisationForm {
        name: plain_text::single_line(submission.text("name")),
        slug: submission.text("slug").trim().to_owned(),
    };
    let mut problems = faults(&app, t, &form.name, None);
    if !is_slug(&form.slug) {
        problems.push(Problem::new(
            "slug",
            &t.organisation_slug(),
            t.error("slug-unfit"),
        ));
    } else if organisations::find_by_slug(&app.db, &form.slug).await?.is_some() {
        problems.push(Problem::new(
            "slug",
            &t.organisation_slug(),
            t.error("organisation-exists"),
        ));
    }
    if !problems.is_empty() {
        return respond::faulty_page(&list(&app, wish, &admin, form, problems).await?);
    }
    let made = services::create(&app, &form.slug, &form.name, None).await?;
    admin
        .note(&app, Some(&made.id), Action::OrganisationMade, &made.name)
        .await?;
    respond::see_other(&path(&made.id))
}

/// Gives a platform to an organisation.
pub(crate) async fn give_platform(
    State(app): State<App>,
    Path(id): Path<String>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let organisation = organisations::find(&app.db, &id)
        .await?
        .ok_or(AppError::not_found())?;
    let platform = registrations::find(&app.db, submission.text("platform"))
        .await?
        .ok_or(AppError::not_found())?;
    registration_organisations::upsert(&app.db, &platform.id, &organisation.id).await?;
    admin
        .note(&app, Some(&id), Action::PlatformGiven, &platform.name)
        .await?;
    respond::see_other(&format!("{}#platforms", path(&id)))
}

/// Makes a one-time link for somebody who is to administer this organisation, and shows it once.
pub(crate) async fn make_link(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let organisation = organisations::find(&app.db, &id)
        .await?
        .ok_or(AppError::not_found())?;
    let holder = plain_text::single_line(submission.text("holder"));
    if holder.is_empty() || holder.chars().count() > app.config.limits.max_name_chars {
        return Err(AppError::bad_request("link-holder-needed"));
    }
    let grant = Grant {
        organisation_id: Some(id.clone()),
        holder: Some(holder.clone()),
    };
    let link = admin_access::new_link_for(&app, &grant).await?;
    admin.note(&app, Some(&id), Action::LinkMade, &holder).await?;
    respond::page(&views::LinkPage {
        t: wish.language().texts(),
        csrf: admin.csrf(),
        organisation: &organisation,
        holder: &holder,
        link: &link,
    })
}

fn path(id: &str) -> String {
    format!("/admin/organisations/{id}")
}

fn faults(app: &App, t: Texts, name: &str, url: Option<&str>) -> Vec<Problem> {
    let mut problems = Vec::new();
    if name.is_empty() {
        problems.push(Problem::new(
            "name",
            &t.organisation_name(),
            t.error("field-empty"),
        ));
    }
    if name.chars().count() > app.config.limits.max_name_chars {
        problems.push(Problem::new(
            "name",
            &t.organisation_name(),
            t.error("field-too-long"),
        ));
    }
    if url.is_some_and(|url| !is_web_address(url)) {
        problems.push(Problem::new(
            "url",
            &t.organisation_url(),
            t.error("field-not-an-address"),
        ));
    }
    problems
}

async fn list(
    app: &App,
    wish: Wish,
    admin: &Admin,
    form: views::OrganisationForm,
    problems: Vec<Problem>,
) -> Result<views::OrganisationsPage, AppError> {
    Ok(views::OrganisationsPage {
        t: wish.language().texts(),
        csrf: admin.csrf(),
        organisations: organisations::list(&app.db).await?,
        origin: app.config.origin().to_owned(),
        form,
        problems,
    })
}

async fn page<'a>(
    app: &App,
    wish: Wish,
    manager: &Manager,
    organisation: &'a Organisation,
    problems: Vec<Problem>,
) -> Result<views::OrganisationPage<'a>, AppError> {
    let own = registration_organisations::list(&app.db, &organisation.id).await?;
    let others = if manager.is_whole() {
        let mut others = registrations::list(&app.db).await?;
        others.retain(|registration| own.iter().all(|known| known.id != registration.id));
        others
    } else {
        Vec::new()
    };
    let platforms = own.into_iter().map(|registration| PlatformRow {
        may: TeachersMay::from_word(&registration.teachers_may),
        registration,
    });
    Ok(views::OrganisationPage {
        t: wish.language().texts(),
        csrf: manager.csrf(),
        is_whole: manager.is_whole(),
        organisation,
        did: issuer::did(&app.config, organisation),
        did_document_url: issuer::did_document_url(&app.config, organisation),
        platforms: platforms.collect(),
        others,
        problems,
    })
}

fn is_web_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}
