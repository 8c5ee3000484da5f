//! What was last seen of each platform, so that an administrator can tell what works.

use crate::{
    db::registration_sightings::{self, RegistrationSighting},
    state::App,
};

/// What bears no sign of who it came from is noted under this name in the place of a registration's identifier.
pub const NOBODY: &str = "";

/// Something that can be seen of a platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sighting {
    /// Somebody fetched our keys.
    KeysFetched,
    /// This platform fetched our keys while it was asked for a token.
    OwnKeysRead,
    /// A launch passed every check.
    Launch,
    /// A launch came back with our cookie.
    LaunchByCookie,
    /// A launch was tied to its browser by the platform's storage.
    LaunchByStorage,
    /// A launch needed a window of its own.
    LaunchInWindow,
    /// The outcome of reading the platform's keys; the detail is how many there are, or an error's code.
    PlatformKeys,
    /// How far the platform's clock is ahead of ours, in seconds.
    Clock,
    /// The outcome of asking for a token; the detail is empty, or an error's code.
    Token,
    /// The outcome of reading a roster; the detail is how many members were read, or an error's code.
    Roster,
    /// The outcome of reading columns of a grade book; the detail is how many there are, or an error's code.
    Columns,
}

impl Sighting {
    /// The word that the database keeps.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::KeysFetched => "keys-fetched",
            Self::OwnKeysRead => "own-keys-read",
            Self::Launch => "launch",
            Self::LaunchByCookie => "launch-by-cookie",
            Self::LaunchByStorage => "launch-by-storage",
            Self::LaunchInWindow => "launch-in-window",
            Self::PlatformKeys => "platform-keys",
            Self::Clock => "clock",
            Self::Token => "token",
            Self::Roster => "roster",
            Self::Columns => "columns",
        }
    }
}

/// Notes that `what` was seen of the registration just now.
///
/// `detail` is a code or a number, never anything about a person. What cannot be noted is logged and does no other
/// harm: nobody's launch waits for this.
pub async fn note(app: &App, registration_id: &str, what: Sighting, detail: &str) {
    let sighting = RegistrationSighting {
        registration_id: registration_id.to_owned(),
        what: what.as_str().to_owned(),
        seen_at: app.timestamp(),
        detail: detail.to_owned(),
    };
    if let Err(error) = registration_sightings::upsert(&app.db, &sighting).await {
        tracing::warn!(registration.id = registration_id, sighting.what = what.as_str(), %error, "sighting not kept");
    }
}
