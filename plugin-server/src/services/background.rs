//! Work that nobody waits for: what a server does by itself, again and again.
//!
//! Several servers on one database do it side by side. Whatever must happen once is taken from the database by one
//! statement that marks it as in hand for a while, so that two never do it twice and none is lost with a server that
//! stops in the middle.

use std::future::Future;

use tokio::time::MissedTickBehavior;

use crate::{
    db::{content_choices, launches, login_states},
    error::AppError,
    services::{completion, key_rotation, outbox},
    state::App,
};

/// Does everything that is due, over and over. It ends when it is dropped, at whatever point it has reached: what it
/// had in hand is taken up again later.
pub async fn run(app: &App) {
    let mut rounds = tokio::time::interval(app.config.background.period);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        rounds.tick().await;
        tick(app).await;
    }
}

/// Does everything that is due now, once. What fails is logged, and does not keep the rest from being done.
pub async fn tick(app: &App) {
    attempt("poll", completion::poll_due(app)).await;
    attempt("deliver", outbox::deliver_due(app)).await;
    attempt("rotate-keys", key_rotation::rotate_due(app)).await;
    attempt("forget-expired", forget_expired(app)).await;
}

async fn attempt(work: &'static str, outcome: impl Future<Output = Result<(), AppError>>) {
    if let Err(error) = outcome.await {
        tracing::error!(background.work = work, error.detail = ?error.to_string(), "background work failed");
    }
}

/// Forgets what has expired, even if nobody comes by: launches hold names and addresses.
async fn forget_expired(app: &App) -> Result<(), AppError> {
    let now = app.timestamp();
    launches::delete_expired(&app.db, now).await?;
    content_choices::delete_expired(&app.db, now).await?;
    Ok(login_states::delete_expired(&app.db, now).await?)
}
