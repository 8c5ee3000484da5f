//! The running LMS: its settings, its key and what it remembers.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use anyhow::Context as _;
use time::{Date, OffsetDateTime};
use url::Url;

use crate::{
    config::Config, key::PlatformKey, memory::Memory, random::random_hex, tool::Tool, tool_keys::ToolKeys,
};

/// Where the time comes from.
pub type Clock = fn() -> OffsetDateTime;

/// A handle to the running LMS; cloning it is cheap and shares everything.
#[derive(Clone)]
pub struct Lms(Arc<Shared>);

struct Shared {
    issuer: String,
    tool: String,
    /// How many learners the course has.
    learners: u16,
    /// Whether tests may turn switches and do what people do, by JSON.
    control: bool,
    /// Names this installation in launches; a new one at each start.
    guid: String,
    key: PlatformKey,
    tool_keys: ToolKeys,
    now: Clock,
    memory: Mutex<Memory>,
}

impl Lms {
    /// A fresh LMS with a new key, nobody in it and nothing done.
    ///
    /// # Errors
    ///
    /// When a switch does not exist, the operating system gives no randomness for the key, or there is no HTTP client.
    pub fn new(config: Config, now: Clock) -> anyhow::Result<Self> {
        let quirks = config.quirks()?;
        let tool = without_slash(&config.tool);
        let first = (!config.unconnected).then(|| Tool::first(&tool, config.privacy));
        let issuer = config
            .base_url
            .map_or_else(|| format!("http://{}", config.listen), |url| without_slash(&url));
        Ok(Self(Arc::new(Shared {
            issuer,
            learners: config.learners,
            control: config.control,
            guid: random_hex().context("no randomness for the installation id")?,
            key: PlatformKey::generate()?,
            tool_keys: ToolKeys::new().context("there is no HTTP client")?,
            now,
            memory: Mutex::new(Memory::new(first, quirks)),
            tool,
        })))
    }

    /// The issuer of the identity tokens, which is the address of this LMS.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.0.issuer
    }

    /// The address of the tool, which is connected from the start unless the settings say otherwise.
    #[must_use]
    pub fn tool(&self) -> &str {
        &self.0.tool
    }

    pub(crate) fn learners(&self) -> u16 {
        self.0.learners
    }

    pub(crate) fn is_controlled(&self) -> bool {
        self.0.control
    }

    pub(crate) fn guid(&self) -> &str {
        &self.0.guid
    }

    pub(crate) fn key(&self) -> &PlatformKey {
        &self.0.key
    }

    pub(crate) fn tool_keys(&self) -> &ToolKeys {
        &self.0.tool_keys
    }

    pub(crate) fn now(&self) -> OffsetDateTime {
        (self.0.now)()
    }

    pub(crate) fn today(&self) -> Date {
        self.now().date()
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
