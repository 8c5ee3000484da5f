//! Letters, as a trait, so that tests need no mail server.

use std::fmt::Debug;
use std::sync::Arc;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use thiserror::Error;

use super::Pending;
use crate::config::{ConfigError, Mail};

/// How long a mail server may take for each command.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub to: String,
    /// What it is about, in one line.
    pub subject: String,
    /// What it says, as plain text.
    pub text: String,
    /// Its name, such as `<award@badges.example.org>`: the same letter sent twice has the same one, so that programs
    /// which receive mail can tell.
    pub id: String,
}

/// Sends letters.
pub trait Mailer: Debug + Send + Sync {
    /// Hands `letter` over to the mail server.
    ///
    /// # Errors
    /// [`MailError`] when it was not taken.
    fn send(&self, letter: Letter) -> Pending<'_, Result<(), MailError>>;
}

/// Why a letter was not taken. It does not name the address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MailError {
    /// The mail server did not answer, or says to try again later.
    #[error("the mail server did not take the letter now: {status}")]
    Passing {
        /// Its status, or `no answer`.
        status: String,
    },
    /// The mail server says no, or the address is none.
    #[error("the mail server refused the letter: {status}")]
    Refused {
        /// Its status, or `no address`.
        status: String,
    },
}

/// The way to the mail server of `mail`.
///
/// # Errors
/// [`ConfigError::SmtpUrl`] when it is none.
pub fn mailer(mail: &Mail) -> Result<Arc<dyn Mailer>, ConfigError> {
    let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(mail.url.expose());
    let transport = transport.map_err(|_no_address| ConfigError::SmtpUrl)?;
    Ok(Arc::new(SmtpMailer {
        transport: transport.timeout(Some(TIMEOUT)).build(),
        from: mail.from.clone(),
    }))
}

/// Sends letters by SMTP.
#[derive(Debug)]
struct SmtpMailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl SmtpMailer {
    async fn hand_over(&self, letter: Letter) -> Result<(), MailError> {
        let no_address = || MailError::Refused {
            status: "no address".to_owned(),
        };
        let to = letter.to.parse().map_err(|_no_mailbox| no_address())?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(letter.subject)
            .message_id(Some(letter.id))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text);
        let message = message.map_err(|_incomplete| no_address())?;
        match self.transport.send(message).await {
            Ok(_taken) => Ok(()),
            Err(error) => {
                let status = error.status();
                let status = status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
                Err(if error.is_permanent() {
                    MailError::Refused { status }
                } else {
                    MailError::Passing { status }
                })
            }
        }
    }
}

impl Mailer for SmtpMailer {
    fn send(&self, letter: Letter) -> Pending<'_, Result<(), MailError>> {
        Box::pin(self.hand_over(letter))
    }
}
