//! Table `qualifications`: who met the condition of which placement, as far as it is known. No names, no addresses.

use sqlx::{FromRow, Sqlite, Transaction};

use super::Pool;

/// Where one person stands with one placement.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Qualification {
    /// The placement.
    pub placement_id: String,
    /// The person, as the platform names them.
    pub subject: String,
    /// `met`, `not-yet`, `held` or `no-longer`; see [`crate::services::completion::State`].
    pub state: String,
    /// Why not, as JSON; see [`crate::services::completion::Reason`]. `None` when it is met.
    pub reason: Option<String>,
    /// What was seen of each rule that is met, as JSON; see [`crate::services::completion::Evidence`].
    pub evidence: String,
    /// When the condition was met first, in seconds since 1970.
    pub first_met_at: Option<i64>,
    /// Seconds since 1970.
    pub checked_at: i64,
}

/// Writes where somebody stands now. When they met the condition first is never forgotten.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(tx: &mut Transaction<'_, Sqlite>, row: &Qualification) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO qualifications (placement_id, subject, state, reason, evidence, first_met_at, checked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (placement_id, subject)
         DO UPDATE SET state = excluded.state, reason = excluded.reason, evidence = excluded.evidence,
             first_met_at = COALESCE(qualifications.first_met_at, excluded.first_met_at),
             checked_at = excluded.checked_at",
    )
    .bind(&row.placement_id)
    .bind(&row.subject)
    .bind(&row.state)
    .bind(&row.reason)
    .bind(&row.evidence)
    .bind(row.first_met_at)
    .bind(row.checked_at)
    .execute(&mut **tx)
    .await
    .map(drop)
}

/// Forgets everybody who was looked at for a placement.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete(tx: &mut Transaction<'_, Sqlite>, placement_id: &str) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM qualifications WHERE placement_id = $1")
        .bind(placement_id)
        .execute(&mut **tx)
        .await
        .map(drop)
}

/// Where one person stands, if it was ever looked at.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, placement_id: &str, subject: &str) -> sqlx::Result<Option<Qualification>> {
    sqlx::query_as("SELECT * FROM qualifications WHERE placement_id = $1 AND subject = $2")
        .bind(placement_id)
        .bind(subject)
        .fetch_optional(db)
        .await
}

/// Everybody who was ever looked at for a placement.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool, placement_id: &str) -> sqlx::Result<Vec<Qualification>> {
    sqlx::query_as("SELECT * FROM qualifications WHERE placement_id = $1 ORDER BY subject")
        .bind(placement_id)
        .fetch_all(db)
        .await
}

/// Says of the person `to` what is known of the person `from` of the same platform, except where more is known. One
/// statement of a transaction.
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
        "UPDATE qualifications SET subject = $3
         WHERE subject = $2 AND placement_id IN (SELECT id FROM placements WHERE registration_id = $1)
             AND NOT EXISTS (SELECT 1 FROM qualifications other
                             WHERE other.placement_id = qualifications.placement_id AND other.subject = $3)",
    )
    .bind(registration_id)
    .bind(from)
    .bind(to)
    .execute(transaction)
    .await
    .map(drop)
}
