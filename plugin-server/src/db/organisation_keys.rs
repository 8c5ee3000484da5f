//! Table `organisation_keys`: the signing keys of organisations, sealed.

use sqlx::{FromRow, Sqlite, Transaction};

use super::Pool;

/// A signing key, sealed.
#[derive(Clone, FromRow)]
pub struct OrganisationKey {
    /// Whose.
    pub organisation_id: String,
    /// The fragment of its verification method, such as `key-1`.
    pub fragment: String,
    /// The public key as a Multikey.
    pub public_multibase: String,
    /// The secret key, sealed.
    pub sealed_secret: String,
    /// Seconds since 1970.
    pub created_at: i64,
    /// From when on it signs, in seconds since 1970; it is published before.
    pub signs_from: i64,
    /// When it was withdrawn, in seconds since 1970; `None` for a key that is published.
    pub withdrawn_at: Option<i64>,
}

impl std::fmt::Debug for OrganisationKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OrganisationKey")
            .field("organisation_id", &self.organisation_id)
            .field("fragment", &self.fragment)
            .finish_non_exhaustive()
    }
}

/// Keeps a key, unless the organisation has one of this fragment.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_if_absent(db: &Pool, key: &OrganisationKey) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO organisation_keys (organisation_id, fragment, public_multibase, sealed_secret, created_at,
                                        signs_from)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
    )
    .bind(&key.organisation_id)
    .bind(&key.fragment)
    .bind(&key.public_multibase)
    .bind(&key.sealed_secret)
    .bind(key.created_at)
    .bind(key.signs_from)
    .execute(db)
    .await
    .map(drop)
}

/// Keeps one more key, unless one of the organisation signs only since after `since` or later still. Gives whether it
/// was kept: of several servers at once, one gets `true`.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_unless_since(
    tx: &mut Transaction<'_, Sqlite>,
    key: &OrganisationKey,
    since: i64,
) -> sqlx::Result<bool> {
    sqlx::query(
        "INSERT INTO organisation_keys (organisation_id, fragment, public_multibase, sealed_secret, created_at,
                                        signs_from)
         SELECT $1, $2, $3, $4, $5, $6
         WHERE NOT EXISTS (SELECT 1 FROM organisation_keys
                           WHERE organisation_id = $1 AND withdrawn_at IS NULL AND signs_from > $7)
         ON CONFLICT DO NOTHING",
    )
    .bind(&key.organisation_id)
    .bind(&key.fragment)
    .bind(&key.public_multibase)
    .bind(&key.sealed_secret)
    .bind(key.created_at)
    .bind(key.signs_from)
    .bind(since)
    .execute(&mut **tx)
    .await
    .map(|done| done.rows_affected() == 1)
}

/// Withdraws every key of the organisation of `kept` but that one. What they signed verifies no more.
///
/// # Errors
/// When the database cannot be written.
pub async fn withdraw_others(
    tx: &mut Transaction<'_, Sqlite>,
    kept: &OrganisationKey,
    now: i64,
) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE organisation_keys SET withdrawn_at = $3
         WHERE organisation_id = $1 AND fragment <> $2 AND withdrawn_at IS NULL",
    )
    .bind(&kept.organisation_id)
    .bind(&kept.fragment)
    .bind(now)
    .execute(&mut **tx)
    .await
    .map(drop)
}

/// The keys of an organisation, withdrawn ones too, the one that signs last first. Old keys stay: badges that they
/// signed need them.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool, organisation_id: &str) -> sqlx::Result<Vec<OrganisationKey>> {
    sqlx::query_as(
        "SELECT * FROM organisation_keys WHERE organisation_id = $1 ORDER BY signs_from DESC, fragment",
    )
    .bind(organisation_id)
    .fetch_all(db)
    .await
}
