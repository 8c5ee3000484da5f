//! Table `decisions`: what teachers decided about people who meet a condition and may not be learners.

use std::collections::BTreeSet;

use sqlx::{FromRow, Sqlite, Transaction};

use super::Pool;

/// What a teacher decided about somebody.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Decision {
    /// The placement.
    pub placement_id: String,
    /// About whom, as the platform names them.
    pub subject: String,
    /// `yes` or `no`; see [`crate::services::managing::Answer`].
    pub answer: String,
    /// Who decided, as the platform names them.
    pub decided_by: String,
    /// Seconds since 1970.
    pub decided_at: i64,
}

/// Keeps a decision, in the place of an earlier one about the same person.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(db: &Pool, decision: &Decision) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO decisions (placement_id, subject, answer, decided_by, decided_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (placement_id, subject) DO UPDATE SET answer = excluded.answer,
             decided_by = excluded.decided_by, decided_at = excluded.decided_at",
    )
    .bind(&decision.placement_id)
    .bind(&decision.subject)
    .bind(&decision.answer)
    .bind(&decision.decided_by)
    .bind(decision.decided_at)
    .execute(db)
    .await
    .map(drop)
}

/// Forgets what was decided about people, in the transaction that asks something else of them.
///
/// # Errors
/// When the database cannot be written.
pub(super) async fn delete(tx: &mut Transaction<'_, Sqlite>, placement_id: &str) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM decisions WHERE placement_id = $1")
        .bind(placement_id)
        .execute(&mut **tx)
        .await
        .map(drop)
}

/// The decisions of a placement.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool, placement_id: &str) -> sqlx::Result<Vec<Decision>> {
    sqlx::query_as("SELECT * FROM decisions WHERE placement_id = $1 ORDER BY subject")
        .bind(placement_id)
        .fetch_all(db)
        .await
}

/// The people about whom a teacher said yes.
///
/// # Errors
/// When the database cannot be read.
pub async fn accepted(db: &Pool, placement_id: &str) -> sqlx::Result<BTreeSet<String>> {
    let subjects: Vec<String> =
        sqlx::query_scalar("SELECT subject FROM decisions WHERE placement_id = $1 AND answer = 'yes'")
            .bind(placement_id)
            .fetch_all(db)
            .await?;
    Ok(subjects.into_iter().collect())
}
