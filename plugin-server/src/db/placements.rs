//! Table `placements`: which activity of which course gives which badge, under which condition.

use sqlx::{FromRow, Sqlite, SqliteConnection, Transaction};

use super::{Pool, decisions, launches::Launch, qualifications};

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
    /// The course whose link this one is a copy of; `None` for an original, and once somebody turned the copy on.
    pub copied_from: Option<String>,
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

/// Places a badge on an activity, in place of one that it had.
///
/// A badge that was chosen later stays, and so does one that was made from the same choice, as it was set up since.
/// Who met what was asked before is forgotten; their badges stay.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(db: &Pool, placement: &Placement) -> sqlx::Result<()> {
    let mut tx = db.begin().await?;
    let placed: Option<String> = sqlx::query_scalar(
        "INSERT INTO placements (id, registration_id, deployment_id, resource_link_id, context_id, badge_id,
                                 offer_id, condition, mode, send_score, is_on, turned_on_at, turned_on_by,
                                 created_at, next_check_at, check_failures, copied_from)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0, $16)
         ON CONFLICT (registration_id, deployment_id, resource_link_id)
         DO UPDATE SET badge_id = excluded.badge_id, context_id = excluded.context_id,
             offer_id = excluded.offer_id, condition = excluded.condition, mode = excluded.mode,
             send_score = excluded.send_score, is_on = excluded.is_on, turned_on_at = excluded.turned_on_at,
             turned_on_by = excluded.turned_on_by, created_at = excluded.created_at,
             next_check_at = excluded.next_check_at, lease_until = NULL, last_check_at = NULL,
             check_failures = 0, check_problem = NULL, copied_from = excluded.copied_from
         WHERE placements.created_at <= excluded.created_at
             AND (excluded.offer_id IS NULL OR placements.offer_id IS DISTINCT FROM excluded.offer_id)
         RETURNING id",
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
    .bind(&placement.copied_from)
    .fetch_optional(&mut *tx)
    .await?;
    if let Some(id) = placed {
        qualifications::delete(&mut tx, &id).await?;
        decisions::delete(&mut tx, &id).await?;
    }
    tx.commit().await
}

/// Asks something else of a placement, or the same in another way. Who met what was asked before, and what was decided
/// about whom, is forgotten; badges stay.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_condition(
    db: &Pool,
    id: &str,
    condition: &str,
    mode: &str,
    send_score: bool,
) -> sqlx::Result<()> {
    let mut tx = db.begin().await?;
    sqlx::query(
        "UPDATE placements SET condition = $2, mode = $3, send_score = $4, next_check_at = NULL,
             lease_until = NULL, last_check_at = NULL, check_failures = 0, check_problem = NULL
         WHERE id = $1",
    )
    .bind(id)
    .bind(condition)
    .bind(mode)
    .bind(send_score)
    .execute(&mut *tx)
    .await?;
    qualifications::delete(&mut tx, id).await?;
    decisions::delete(&mut tx, id).await?;
    tx.commit().await
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

/// The placement on the activity that a launch opened.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_of_launch(db: &Pool, launch: &Launch) -> sqlx::Result<Option<Placement>> {
    find(
        db,
        &launch.registration_id,
        &launch.deployment_id,
        &launch.resource_link_id,
    )
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

/// Says whether an award is told to the platform as a score.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_send_score(db: &Pool, id: &str, send_score: bool) -> sqlx::Result<()> {
    sqlx::query("UPDATE placements SET send_score = $2 WHERE id = $1")
        .bind(id)
        .bind(send_score)
        .execute(db)
        .await
        .map(drop)
}

/// Turns a placement on as it is here, and has the platform asked as soon as possible.
///
/// `false` when it gives another badge, or gives it otherwise, by now. `by` is whoever did it, as the platform names
/// them.
///
/// # Errors
/// When the database cannot be written.
pub async fn turn_on(db: &Pool, placement: &Placement, by: Option<&str>, now: i64) -> sqlx::Result<bool> {
    let turned = sqlx::query(
        "UPDATE placements SET is_on = TRUE, turned_on_by = $5, turned_on_at = $6, copied_from = NULL,
             next_check_at = NULL, check_failures = 0
         WHERE id = $1 AND badge_id = $2 AND condition = $3 AND mode = $4",
    )
    .bind(&placement.id)
    .bind(&placement.badge_id)
    .bind(&placement.condition)
    .bind(&placement.mode)
    .bind(by)
    .bind(now)
    .execute(db)
    .await?;
    Ok(turned.rows_affected() == 1)
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

/// Takes one of the placements that issue by themselves and whose platform is to be asked by now: until
/// `lease_until` it is this caller's alone. `None` when there is none left.
///
/// # Errors
/// When the database cannot be written.
pub async fn take_due(db: &Pool, now: i64, lease_until: i64) -> sqlx::Result<Option<Placement>> {
    sqlx::query_as(
        "UPDATE placements SET lease_until = $2
         WHERE id = (SELECT id FROM placements
                     WHERE is_on AND mode = 'automatic' AND COALESCE(next_check_at, 0) <= $1
                         AND COALESCE(lease_until, 0) <= $1
                     ORDER BY COALESCE(next_check_at, 0), id LIMIT 1)
         RETURNING *",
    )
    .bind(now)
    .bind(lease_until)
    .fetch_optional(db)
    .await
}

/// Takes one placement to ask its platform, unless it was asked after `since`, does not answer and is left alone for
/// a while, or is in another caller's hands.
///
/// # Errors
/// When the database cannot be written.
pub async fn take(
    db: &Pool,
    id: &str,
    now: i64,
    lease_until: i64,
    since: i64,
) -> sqlx::Result<Option<Placement>> {
    sqlx::query_as(
        "UPDATE placements SET lease_until = $3
         WHERE id = $1 AND COALESCE(lease_until, 0) <= $2 AND COALESCE(last_check_at, $4) <= $4
             AND (check_failures = 0 OR COALESCE(next_check_at, 0) <= $2)
         RETURNING *",
    )
    .bind(id)
    .bind(now)
    .bind(lease_until)
    .bind(since)
    .fetch_optional(db)
    .await
}

/// How asking a platform ended.
#[derive(Debug)]
pub struct Checked<'a> {
    /// The placement, as it was taken.
    pub placement: &'a Placement,
    /// Seconds since 1970.
    pub at: i64,
    /// When to ask next, in seconds since 1970.
    pub next_check_at: i64,
    /// How many times in a row the platform did not answer.
    pub failures: i64,
    /// Why it could not be found out, as JSON.
    pub problem: Option<String>,
}

/// Notes how asking a platform ended, and lets others take the placement again. Nothing is noted when it was changed
/// or taken by another caller meanwhile.
///
/// # Errors
/// When the database cannot be written.
pub async fn finish_check(db: &Pool, checked: &Checked<'_>) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE placements SET lease_until = NULL, last_check_at = $3, next_check_at = $4, check_failures = $5,
             check_problem = $6
         WHERE id = $1 AND lease_until = $2",
    )
    .bind(&checked.placement.id)
    .bind(checked.placement.lease_until)
    .bind(checked.at)
    .bind(checked.next_check_at)
    .bind(checked.failures)
    .bind(&checked.problem)
    .execute(db)
    .await
    .map(drop)
}

/// Whether a placement still gives the same badge for the same, and is on.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_unchanged(tx: &mut Transaction<'_, Sqlite>, placement: &Placement) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "SELECT COUNT(*) > 0 FROM placements
         WHERE id = $1 AND is_on AND badge_id = $2 AND condition = $3 AND mode = $4",
    )
    .bind(&placement.id)
    .bind(&placement.badge_id)
    .bind(&placement.condition)
    .bind(&placement.mode)
    .fetch_one(&mut **tx)
    .await
}

/// Has the platform asked as soon as possible who meets the condition.
///
/// # Errors
/// When the database cannot be written.
pub async fn check_it_soon(db: &Pool, id: &str) -> sqlx::Result<()> {
    sqlx::query("UPDATE placements SET next_check_at = NULL WHERE id = $1")
        .bind(id)
        .execute(db)
        .await
        .map(drop)
}

/// The placements in the course `context_id`, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_of_course(
    db: &Pool,
    registration_id: &str,
    context_id: &str,
) -> sqlx::Result<Vec<Placement>> {
    sqlx::query_as(
        "SELECT * FROM placements WHERE registration_id = $1 AND context_id = $2 ORDER BY created_at DESC, id",
    )
    .bind(registration_id)
    .bind(context_id)
    .fetch_all(db)
    .await
}

/// How many other activities of the course `context_id` give a badge.
///
/// # Errors
/// When the database cannot be read.
pub async fn count_others(db: &Pool, placement: &Placement, context_id: &str) -> sqlx::Result<i64> {
    sqlx::query_scalar(
        "SELECT COUNT(*) FROM placements
         WHERE registration_id = $1 AND context_id = $2 AND id <> $3 AND is_on = TRUE",
    )
    .bind(&placement.registration_id)
    .bind(context_id)
    .bind(&placement.id)
    .fetch_one(db)
    .await
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

/// Has the platform asked with the next round about the activities of a course whose badges are issued by themselves.
///
/// # Errors
/// When the database cannot be written.
pub async fn check_course_soon(db: &Pool, registration_id: &str, context_id: &str) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE placements SET next_check_at = NULL
         WHERE registration_id = $1 AND context_id = $2 AND is_on AND mode = 'automatic'",
    )
    .bind(registration_id)
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

/// Moves the badge of the activity `from` to the activity `to`, each a deployment and a resource link, unless that one
/// has a badge. One statement of a transaction.
///
/// # Errors
/// When the database cannot be written.
pub async fn rebind(
    transaction: &mut SqliteConnection,
    registration_id: &str,
    from: (&str, &str),
    to: (&str, &str),
) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE placements SET deployment_id = $4, resource_link_id = $5
         WHERE registration_id = $1 AND deployment_id = $2 AND resource_link_id = $3 AND NOT EXISTS
             (SELECT 1 FROM placements other
              WHERE other.registration_id = $1 AND other.deployment_id = $4 AND other.resource_link_id = $5)",
    )
    .bind(registration_id)
    .bind(from.0)
    .bind(from.1)
    .bind(to.0)
    .bind(to.1)
    .execute(transaction)
    .await
    .map(drop)
}
