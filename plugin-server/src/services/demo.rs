//! The demonstration: a platform on this computer, a badge, and the activity that gives it.

use url::Url;

use crate::{
    db::{
        badges::{self, Badge},
        deployments::{self, Deployment},
        organisations,
        placements::{self, Placement},
        registrations::{self, Registration, Status},
    },
    error::AppError,
    ids::random_id,
    services::{
        badges::{self as designs, Design},
        choosing::TeachersMay,
        completion::{Condition, Mode, Rule},
        first_start::FIRST_NAME,
        pictures::{Colour, Shape},
    },
    state::App,
};

const CLIENT_ID: &str = "blason-demo";
const DEPLOYMENT_ID: &str = "1";
const RESOURCE_LINK_ID: &str = "badge-1";

/// Connects the demonstration LMS at `platform` and places a badge on its activity. What is there already is
/// left as it is, so that it can be repeated at every start.
///
/// # Errors
/// When the database cannot be written.
pub async fn seed(app: &App, platform: &Url) -> Result<(), AppError> {
    name_organisation(app).await?;
    let registration = registration(app, platform).await?;
    let deployment = Deployment {
        registration_id: registration.id.clone(),
        deployment_id: DEPLOYMENT_ID.to_owned(),
        created_at: app.timestamp(),
    };
    deployments::insert_if_absent(&app.db, &deployment).await?;
    if placements::find(&app.db, &registration.id, DEPLOYMENT_ID, RESOURCE_LINK_ID)
        .await?
        .is_some()
    {
        return Ok(());
    }
    let badge = badge(app).await?;
    let placement = Placement {
        id: random_id(app.entropy.as_ref())?,
        registration_id: registration.id,
        deployment_id: DEPLOYMENT_ID.to_owned(),
        resource_link_id: RESOURCE_LINK_ID.to_owned(),
        context_id: None,
        badge_id: badge.id,
        offer_id: None,
        condition: Condition::only(Rule::Opening).to_json()?,
        mode: Mode::Claim.as_str().to_owned(),
        send_score: false,
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
    Ok(placements::upsert(&app.db, &placement).await?)
}

/// Gives the organisation of the first start a name that looks like one.
async fn name_organisation(app: &App) -> Result<(), AppError> {
    match organisations::first(&app.db).await? {
        Some(organisation) if organisation.name == FIRST_NAME => {
            Ok(organisations::update(&app.db, &organisation.id, "Demo Makerspace", None).await?)
        }
        _ => Ok(()),
    }
}

async fn registration(app: &App, platform: &Url) -> Result<Registration, AppError> {
    let platform = platform.as_str().trim_end_matches('/');
    if let Some(registration) = registrations::find_by_client(&app.db, platform, CLIENT_ID).await? {
        return Ok(registration);
    }
    let registration = Registration {
        id: random_id(app.entropy.as_ref())?,
        name: "Demo LMS".to_owned(),
        issuer: platform.to_owned(),
        client_id: CLIENT_ID.to_owned(),
        auth_url: format!("{platform}/auth"),
        token_url: format!("{platform}/token"),
        jwks_url: format!("{platform}/jwks.json"),
        token_audience: None,
        teachers_may: TeachersMay::Make.as_str().to_owned(),
        created_at: app.timestamp(),
        status: Status::Active.as_str().to_owned(),
        scopes: None,
        product_family: None,
    };
    registrations::upsert(&app.db, &registration).await?;
    Ok(registration)
}

/// The badge of the demonstration; another platform's start may have made it before.
async fn badge(app: &App) -> Result<Badge, AppError> {
    let design = Design {
        name: "Laser cutter, level 1".to_owned(),
        description: "First steps with the laser cutter, alone and in safety.".to_owned(),
        criteria: "- check the machine, the extraction and the fire blanket before cutting;\n\
                   - prepare a drawing, and choose power and speed for wood and acrylic;\n\
                   - stay beside the machine until the last cut, and stop it at once if need be."
            .to_owned(),
        language: "en".to_owned(),
        shape: Shape::Shield.as_str().to_owned(),
        colour: Colour::Teal.as_str().to_owned(),
        upload: None,
    };
    if let Some(badge) = badges::list(&app.db)
        .await?
        .into_iter()
        .find(|badge| badge.name == design.name)
    {
        return Ok(badge);
    }
    let organisation = organisations::first(&app.db)
        .await?
        .ok_or(AppError::not_found())?;
    let checked =
        designs::check(design, None, &app.config.limits).map_err(|_faults| AppError::failed(Faulty))?;
    designs::save(app, &organisation, None, None, checked).await
}

/// The demonstration's own badge has a fault.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the demonstration's badge does not pass its own checks")]
struct Faulty;
