//! One-time addresses at which a platform may register.

use axum::http::StatusCode;
use time::{Duration, OffsetDateTime};

use super::Person;
use crate::{
    db::registration_invites::{self, RegistrationInvite},
    error::AppError,
    ids::{fingerprint, random_id, random_secret},
    services::choosing::TeachersMay,
    state::App,
};

/// For how long an invitation is remembered after its end, so that whoever opens it is told that it is over.
const KEPT_AFTER_END: Duration = Duration::days(30);

/// An invitation to make.
#[derive(Debug, Clone, Default)]
pub struct NewInvite {
    /// The only host whose platform may use it. Without one, any platform may, and its first deployment waits for
    /// approval.
    pub platform_host: Option<String>,
    /// The registration whose addresses it may replace.
    pub registration_id: Option<String>,
    /// What the platform will be asked to tell of people.
    pub person: Person,
    /// What teachers of the platform will be allowed.
    pub teachers_may: TeachersMay,
}

/// An invitation that was made. The address is in no database: it is shown this once.
#[derive(Debug)]
pub struct Invited {
    /// What lists and the audit trail know it by; it opens nothing.
    pub id: String,
    /// What to paste into the platform.
    pub address: String,
    /// From when it opens nothing.
    pub expires_at: OffsetDateTime,
}

/// Makes an invitation.
///
/// # Errors
/// When the database cannot be written or there is no randomness.
pub async fn invite(app: &App, new: NewInvite) -> Result<Invited, AppError> {
    let token = random_secret(app.entropy.as_ref())?;
    let now = app.now();
    let expires_at = now + app.config.sessions.registration_invite;
    let invite = RegistrationInvite {
        token_hash: fingerprint(&token),
        id: random_id(app.entropy.as_ref())?,
        platform_host: new.platform_host,
        registration_id: new.registration_id,
        person: new.person.as_str().to_owned(),
        teachers_may: new.teachers_may.as_str().to_owned(),
        created_at: now.unix_timestamp(),
        expires_at: expires_at.unix_timestamp(),
        lease_until: 0,
        used_at: None,
    };
    registration_invites::delete_ended(&app.db, (now - KEPT_AFTER_END).unix_timestamp()).await?;
    registration_invites::insert(&app.db, &invite).await?;
    Ok(Invited {
        id: invite.id,
        address: app.config.url(&format!("/lti/register/{token}")),
        expires_at,
    })
}

/// The invitation whose address ends in `token`, while it may be used.
///
/// # Errors
/// `invite-unknown`, `invite-used`, `invite-expired`.
pub(super) async fn usable(app: &App, token: &str) -> Result<RegistrationInvite, AppError> {
    usable_by_hash(app, &fingerprint(token)).await
}

/// As [`usable`], by the fingerprint of the secret.
///
/// # Errors
/// As [`usable`].
pub(super) async fn usable_by_hash(app: &App, token_hash: &str) -> Result<RegistrationInvite, AppError> {
    let invite = registration_invites::find(&app.db, token_hash)
        .await?
        .ok_or(AppError::forbidden("invite-unknown"))?;
    if invite.used_at.is_some() {
        return Err(AppError::refused(StatusCode::CONFLICT, "invite-used"));
    }
    if app.timestamp() >= invite.expires_at {
        return Err(AppError::forbidden("invite-expired"));
    }
    Ok(invite)
}
