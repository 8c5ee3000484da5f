//! Invitations to register: made, shown once, withdrawn.

use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;
use url::Url;

use crate::{
    db::{
        registration_invites,
        registrations::{self, Registration},
    },
    error::AppError,
    middleware::locale::Wish,
    routes::{
        extract::{Admin, AdminForm},
        respond,
    },
    services::{
        audit::Action,
        choosing::TeachersMay,
        registering::{self, NewInvite, Person},
    },
    state::App,
    views::{
        connecting::{InviteForm, InvitePage, InvitedPage},
        design::Problem,
    },
};

/// For which registration, where it is for one.
#[derive(Deserialize)]
pub(crate) struct For {
    registration: Option<String>,
}

/// The form.
pub(crate) async fn show_new_invite(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Query(For { registration }): Query<For>,
    admin: Admin,
) -> Result<Response, AppError> {
    let registration = find(&app, registration.as_deref()).await?;
    respond::page(&InvitePage {
        t: wish.language().texts(),
        csrf: admin.csrf(),
        registration: registration.as_ref(),
        form: InviteForm {
            platform: String::new(),
            person: Person::Nothing,
            teachers_may: TeachersMay::Choose,
        },
        problems: Vec::new(),
    })
}

/// Makes an invitation and shows its address, this once.
pub(crate) async fn create_invite(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let t = wish.language().texts();
    let registration = find(&app, submission.optional("registration")).await?;
    let form = InviteForm {
        platform: submission.text("platform").trim().to_owned(),
        person: Person::from_word(submission.text("person")),
        teachers_may: TeachersMay::from_word(submission.text("teachers_may")),
    };
    let platform_host = match &registration {
        Some(registration) => host(&registration.issuer),
        None => host(&form.platform),
    };
    if !form.platform.is_empty() && platform_host.is_none() {
        return respond::faulty_page(&InvitePage {
            t,
            csrf: admin.csrf(),
            registration: registration.as_ref(),
            form,
            problems: vec![Problem::new(
                "platform",
                &t.invite_platform(),
                t.error("field-not-an-address"),
            )],
        });
    }
    let new = NewInvite {
        platform_host,
        registration_id: registration.map(|registration| registration.id),
        person: form.person,
        teachers_may: form.teachers_may,
    };
    let platform = new.platform_host.clone();
    let invited = registering::invite(&app, new).await?;
    let target = platform.unwrap_or(invited.id);
    admin.note(&app, None, Action::PlatformInvited, &target).await?;
    respond::page(&InvitedPage::new(
        t,
        admin.csrf(),
        &invited.address,
        invited.expires_at,
    ))
}

/// Withdraws an invitation that was not used.
pub(crate) async fn withdraw_invite(
    State(app): State<App>,
    Path(id): Path<String>,
    AdminForm { admin, .. }: AdminForm,
) -> Result<Response, AppError> {
    registration_invites::delete(&app.db, &id).await?;
    admin.note(&app, None, Action::InviteWithdrawn, &id).await?;
    respond::see_other("/admin/registrations")
}

async fn find(app: &App, id: Option<&str>) -> Result<Option<Registration>, AppError> {
    let Some(id) = id else { return Ok(None) };
    let registration = registrations::find(&app.db, id).await?;
    registration.map(Some).ok_or(AppError::not_found())
}

/// The host of an address, as people write it: with or without `https://`, with or without a path.
fn host(address: &str) -> Option<String> {
    let with_scheme = if address.contains("://") {
        address.to_owned()
    } else {
        format!("https://{address}")
    };
    let url = Url::parse(&with_scheme).ok()?;
    url.host_str().map(str::to_owned)
}
