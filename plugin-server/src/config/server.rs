//! Settings of `blason serve`.

use std::net::SocketAddr;

use clap::Args;
use url::Url;

use crate::steps::Step;

use super::{
    BackgroundArgs, Config, ConfigError, KeyRotationArgs, Limits, MailArgs, Polling, PollingArgs, RelayArgs,
    Sessions, StoreArgs,
};

/// Settings of the server.
#[derive(Debug, Clone, Args)]
pub struct ServeArgs {
    /// Where to listen.
    #[arg(
        long,
        env = "BLASON_LISTEN",
        value_name = "ADDRESS:PORT",
        default_value = "127.0.0.1:8080"
    )]
    listen: SocketAddr,
    /// The address that browsers and platforms use, such as `https://badges.example.org`. Badges carry it for
    /// ever: choose it before the first badge.
    #[arg(long, env = "BLASON_BASE_URL", value_name = "URL")]
    base_url: Option<Url>,
    /// Allow plain http to loopback addresses, for an LMS on this computer. Never on a public server.
    #[arg(long, env = "BLASON_DEVELOPMENT")]
    development: bool,
    /// Where to stop and go no further, with `--development` only: for tests of what a crash leaves behind.
    #[arg(long, env = "BLASON_PAUSE_AT", value_name = "STEP", hide = true)]
    pause_at: Option<Step>,
    #[command(flatten)]
    relay: RelayArgs,
    #[command(flatten)]
    store: StoreArgs,
    #[command(flatten)]
    background: BackgroundArgs,
    #[command(flatten)]
    key_rotation: KeyRotationArgs,
    #[command(flatten)]
    mail: MailArgs,
    #[command(flatten)]
    polling: PollingArgs,
}

impl ServeArgs {
    /// The settings that these arguments ask for.
    ///
    /// # Errors
    /// [`ConfigError`] naming the argument, its variable and a sample value.
    pub fn resolve(&self) -> Result<Config, ConfigError> {
        let base_url = match &self.base_url {
            Some(url) => checked(url.clone())?,
            None if self.listen.ip().is_loopback() => loopback_url(self.listen)?,
            None => return Err(ConfigError::BaseUrlNeeded),
        };
        Ok(Config {
            listen: self.listen,
            base_url,
            store: self.store.resolve(),
            development: self.development,
            relay: self.relay.resolve()?,
            limits: Limits::default(),
            sessions: Sessions::default(),
            background: self.background.resolve(),
            polling: self.polling(),
            key_rotation: self.key_rotation.resolve(),
            mail: self.mail.resolve()?,
            pause_at: self.pause_at.filter(|_| self.development),
        })
    }

    /// How often platforms are asked, with the lease of all other work if one was asked for.
    fn polling(&self) -> Polling {
        let polling = self.polling.resolve();
        let lease = self.background.lease().and_then(|lease| lease.try_into().ok());
        Polling {
            lease: lease.unwrap_or(polling.lease),
            ..polling
        }
    }
}

/// The address of a server that listens on a loopback address.
pub(super) fn loopback_url(listen: SocketAddr) -> Result<Url, ConfigError> {
    Url::parse(&format!("http://{listen}")).map_err(|_no_url| ConfigError::BaseUrlNeeded)
}

/// Refuses an address that could not be the base of all others.
fn checked(url: Url) -> Result<Url, ConfigError> {
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
        return Err(ConfigError::BaseUrl("it has a path, a query or a user name"));
    }
    match url.scheme() {
        "https" => Ok(url),
        "http" if is_loopback(&url) => Ok(url),
        _ => Err(ConfigError::BaseUrl(
            "it must start with https, except for a loopback address",
        )),
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(url: &str) -> Result<Url, ConfigError> {
        checked(Url::parse(url).unwrap())
    }

    #[test]
    fn the_base_address_is_https_or_loopback() {
        assert!(base("https://badges.example.org").is_ok());
        assert!(base("http://localhost:8080").is_ok());
        assert!(base("http://[::1]:8080").is_ok());
        assert!(matches!(
            base("http://badges.example.org"),
            Err(ConfigError::BaseUrl(_))
        ));
        assert!(matches!(
            base("ftp://badges.example.org"),
            Err(ConfigError::BaseUrl(_))
        ));
    }

    #[test]
    fn the_base_address_has_no_path() {
        assert!(matches!(
            base("https://example.org/badges"),
            Err(ConfigError::BaseUrl(_))
        ));
        assert!(matches!(
            base("https://example.org/?a=b"),
            Err(ConfigError::BaseUrl(_))
        ));
    }

    #[test]
    fn a_loopback_listener_knows_its_own_address() {
        assert_eq!(
            loopback_url(SocketAddr::from(([127, 0, 0, 1], 8090)))
                .unwrap()
                .as_str(),
            "http://127.0.0.1:8090/"
        );
        let v6 = SocketAddr::from((std::net::Ipv6Addr::LOCALHOST, 8090));
        assert_eq!(loopback_url(v6).unwrap().as_str(), "http://[::1]:8090/");
    }
}
