//! Table `audit_entries`: who did what. Rows are added and never changed.

use sqlx::FromRow;

use super::Pool;

/// Something that somebody did.
#[derive(Debug, Clone, FromRow)]
pub struct AuditEntry {
    /// The identifier.
    pub id: String,
    /// Seconds since 1970.
    pub at: i64,
    /// What the actor is; see [`crate::services::audit::Actor`].
    pub actor_kind: String,
    /// The actor, where they have a name.
    pub actor: Option<String>,
    /// The organisation that it concerns; `None` when it concerns the whole server.
    pub organisation_id: Option<String>,
    /// The word of what was done; see [`crate::services::audit::Action`].
    pub action: String,
    /// What it was done to, in words.
    pub target: String,
}

/// Adds an entry.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(db: &Pool, entry: &AuditEntry) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO audit_entries (id, at, actor_kind, actor, organisation_id, action, target)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&entry.id)
    .bind(entry.at)
    .bind(&entry.actor_kind)
    .bind(&entry.actor)
    .bind(&entry.organisation_id)
    .bind(&entry.action)
    .bind(&entry.target)
    .execute(db)
    .await
    .map(drop)
}

/// The newest `limit` entries, before the newest `skip`: all of them, or those of one organisation.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(
    db: &Pool,
    organisation_id: Option<&str>,
    skip: u32,
    limit: u32,
) -> sqlx::Result<Vec<AuditEntry>> {
    sqlx::query_as(
        "SELECT * FROM audit_entries WHERE $1 IS NULL OR organisation_id = $1
         ORDER BY at DESC, id LIMIT $2 OFFSET $3",
    )
    .bind(organisation_id)
    .bind(limit)
    .bind(skip)
    .fetch_all(db)
    .await
}
