//! The organisation that signs.

use axum::{Extension, extract::State, response::Response};

use crate::{
    db::organisations::{self, Organisation},
    error::AppError,
    middleware::locale::Wish,
    routes::{
        extract::{Admin, AdminForm},
        respond,
    },
    services::{issuer, plain_text},
    state::App,
    views::{
        admin::{self as views},
        design::Problem,
    },
};

/// Its name and site, and what does not change.
pub(crate) async fn show_organisation(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    admin: Admin,
) -> Result<Response, AppError> {
    let organisation = first(&app).await?;
    respond::page(&page(&app, wish, &admin, &organisation, &[]))
}

/// Changes the name and the site. Badges that were issued keep theirs.
pub(crate) async fn change_organisation(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let organisation = first(&app).await?;
    let name = plain_text::single_line(submission.text("name"));
    let url = submission.optional("url");
    let t = wish.language().texts();
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
    if problems.is_empty() {
        organisations::update(&app.db, &organisation.id, &name, url).await?;
        return respond::see_other("/admin/organisation");
    }
    let asked = Organisation {
        name,
        url: url.map(str::to_owned),
        ..organisation
    };
    respond::faulty_page(&page(&app, wish, &admin, &asked, &problems))
}

async fn first(app: &App) -> Result<Organisation, AppError> {
    organisations::first(&app.db).await?.ok_or(AppError::not_found())
}

fn page<'a>(
    app: &App,
    wish: Wish,
    admin: &Admin,
    organisation: &'a Organisation,
    problems: &'a [Problem],
) -> views::OrganisationPage<'a> {
    views::OrganisationPage {
        t: wish.language().texts(),
        csrf: admin.csrf(),
        organisation,
        did: issuer::did(&app.config, organisation),
        did_document_url: issuer::did_document_url(&app.config, organisation),
        problems,
    }
}

fn is_web_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}
