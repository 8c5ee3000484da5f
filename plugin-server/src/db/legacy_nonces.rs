//! Table `legacy_nonces`: LTI 1.1 launches that were taken, for as long as their time would be taken again.

use super::Pool;

/// Uses up a launch's nonce, and gives whether this call did it. Of several launches at once, one gets `true`.
///
/// # Errors
/// When the database cannot be written.
pub async fn take(db: &Pool, registration_id: &str, nonce_hash: &str, keep_until: i64) -> sqlx::Result<bool> {
    sqlx::query(
        "INSERT INTO legacy_nonces (registration_id, nonce_hash, keep_until) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING",
    )
    .bind(registration_id)
    .bind(nonce_hash)
    .bind(keep_until)
    .execute(db)
    .await
    .map(|done| done.rows_affected() == 1)
}

/// Forgets nonces of launches that are too old to be taken.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_expired(db: &Pool, now: i64) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM legacy_nonces WHERE keep_until <= $1")
        .bind(now)
        .execute(db)
        .await
        .map(drop)
}
