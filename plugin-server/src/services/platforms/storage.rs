//! Logins in browsers that keep no cookie of ours inside the platform's page, where the platform keeps a value in
//! its place.
//!
//! A page of ours gives the platform the value before the platform is asked who is there, and another page gets it
//! back when the launch arrives. The value is in no address; the record of the login holds its hash beside state
//! and nonce, and all of them are used up together.

use lti_advantage::{
    launch::Unverified,
    login::{StorageFrame, StoredBinding, stored_key},
};

use super::{origins_with, records};
use crate::{
    db::login_states::{self, LoginState},
    entropy,
    error::AppError,
    ids::fingerprint,
    services::platforms,
    state::App,
};

/// What a page gives the platform to keep.
#[derive(Debug)]
pub struct Keeping {
    /// Where.
    pub frame: StorageFrame,
    /// What.
    pub binding: StoredBinding,
}

/// What a page asks the platform for.
#[derive(Debug)]
pub struct Fetching {
    /// Where.
    pub frame: StorageFrame,
    /// Under which name.
    pub key: String,
    /// Who may frame the page, and where its forms may go: the platform, by its registration and by the addresses
    /// that the launch claims. The page shows nothing of anybody until the launch is verified, and then those
    /// claims are verified with it.
    pub origins: Vec<String>,
}

/// What to give the platform for the login of `state`; `None` when it keeps nothing, or was given a value before:
/// whoever asks second did not begin this login, or comes back to a page that is over.
///
/// # Errors
/// When the database cannot be written or there is no randomness.
pub async fn keep(app: &App, state: &str, login: &LoginState) -> Result<Option<Keeping>, AppError> {
    let Some(frame) = frame(app, state, login).await? else {
        return Ok(None);
    };
    let secret = entropy::bytes(app.entropy.as_ref())?;
    let binding = StoredBinding::new(&records::login_state(login.clone(), state)?, &secret);
    let hash = hex::encode(binding.hash());
    let is_first = login_states::set_stored_binding(&app.db, &login.state_hash, &hash).await?;
    Ok(is_first.then_some(Keeping { frame, binding }))
}

/// What to ask the platform for, for a launch whose browser sent no cookie; `None` when the platform was given
/// nothing to keep.
///
/// # Errors
/// When the database cannot be read.
pub async fn fetch(app: &App, launch: &Unverified) -> Result<Option<Fetching>, AppError> {
    let state = launch.state();
    let Some(login) = login_states::find(&app.db, &fingerprint(state)).await? else {
        return Ok(None);
    };
    if login.stored_binding_hash.is_none() {
        return Ok(None);
    }
    let registration = platforms::find_registration(app, &login.registration_id).await?;
    let frame = frame(app, state, &login).await?;
    let origins = origins_with(registration, launch.claimed_return_urls())?;
    Ok(frame.map(|frame| Fetching {
        frame,
        key: stored_key(state),
        origins,
    }))
}

async fn frame(app: &App, state: &str, login: &LoginState) -> Result<Option<StorageFrame>, AppError> {
    let registration = platforms::find_registration(app, &login.registration_id).await?;
    let login = records::login_state(login.clone(), state)?;
    Ok(StorageFrame::of(&login, &records::registration(registration)?))
}
