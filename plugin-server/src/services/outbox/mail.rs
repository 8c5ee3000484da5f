//! A letter to somebody who got a badge without opening anything: that it is there, and where to take it.
//!
//! It goes to the address that the platform's roster gives, holds no name, and is sealed until it is sent.

use serde::{Deserialize, Serialize};

use super::{Content, Kind, Outlook, Undelivered};
use crate::{
    clients::{Letter, MailError},
    db::{awards::Award, outbox::Parcel},
    error::AppError,
    i18n::Language,
    services::issuing,
    state::App,
};

/// What a letter is made of.
#[derive(Serialize, Deserialize)]
struct Payload {
    badge_id: String,
    to: String,
}

/// What must not be sent twice: one letter for each award.
#[must_use]
pub fn dedup_key(award: &Award) -> String {
    format!("mail:{}", award.id)
}

/// Lets a letter to `address` follow from `award`, if there is a mail server. To be called before the badge is signed:
/// a server that stops in between comes by again.
///
/// # Errors
/// When the database cannot be written.
pub async fn put(app: &App, award: &Award, address: &str) -> Result<(), AppError> {
    if app.mailer.is_none() {
        return Ok(());
    }
    let payload = Payload {
        badge_id: award.badge_id.clone(),
        to: address.to_owned(),
    };
    let payload = serde_json::to_vec(&payload).map_err(AppError::failed)?;
    let dedup_key = dedup_key(award);
    let content = Content {
        kind: Kind::Mail,
        payload: app
            .vault
            .seal(app.entropy.as_ref(), &purpose(&dedup_key), &payload)?,
        dedup_key,
        registration_id: None,
    };
    let mut tx = app.db.begin().await?;
    super::put(app, &mut tx, content).await?;
    Ok(tx.commit().await?)
}

/// The badge that the letter in `parcel` is about, for whoever looks after it.
#[must_use]
pub fn badge_id(app: &App, parcel: &Parcel) -> Option<String> {
    open(app, parcel).ok().map(|payload| payload.badge_id)
}

/// Sends a letter, in the language of the badge. Sent twice after a crash, it has the same name twice.
pub(super) async fn send(app: &App, parcel: &Parcel) -> Result<(), Undelivered> {
    let mailer = app
        .mailer
        .as_ref()
        .ok_or(Undelivered::for_now("mail-not-set-up"))?;
    let payload = open(app, parcel)?;
    let (badge, organisation) = issuing::badge_and_organisation(app, &payload.badge_id).await?;
    let t = Language::from_tag(&badge.language)
        .unwrap_or(Language::English)
        .texts();
    let host = app.config.base_url.host_str().unwrap_or("localhost");
    let letter = Letter {
        to: payload.to,
        subject: t.mail_subject(badge.name.as_str()),
        text: t.mail_text(badge.name.as_str(), organisation.name.as_str()),
        id: format!("<{}@{host}>", parcel.id),
    };
    mailer.send(letter).await.map_err(|error| match &error {
        MailError::Passing { .. } => undelivered("mail-unreachable", Outlook::Passing, &error),
        MailError::Refused { .. } => undelivered("mail-refused", Outlook::Refused, &error),
    })
}

fn undelivered(code: &'static str, outlook: Outlook, error: &MailError) -> Undelivered {
    Undelivered {
        code,
        outlook,
        detail: Some(error.to_string()),
    }
}

fn open(app: &App, parcel: &Parcel) -> Result<Payload, AppError> {
    let sealed = parcel.payload.as_deref().unwrap_or_default();
    let payload = app.vault.open(&purpose(&parcel.dedup_key), sealed)?;
    serde_json::from_slice(&payload).map_err(AppError::failed)
}

/// Under what a letter is sealed: the content of one does not open as that of another.
fn purpose(dedup_key: &str) -> String {
    format!("outbox:{dedup_key}")
}
