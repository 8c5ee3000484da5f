//! Table `admin_sessions`: open administration sessions, by the hash of their token.

use super::Pool;

/// Keeps the hash of a new session, and forgets those that are over.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(db: &Pool, token_hash: &str, expires_at: i64, now: i64) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM admin_sessions WHERE expires_at <= $1")
        .bind(now)
        .execute(db)
        .await?;
    sqlx::query("INSERT INTO admin_sessions (token_hash, expires_at) VALUES ($1, $2)")
        .bind(token_hash)
        .bind(expires_at)
        .execute(db)
        .await
        .map(drop)
}

/// Whether a session is open.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_open(db: &Pool, token_hash: &str, now: i64) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM admin_sessions WHERE token_hash = $1 AND expires_at > $2)",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_one(db)
    .await
}

/// Ends a session.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete(db: &Pool, token_hash: &str) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM admin_sessions WHERE token_hash = $1")
        .bind(token_hash)
        .execute(db)
        .await
        .map(drop)
}
