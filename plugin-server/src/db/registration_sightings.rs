//! Table `registration_sightings`: when something was last seen of a platform.

use sqlx::FromRow;

use super::Pool;

/// Something that was seen.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct RegistrationSighting {
    /// The platform's registration; empty for what bears no sign of who it came from.
    pub registration_id: String,
    /// What it was; see [`crate::services::sightings::Sighting`].
    pub what: String,
    /// When it was last seen, in seconds since 1970.
    pub seen_at: i64,
    /// A code or a number that belongs to it.
    pub detail: String,
}

/// Keeps what was seen in the place of what was seen before; at most once in a second, unless the detail differs.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(db: &Pool, sighting: &RegistrationSighting) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO registration_sightings (registration_id, what, seen_at, detail) VALUES ($1, $2, $3, $4)
         ON CONFLICT (registration_id, what) DO UPDATE SET seen_at = excluded.seen_at, detail = excluded.detail
         WHERE excluded.seen_at > registration_sightings.seen_at
            OR excluded.detail <> registration_sightings.detail",
    )
    .bind(&sighting.registration_id)
    .bind(&sighting.what)
    .bind(sighting.seen_at)
    .bind(&sighting.detail)
    .execute(db)
    .await
    .map(drop)
}

/// What was seen of a registration.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool, registration_id: &str) -> sqlx::Result<Vec<RegistrationSighting>> {
    sqlx::query_as("SELECT * FROM registration_sightings WHERE registration_id = $1 ORDER BY what")
        .bind(registration_id)
        .fetch_all(db)
        .await
}
