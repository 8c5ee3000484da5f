//! Who may administer: whoever holds the one-time link that the server printed, and then their session.

use crate::{
    db::{admin_links, admin_sessions},
    error::AppError,
    ids::{fingerprint, random_secret},
    state::App,
};

/// A new one-time link to the administration page. Only the hash of its token is kept.
///
/// # Errors
/// When the database cannot be written or there is no randomness.
pub async fn new_link(app: &App) -> Result<String, AppError> {
    let token = random_secret(app.entropy.as_ref())?;
    let now = app.now();
    admin_links::delete_expired(&app.db, now.unix_timestamp()).await?;
    let expires_at = now + app.config.sessions.admin_link;
    admin_links::insert(&app.db, &fingerprint(&token), expires_at.unix_timestamp()).await?;
    Ok(app.config.url(&format!("/admin?token={token}")))
}

/// Uses up the token of a one-time link and opens a session: the session's secret, for a cookie.
///
/// # Errors
/// The code `admin-link-used` when the token is unknown, used or expired.
pub async fn open_session(app: &App, token: &str) -> Result<String, AppError> {
    let now = app.now();
    if !admin_links::take(&app.db, &fingerprint(token), now.unix_timestamp()).await? {
        return Err(AppError::forbidden("admin-link-used"));
    }
    let secret = random_secret(app.entropy.as_ref())?;
    let expires_at = now + app.config.sessions.admin;
    admin_sessions::insert(
        &app.db,
        &fingerprint(&secret),
        expires_at.unix_timestamp(),
        now.unix_timestamp(),
    )
    .await?;
    Ok(secret)
}

/// Whether `secret` is the secret of an open session.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_open(app: &App, secret: &str) -> Result<bool, AppError> {
    Ok(admin_sessions::is_open(&app.db, &fingerprint(secret), app.timestamp()).await?)
}

/// Ends a session.
///
/// # Errors
/// When the database cannot be written.
pub async fn close_session(app: &App, secret: &str) -> Result<(), AppError> {
    Ok(admin_sessions::delete(&app.db, &fingerprint(secret)).await?)
}
