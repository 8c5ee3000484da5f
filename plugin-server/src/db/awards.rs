//! Table `awards`: who was awarded what. One row for each learner and badge.

use std::collections::BTreeSet;

use sqlx::{FromRow, Sqlite, Transaction};

use super::Pool;

/// An award.
#[derive(Debug, Clone, FromRow)]
pub struct Award {
    /// The identifier.
    pub id: String,
    /// The badge.
    pub badge_id: String,
    /// The platform's registration; with `subject`, the learner.
    pub registration_id: String,
    /// The learner, as the platform names them.
    pub subject: String,
    /// The credential's identifier, settled with the award.
    pub credential_id: String,
    /// The random part of the address of the public page.
    pub page_id: String,
    /// The activity that gave it, [`crate::db::placements::Placement::id`]; it may have been taken off since.
    pub placement_id: Option<String>,
    /// The rules that decided, by their words, joined by `+`.
    pub rule: String,
    /// What the rules saw, as JSON; see [`crate::services::completion::Evidence`].
    pub evidence: String,
    /// Seconds since 1970.
    pub awarded_at: i64,
    /// Whether the learner shares the public page.
    pub is_public: bool,
}

/// Makes `award` of what the badge says now, unless the learner has this badge already, and answers the one that
/// counts. However many callers race, all get the same row.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_or_find(tx: &mut Transaction<'_, Sqlite>, award: &Award) -> sqlx::Result<Award> {
    sqlx::query(
        "INSERT INTO awards (id, badge_id, registration_id, subject, credential_id, page_id, rule, evidence,
                             awarded_at, is_public, placement_id, badge_version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, (SELECT version FROM badges WHERE badges.id = $2))
         ON CONFLICT (badge_id, registration_id, subject) DO NOTHING",
    )
    .bind(&award.id)
    .bind(&award.badge_id)
    .bind(&award.registration_id)
    .bind(&award.subject)
    .bind(&award.credential_id)
    .bind(&award.page_id)
    .bind(&award.rule)
    .bind(&award.evidence)
    .bind(award.awarded_at)
    .bind(award.is_public)
    .bind(&award.placement_id)
    .execute(&mut **tx)
    .await?;
    sqlx::query_as("SELECT * FROM awards WHERE badge_id = $1 AND registration_id = $2 AND subject = $3")
        .bind(&award.badge_id)
        .bind(&award.registration_id)
        .bind(&award.subject)
        .fetch_one(&mut **tx)
        .await
}

/// The award of a badge to a learner.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(
    db: &Pool,
    badge_id: &str,
    registration_id: &str,
    subject: &str,
) -> sqlx::Result<Option<Award>> {
    sqlx::query_as("SELECT * FROM awards WHERE badge_id = $1 AND registration_id = $2 AND subject = $3")
        .bind(badge_id)
        .bind(registration_id)
        .bind(subject)
        .fetch_optional(db)
        .await
}

/// Whether a placement has given anything.
///
/// # Errors
/// When the database cannot be read.
pub async fn any_of_placement(db: &Pool, placement_id: &str) -> sqlx::Result<bool> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM awards WHERE placement_id = $1)")
        .bind(placement_id)
        .fetch_one(db)
        .await
}

/// The version that the badge had when it was awarded, or when it was last issued anew.
///
/// # Errors
/// When the database cannot be read, or there is no such award.
pub async fn badge_version(db: &Pool, id: &str) -> sqlx::Result<i64> {
    sqlx::query_scalar("SELECT badge_version FROM awards WHERE id = $1")
        .bind(id)
        .fetch_one(db)
        .await
}

/// Says that the credential of an award is of this version by now. One statement of a transaction.
///
/// # Errors
/// When the database cannot be written.
pub(super) async fn set_badge_version(
    transaction: &mut sqlx::SqliteConnection,
    id: &str,
    badge_version: i64,
) -> sqlx::Result<()> {
    sqlx::query("UPDATE awards SET badge_version = $2 WHERE id = $1")
        .bind(id)
        .bind(badge_version)
        .execute(transaction)
        .await
        .map(drop)
}

/// Who has a badge on a platform.
///
/// # Errors
/// When the database cannot be read.
pub async fn subjects(db: &Pool, badge_id: &str, registration_id: &str) -> sqlx::Result<BTreeSet<String>> {
    let subjects: Vec<String> =
        sqlx::query_scalar("SELECT subject FROM awards WHERE badge_id = $1 AND registration_id = $2")
            .bind(badge_id)
            .bind(registration_id)
            .fetch_all(db)
            .await?;
    Ok(subjects.into_iter().collect())
}

/// To whom a score was sent, or is to be, for a badge that the activity of a placement gave: this one, or one that was
/// taken off some activity since.
///
/// # Errors
/// When the database cannot be read.
pub async fn scored_subjects(
    db: &Pool,
    registration_id: &str,
    placement_id: &str,
) -> sqlx::Result<BTreeSet<String>> {
    let subjects: Vec<String> = sqlx::query_scalar(
        "SELECT subject FROM awards
         WHERE registration_id = $1
             AND (placement_id = $2
                  OR NOT EXISTS (SELECT 1 FROM placements WHERE placements.id = awards.placement_id))
             AND EXISTS (SELECT 1 FROM outbox WHERE outbox.dedup_key = 'score:' || awards.id)",
    )
    .bind(registration_id)
    .bind(placement_id)
    .fetch_all(db)
    .await?;
    Ok(subjects.into_iter().collect())
}

/// The awards that a placement gave and that have no credential yet, the oldest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_unsigned(db: &Pool, placement_id: &str) -> sqlx::Result<Vec<Award>> {
    sqlx::query_as(
        "SELECT * FROM awards WHERE placement_id = $1
             AND NOT EXISTS (SELECT 1 FROM credentials WHERE credentials.award_id = awards.id)
         ORDER BY awarded_at, id",
    )
    .bind(placement_id)
    .fetch_all(db)
    .await
}

/// The award whose public page has this address, if its learner shares it.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_public(db: &Pool, page_id: &str) -> sqlx::Result<Option<Award>> {
    sqlx::query_as("SELECT * FROM awards WHERE page_id = $1 AND is_public = TRUE")
        .bind(page_id)
        .fetch_optional(db)
        .await
}

/// Shares the public page, or stops sharing it.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_public(db: &Pool, id: &str, is_public: bool) -> sqlx::Result<()> {
    sqlx::query("UPDATE awards SET is_public = $2 WHERE id = $1")
        .bind(id)
        .bind(is_public)
        .execute(db)
        .await
        .map(drop)
}

/// Gives the awards of the learner `from` to the learner `to` of the same platform, except for badges that they have
/// already. One statement of a transaction.
///
/// # Errors
/// When the database cannot be written.
pub async fn rebind(
    transaction: &mut sqlx::SqliteConnection,
    registration_id: &str,
    from: &str,
    to: &str,
) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE awards SET subject = $3 WHERE registration_id = $1 AND subject = $2 AND NOT EXISTS
             (SELECT 1 FROM awards other
              WHERE other.badge_id = awards.badge_id AND other.registration_id = $1 AND other.subject = $3)",
    )
    .bind(registration_id)
    .bind(from)
    .bind(to)
    .execute(transaction)
    .await
    .map(drop)
}
