//! Table `legacy_consumers`: what platforms sign their LTI 1.1 launches with.

use sqlx::FromRow;

use super::Pool;

/// A platform's key and secret of LTI 1.1.
#[derive(Clone, FromRow)]
pub struct LegacyConsumer {
    /// The platform's registration.
    pub registration_id: String,
    /// What launches say they are signed with.
    pub consumer_key: String,
    /// Sealed with the master key.
    pub secret: String,
    /// Whether launches are taken.
    pub is_on: bool,
    /// Seconds since 1970.
    pub changed_at: i64,
}

// The secret stays out of logs, sealed as it is.
impl std::fmt::Debug for LegacyConsumer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LegacyConsumer")
            .field("registration_id", &self.registration_id)
            .field("is_on", &self.is_on)
            .finish_non_exhaustive()
    }
}

/// Keeps key and secret of a registration in the place of those it had.
///
/// # Errors
/// When the database cannot be written, or another registration has this key.
pub async fn upsert(db: &Pool, consumer: &LegacyConsumer) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO legacy_consumers (registration_id, consumer_key, secret, is_on, changed_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (registration_id) DO UPDATE SET consumer_key = excluded.consumer_key,
             secret = excluded.secret, is_on = excluded.is_on, changed_at = excluded.changed_at",
    )
    .bind(&consumer.registration_id)
    .bind(&consumer.consumer_key)
    .bind(&consumer.secret)
    .bind(consumer.is_on)
    .bind(consumer.changed_at)
    .execute(db)
    .await
    .map(drop)
}

/// Takes no launches of a registration from now on.
///
/// # Errors
/// When the database cannot be written.
pub async fn switch_off(db: &Pool, registration_id: &str, now: i64) -> sqlx::Result<()> {
    sqlx::query("UPDATE legacy_consumers SET is_on = FALSE, changed_at = $2 WHERE registration_id = $1")
        .bind(registration_id)
        .bind(now)
        .execute(db)
        .await
        .map(drop)
}

/// Key and secret of a registration.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, registration_id: &str) -> sqlx::Result<Option<LegacyConsumer>> {
    sqlx::query_as("SELECT * FROM legacy_consumers WHERE registration_id = $1")
        .bind(registration_id)
        .fetch_optional(db)
        .await
}

/// Whose key this is.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_by_key(db: &Pool, consumer_key: &str) -> sqlx::Result<Option<LegacyConsumer>> {
    sqlx::query_as("SELECT * FROM legacy_consumers WHERE consumer_key = $1")
        .bind(consumer_key)
        .fetch_optional(db)
        .await
}
