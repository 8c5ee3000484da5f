//! Table `pending_deployments`: where genuine launches came from that nobody has approved yet.

use sqlx::{FromRow, SqliteExecutor};

use super::Pool;

/// A deployment that waits for somebody to approve it.
#[derive(Debug, Clone, FromRow)]
pub struct PendingDeployment {
    /// The platform's registration.
    pub registration_id: String,
    /// What the platform calls it.
    pub deployment_id: String,
    /// What the platform calls itself.
    pub platform_name: Option<String>,
    /// The course it was opened from.
    pub context_title: Option<String>,
    /// Seconds since 1970.
    pub first_seen_at: i64,
    /// Seconds since 1970.
    pub last_seen_at: i64,
}

/// Keeps a deployment that waits, or notes that it was seen again.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(db: impl SqliteExecutor<'_>, pending: &PendingDeployment) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO pending_deployments (registration_id, deployment_id, platform_name, context_title,
                                          first_seen_at, last_seen_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (registration_id, deployment_id) DO UPDATE SET platform_name = excluded.platform_name,
             context_title = excluded.context_title, last_seen_at = excluded.last_seen_at",
    )
    .bind(&pending.registration_id)
    .bind(&pending.deployment_id)
    .bind(&pending.platform_name)
    .bind(&pending.context_title)
    .bind(pending.first_seen_at)
    .bind(pending.last_seen_at)
    .execute(db)
    .await
    .map(drop)
}

/// The deployments of a registration that wait: those that have not been approved since.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool, registration_id: &str) -> sqlx::Result<Vec<PendingDeployment>> {
    sqlx::query_as(
        "SELECT * FROM pending_deployments p WHERE registration_id = $1 AND NOT EXISTS
             (SELECT 1 FROM deployments d
              WHERE d.registration_id = p.registration_id AND d.deployment_id = p.deployment_id)
         ORDER BY first_seen_at, deployment_id",
    )
    .bind(registration_id)
    .fetch_all(db)
    .await
}
