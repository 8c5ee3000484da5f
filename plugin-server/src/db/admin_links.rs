//! Table `admin_links`: one-time links to the administration page, by the hash of their token.

use sqlx::FromRow;

use super::Pool;

/// What a link opens.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromRow)]
pub struct Grant {
    /// The organisation that may be administered; `None` for the whole server.
    pub organisation_id: Option<String>,
    /// Who the link was made for, in the words of whoever made it.
    pub holder: Option<String>,
}

/// Keeps the hash of a new link.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(db: &Pool, token_hash: &str, expires_at: i64, grant: &Grant) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO admin_links (token_hash, expires_at, organisation_id, holder) VALUES ($1, $2, $3, $4)",
    )
    .bind(token_hash)
    .bind(expires_at)
    .bind(&grant.organisation_id)
    .bind(&grant.holder)
    .execute(db)
    .await
    .map(drop)
}

/// Uses a link up, in one statement: exactly one caller gets what it opens, and only before it expires.
///
/// # Errors
/// When the database cannot be written.
pub async fn take(db: &Pool, token_hash: &str, now: i64) -> sqlx::Result<Option<Grant>> {
    sqlx::query_as(
        "DELETE FROM admin_links WHERE token_hash = $1 AND expires_at > $2 RETURNING organisation_id, holder",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(db)
    .await
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
