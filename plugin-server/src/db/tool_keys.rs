//! Table `tool_keys`: the keys with which the tool signs towards platforms, sealed.

use sqlx::FromRow;

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
        "INSERT INTO tool_keys (kid, sealed_secret, created_at)
         SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM tool_keys)",
    )
    .bind(&key.kid)
    .bind(&key.sealed_secret)
    .bind(key.created_at)
    .execute(db)
    .await
    .map(drop)
}

/// All keys, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool) -> sqlx::Result<Vec<SealedToolKey>> {
    sqlx::query_as("SELECT * FROM tool_keys ORDER BY created_at DESC, kid")
        .fetch_all(db)
        .await
}
