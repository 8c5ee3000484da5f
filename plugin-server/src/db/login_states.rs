//! Table `login_states`: logins under way, and used ones for as long as a token could use them again.

use sqlx::FromRow;

use super::Pool;

/// A login under way.
#[derive(Clone, FromRow)]
pub struct LoginState {
    /// The fingerprint of the state; the state itself travels through the browser and is not kept.
    pub state_hash: String,
    /// The value that the platform signs.
    pub nonce: String,
    /// The platform's registration.
    pub registration_id: String,
    /// What the platform wants to open.
    pub target_link_uri: String,
    /// The deployment that the login named, if any.
    pub deployment_id: Option<String>,
    /// SHA-256 of the value of the browser's cookie, in hexadecimal.
    pub browser_binding_hash: String,
    /// SHA-256 of the value that the platform was given to keep, in hexadecimal, once it was given one.
    pub stored_binding_hash: Option<String>,
    /// The frame in which the platform keeps values for tools without cookies, if it offers one.
    pub storage_target: Option<String>,
    /// The platform's login request, as a query string.
    pub initiation: String,
    /// Where this login goes next.
    pub redirect: String,
    /// Seconds since 1970.
    pub created_at: i64,
    /// Seconds since 1970; `None` while the login can be used.
    pub consumed_at: Option<i64>,
    /// Seconds since 1970; the row may go from here on.
    pub keep_until: i64,
}

// Nonce and addresses with hints stay out of logs.
impl std::fmt::Debug for LoginState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LoginState")
            .field("registration_id", &self.registration_id)
            .finish_non_exhaustive()
    }
}

/// Keeps a new login.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(db: &Pool, login: &LoginState) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO login_states (state_hash, nonce, registration_id, target_link_uri, deployment_id,
                                   browser_binding_hash, storage_target, initiation, redirect, created_at,
                                   consumed_at, keep_until, stored_binding_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(&login.state_hash)
    .bind(&login.nonce)
    .bind(&login.registration_id)
    .bind(&login.target_link_uri)
    .bind(&login.deployment_id)
    .bind(&login.browser_binding_hash)
    .bind(&login.storage_target)
    .bind(&login.initiation)
    .bind(&login.redirect)
    .bind(login.created_at)
    .bind(login.consumed_at)
    .bind(login.keep_until)
    .bind(&login.stored_binding_hash)
    .execute(db)
    .await
    .map(drop)
}

/// The login of a state, used or not.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, state_hash: &str) -> sqlx::Result<Option<LoginState>> {
    sqlx::query_as("SELECT * FROM login_states WHERE state_hash = $1")
        .bind(state_hash)
        .fetch_optional(db)
        .await
}

/// Remembers what the platform is given to keep, and gives whether this call did it: it is given one value only.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_stored_binding(db: &Pool, state_hash: &str, binding_hash: &str) -> sqlx::Result<bool> {
    sqlx::query(
        "UPDATE login_states SET stored_binding_hash = $2
         WHERE state_hash = $1 AND stored_binding_hash IS NULL AND consumed_at IS NULL",
    )
    .bind(state_hash)
    .bind(binding_hash)
    .execute(db)
    .await
    .map(|done| done.rows_affected() == 1)
}

/// Marks a login as used, and gives whether this call did it. Of several launches at once, one gets `true`: the
/// statement reads and writes in one step.
///
/// # Errors
/// When the database cannot be written.
pub async fn consume(db: &Pool, state_hash: &str, now: i64, keep_until: i64) -> sqlx::Result<bool> {
    sqlx::query(
        "UPDATE login_states SET consumed_at = $2, keep_until = $3
         WHERE state_hash = $1 AND consumed_at IS NULL",
    )
    .bind(state_hash)
    .bind(now)
    .bind(keep_until)
    .execute(db)
    .await
    .map(|done| done.rows_affected() == 1)
}

/// Forgets logins that no token can use any more.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_expired(db: &Pool, now: i64) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM login_states WHERE keep_until <= $1")
        .bind(now)
        .execute(db)
        .await
        .map(drop)
}
