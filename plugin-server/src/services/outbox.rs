//! What follows from an award, sent until it arrives: written in the award's own transaction, so that neither is there
//! without the other, and tried again for as long as it takes.

mod backoff;
mod column;
pub mod mail;
pub mod score;

use lti_advantage::error::ServiceError;
use sqlx::{Sqlite, Transaction};

use crate::{
    db::outbox::{self, Parcel},
    error::AppError,
    ids::random_id,
    state::App,
    steps::{self, Step},
};

/// How many parcels one round sends, so that other work has its turn.
const MAX_PER_ROUND: usize = 500;

/// What a parcel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A score for the platform's grade book.
    Score,
    /// A letter to somebody who got a badge.
    Mail,
}

impl Kind {
    const ALL: [Self; 2] = [Self::Score, Self::Mail];

    /// The word that the database keeps.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::Mail => "mail",
        }
    }

    /// The kind of a word; `None` for a word of a newer version.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// What to send.
#[derive(Debug)]
pub struct Content<'a> {
    /// What it is.
    pub kind: Kind,
    /// What must not be sent twice.
    pub dedup_key: String,
    /// The platform that it goes to, if it goes to one.
    pub registration_id: Option<&'a str>,
    /// What is in it, as the kind wants it.
    pub payload: String,
}

/// Puts a parcel into the outbox, in the transaction of what it follows from. Put twice, it is there once.
///
/// # Errors
/// When the database cannot be written.
pub async fn put(app: &App, tx: &mut Transaction<'_, Sqlite>, content: Content<'_>) -> Result<(), AppError> {
    let now = app.timestamp();
    let parcel = Parcel {
        id: random_id(app.entropy.as_ref())?,
        kind: content.kind.as_str().to_owned(),
        dedup_key: content.dedup_key,
        registration_id: content.registration_id.map(str::to_owned),
        payload: Some(content.payload),
        created_at: now,
        due_at: now,
        attempts: 0,
        lease_until: 0,
        state: "waiting".to_owned(),
        last_error: None,
        last_detail: None,
        ended_at: None,
    };
    Ok(outbox::insert_if_absent(tx, &parcel).await?)
}

/// Why a parcel did not arrive.
#[derive(Debug)]
pub(super) struct Undelivered {
    /// A stable kebab-case code; the catalogues hold the sentence `error-<code>`.
    code: &'static str,
    /// What the other side said.
    detail: Option<String>,
    outlook: Outlook,
}

/// What may become of a parcel that did not arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outlook {
    /// It cannot arrive until somebody does something.
    Refused,
    /// It may arrive later with nothing changed.
    Passing,
    /// The same, and so with everything that waits for this platform.
    PlatformDown,
}

impl Undelivered {
    /// It cannot arrive until somebody does something.
    const fn for_good(code: &'static str) -> Self {
        Self {
            code,
            detail: None,
            outlook: Outlook::Refused,
        }
    }

    /// It may arrive later.
    const fn for_now(code: &'static str) -> Self {
        Self {
            code,
            detail: None,
            outlook: Outlook::Passing,
        }
    }
}

impl From<ServiceError> for Undelivered {
    fn from(error: ServiceError) -> Self {
        Self {
            code: error.code(),
            outlook: if error.is_passing() {
                Outlook::PlatformDown
            } else {
                Outlook::Refused
            },
            detail: Some(error.to_string()),
        }
    }
}

impl From<AppError> for Undelivered {
    fn from(error: AppError) -> Self {
        Self {
            code: error.code(),
            detail: None,
            outlook: match error {
                AppError::Failed(_) => Outlook::Passing,
                AppError::Refused(_) => Outlook::Refused,
            },
        }
    }
}

impl From<sqlx::Error> for Undelivered {
    fn from(error: sqlx::Error) -> Self {
        AppError::from(error).into()
    }
}

/// Sends everything that is due. What does not arrive is tried again later, less and less often, and is given up at
/// last: then an administrator finds it on a list.
///
/// # Errors
/// When the database cannot be read or written.
pub async fn deliver_due(app: &App) -> Result<(), AppError> {
    for _ in 0..MAX_PER_ROUND {
        let now = app.now();
        let lease_until = now + app.config.background.lease;
        let taken = outbox::take_due(&app.db, now.unix_timestamp(), lease_until.unix_timestamp()).await?;
        let Some(parcel) = taken else { return Ok(()) };
        steps::reached(app, Step::DeliveryTaken).await;
        match deliver(app, &parcel).await {
            Ok(()) => {
                steps::reached(app, Step::Delivered).await;
                outbox::set_delivered(&app.db, &parcel.id, app.timestamp()).await?;
                steps::reached(app, Step::DeliveryNoted).await;
            }
            Err(undelivered) => fail(app, &parcel, &undelivered).await?,
        }
    }
    Ok(())
}

async fn deliver(app: &App, parcel: &Parcel) -> Result<(), Undelivered> {
    let payload = parcel.payload.as_deref().unwrap_or_default();
    match Kind::from_word(&parcel.kind) {
        Some(Kind::Score) => score::send(app, parcel.registration_id.as_deref(), payload).await,
        Some(Kind::Mail) => mail::send(app, parcel).await,
        // A newer server on the same database put it there, and sends it.
        None => Err(Undelivered::for_now("parcel-unknown")),
    }
}

async fn fail(app: &App, parcel: &Parcel, undelivered: &Undelivered) -> Result<(), AppError> {
    let now = app.timestamp();
    let is_refused = undelivered.outlook == Outlook::Refused;
    let next = backoff::next(parcel, is_refused, now, app.entropy.as_ref())?;
    tracing::warn!(
        parcel.key = parcel.dedup_key, parcel.attempts, error.code = undelivered.code,
        error.detail = ?undelivered.detail, parcel.is_given_up = next.is_none(), "not delivered"
    );
    let why = (undelivered.code, undelivered.detail.as_deref());
    outbox::set_failed(&app.db, parcel, why, next, now).await?;
    // A platform that does not answer is asked for one parcel, and not for each that waits for it.
    match (undelivered.outlook, &parcel.registration_id, next) {
        (Outlook::PlatformDown, Some(registration_id), Some(next)) => {
            Ok(outbox::hold_back(&app.db, registration_id, next).await?)
        }
        _ => Ok(()),
    }
}
