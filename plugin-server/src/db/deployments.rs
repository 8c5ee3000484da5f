//! Table `deployments`: where on a platform this tool may be launched from.

use sqlx::{FromRow, SqliteExecutor};

use super::Pool;

/// A deployment that may launch this tool.
#[derive(Debug, Clone, FromRow)]
pub struct Deployment {
    /// The platform's registration.
    pub registration_id: String,
    /// What the platform calls it.
    pub deployment_id: String,
    /// Seconds since 1970.
    pub created_at: i64,
}

/// Keeps a deployment, unless it is there.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_if_absent(db: impl SqliteExecutor<'_>, deployment: &Deployment) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO deployments (registration_id, deployment_id, created_at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING",
    )
    .bind(&deployment.registration_id)
    .bind(&deployment.deployment_id)
    .bind(deployment.created_at)
    .execute(db)
    .await
    .map(drop)
}

/// The deployment of a registration, if it may launch this tool.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, registration_id: &str, deployment_id: &str) -> sqlx::Result<Option<Deployment>> {
    sqlx::query_as("SELECT * FROM deployments WHERE registration_id = $1 AND deployment_id = $2")
        .bind(registration_id)
        .bind(deployment_id)
        .fetch_optional(db)
        .await
}

/// The deployments of a registration.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool, registration_id: &str) -> sqlx::Result<Vec<Deployment>> {
    sqlx::query_as("SELECT * FROM deployments WHERE registration_id = $1 ORDER BY deployment_id")
        .bind(registration_id)
        .fetch_all(db)
        .await
}
