//! Table `launches`: what verified launches said, for as long as their pages may be used.

use sqlx::FromRow;

use super::Pool;

/// A launch whose page may be used.
#[derive(Debug, Clone, FromRow)]
pub struct Launch {
    /// The identifier, which the address of the page shows; it opens nothing by itself.
    pub id: String,
    /// The hash of the secret that the browser's cookie holds.
    pub session_hash: String,
    /// Seconds since 1970.
    pub expires_at: i64,
    /// The platform's registration.
    pub registration_id: String,
    /// The deployment of the tool on that platform.
    pub deployment_id: String,
    /// The activity.
    pub resource_link_id: String,
    /// The activity's title.
    pub resource_link_title: Option<String>,
    /// The course.
    pub context_id: Option<String>,
    /// The course's title.
    pub context_title: Option<String>,
    /// The person, as the platform names them; `None` when the launch is anonymous.
    pub subject: Option<String>,
    /// `learner`, `staff` or `other`; see [`crate::services::launches::Role`].
    pub role: String,
    /// The person's name, if the platform gave it.
    pub name: Option<String>,
    /// The person's e-mail address, if the platform gave it.
    pub email: Option<String>,
    /// The language the platform asked for.
    pub locale: Option<String>,
    /// Origins that may frame the page, separated by spaces.
    pub frame_origins: String,
    /// Seconds since 1970.
    pub launched_at: i64,
    /// Whether this person makes the course; see [`crate::services::managing::may`].
    pub may_manage: bool,
}

/// Keeps a launch.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(db: &Pool, launch: &Launch) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO launches (id, session_hash, expires_at, registration_id, deployment_id, resource_link_id,
                               resource_link_title, context_id, context_title, subject, role, name, email,
                               locale, frame_origins, launched_at, may_manage)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
    )
    .bind(&launch.id)
    .bind(&launch.session_hash)
    .bind(launch.expires_at)
    .bind(&launch.registration_id)
    .bind(&launch.deployment_id)
    .bind(&launch.resource_link_id)
    .bind(&launch.resource_link_title)
    .bind(&launch.context_id)
    .bind(&launch.context_title)
    .bind(&launch.subject)
    .bind(&launch.role)
    .bind(&launch.name)
    .bind(&launch.email)
    .bind(&launch.locale)
    .bind(&launch.frame_origins)
    .bind(launch.launched_at)
    .bind(launch.may_manage)
    .execute(db)
    .await
    .map(drop)
}

/// The launch of an identifier, while it may be used.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, id: &str, now: i64) -> sqlx::Result<Option<Launch>> {
    sqlx::query_as("SELECT * FROM launches WHERE id = $1 AND expires_at > $2")
        .bind(id)
        .bind(now)
        .fetch_optional(db)
        .await
}

/// Forgets launches that are over, with the names and addresses in them.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_expired(db: &Pool, now: i64) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM launches WHERE expires_at <= $1")
        .bind(now)
        .execute(db)
        .await
        .map(drop)
}
