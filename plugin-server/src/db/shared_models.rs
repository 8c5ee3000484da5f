//! Table `shared_models`: badges that every teacher may start from.

use super::{Pool, badges::Badge};

/// Shares a badge as a model.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_if_absent(db: &Pool, badge_id: &str, now: i64) -> sqlx::Result<()> {
    sqlx::query("INSERT INTO shared_models (badge_id, shared_at) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(badge_id)
        .bind(now)
        .execute(db)
        .await
        .map(drop)
}

/// Stops sharing a badge as a model. What was made from it stays.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete(db: &Pool, badge_id: &str) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM shared_models WHERE badge_id = $1")
        .bind(badge_id)
        .execute(db)
        .await
        .map(drop)
}

/// Whether a badge is a model.
///
/// # Errors
/// When the database cannot be read.
pub async fn contains(db: &Pool, badge_id: &str) -> sqlx::Result<bool> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM shared_models WHERE badge_id = $1)")
        .bind(badge_id)
        .fetch_one(db)
        .await
}

/// The models of all organisations, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool) -> sqlx::Result<Vec<Badge>> {
    sqlx::query_as(
        "SELECT badges.* FROM badges JOIN shared_models ON shared_models.badge_id = badges.id
         ORDER BY badges.name, badges.id",
    )
    .fetch_all(db)
    .await
}
