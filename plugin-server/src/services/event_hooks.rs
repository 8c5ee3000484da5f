//! Signed messages of platforms: somebody completed a course.
//!
//! LTI has no such message. A platform's plugin, or whatever its administrator connects to its events, posts it here
//! with a signature, as `docs/administrators.md` describes. What a message says is only where to look when an
//! administrator also gave a token of the platform's interface: then that is asked before anything is given.

use hmac::{Hmac, KeyInit, Mac};
use serde::Deserialize;
use sha2::Sha256;
use time::{Duration, OffsetDateTime, format_description::well_known::Rfc3339};

use crate::{
    db::{
        course_events::{self, CourseEvent},
        event_hooks, placements, platform_usernames,
    },
    error::AppError,
    ids::random_secret,
    state::App,
};

/// How far the time of a message may lie from ours, on either side.
pub const WINDOW: Duration = Duration::minutes(5);

/// A message as it came.
#[derive(Debug)]
pub struct Message<'a> {
    /// The header `Blason-Timestamp`: seconds since 1970.
    pub timestamp: &'a str,
    /// The header `Blason-Signature`: `sha256=` and, in hexadecimal, the HMAC of the timestamp, a full stop and the
    /// body.
    pub signature: &'a str,
    /// The body.
    pub body: &'a [u8],
}

#[derive(Deserialize)]
struct Content {
    event: String,
    context_id: String,
    #[serde(default)]
    user_id: Option<String>,
    #[serde(default)]
    username: Option<String>,
    #[serde(default)]
    completed_at: Option<String>,
}

/// Lets a platform send messages, with a new secret: the answer, which is shown once.
///
/// # Errors
/// When the database cannot be written or there is no randomness.
pub async fn open(app: &App, registration_id: &str) -> Result<String, AppError> {
    let secret = random_secret(app.entropy.as_ref())?;
    let sealed = app
        .vault
        .seal(app.entropy.as_ref(), &purpose(registration_id), secret.as_bytes())?;
    event_hooks::upsert(&app.db, registration_id, &sealed, app.timestamp()).await?;
    Ok(secret)
}

/// Takes a message. Sent again within its time, it is refused.
///
/// # Errors
/// `hook-refused` for a platform that sends none, a wrong signature, a time that is not ours, or a message that was
/// taken already: the answer does not say which. `hook-malformed` for a signed message that says nothing we know;
/// `hook-person-unknown` for a person whom no launch brought here yet.
pub async fn take(app: &App, registration_id: &str, message: &Message<'_>) -> Result<(), AppError> {
    let refused = || AppError::forbidden("hook-refused");
    let sealed = event_hooks::find(&app.db, registration_id)
        .await?
        .ok_or_else(refused)?;
    let secret = app.vault.open(&purpose(registration_id), &sealed)?;
    let signature = signature(message).ok_or_else(refused)?;
    if !is_signed(&secret, message, &signature) {
        return Err(refused());
    }
    let now = app.timestamp();
    let sent_at: i64 = message.timestamp.parse().map_err(|_no_number| refused())?;
    if now.abs_diff(sent_at) > WINDOW.whole_seconds().unsigned_abs() {
        return Err(refused());
    }
    let content = read(message.body)?;
    let subject = person(app, registration_id, &content).await?;
    let keep_until = sent_at.saturating_add(WINDOW.whole_seconds());
    // As bytes it has one spelling, so that writing it otherwise does not make another message of it.
    let taken = hex::encode(&signature);
    if !event_hooks::take(&app.db, registration_id, &taken, now, keep_until).await? {
        return Err(refused());
    }
    let event = CourseEvent {
        registration_id: registration_id.to_owned(),
        context_id: content.context_id,
        subject,
        happened_at: moment(content.completed_at.as_deref()).unwrap_or(sent_at),
        received_at: now,
    };
    course_events::insert_if_absent(&app.db, &event).await?;
    // Who waits for this is looked at with the next round, not in some hours.
    placements::check_course_soon(&app.db, registration_id, &event.context_id).await?;
    tracing::info!(registration.id = registration_id, "a course was completed");
    Ok(())
}

fn read(body: &[u8]) -> Result<Content, AppError> {
    let malformed = || AppError::bad_request("hook-malformed");
    let content: Content = serde_json::from_slice(body).map_err(|_shape| malformed())?;
    let is_known = content.event == "course-completed" && !content.context_id.is_empty();
    if is_known { Ok(content) } else { Err(malformed()) }
}

async fn person(app: &App, registration_id: &str, content: &Content) -> Result<String, AppError> {
    let named = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    if let Some(user_id) = named(&content.user_id) {
        return Ok(user_id);
    }
    let username = named(&content.username).ok_or(AppError::bad_request("hook-malformed"))?;
    platform_usernames::find_subject(&app.db, registration_id, &username)
        .await?
        .ok_or(AppError::bad_request("hook-person-unknown"))
}

/// The bytes of the signature that a message carries.
fn signature(message: &Message<'_>) -> Option<Vec<u8>> {
    hex::decode(message.signature.strip_prefix("sha256=")?).ok()
}

/// Whether `signature` is of this timestamp and body, in constant time.
fn is_signed(secret: &[u8], message: &Message<'_>, signature: &[u8]) -> bool {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else {
        return false;
    };
    mac.update(message.timestamp.as_bytes());
    mac.update(b".");
    mac.update(message.body);
    mac.verify_slice(signature).is_ok()
}

fn moment(text: Option<&str>) -> Option<i64> {
    let at = OffsetDateTime::parse(text?, &Rfc3339).ok()?;
    Some(at.unix_timestamp())
}

fn purpose(registration_id: &str) -> String {
    format!("event-hook:{registration_id}")
}
