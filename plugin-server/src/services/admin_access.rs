//! Who may administer: whoever holds a one-time link, and then their session. The server prints one for itself; an
//! administrator makes those of an organisation.

use crate::{
    db::{
        admin_links::{self, Grant},
        admin_sessions,
    },
    error::AppError,
    ids::{fingerprint, random_secret},
    services::audit::{self, Action, Actor},
    state::App,
};

/// A new one-time link to the administration of the whole server. Only the hash of its token is kept.
///
/// # Errors
/// When the database cannot be written or there is no randomness.
pub async fn new_link(app: &App) -> Result<String, AppError> {
    new_link_for(app, &Grant::default()).await
}

/// A new one-time link that opens what `grant` says.
///
/// # Errors
/// As [`new_link`].
pub async fn new_link_for(app: &App, grant: &Grant) -> Result<String, AppError> {
    let token = random_secret(app.entropy.as_ref())?;
    let now = app.now();
    admin_links::delete_expired(&app.db, now.unix_timestamp()).await?;
    let expires_at = now + app.config.sessions.admin_link;
    let token_hash = fingerprint(&token);
    admin_links::insert(&app.db, &token_hash, expires_at.unix_timestamp(), grant).await?;
    Ok(app.config.url(&format!("/admin?token={token}")))
}

/// Uses up the token of a one-time link and opens a session: the session's secret, for a cookie.
///
/// # Errors
/// The code `admin-link-used` when the token is unknown, used or expired.
pub async fn open_session(app: &App, token: &str) -> Result<String, AppError> {
    let now = app.now();
    let grant = admin_links::take(&app.db, &fingerprint(token), now.unix_timestamp())
        .await?
        .ok_or(AppError::forbidden("admin-link-used"))?;
    let secret = random_secret(app.entropy.as_ref())?;
    let expires_at = now + app.config.sessions.admin;
    admin_sessions::insert(
        &app.db,
        &fingerprint(&secret),
        expires_at.unix_timestamp(),
        &grant,
        now.unix_timestamp(),
    )
    .await?;
    let organisation_id = grant.organisation_id.clone();
    let actor = actor(grant);
    audit::note(app, &actor, organisation_id.as_deref(), Action::SessionOpened, "").await?;
    Ok(secret)
}

/// What the session of `secret` may administer; `None` when it is not open.
///
/// # Errors
/// When the database cannot be read.
pub async fn session(app: &App, secret: &str) -> Result<Option<Grant>, AppError> {
    Ok(admin_sessions::find(&app.db, &fingerprint(secret), app.timestamp()).await?)
}

/// Who acts in a session, for the audit trail.
#[must_use]
pub fn actor(grant: Grant) -> Actor {
    match grant.organisation_id {
        None => Actor::Administrator(grant.holder),
        Some(_) => Actor::Organisation(grant.holder),
    }
}

/// Ends a session.
///
/// # Errors
/// When the database cannot be written.
pub async fn close_session(app: &App, secret: &str) -> Result<(), AppError> {
    Ok(admin_sessions::delete(&app.db, &fingerprint(secret)).await?)
}
