//! Table `registration_invites`: one-time invitations to register, by the fingerprint of the secret in their address.

use sqlx::{FromRow, SqliteExecutor};

use super::Pool;

/// An invitation to register.
#[derive(Debug, Clone, FromRow)]
pub struct RegistrationInvite {
    /// The fingerprint of the secret in its address.
    pub token_hash: String,
    /// What the administrator's list knows it by; it opens nothing.
    pub id: String,
    /// The only host whose platform may use it.
    pub platform_host: Option<String>,
    /// The registration whose addresses it may replace.
    pub registration_id: Option<String>,
    /// What to ask to be told of people; its word.
    pub person: String,
    /// What teachers of the platform will be allowed; see [`crate::services::choosing::TeachersMay`].
    pub teachers_may: String,
    /// Seconds since 1970.
    pub created_at: i64,
    /// Seconds since 1970.
    pub expires_at: i64,
    /// Until when somebody is registering with it, in seconds since 1970.
    pub lease_until: i64,
    /// When a platform registered with it, in seconds since 1970.
    pub used_at: Option<i64>,
}

/// Keeps a new invitation.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(db: &Pool, invite: &RegistrationInvite) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO registration_invites (token_hash, id, platform_host, registration_id, person, teachers_may,
                                           created_at, expires_at, lease_until, used_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(&invite.token_hash)
    .bind(&invite.id)
    .bind(&invite.platform_host)
    .bind(&invite.registration_id)
    .bind(&invite.person)
    .bind(&invite.teachers_may)
    .bind(invite.created_at)
    .bind(invite.expires_at)
    .bind(invite.lease_until)
    .bind(invite.used_at)
    .execute(db)
    .await
    .map(drop)
}

/// The invitation of a fingerprint, whether or not it may still be used.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, token_hash: &str) -> sqlx::Result<Option<RegistrationInvite>> {
    sqlx::query_as("SELECT * FROM registration_invites WHERE token_hash = $1")
        .bind(token_hash)
        .fetch_optional(db)
        .await
}

/// The invitations that may still be used, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_open(db: &Pool, now: i64) -> sqlx::Result<Vec<RegistrationInvite>> {
    sqlx::query_as(
        "SELECT * FROM registration_invites WHERE used_at IS NULL AND expires_at > $1
         ORDER BY created_at DESC, id",
    )
    .bind(now)
    .fetch_all(db)
    .await
}

/// Keeps an invitation for one caller until `lease_until`, in one statement: true for exactly one, while it is not
/// used, not expired, and nobody else is registering with it.
///
/// # Errors
/// When the database cannot be written.
pub async fn lease(db: &Pool, token_hash: &str, now: i64, lease_until: i64) -> sqlx::Result<bool> {
    let leased = sqlx::query(
        "UPDATE registration_invites SET lease_until = $3
         WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 AND lease_until <= $2",
    )
    .bind(token_hash)
    .bind(now)
    .bind(lease_until)
    .execute(db)
    .await?;
    Ok(leased.rows_affected() == 1)
}

/// Gives an invitation back after an attempt that failed, so that it can be tried again.
///
/// # Errors
/// When the database cannot be written.
pub async fn release(db: &Pool, token_hash: &str, lease_until: i64) -> sqlx::Result<()> {
    sqlx::query("UPDATE registration_invites SET lease_until = 0 WHERE token_hash = $1 AND lease_until = $2")
        .bind(token_hash)
        .bind(lease_until)
        .execute(db)
        .await
        .map(drop)
}

/// Uses an invitation up for the holder of this lease: true for exactly one caller.
///
/// # Errors
/// When the database cannot be written.
pub async fn take(
    db: impl SqliteExecutor<'_>,
    token_hash: &str,
    lease_until: i64,
    now: i64,
) -> sqlx::Result<bool> {
    let taken = sqlx::query(
        "UPDATE registration_invites SET used_at = $3
         WHERE token_hash = $1 AND lease_until = $2 AND used_at IS NULL",
    )
    .bind(token_hash)
    .bind(lease_until)
    .bind(now)
    .execute(db)
    .await?;
    Ok(taken.rows_affected() == 1)
}

/// Withdraws an invitation.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete(db: &Pool, id: &str) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM registration_invites WHERE id = $1 AND used_at IS NULL")
        .bind(id)
        .execute(db)
        .await
        .map(drop)
}

/// Forgets invitations that ended before `then`: until then, whoever opens one is told what became of it.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_ended(db: &Pool, then: i64) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM registration_invites WHERE expires_at <= $1")
        .bind(then)
        .execute(db)
        .await
        .map(drop)
}
