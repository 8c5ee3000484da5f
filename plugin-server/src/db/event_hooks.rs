//! Tables `event_hooks` and `event_signatures`: whose messages are believed, and which were taken already.

use super::Pool;

/// Keeps the secret of a platform's messages. Those signed with an older one are refused from now on.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(db: &Pool, registration_id: &str, sealed_secret: &str, now: i64) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO event_hooks (registration_id, sealed_secret, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (registration_id) DO UPDATE SET sealed_secret = excluded.sealed_secret,
             created_at = excluded.created_at, last_message_at = NULL",
    )
    .bind(registration_id)
    .bind(sealed_secret)
    .bind(now)
    .execute(db)
    .await
    .map(drop)
}

/// The sealed secret of a platform's messages, if it sends any.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, registration_id: &str) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar("SELECT sealed_secret FROM event_hooks WHERE registration_id = $1")
        .bind(registration_id)
        .fetch_optional(db)
        .await
}

/// When the last message of a platform was taken, in seconds since 1970.
///
/// # Errors
/// When the database cannot be read.
pub async fn last_message(db: &Pool, registration_id: &str) -> sqlx::Result<Option<i64>> {
    let row: Option<Option<i64>> =
        sqlx::query_scalar("SELECT last_message_at FROM event_hooks WHERE registration_id = $1")
            .bind(registration_id)
            .fetch_optional(db)
            .await?;
    Ok(row.flatten())
}

/// Believes no message of a platform any more.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete(db: &Pool, registration_id: &str) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM event_hooks WHERE registration_id = $1")
        .bind(registration_id)
        .execute(db)
        .await
        .map(drop)
}

/// Notes that a message with this signature was taken: true for exactly one caller. Those that are too old to be sent
/// again are forgotten.
///
/// # Errors
/// When the database cannot be written.
pub async fn take(
    db: &Pool,
    registration_id: &str,
    signature: &str,
    now: i64,
    keep_until: i64,
) -> sqlx::Result<bool> {
    sqlx::query("DELETE FROM event_signatures WHERE keep_until < $1")
        .bind(now)
        .execute(db)
        .await?;
    let taken = sqlx::query(
        "INSERT INTO event_signatures (registration_id, signature, keep_until) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING",
    )
    .bind(registration_id)
    .bind(signature)
    .bind(keep_until)
    .execute(db)
    .await?;
    sqlx::query("UPDATE event_hooks SET last_message_at = $2 WHERE registration_id = $1")
        .bind(registration_id)
        .bind(now)
        .execute(db)
        .await?;
    Ok(taken.rows_affected() == 1)
}
