//! Table `registration_organisations`: the organisation whose badges the teachers of a platform choose and make.

use super::{Pool, organisations::Organisation, registrations::Registration};

/// Gives a platform to an organisation.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(db: &Pool, registration_id: &str, organisation_id: &str) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO registration_organisations (registration_id, organisation_id) VALUES ($1, $2)
         ON CONFLICT (registration_id) DO UPDATE SET organisation_id = excluded.organisation_id",
    )
    .bind(registration_id)
    .bind(organisation_id)
    .execute(db)
    .await
    .map(drop)
}

/// The organisation of a platform: the one it was given to, or the one that was made first.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, registration_id: &str) -> sqlx::Result<Option<Organisation>> {
    sqlx::query_as(
        "SELECT organisations.* FROM organisations
         LEFT JOIN registration_organisations AS given
             ON given.organisation_id = organisations.id AND given.registration_id = $1
         ORDER BY given.registration_id IS NULL, organisations.created_at, organisations.id LIMIT 1",
    )
    .bind(registration_id)
    .fetch_optional(db)
    .await
}

/// The platforms of an organisation, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool, organisation_id: &str) -> sqlx::Result<Vec<Registration>> {
    sqlx::query_as(
        "SELECT registrations.* FROM registrations
         LEFT JOIN registration_organisations AS given ON given.registration_id = registrations.id
         WHERE COALESCE(given.organisation_id,
                        (SELECT id FROM organisations ORDER BY created_at, id LIMIT 1)) = $1
         ORDER BY registrations.name, registrations.id",
    )
    .bind(organisation_id)
    .fetch_all(db)
    .await
}
