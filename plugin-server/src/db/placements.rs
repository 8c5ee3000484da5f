//! Table `placements`: which activity of which course gives which badge, under which condition.

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
    /// The course; `None` until somebody opened the activity.
    pub context_id: Option<String>,
    /// The badge that it gives.
    pub badge_id: String,
    /// The choice that it was made from; `None` when an administrator made it.
    pub offer_id: Option<String>,
    /// What a learner must have done, as JSON; see [`crate::services::completion::Condition`].
    pub condition: String,
    /// `claim` or `automatic`; see [`crate::services::completion::Mode`].
    pub mode: String,
    /// Whether an award is told to the platform as a score.
    pub send_score: bool,
    /// Whether it gives the badge; nothing is awarded while it is off.
    pub is_on: bool,
    /// When it was turned on, in seconds since 1970.
    pub turned_on_at: Option<i64>,
    /// Who turned it on, as the platform names them; `None` for an administrator.
    pub turned_on_by: Option<String>,
    /// When this badge was chosen for it, in seconds since 1970.
    pub created_at: i64,
    /// When the platform is asked next who met the condition, in seconds since 1970; `None` means as soon as
    /// possible.
    pub next_check_at: Option<i64>,
    /// Until when a server that asks has this row for itself, in seconds since 1970.
    pub lease_until: Option<i64>,
    /// When the platform was asked last, in seconds since 1970.
    pub last_check_at: Option<i64>,
    /// How many times in a row it did not answer.
    pub check_failures: i64,
    /// Why the last time it could not be found out, as JSON; see [`crate::services::completion::Reason`].
    pub check_problem: Option<String>,
}

/// Places a badge on an activity; an activity that had one gives this one from now on, unless the one it had was
/// chosen later, or was made from the same choice: then it stays as it was set up since.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(db: &Pool, placement: &Placement) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO placements (id, registration_id, deployment_id, resource_link_id, context_id, badge_id,
                                 offer_id, condition, mode, send_score, is_on, turned_on_at, turned_on_by,
                                 created_at, next_check_at, check_failures)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0)
         ON CONFLICT (registration_id, deployment_id, resource_link_id)
         DO UPDATE SET badge_id = excluded.badge_id, context_id = excluded.context_id,
             offer_id = excluded.offer_id, condition = excluded.condition, mode = excluded.mode,
             send_score = excluded.send_score, is_on = excluded.is_on, turned_on_at = excluded.turned_on_at,
             turned_on_by = excluded.turned_on_by, created_at = excluded.created_at,
             next_check_at = excluded.next_check_at, lease_until = NULL, last_check_at = NULL,
             check_failures = 0, check_problem = NULL
         WHERE placements.created_at <= excluded.created_at
             AND (excluded.offer_id IS NULL OR placements.offer_id IS DISTINCT FROM excluded.offer_id)",
    )
    .bind(&placement.id)
    .bind(&placement.registration_id)
    .bind(&placement.deployment_id)
    .bind(&placement.resource_link_id)
    .bind(&placement.context_id)
    .bind(&placement.badge_id)
    .bind(&placement.offer_id)
    .bind(&placement.condition)
    .bind(&placement.mode)
    .bind(placement.send_score)
    .bind(placement.is_on)
    .bind(placement.turned_on_at)
    .bind(&placement.turned_on_by)
    .bind(placement.created_at)
    .bind(placement.next_check_at)
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

/// The placement of an identifier.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_by_id(db: &Pool, id: &str) -> sqlx::Result<Option<Placement>> {
    sqlx::query_as("SELECT * FROM placements WHERE id = $1")
        .bind(id)
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

/// Turns a placement on in this mode, and has the platform asked as soon as possible. `by` is whoever did it, as
/// the platform names them.
///
/// # Errors
/// When the database cannot be written.
pub async fn turn_on(db: &Pool, id: &str, mode: &str, by: Option<&str>, now: i64) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE placements SET is_on = TRUE, mode = $2, turned_on_by = $3, turned_on_at = $4,
             next_check_at = NULL, check_failures = 0
         WHERE id = $1",
    )
    .bind(id)
    .bind(mode)
    .bind(by)
    .bind(now)
    .execute(db)
    .await
    .map(drop)
}

/// Turns a placement off: nothing more is awarded, and badges that were issued stay.
///
/// # Errors
/// When the database cannot be written.
pub async fn turn_off(db: &Pool, id: &str) -> sqlx::Result<()> {
    sqlx::query("UPDATE placements SET is_on = FALSE WHERE id = $1")
        .bind(id)
        .execute(db)
        .await
        .map(drop)
}

/// Remembers the course of a placement, which a launch of its activity tells.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_context(db: &Pool, id: &str, context_id: &str) -> sqlx::Result<()> {
    sqlx::query("UPDATE placements SET context_id = $2 WHERE id = $1")
        .bind(id)
        .bind(context_id)
        .execute(db)
        .await
        .map(drop)
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
