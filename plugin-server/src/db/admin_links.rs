//! Table `admin_links`: one-time links to the administration page, by the hash of their token.

use super::Pool;

/// Keeps the hash of a new link.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(db: &Pool, token_hash: &str, expires_at: i64) -> sqlx::Result<()> {
    sqlx::query("INSERT INTO admin_links (token_hash, expires_at) VALUES ($1, $2)")
        .bind(token_hash)
        .bind(expires_at)
        .execute(db)
        .await
        .map(drop)
}

/// Uses a link up, in one statement: true for exactly one caller, and only before it expires.
///
/// # Errors
/// When the database cannot be written.
pub async fn take(db: &Pool, token_hash: &str, now: i64) -> sqlx::Result<bool> {
    let taken = sqlx::query("DELETE FROM admin_links WHERE token_hash = $1 AND expires_at > $2")
        .bind(token_hash)
        .bind(now)
        .execute(db)
        .await?;
    Ok(taken.rows_affected() == 1)
}

/// Forgets links that nobody used in time.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_expired(db: &Pool, now: i64) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM admin_links WHERE expires_at <= $1")
        .bind(now)
        .execute(db)
        .await
        .map(drop)
}
