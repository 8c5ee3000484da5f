//! Links of a copied or restored course whose badge an administrator placed: they bring no choice of their own, and
//! the course says where it came from.

use crate::{
    db::{
        placements::{self, Placement},
        resource_links::{self, ResourceLink},
    },
    error::AppError,
    ids::random_id,
    services::{completion::Mode, launches::Entrant},
    state::App,
};

/// Places the badge of the link that this one is a copy of, off, when it is clear which one that is.
///
/// The courses that a course came from are a value that any teacher can write. So it turns nothing on, and stays
/// within the platform.
///
/// # Errors
/// When the database cannot be read or written.
pub(super) async fn take_up(app: &App, entrant: &Entrant) -> Result<(), AppError> {
    let own = (
        entrant.registration_id.as_str(),
        entrant.deployment_id.as_str(),
        entrant.resource_link_id.as_str(),
    );
    let Some(link) = resource_links::find(&app.db, own.0, own.1, own.2).await? else {
        return Ok(());
    };
    let Some(history) = &link.context_history else {
        return Ok(());
    };
    if placements::find(&app.db, own.0, own.1, own.2).await?.is_some() {
        return Ok(());
    }
    for course in history.split(',').map(str::trim) {
        if Some(course) == link.context_id.as_deref() {
            continue;
        }
        if let Some(original) = original(app, &link, course).await? {
            return place(app, &link, course, original).await;
        }
    }
    Ok(())
}

/// The placement in `course` on an activity of the same title; `None` unless there is exactly one.
async fn original(app: &App, link: &ResourceLink, course: &str) -> Result<Option<Placement>, AppError> {
    let mut found = None;
    for placement in placements::list_of_course(&app.db, &link.registration_id, course).await? {
        let known = resource_links::find(
            &app.db,
            &placement.registration_id,
            &placement.deployment_id,
            &placement.resource_link_id,
        )
        .await?;
        if known.is_some_and(|known| known.title.is_some() && known.title == link.title)
            && found.replace(placement).is_some()
        {
            return Ok(None);
        }
    }
    Ok(found)
}

async fn place(app: &App, link: &ResourceLink, course: &str, original: Placement) -> Result<(), AppError> {
    let copy = Placement {
        id: random_id(app.entropy.as_ref())?,
        deployment_id: link.deployment_id.clone(),
        resource_link_id: link.resource_link_id.clone(),
        context_id: link.context_id.clone(),
        offer_id: None,
        mode: Mode::Claim.as_str().to_owned(),
        is_on: false,
        turned_on_at: None,
        turned_on_by: None,
        copied_from: Some(course.to_owned()),
        created_at: app.timestamp(),
        next_check_at: None,
        lease_until: None,
        last_check_at: None,
        check_failures: 0,
        check_problem: None,
        ..original
    };
    Ok(placements::upsert(&app.db, &copy).await?)
}
