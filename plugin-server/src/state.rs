//! What every request may use: database, clock, chance, settings, keys, and the way out to the network.

use std::sync::Arc;

use time::OffsetDateTime;

use crate::{
    clients::{self, Mailer, Network},
    clock::{Clock, SystemClock},
    config::Config,
    db,
    entropy::{Entropy, OsEntropy},
    services::{
        first_start::{self, StartError},
        platform_services::PlatformTokens,
        platforms::PlatformKeyCaches,
        relay::Allowance,
        tool_keys::OpenedToolKeys,
    },
    vault::Vault,
};

/// What every request may use. Cloning it is cheap and shares everything.
#[derive(Debug, Clone)]
pub struct App {
    /// The database.
    pub db: db::Pool,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub entropy: Arc<dyn Entropy>,
    /// Settings.
    pub config: Arc<Config>,
    /// Opens sealed secrets.
    pub vault: Arc<Vault>,
    /// The tool's keys, as far as they were opened; see [`crate::services::tool_keys`].
    pub tool_keys: Arc<OpenedToolKeys>,
    /// The way out to the network.
    pub http: Arc<dyn Network>,
    /// The way to the mail server; `None` when nobody is written to.
    pub mailer: Option<Arc<dyn Mailer>>,
    /// The keys of platforms, as far as they were fetched.
    pub platform_keys: Arc<PlatformKeyCaches>,
    /// Tokens for the services of platforms, while they last.
    pub platform_tokens: Arc<PlatformTokens>,
    /// What the relay has read of late.
    pub relay_allowance: Arc<Allowance>,
}

impl App {
    /// Opens the data of `config`, making it at the first start, with the system's clock and chance and the
    /// guarded network client, and the mail server if there is one.
    ///
    /// # Errors
    /// [`StartError`], which says what is missing or wrong and what to do.
    pub async fn start(config: Config) -> Result<Self, StartError> {
        let http = clients::client(&config)?;
        let mailer = config.mail.as_ref().map(clients::mailer).transpose()?;
        let app = Self::start_with(config, Arc::new(SystemClock), Arc::new(OsEntropy), http).await?;
        Ok(Self { mailer, ..app })
    }

    /// As [`App::start`], with this clock, chance and network, and no mail server.
    ///
    /// # Errors
    /// As [`App::start`].
    pub async fn start_with(
        config: Config,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
        http: Arc<dyn Network>,
    ) -> Result<Self, StartError> {
        let db = db::open(&config.store).await?;
        let vault = first_start::open(&db, &config, clock.now(), entropy.as_ref()).await?;
        Ok(Self {
            db,
            clock,
            entropy,
            config: Arc::new(config),
            vault: Arc::new(vault),
            tool_keys: Arc::default(),
            http,
            mailer: None,
            platform_keys: Arc::default(),
            platform_tokens: Arc::default(),
            relay_allowance: Arc::default(),
        })
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> OffsetDateTime {
        self.clock.now()
    }

    /// The present moment, as the database keeps it.
    #[must_use]
    pub fn timestamp(&self) -> i64 {
        self.now().unix_timestamp()
    }
}
