//! Table `platform_apis`: how a platform is asked whether somebody has completed a course.

use sqlx::FromRow;

use super::Pool;

/// How a platform is asked.
#[derive(Debug, Clone, FromRow)]
pub struct PlatformApi {
    /// The platform's registration.
    pub registration_id: String,
    /// The word of its kind; see [`crate::services::platform_apis::Kind`].
    pub kind: String,
    /// The address of the site.
    pub address: String,
    /// The token or secret, sealed.
    pub sealed_secret: String,
    /// Seconds since 1970.
    pub created_at: i64,
}

/// Keeps how a platform is asked, in the place of what was there.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(db: &Pool, api: &PlatformApi) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO platform_apis (registration_id, kind, address, sealed_secret, created_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (registration_id) DO UPDATE SET kind = excluded.kind, address = excluded.address,
             sealed_secret = excluded.sealed_secret, created_at = excluded.created_at",
    )
    .bind(&api.registration_id)
    .bind(&api.kind)
    .bind(&api.address)
    .bind(&api.sealed_secret)
    .bind(api.created_at)
    .execute(db)
    .await
    .map(drop)
}

/// How a platform is asked, if an administrator said so.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, registration_id: &str) -> sqlx::Result<Option<PlatformApi>> {
    sqlx::query_as("SELECT * FROM platform_apis WHERE registration_id = $1")
        .bind(registration_id)
        .fetch_optional(db)
        .await
}

/// Forgets how a platform is asked, secret and all.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete(db: &Pool, registration_id: &str) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM platform_apis WHERE registration_id = $1")
        .bind(registration_id)
        .execute(db)
        .await
        .map(drop)
}
