//! Table `placements`: which activity of which course gives which badge, under which rule.

use sqlx::FromRow;

use super::Pool;

/// An activity that gives a badge.
#[derive(Debug, Clone, FromRow)]
pub struct Placement {
    /// The identifier.
    pub id: String,
    /// The platform's registration.
    pub registration_id: String,
    /// The deployment of the tool on that platform.
    pub deployment_id: String,
    /// The activity, as the platform names it.
    pub resource_link_id: String,
    /// The badge that it gives.
    pub badge_id: String,
    /// The rule that decides; see [`crate::services::awarding::Rule`].
    pub rule: String,
    /// When this badge was chosen for it, in seconds since 1970.
    pub created_at: i64,
}

/// Places a badge on an activity; an activity that had one gives this one from now on, unless the one it had was
/// chosen later.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(db: &Pool, placement: &Placement) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO placements (id, registration_id, deployment_id, resource_link_id, badge_id, rule, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (registration_id, deployment_id, resource_link_id)
         DO UPDATE SET badge_id = excluded.badge_id, rule = excluded.rule, created_at = excluded.created_at
         WHERE placements.created_at <= excluded.created_at",
    )
    .bind(&placement.id)
    .bind(&placement.registration_id)
    .bind(&placement.deployment_id)
    .bind(&placement.resource_link_id)
    .bind(&placement.badge_id)
    .bind(&placement.rule)
    .bind(placement.created_at)
    .execute(db)
    .await
    .map(drop)
}

/// The placement on an activity.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(
    db: &Pool,
    registration_id: &str,
    deployment_id: &str,
    resource_link_id: &str,
) -> sqlx::Result<Option<Placement>> {
    sqlx::query_as(
        "SELECT * FROM placements
         WHERE registration_id = $1 AND deployment_id = $2 AND resource_link_id = $3",
    )
    .bind(registration_id)
    .bind(deployment_id)
    .bind(resource_link_id)
    .fetch_optional(db)
    .await
}

/// All placements, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool) -> sqlx::Result<Vec<Placement>> {
    sqlx::query_as("SELECT * FROM placements ORDER BY created_at DESC, id")
        .fetch_all(db)
        .await
}

/// Takes the badge off an activity. Badges that were issued stay.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete(db: &Pool, id: &str) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM placements WHERE id = $1")
        .bind(id)
        .execute(db)
        .await
        .map(drop)
}
