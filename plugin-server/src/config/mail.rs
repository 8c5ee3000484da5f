//! Settings of how letters are sent.

use clap::Args;
use lettre::message::Mailbox;
use url::{Host, Url};
use zeroize::Zeroizing;

use super::ConfigError;

/// Settings of how letters are sent.
#[derive(Debug, Clone, Args)]
pub struct MailArgs {
    /// The mail server, such as `smtps://user:password@mail.example.org`. Without it, nobody is written to.
    #[arg(
        long,
        env = "BLASON_SMTP_URL",
        value_name = "URL",
        hide_env_values = true,
        requires = "mail_from",
        value_parser = secret
    )]
    smtp_url: Option<SmtpUrl>,
    /// From whom letters come, such as `Badges <badges@example.org>`.
    #[arg(long, env = "BLASON_MAIL_FROM", value_name = "ADDRESS", requires = "smtp_url")]
    mail_from: Option<Mailbox>,
}

impl MailArgs {
    /// The settings that these arguments ask for.
    ///
    /// # Errors
    /// [`ConfigError::SmtpUrl`] when letters and password would travel in the clear.
    pub fn resolve(&self) -> Result<Option<Mail>, ConfigError> {
        let (Some(url), Some(from)) = (self.smtp_url.clone(), self.mail_from.clone()) else {
            return Ok(None);
        };
        if !url.is_safe() {
            return Err(ConfigError::SmtpUrl);
        }
        Ok(Some(Mail { url, from }))
    }
}

/// Wraps a secret at once, so that no debug output can show it.
fn secret(text: &str) -> Result<SmtpUrl, std::convert::Infallible> {
    Ok(SmtpUrl(Zeroizing::new(text.to_owned())))
}

/// How letters are sent.
#[derive(Debug, Clone)]
pub struct Mail {
    /// The mail server.
    pub url: SmtpUrl,
    /// From whom they come.
    pub from: Mailbox,
}

/// The address of a mail server, which may hold a password.
#[derive(Clone)]
pub struct SmtpUrl(Zeroizing<String>);

impl SmtpUrl {
    /// The address itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether what goes there is encrypted, or stays on this machine.
    fn is_safe(&self) -> bool {
        let Ok(url) = Url::parse(&self.0) else {
            return false;
        };
        let is_own = match url.host() {
            Some(Host::Domain(name)) => name == "localhost",
            // Of a scheme that is not the web's, the host is not read as an address.
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        } || url.host_str() == Some("127.0.0.1");
        let asks_for_tls = url
            .query_pairs()
            .any(|pair| pair == ("tls".into(), "required".into()));
        match url.scheme() {
            "smtps" => true,
            "smtp" => asks_for_tls || is_own,
            _ => false,
        }
    }
}

impl std::fmt::Debug for SmtpUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SmtpUrl(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_passwords_do_not_travel_in_the_clear() {
        let is_safe = |url: &str| secret(url).unwrap().is_safe();
        for url in [
            "smtps://user:secret@mail.example.org",
            "smtp://user:secret@mail.example.org:587?tls=required",
            "smtp://localhost:1025",
            "smtp://127.0.0.1:1025",
        ] {
            assert!(is_safe(url), "{url}");
        }
        for url in [
            "smtp://user:secret@mail.example.org",
            "smtp://mail.example.org?tls=opportunistic",
            "http://mail.example.org",
            "mail.example.org",
            "",
        ] {
            assert!(!is_safe(url), "{url}");
        }
        assert_eq!(
            format!("{:?}", secret("smtps://user:secret@mail").unwrap()),
            "SmtpUrl(..)"
        );
    }
}
