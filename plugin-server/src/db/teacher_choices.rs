//! Table `teacher_choices`: people whom a teacher chose.

use sqlx::FromRow;

use super::Pool;

/// Somebody whom a teacher chose.
#[derive(Debug, Clone, FromRow)]
pub struct TeacherChoice {
    /// The placement.
    pub placement_id: String,
    /// Who was chosen, as the platform names them.
    pub subject: String,
    /// Who chose, as the platform names them.
    pub chosen_by: String,
    /// Seconds since 1970.
    pub chosen_at: i64,
}

/// Keeps a choice. Made again, the first one counts.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_if_absent(db: &Pool, choice: &TeacherChoice) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO teacher_choices (placement_id, subject, chosen_by, chosen_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
    )
    .bind(&choice.placement_id)
    .bind(&choice.subject)
    .bind(&choice.chosen_by)
    .bind(choice.chosen_at)
    .execute(db)
    .await
    .map(drop)
}

/// Takes a choice back. What was issued by it stays.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete(db: &Pool, placement_id: &str, subject: &str) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM teacher_choices WHERE placement_id = $1 AND subject = $2")
        .bind(placement_id)
        .bind(subject)
        .execute(db)
        .await
        .map(drop)
}

/// Everybody who was chosen for a placement.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool, placement_id: &str) -> sqlx::Result<Vec<TeacherChoice>> {
    sqlx::query_as("SELECT * FROM teacher_choices WHERE placement_id = $1 ORDER BY subject")
        .bind(placement_id)
        .fetch_all(db)
        .await
}
