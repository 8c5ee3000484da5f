//! Table `tool_keys`: the keys with which the tool signs towards platforms, sealed.

use sqlx::{FromRow, Sqlite, Transaction};

use super::Pool;

/// A tool key, sealed.
#[derive(Clone, FromRow)]
pub struct SealedToolKey {
    /// The key's identifier in the key set.
    pub kid: String,
    /// The secret key (PKCS #8), sealed.
    pub sealed_secret: String,
    /// Seconds since 1970.
    pub created_at: i64,
    /// From when on it signs, in seconds since 1970; it is published before.
    pub signs_from: i64,
    /// From when on it is published no more, in seconds since 1970; `None` while it may sign.
    pub listed_until: Option<i64>,
}

impl std::fmt::Debug for SealedToolKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SealedToolKey")
            .field("kid", &self.kid)
            .finish_non_exhaustive()
    }
}

/// Keeps the first key; does nothing when there is one, so two servers that start together agree.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_first(db: &Pool, key: &SealedToolKey) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO tool_keys (kid, sealed_secret, created_at, signs_from)
         SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT 1 FROM tool_keys)",
    )
    .bind(&key.kid)
    .bind(&key.sealed_secret)
    .bind(key.created_at)
    .bind(key.signs_from)
    .execute(db)
    .await
    .map(drop)
}

/// Keeps one more key, unless one signs only since after `since` or later still. Gives whether it was kept: of several
/// servers at once, one gets `true`.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_unless_since(
    tx: &mut Transaction<'_, Sqlite>,
    key: &SealedToolKey,
    since: i64,
) -> sqlx::Result<bool> {
    sqlx::query(
        "INSERT INTO tool_keys (kid, sealed_secret, created_at, signs_from)
         SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT 1 FROM tool_keys WHERE signs_from > $5)",
    )
    .bind(&key.kid)
    .bind(&key.sealed_secret)
    .bind(key.created_at)
    .bind(key.signs_from)
    .bind(since)
    .execute(&mut **tx)
    .await
    .map(|done| done.rows_affected() == 1)
}

/// Lets every key but `kid` be published until `listed_until` and no longer.
///
/// # Errors
/// When the database cannot be written.
pub async fn retire_others(
    tx: &mut Transaction<'_, Sqlite>,
    kid: &str,
    listed_until: i64,
) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE tool_keys SET listed_until = $2
         WHERE kid <> $1 AND (listed_until IS NULL OR listed_until > $2)",
    )
    .bind(kid)
    .bind(listed_until)
    .execute(&mut **tx)
    .await
    .map(drop)
}

/// Destroys the keys that are published no more.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_unlisted(db: &Pool, now: i64) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM tool_keys WHERE listed_until <= $1")
        .bind(now)
        .execute(db)
        .await
        .map(drop)
}

/// The keys that are published, the one that signs last first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool, now: i64) -> sqlx::Result<Vec<SealedToolKey>> {
    sqlx::query_as(
        "SELECT * FROM tool_keys WHERE listed_until IS NULL OR listed_until > $1 ORDER BY signs_from DESC, kid",
    )
    .bind(now)
    .fetch_all(db)
    .await
}
