//! Table `content_choices`: what verified requests for content said, for as long as their pages may be used.

use sqlx::FromRow;

use super::Pool;

/// A request for content whose page may be used.
#[derive(Debug, Clone, FromRow)]
pub struct ContentChoice {
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
    /// The course.
    pub context_id: String,
    /// Who chooses, as the platform names them.
    pub subject: Option<String>,
    /// The language the platform asked for.
    pub locale: Option<String>,
    /// Origins that may frame the page, separated by spaces.
    pub frame_origins: String,
    /// The settings of the request, as JSON.
    pub settings: String,
    /// The badge that was made on this page, if one was.
    pub made_badge_id: Option<String>,
}

/// Keeps a request.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(db: &Pool, choice: &ContentChoice) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO content_choices (id, session_hash, expires_at, registration_id, deployment_id, context_id,
                                      subject, locale, frame_origins, settings, made_badge_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(&choice.id)
    .bind(&choice.session_hash)
    .bind(choice.expires_at)
    .bind(&choice.registration_id)
    .bind(&choice.deployment_id)
    .bind(&choice.context_id)
    .bind(&choice.subject)
    .bind(&choice.locale)
    .bind(&choice.frame_origins)
    .bind(&choice.settings)
    .bind(&choice.made_badge_id)
    .execute(db)
    .await
    .map(drop)
}

/// The request of an identifier, while it may be used.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, id: &str, now: i64) -> sqlx::Result<Option<ContentChoice>> {
    sqlx::query_as("SELECT * FROM content_choices WHERE id = $1 AND expires_at > $2")
        .bind(id)
        .bind(now)
        .fetch_optional(db)
        .await
}

/// Remembers the badge that was made on the page.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_made_badge(db: &Pool, id: &str, badge_id: &str) -> sqlx::Result<()> {
    sqlx::query("UPDATE content_choices SET made_badge_id = $2 WHERE id = $1")
        .bind(id)
        .bind(badge_id)
        .execute(db)
        .await
        .map(drop)
}

/// Forgets requests that are over.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_expired(db: &Pool, now: i64) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM content_choices WHERE expires_at <= $1")
        .bind(now)
        .execute(db)
        .await
        .map(drop)
}
