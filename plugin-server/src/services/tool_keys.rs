//! The keys with which the tool signs towards platforms: which of them are published, and which one signs.
//!
//! They are read from the database each time, so that servers which share it agree at every moment.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use lti_advantage::tool_key::ToolKey;

use crate::{
    db::tool_keys::{self, SealedToolKey},
    error::AppError,
    services::first_start,
    state::App,
};

/// Keys that were opened before: opening one takes longer than signing with it.
#[derive(Debug, Default)]
pub struct OpenedToolKeys(Mutex<HashMap<String, Arc<ToolKey>>>);

impl OpenedToolKeys {
    fn open(&self, app: &App, sealed: &SealedToolKey) -> Result<Arc<ToolKey>, AppError> {
        let mut opened = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(key) = opened.get(&sealed.kid) {
            return Ok(Arc::clone(key));
        }
        let key = Arc::new(first_start::open_tool_key(&app.vault, sealed).map_err(AppError::failed)?);
        opened.insert(sealed.kid.clone(), Arc::clone(&key));
        Ok(key)
    }
}

/// The keys that platforms may meet: the next one, the one that signs, and the one that signed until a short while
/// ago.
///
/// # Errors
/// When the database cannot be read, or a key cannot be opened.
pub async fn published(app: &App) -> Result<Vec<Arc<ToolKey>>, AppError> {
    let keys = tool_keys::list(&app.db, app.timestamp()).await?;
    keys.iter().map(|key| app.tool_keys.open(app, key)).collect()
}

/// The key that signs.
///
/// # Errors
/// As [`published`].
pub async fn signing(app: &App) -> Result<Arc<ToolKey>, AppError> {
    let now = app.timestamp();
    let keys = tool_keys::list(&app.db, now).await?;
    // The one that signs last is the first; if the clock was set back, the oldest signs rather than none.
    let signs = keys.iter().find(|key| key.signs_from <= now).or(keys.last());
    app.tool_keys.open(app, signs.ok_or(AppError::failed(NoKey))?)
}

/// There is no key, although the first start makes one.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("there is no tool key in the database")]
struct NoKey;
