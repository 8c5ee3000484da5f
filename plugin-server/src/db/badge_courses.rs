//! Table `badge_courses`: the course that a badge was made for, when a teacher made it from within a platform.

use super::Pool;

/// A course of a platform.
#[derive(Debug, Clone, Copy)]
pub struct Course<'a> {
    /// The platform's registration.
    pub registration_id: &'a str,
    /// The deployment of the tool on that platform.
    pub deployment_id: &'a str,
    /// The course.
    pub context_id: &'a str,
}

/// Keeps which course a badge was made for. The first one stays.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_if_absent(db: &Pool, badge_id: &str, course: Course<'_>) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO badge_courses (badge_id, registration_id, deployment_id, context_id)
         VALUES ($1, $2, $3, $4) ON CONFLICT (badge_id) DO NOTHING",
    )
    .bind(badge_id)
    .bind(course.registration_id)
    .bind(course.deployment_id)
    .bind(course.context_id)
    .execute(db)
    .await
    .map(drop)
}

/// Whether a badge was made for this course.
///
/// # Errors
/// When the database cannot be read.
pub async fn contains(db: &Pool, badge_id: &str, course: Course<'_>) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM badge_courses WHERE badge_id = $1
                        AND registration_id = $2 AND deployment_id = $3 AND context_id = $4)",
    )
    .bind(badge_id)
    .bind(course.registration_id)
    .bind(course.deployment_id)
    .bind(course.context_id)
    .fetch_one(db)
    .await
}
