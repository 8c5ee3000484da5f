//! Table `course_events`: what platforms said, in signed messages, of people who completed a course.

use sqlx::FromRow;

use super::Pool;

/// That a platform said that somebody completed a course.
#[derive(Debug, Clone, FromRow)]
pub struct CourseEvent {
    /// The platform's registration.
    pub registration_id: String,
    /// The course.
    pub context_id: String,
    /// Who, as launches name them.
    pub subject: String,
    /// When they completed it, as the message says, in seconds since 1970.
    pub happened_at: i64,
    /// When the message came, in seconds since 1970.
    pub received_at: i64,
}

/// Keeps what was said. Said again, the first time counts.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_if_absent(db: &Pool, event: &CourseEvent) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO course_events (registration_id, context_id, subject, happened_at, received_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
    )
    .bind(&event.registration_id)
    .bind(&event.context_id)
    .bind(&event.subject)
    .bind(event.happened_at)
    .bind(event.received_at)
    .execute(db)
    .await
    .map(drop)
}

/// What was said of the people of a course.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool, registration_id: &str, context_id: &str) -> sqlx::Result<Vec<CourseEvent>> {
    sqlx::query_as("SELECT * FROM course_events WHERE registration_id = $1 AND context_id = $2")
        .bind(registration_id)
        .bind(context_id)
        .fetch_all(db)
        .await
}
