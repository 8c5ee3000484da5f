//! The running LMS: its settings, its key and what it remembers.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use anyhow::Context as _;
use time::OffsetDateTime;
use url::Url;

use crate::{
    config::{Config, Privacy},
    key::PlatformKey,
    memory::Memory,
    random::random_hex,
    vocab::{TOOL_LAUNCH_PATH, TOOL_LOGIN_PATH},
};

/// Where the time comes from.
pub type Clock = fn() -> OffsetDateTime;

/// A handle to the running LMS; cloning it is cheap and shares everything.
#[derive(Clone)]
pub struct Lms(Arc<Shared>);

struct Shared {
    issuer: String,
    tool: String,
    privacy: Privacy,
    /// Names this installation in launches; a new one at each start.
    guid: String,
    key: PlatformKey,
    now: Clock,
    memory: Mutex<Memory>,
}

impl Lms {
    /// A fresh LMS with a new key, nobody in it and nothing done.
    ///
    /// # Errors
    ///
    /// When the operating system gives no randomness for the key.
    pub fn new(config: Config, now: Clock) -> anyhow::Result<Self> {
        let issuer = config
            .base_url
            .map_or_else(|| format!("http://{}", config.listen), |url| without_slash(&url));
        Ok(Self(Arc::new(Shared {
            issuer,
            tool: without_slash(&config.tool),
            privacy: config.privacy,
            guid: random_hex().context("no randomness for the installation id")?,
            key: PlatformKey::generate()?,
            now,
            memory: Mutex::default(),
        })))
    }

    /// The issuer of the identity tokens, which is the address of this LMS.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.0.issuer
    }

    /// The address of the tool.
    #[must_use]
    pub fn tool(&self) -> &str {
        &self.0.tool
    }

    pub(crate) fn login_uri(&self) -> String {
        format!("{}{TOOL_LOGIN_PATH}", self.0.tool)
    }

    /// The tool's one registered redirect address, and also the target of the badge activity.
    pub(crate) fn redirect_uri(&self) -> String {
        format!("{}{TOOL_LAUNCH_PATH}", self.0.tool)
    }

    pub(crate) fn privacy(&self) -> Privacy {
        self.0.privacy
    }

    pub(crate) fn guid(&self) -> &str {
        &self.0.guid
    }

    pub(crate) fn key(&self) -> &PlatformKey {
        &self.0.key
    }

    pub(crate) fn now(&self) -> OffsetDateTime {
        (self.0.now)()
    }

    /// Never held across an await: each visit takes what it needs and lets go.
    pub(crate) fn memory(&self) -> MutexGuard<'_, Memory> {
        self.0.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Lms {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Lms")
            .field("issuer", &self.0.issuer)
            .field("tool", &self.0.tool)
            .finish_non_exhaustive()
    }
}

fn without_slash(url: &Url) -> String {
    url.as_str().trim_end_matches('/').to_owned()
}
