//! What was to be sent and did not arrive.

use axum::{Extension, extract::State, response::Response};
use time::OffsetDateTime;

use crate::{
    db::{
        badges,
        outbox::{self, Parcel},
        registrations,
    },
    error::AppError,
    i18n::Texts,
    middleware::locale::Wish,
    routes::{
        extract::{Admin, AdminForm},
        respond,
    },
    services::{
        audit::Action,
        outbox::{Kind, mail, score},
    },
    state::App,
    views::outbox as views,
};

/// How many are shown; once they are sent again, the next ones are.
const MAX_SHOWN: i64 = 100;

/// What was given up, why, and what to do.
pub(crate) async fn show_outbox(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    admin: Admin,
) -> Result<Response, AppError> {
    let t = wish.language().texts();
    let mut rows = Vec::new();
    for parcel in outbox::list_dead(&app.db, MAX_SHOWN).await? {
        rows.push(row(&app, t, parcel).await?);
    }
    respond::page(&views::OutboxPage {
        t,
        csrf: admin.csrf(),
        waiting: outbox::count(&app.db, "waiting").await?,
        delivered: outbox::count(&app.db, "delivered").await?,
        dead: outbox::count(&app.db, "dead").await?,
        rows,
    })
}

/// Sends again: the one that the form names, or all.
pub(crate) async fn replay_outbox(
    State(app): State<App>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let id = submission.optional("parcel");
    let replayed = outbox::replay(&app.db, id, app.timestamp()).await?;
    admin
        .note(&app, None, Action::DeliveriesReplayed, &replayed.to_string())
        .await?;
    respond::see_other("/admin/outbox")
}

async fn row(app: &App, t: Texts, parcel: Parcel) -> Result<views::Row, AppError> {
    let is_letter = Kind::from_word(&parcel.kind) == Some(Kind::Mail);
    let about = parcel.payload.as_deref().and_then(score::about);
    let badge_id = match &about {
        Some(about) => Some(about.badge_id.clone()),
        None => mail::badge_id(app, &parcel),
    };
    let badge = match badge_id {
        Some(id) => badges::find(&app.db, &id).await?,
        None => None,
    };
    let platform = match &parcel.registration_id {
        Some(id) => registrations::find(&app.db, id).await?,
        None => None,
    };
    let ended_at = OffsetDateTime::from_unix_timestamp(parcel.ended_at.unwrap_or_default());
    let code = parcel.last_error.unwrap_or_default();
    Ok(views::Row {
        id: parcel.id,
        is_letter,
        badge: badge.map(|badge| badge.name),
        subject: about.map(|about| about.subject),
        platform: platform.map(|platform| platform.name),
        given_up: t.date(ended_at.map_err(AppError::failed)?),
        attempts: parcel.attempts,
        why: t.error(&code),
        code,
        detail: parcel.last_detail,
    })
}
