//! Table `platform_usernames`: the names under which a platform's interface knows people, where launches give others.

use super::Pool;

/// Keeps the name of somebody.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(db: &Pool, registration_id: &str, subject: &str, username: &str) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO platform_usernames (registration_id, subject, username) VALUES ($1, $2, $3)
         ON CONFLICT (registration_id, subject) DO UPDATE SET username = excluded.username",
    )
    .bind(registration_id)
    .bind(subject)
    .bind(username)
    .execute(db)
    .await
    .map(drop)
}

/// The name of somebody, if a launch gave it.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, registration_id: &str, subject: &str) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar("SELECT username FROM platform_usernames WHERE registration_id = $1 AND subject = $2")
        .bind(registration_id)
        .bind(subject)
        .fetch_optional(db)
        .await
}

/// Whose name this is, if a launch gave it.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_subject(db: &Pool, registration_id: &str, username: &str) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar("SELECT subject FROM platform_usernames WHERE registration_id = $1 AND username = $2")
        .bind(registration_id)
        .bind(username)
        .fetch_optional(db)
        .await
}
