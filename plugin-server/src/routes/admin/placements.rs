//! Which activity gives which badge.

use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};

use crate::{
    db::{
        badges,
        placements::{self, Placement},
        registrations,
    },
    error::AppError,
    ids::random_id,
    middleware::locale::Wish,
    routes::{
        extract::{Admin, AdminForm, Submission},
        respond, setting,
    },
    services::{
        audit::Action,
        completion::{Condition, Mode, Rule},
        managing::{self, Setting},
    },
    state::App,
    views::{
        design::Problem,
        manage::SettingForm,
        placements::{self as views, PlacementForm, PlacementRow},
    },
};

/// All of them, and the form for one more.
pub(crate) async fn list_placements(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    admin: Admin,
) -> Result<Response, AppError> {
    let setting = Setting {
        condition: Condition::only(Rule::Opening),
        mode: Mode::Claim,
        send_score: false,
    };
    respond::page(
        &page(
            &app,
            wish,
            &admin,
            (PlacementForm::default(), &setting),
            Vec::new(),
        )
        .await?,
    )
}

/// Places a badge on an activity.
pub(crate) async fn create_placement(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let form = read(&submission);
    let asked = setting::read(&submission, &managing::BY_ADMINISTRATORS);
    let mut problems = faults(&app, wish, &form).await?;
    if let Err(error) = asked.condition.check(asked.mode, asked.send_score) {
        problems.push(setting::problem(wish.language().texts(), error.code()));
    }
    if !problems.is_empty() {
        return respond::faulty_page(&page(&app, wish, &admin, (form, &asked), problems).await?);
    }
    let placement = Placement {
        id: random_id(app.entropy.as_ref())?,
        registration_id: form.registration_id,
        deployment_id: form.deployment_id,
        resource_link_id: form.resource_link_id,
        context_id: None,
        badge_id: form.badge_id,
        offer_id: None,
        condition: asked.condition.to_json()?,
        mode: asked.mode.as_str().to_owned(),
        send_score: asked.send_score,
        is_on: true,
        turned_on_at: Some(app.timestamp()),
        turned_on_by: None,
        copied_from: None,
        created_at: app.timestamp(),
        next_check_at: None,
        lease_until: None,
        last_check_at: None,
        check_failures: 0,
        check_problem: None,
    };
    placements::upsert(&app.db, &placement).await?;
    note(&app, &admin, Action::BadgePlaced, &placement).await?;
    respond::see_other("/admin/placements")
}

/// Takes a badge off an activity.
pub(crate) async fn remove_placement(
    State(app): State<App>,
    Path(id): Path<String>,
    AdminForm { admin, .. }: AdminForm,
) -> Result<Response, AppError> {
    let all = placements::list(&app.db).await?;
    if let Some(placement) = all.into_iter().find(|placement| placement.id == id) {
        placements::delete(&app.db, &id).await?;
        note(&app, &admin, Action::BadgeTakenOff, &placement).await?;
    }
    respond::see_other("/admin/placements")
}

async fn note(app: &App, admin: &Admin, action: Action, placement: &Placement) -> Result<(), AppError> {
    let badge = badges::find(&app.db, &placement.badge_id).await?;
    let organisation_id = badge.as_ref().map(|badge| badge.organisation_id.as_str());
    let target = badge.as_ref().map_or("", |badge| badge.name.as_str());
    admin.note(app, organisation_id, action, target).await
}

fn read(submission: &Submission) -> PlacementForm {
    let exact = |name: &str| submission.text(name).trim().to_owned();
    PlacementForm {
        registration_id: exact("registration"),
        deployment_id: exact("deployment"),
        resource_link_id: exact("resource_link"),
        badge_id: exact("badge"),
    }
}

async fn faults(app: &App, wish: Wish, form: &PlacementForm) -> Result<Vec<Problem>, AppError> {
    let t = wish.language().texts();
    let mut problems = Vec::new();
    if registrations::find(&app.db, &form.registration_id)
        .await?
        .is_none()
    {
        problems.push(Problem::new(
            "registration",
            &t.placement_platform(),
            t.error("field-unknown-choice"),
        ));
    }
    if badges::find(&app.db, &form.badge_id).await?.is_none() {
        problems.push(Problem::new(
            "badge",
            &t.placement_badge(),
            t.error("field-unknown-choice"),
        ));
    }
    for (field, label, text) in [
        ("deployment", t.placement_deployment(), &form.deployment_id),
        ("resource_link", t.placement_link(), &form.resource_link_id),
    ] {
        if text.is_empty() {
            problems.push(Problem::new(field, &label, t.error("field-empty")));
        }
    }
    Ok(problems)
}

async fn page(
    app: &App,
    wish: Wish,
    admin: &Admin,
    (form, setting): (PlacementForm, &Setting),
    problems: Vec<Problem>,
) -> Result<views::PlacementsPage, AppError> {
    let badges = badges::list(&app.db).await?;
    let registrations = registrations::list(&app.db).await?;
    let placements = placements::list(&app.db).await?;
    let t = wish.language().texts();
    let rows = placements.into_iter().map(|placement| PlacementRow {
        asked: views::asked(t, &placement),
        how: views::how(t, &placement),
        remark: views::remark(t, &placement),
        badge: badges
            .iter()
            .find(|badge| badge.id == placement.badge_id)
            .map(|badge| badge.name.clone()),
        platform: registrations
            .iter()
            .find(|registration| registration.id == placement.registration_id)
            .map(|registration| registration.name.clone()),
        placement,
    });
    Ok(views::PlacementsPage {
        t,
        csrf: admin.csrf(),
        rows: rows.collect(),
        badges,
        registrations,
        form,
        setting: SettingForm::new(t, setting, &managing::BY_ADMINISTRATORS),
        problems,
    })
}
