//! Table `test_keys`: the keys of test issuers, sealed. What they sign is genuine nowhere.

use sqlx::FromRow;

use super::Pool;

/// The key of an organisation's test issuer, sealed.
#[derive(Clone, FromRow)]
pub struct TestKey {
    /// Whose.
    pub organisation_id: String,
    /// The public key as a Multikey.
    pub public_multibase: String,
    /// The secret key, sealed.
    pub sealed_secret: String,
    /// Seconds since 1970.
    pub created_at: i64,
}

impl std::fmt::Debug for TestKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TestKey")
            .field("organisation_id", &self.organisation_id)
            .finish_non_exhaustive()
    }
}

/// Keeps `key`, unless the organisation has one already, and answers the one that counts.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_or_find(db: &Pool, key: &TestKey) -> sqlx::Result<TestKey> {
    sqlx::query(
        "INSERT INTO test_keys (organisation_id, public_multibase, sealed_secret, created_at)
         VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
    )
    .bind(&key.organisation_id)
    .bind(&key.public_multibase)
    .bind(&key.sealed_secret)
    .bind(key.created_at)
    .execute(db)
    .await?;
    sqlx::query_as("SELECT * FROM test_keys WHERE organisation_id = $1")
        .bind(&key.organisation_id)
        .fetch_one(db)
        .await
}

/// The key of an organisation's test issuer; `None` until a test badge was made.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, organisation_id: &str) -> sqlx::Result<Option<TestKey>> {
    sqlx::query_as("SELECT * FROM test_keys WHERE organisation_id = $1")
        .bind(organisation_id)
        .fetch_optional(db)
        .await
}
