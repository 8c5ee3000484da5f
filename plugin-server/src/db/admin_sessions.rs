//! Table `admin_sessions`: open administration sessions, by the hash of their token.

use super::{Pool, admin_links::Grant};

/// Keeps the hash of a new session, and forgets those that are over.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(
    db: &Pool,
    token_hash: &str,
    expires_at: i64,
    grant: &Grant,
    now: i64,
) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM admin_sessions WHERE expires_at <= $1")
        .bind(now)
        .execute(db)
        .await?;
    sqlx::query(
        "INSERT INTO admin_sessions (token_hash, expires_at, organisation_id, holder) VALUES ($1, $2, $3, $4)",
    )
    .bind(token_hash)
    .bind(expires_at)
    .bind(&grant.organisation_id)
    .bind(&grant.holder)
    .execute(db)
    .await
    .map(drop)
}

/// What an open session may do; `None` when there is no such session.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, token_hash: &str, now: i64) -> sqlx::Result<Option<Grant>> {
    sqlx::query_as(
        "SELECT organisation_id, holder FROM admin_sessions WHERE token_hash = $1 AND expires_at > $2",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(db)
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
