//! Table `organisation_keys`: the signing keys of organisations, sealed.

use sqlx::FromRow;

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
        "INSERT INTO organisation_keys (organisation_id, fragment, public_multibase, sealed_secret, created_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
    )
    .bind(&key.organisation_id)
    .bind(&key.fragment)
    .bind(&key.public_multibase)
    .bind(&key.sealed_secret)
    .bind(key.created_at)
    .execute(db)
    .await
    .map(drop)
}

/// The keys of an organisation, the newest first. Old keys stay: badges that they signed need them.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool, organisation_id: &str) -> sqlx::Result<Vec<OrganisationKey>> {
    sqlx::query_as(
        "SELECT * FROM organisation_keys WHERE organisation_id = $1 ORDER BY created_at DESC, fragment",
    )
    .bind(organisation_id)
    .fetch_all(db)
    .await
}
