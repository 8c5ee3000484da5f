//! A score for the platform's grade book: this learner has the badge.

use lti_advantage::{
    ags::{self, ActivityProgress, GradingProgress, Score},
    error::ServiceError,
    service::ServiceAddress,
};
use serde::{Deserialize, Serialize};
use sqlx::{Sqlite, Transaction};
use time::OffsetDateTime;

use super::{Content, Kind, Undelivered, column};
use crate::{
    db::{awards::Award, placements::Placement, registrations, resource_links},
    error::AppError,
    services::{claim_codes, platform_services},
    state::App,
};

/// What a score says, and where its activity is. Where the column is, is looked up when it is sent: a later launch may
/// have told it.
#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    deployment_id: String,
    resource_link_id: String,
    placement_id: String,
    badge_id: String,
    subject: String,
    awarded_at: i64,
}

/// Whose score it is, and for which badge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The badge.
    pub badge_id: String,
    /// The learner, as the platform names them.
    pub subject: String,
}

/// Whose score is in `payload`, and for which badge, for whoever looks after it.
#[must_use]
pub fn about(payload: &str) -> Option<About> {
    let payload: Payload = serde_json::from_str(payload).ok()?;
    Some(About {
        badge_id: payload.badge_id,
        subject: payload.subject,
    })
}

/// What must not be sent twice: one score for each award.
#[must_use]
pub fn dedup_key(award: &Award) -> String {
    format!("score:{}", award.id)
}

/// Lets a score follow from `award`, in its transaction, if its activity sends scores back.
///
/// # Errors
/// When the database cannot be written.
pub async fn put(
    app: &App,
    tx: &mut Transaction<'_, Sqlite>,
    placement: &Placement,
    award: &Award,
) -> Result<(), AppError> {
    // Another activity may have given the badge; then its score is its own affair.
    if !placement.send_score || award.placement_id.as_ref() != Some(&placement.id) {
        return Ok(());
    }
    // The platform has no grade book for people whom it does not know.
    if claim_codes::is_by_link(&award.subject) {
        return Ok(());
    }
    let payload = Payload {
        deployment_id: placement.deployment_id.clone(),
        resource_link_id: placement.resource_link_id.clone(),
        placement_id: placement.id.clone(),
        badge_id: placement.badge_id.clone(),
        subject: award.subject.clone(),
        awarded_at: award.awarded_at,
    };
    let content = Content {
        kind: Kind::Score,
        dedup_key: dedup_key(award),
        registration_id: Some(&award.registration_id),
        payload: serde_json::to_string(&payload).map_err(AppError::failed)?,
    };
    super::put(app, tx, content).await
}

/// Sends a score: 1 of 1, completed and graded, as of the time of the award. The time is the same at each try, so that
/// a platform takes the score once: it refuses one that is not newer than the one it has.
pub(super) async fn send(app: &App, registration_id: Option<&str>, payload: &str) -> Result<(), Undelivered> {
    let payload: Payload = serde_json::from_str(payload).map_err(AppError::failed)?;
    let registration_id = registration_id.ok_or(Undelivered::for_good("registration-unknown"))?;
    let registration = registrations::find(&app.db, registration_id)
        .await?
        .ok_or(Undelivered::for_good("registration-unknown"))?;
    let link = resource_links::find(
        &app.db,
        registration_id,
        &payload.deployment_id,
        &payload.resource_link_id,
    )
    .await?
    .ok_or(Undelivered::for_good("column-missing"))?;
    let platform = platform_services::of(app, registration)?;
    let wanted = column::Wanted {
        placement_id: &payload.placement_id,
        badge_id: &payload.badge_id,
    };
    let column = column::find(app, &platform, &link, &wanted).await?;
    let score = Score {
        user_id: &payload.subject,
        score_given: 1.0,
        score_maximum: 1.0,
        activity_progress: ActivityProgress::Completed,
        grading_progress: GradingProgress::FullyGraded,
        timestamp: OffsetDateTime::from_unix_timestamp(payload.awarded_at).map_err(AppError::failed)?,
    };
    match ags::send_score(&platform.service(), &column, &score).await {
        Ok(_taken_or_there) => Ok(()),
        Err(refused @ ServiceError::Refused { status: 400, .. }) => {
            // Open edX says so of a score that it has already.
            if is_there(&platform, &column, &payload.subject).await {
                Ok(())
            } else {
                Err(refused.into())
            }
        }
        Err(error) => Err(error.into()),
    }
}

/// Whether the grade book shows the full score for this person.
async fn is_there(
    platform: &platform_services::PlatformServices<'_>,
    column: &ServiceAddress,
    subject: &str,
) -> bool {
    let results = ags::results(&platform.service(), column, Some(subject)).await;
    results.is_ok_and(|results| {
        results
            .iter()
            .any(|result| result.share().is_some_and(|share| share >= 1.0))
    })
}
