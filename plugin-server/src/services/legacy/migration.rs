//! From LTI 1.1 to LTI 1.3: what was placed and earned before comes along.
//!
//! A launch of LTI 1.3 may say what its activity and its person were called under LTI 1.1. That counts only with a
//! signature by the registration's own LTI 1.1 secret: a claim without it, or of somebody else's key, changes nothing.

use lti_advantage::launch::VerifiedLaunch;

use super::{DEPLOYMENT, secret, subject};
use crate::{
    db::{
        awards, legacy_consumers,
        legacy_successors::{self, Kind},
        placements, qualifications,
    },
    error::AppError,
    state::App,
};

/// Brings along what the activity and the person of `launch` had under LTI 1.1, in one transaction.
///
/// What a former activity or person became is settled once; a later claim of another successor moves nothing.
///
/// # Errors
/// When the database cannot be written.
pub async fn rebind(app: &App, launch: &VerifiedLaunch, resource_link_id: &str) -> Result<(), AppError> {
    let Some(claim) = launch.migration() else {
        return Ok(());
    };
    let registration_id = &launch.registration_id().0;
    let consumer = legacy_consumers::find(&app.db, registration_id).await?;
    let Some(consumer) = consumer.filter(|consumer| claim.consumer_key() == consumer.consumer_key) else {
        tracing::info!(
            registration.id = registration_id,
            "a migration claim with a key that is not known here"
        );
        return Ok(());
    };
    if !claim.is_signed_with(&secret(app, &consumer)?) {
        tracing::info!(
            registration.id = registration_id,
            "a migration claim that is not signed as it should be"
        );
        return Ok(());
    }
    let now = app.timestamp();
    let former_link = claim.resource_link_id().unwrap_or(resource_link_id);
    let mut tx = app.db.begin().await?;
    let successor = legacy_successors::settle(
        &mut tx,
        registration_id,
        Kind::Link,
        former_link,
        resource_link_id,
        now,
    )
    .await?;
    if successor == resource_link_id {
        let to = (launch.deployment_id(), resource_link_id);
        placements::rebind(&mut tx, registration_id, (DEPLOYMENT, former_link), to).await?;
    }
    if let Some(person) = launch.subject() {
        let former = subject(claim.user_id().unwrap_or(person));
        let successor =
            legacy_successors::settle(&mut tx, registration_id, Kind::Person, &former, person, now).await?;
        if successor == person {
            awards::rebind(&mut tx, registration_id, &former, person).await?;
            qualifications::rebind(&mut tx, registration_id, &former, person).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}
