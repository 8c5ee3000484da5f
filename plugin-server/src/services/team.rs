//! Which badges the people of a course may choose, start from, and change.
//!
//! A launch gives somebody the role of an author only as far as the organisation allowed it for their platform
//! ([`TeachersMay`]); and an author changes only what was made for their own course.

use crate::{
    db::{
        badge_courses::{self, Course},
        badges::{self, Badge},
        content_choices::ContentChoice,
        organisations::Organisation,
        shared_models,
    },
    error::AppError,
    services::{
        audit::Actor,
        choosing::{self, TeachersMay},
        organisations,
    },
    state::App,
};

/// The badges that somebody may choose from.
#[derive(Debug)]
pub struct Shelf {
    /// Made or chosen for this course before, and whether the course's people may change each.
    pub course: Vec<(Badge, bool)>,
    /// The others of the organisation.
    pub organisation: Vec<Badge>,
    /// Shared models, to start from; empty for somebody who may not make badges.
    pub models: Vec<Badge>,
}

/// What the person of a request may choose from.
///
/// # Errors
/// When the database cannot be read.
pub async fn shelf(app: &App, choice: &ContentChoice) -> Result<Shelf, AppError> {
    let may_make = choosing::allowed(app, choice).await? == TeachersMay::Make;
    let organisation = organisation(app, choice).await?;
    let here = badges::list_of_course(&app.db, course(choice)).await?;
    let mut own = Vec::new();
    for badge in here {
        if badge.organisation_id == organisation.id {
            let may_change = may_make && is_of_course(app, choice, &badge.id).await?;
            own.push((badge, may_change));
        }
    }
    let others = badges::list_of(&app.db, &organisation.id).await?;
    Ok(Shelf {
        organisation: others
            .into_iter()
            .filter(|badge| own.iter().all(|(known, _)| known.id != badge.id))
            .collect(),
        models: if may_make {
            shared_models::list(&app.db).await?
        } else {
            Vec::new()
        },
        course: own,
    })
}

/// A badge of the organisation that the person of a request chooses for.
///
/// # Errors
/// `not-found` when there is none of this identifier, or it is another organisation's.
pub async fn badge_to_choose(app: &App, choice: &ContentChoice, badge_id: &str) -> Result<Badge, AppError> {
    let organisation = organisation(app, choice).await?;
    badges::find(&app.db, badge_id)
        .await?
        .filter(|badge| badge.organisation_id == organisation.id)
        .ok_or(AppError::not_found())
}

/// A badge that was made for this course, to be changed.
///
/// # Errors
/// `making-not-allowed` when the organisation does not let these teachers design; `not-found` for a badge of
/// anybody else.
pub async fn badge_to_change(app: &App, choice: &ContentChoice, badge_id: &str) -> Result<Badge, AppError> {
    if choosing::allowed(app, choice).await? != TeachersMay::Make {
        return Err(AppError::forbidden("making-not-allowed"));
    }
    if !is_of_course(app, choice, badge_id).await? {
        return Err(AppError::not_found());
    }
    badge_to_choose(app, choice, badge_id).await
}

/// Keeps that `badge` was made for the course of a request, whose people may change it from now on.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep_course(app: &App, choice: &ContentChoice, badge: &Badge) -> Result<(), AppError> {
    Ok(badge_courses::insert_if_absent(&app.db, &badge.id, course(choice)).await?)
}

/// The organisation that the person of a request chooses for.
///
/// # Errors
/// When the database cannot be read.
pub async fn organisation(app: &App, choice: &ContentChoice) -> Result<Organisation, AppError> {
    organisations::of_registration(app, &choice.registration_id).await
}

/// The person of a request, for the audit trail.
#[must_use]
pub fn actor(choice: &ContentChoice) -> Actor {
    Actor::Person {
        registration_id: choice.registration_id.clone(),
        subject: choice.subject.clone(),
    }
}

async fn is_of_course(app: &App, choice: &ContentChoice, badge_id: &str) -> Result<bool, AppError> {
    Ok(badge_courses::contains(&app.db, badge_id, course(choice)).await?)
}

fn course(choice: &ContentChoice) -> Course<'_> {
    Course {
        registration_id: &choice.registration_id,
        deployment_id: &choice.deployment_id,
        context_id: &choice.context_id,
    }
}
