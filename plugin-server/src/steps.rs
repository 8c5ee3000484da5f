//! The steps between a badge that is earned and everything that follows from it, by name: tests stop a server at each
//! of them, as a power cut would.

use crate::state::App;

/// A point that a server passes on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A learner has earned a badge; nothing of it is written.
    Qualified,
    /// The award and what follows from it are written, and not committed.
    AwardWritten,
    /// They are committed.
    AwardKept,
    /// The credential is signed, and not kept.
    CredentialSigned,
    /// It is kept.
    CredentialKept,
    /// A parcel is in hand, and not sent.
    DeliveryTaken,
    /// The other side took it; nothing is noted here.
    Delivered,
    /// That is noted.
    DeliveryNoted,
}

impl Step {
    /// All of them, in their order.
    pub const ALL: [Self; 8] = [
        Self::Qualified,
        Self::AwardWritten,
        Self::AwardKept,
        Self::CredentialSigned,
        Self::CredentialKept,
        Self::DeliveryTaken,
        Self::Delivered,
        Self::DeliveryNoted,
    ];

    /// Its name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Qualified => "qualified",
            Self::AwardWritten => "award-written",
            Self::AwardKept => "award-kept",
            Self::CredentialSigned => "credential-signed",
            Self::CredentialKept => "credential-kept",
            Self::DeliveryTaken => "delivery-taken",
            Self::Delivered => "delivered",
            Self::DeliveryNoted => "delivery-noted",
        }
    }
}

impl std::str::FromStr for Step {
    type Err = UnknownStep;

    fn from_str(word: &str) -> Result<Self, UnknownStep> {
        let mut all = Self::ALL.into_iter();
        all.find(|step| step.as_str() == word).ok_or(UnknownStep)
    }
}

/// There is no step of this name.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("there is no step of this name")]
pub struct UnknownStep;

/// Passes `step`. A server that is told to pause there says so and goes no further.
pub async fn reached(app: &App, step: Step) {
    if app.config.pause_at == Some(step) {
        say(step);
        std::future::pending::<()>().await;
    }
}

#[expect(
    clippy::print_stdout,
    reason = "whoever told the server to pause waits for this line"
)]
fn say(step: Step) {
    println!("paused at {}", step.as_str());
}
