//! Table `course_staff`: people whom a launch of a course showed as staff. No names, no addresses.

use std::collections::BTreeSet;

use super::Pool;

/// Remembers that a launch showed somebody as staff of a course.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(
    db: &Pool,
    registration_id: &str,
    context_id: &str,
    subject: &str,
    now: i64,
) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO course_staff (registration_id, context_id, subject, seen_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (registration_id, context_id, subject) DO UPDATE SET seen_at = excluded.seen_at",
    )
    .bind(registration_id)
    .bind(context_id)
    .bind(subject)
    .bind(now)
    .execute(db)
    .await
    .map(drop)
}

/// Whom launches showed as staff of a course.
///
/// # Errors
/// When the database cannot be read.
pub async fn subjects(db: &Pool, registration_id: &str, context_id: &str) -> sqlx::Result<BTreeSet<String>> {
    let subjects: Vec<String> =
        sqlx::query_scalar("SELECT subject FROM course_staff WHERE registration_id = $1 AND context_id = $2")
            .bind(registration_id)
            .bind(context_id)
            .fetch_all(db)
            .await?;
    Ok(subjects.into_iter().collect())
}
