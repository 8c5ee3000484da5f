//! Settings: command line first, then `BLASON_*` in the environment, then the default. Nothing else in the
//! program reads the environment.

mod background;
mod demo;
mod key_rotation;
mod limits;
mod mail;
mod polling;
mod relay;
mod server;
mod sessions;
mod store;

use url::Url;

pub use background::{Background, BackgroundArgs};
pub use demo::DemoArgs;
pub use key_rotation::{KeyRotation, KeyRotationArgs};
pub use limits::Limits;
pub use mail::{Mail, MailArgs, SmtpUrl};
pub use polling::{Polling, PollingArgs};
pub use relay::{Relay, RelayArgs};
pub use server::ServeArgs;
pub use sessions::Sessions;
pub use store::{MasterKeySource, Store, StoreArgs};

use crate::steps::Step;

/// Everything that was settled before the start.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// Where to listen, such as `127.0.0.1:8080`.
    pub listen: std::net::SocketAddr,
    /// The address that browsers and platforms use, without a path or a final slash.
    pub base_url: Url,
    /// Where data is kept.
    pub store: Store,
    /// Whether plain http to loopback addresses is allowed: for development and tests only.
    pub development: bool,
    /// For whom keys and lists are read; `None`, the default, is nobody.
    pub relay: Option<Relay>,
    /// Bounds on what comes in.
    pub limits: Limits,
    /// How long links and sessions last.
    pub sessions: Sessions,
    /// The work that a server does by itself.
    pub background: Background,
    /// How often platforms are asked who met a condition.
    pub polling: Polling,
    /// How keys follow each other.
    pub key_rotation: KeyRotation,
    /// How letters are sent; `None` when nobody is written to.
    pub mail: Option<Mail>,
    /// Where a server stops and goes no further, for tests of what a crash leaves behind; in development only.
    pub pause_at: Option<Step>,
}

impl Config {
    /// Settings for a test: everything under `data_dir`, the master key in its file, addresses under
    /// `http://127.0.0.1:8080`, plain http to loopback addresses allowed.
    ///
    /// # Errors
    /// None in practice; the address is parsed like any other.
    pub fn for_testing(data_dir: std::path::PathBuf) -> Result<Self, ConfigError> {
        let listen = std::net::SocketAddr::from(([127, 0, 0, 1], 8080));
        Ok(Self {
            listen,
            base_url: server::loopback_url(listen)?,
            store: Store {
                data_dir,
                database_url: None,
                master_key: MasterKeySource::File,
            },
            development: true,
            relay: None,
            limits: Limits::default(),
            sessions: Sessions::default(),
            background: Background::default(),
            polling: Polling::default(),
            key_rotation: KeyRotation::default(),
            mail: None,
            pause_at: None,
        })
    }

    /// The absolute address of `path`, which starts with a slash.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin())
    }

    /// Scheme, host and port of the base address, without a final slash.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.base_url.as_str().trim_end_matches('/')
    }
}

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// The base address is not a usable address.
    #[error(
        "--base-url (BLASON_BASE_URL) must be an address without a path, such as https://badges.example.org: {0}"
    )]
    BaseUrl(&'static str),
    /// The server listens to the outside and does not know its own address.
    #[error(
        "--base-url (BLASON_BASE_URL) is needed when --listen is not a loopback address, such as https://badges.example.org"
    )]
    BaseUrlNeeded,
    /// The mail server is none, or letters would travel to it in the clear.
    #[error(
        "--smtp-url (BLASON_SMTP_URL) must begin with smtps://, or with smtp:// and end in ?tls=required, such as smtps://user:password@mail.example.org"
    )]
    SmtpUrl,
    /// What the relay should read for is no origin.
    #[error(
        "--relay (BLASON_RELAY) must be `self` or origins without a path, such as https://cv.example.org; this is none: {0}"
    )]
    RelayOrigin(String),
}
