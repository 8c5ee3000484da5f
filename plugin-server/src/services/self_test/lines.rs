//! What is known of a connection, line by line.

use crate::{
    db::{
        registration_sightings::{self, RegistrationSighting},
        registrations::Registration,
    },
    error::AppError,
    services::sightings::{self, Sighting},
    state::App,
};

/// Up to how many seconds two clocks may differ without anybody noticing. Moodle takes no signature from the future.
const GOOD_CLOCK_SECONDS: i64 = 5;

/// What a line is about, in the order in which things are set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A launch came through.
    Launch,
    /// This server reads the platform's keys.
    PlatformKeys,
    /// The clocks agree.
    Clock,
    /// The platform reads this server's keys.
    OwnKeys,
    /// The platform gives a token.
    Token,
    /// The roster opens.
    Roster,
    /// The columns of the grade book open.
    Columns,
}

/// What is known of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It works; with a number where there is one to tell.
    Works(Option<i64>),
    /// It does not, for the reason with this code.
    Fails(String),
    /// Nobody has seen it yet.
    Unknown,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub subject: Subject,
    /// What is known.
    pub outcome: Outcome,
    /// When that was seen, in seconds since 1970.
    pub seen_at: Option<i64>,
}

/// Everything that is known of a connection. Times are seconds since 1970.
#[derive(Debug)]
pub struct Known {
    /// What works and what does not.
    pub lines: Vec<Line>,
    /// When this platform was seen fetching our keys.
    pub own_keys_read_at: Option<i64>,
    /// When anybody last fetched them. Fetches do not say who they come from.
    pub keys_fetched_at: Option<i64>,
    /// When a browser last brought our cookie back from the platform.
    pub by_cookie_at: Option<i64>,
    /// When the platform's storage last stood in for the cookie.
    pub by_storage_at: Option<i64>,
    /// When a launch last needed a window of its own.
    pub in_window_at: Option<i64>,
}

/// Everything that is known of `registration`.
///
/// # Errors
/// When the database cannot be read.
pub async fn known(app: &App, registration: &Registration) -> Result<Known, AppError> {
    let seen = Seen(registration_sightings::list(&app.db, &registration.id).await?);
    let anybody = Seen(registration_sightings::list(&app.db, sightings::NOBODY).await?);
    Ok(Known {
        lines: vec![
            seen.noted(Subject::Launch, Sighting::Launch),
            seen.noted(Subject::PlatformKeys, Sighting::PlatformKeys),
            seen.clock(),
            seen.own_keys(),
            seen.noted(Subject::Token, Sighting::Token),
            seen.noted(Subject::Roster, Sighting::Roster),
            seen.noted(Subject::Columns, Sighting::Columns),
        ],
        own_keys_read_at: seen.at(Sighting::OwnKeysRead),
        keys_fetched_at: anybody.at(Sighting::KeysFetched),
        by_cookie_at: seen.at(Sighting::LaunchByCookie),
        by_storage_at: seen.at(Sighting::LaunchByStorage),
        in_window_at: seen.at(Sighting::LaunchInWindow),
    })
}

struct Seen(Vec<RegistrationSighting>);

impl Seen {
    fn of(&self, what: Sighting) -> Option<&RegistrationSighting> {
        self.0.iter().find(|sighting| sighting.what == what.as_str())
    }

    fn at(&self, what: Sighting) -> Option<i64> {
        self.of(what).map(|sighting| sighting.seen_at)
    }

    /// A line whose detail is nothing, a number, or the code of an error.
    fn noted(&self, subject: Subject, what: Sighting) -> Line {
        let Some(sighting) = self.of(what) else {
            return Line {
                subject,
                outcome: Outcome::Unknown,
                seen_at: None,
            };
        };
        let outcome = match (sighting.detail.as_str(), sighting.detail.parse()) {
            ("", _) => Outcome::Works(None),
            (_, Ok(number)) => Outcome::Works(Some(number)),
            (code, Err(_)) => Outcome::Fails(code.to_owned()),
        };
        Line {
            subject,
            outcome,
            seen_at: Some(sighting.seen_at),
        }
    }

    fn clock(&self) -> Line {
        let line = self.noted(Subject::Clock, Sighting::Clock);
        let outcome = match line.outcome {
            Outcome::Works(Some(ahead)) if ahead > GOOD_CLOCK_SECONDS => {
                Outcome::Fails("clock-ahead".to_owned())
            }
            Outcome::Works(Some(ahead)) if ahead < -GOOD_CLOCK_SECONDS => {
                Outcome::Fails("clock-behind".to_owned())
            }
            other => other,
        };
        Line { outcome, ..line }
    }

    /// The platform has our keys if it checked our signature. That it fetched them is known only for a fetch that
    /// came while it did.
    fn own_keys(&self) -> Line {
        let token = self.noted(Subject::OwnKeys, Sighting::Token);
        let outcome = match token.outcome {
            Outcome::Fails(code) if code == "keys-not-read" => Outcome::Fails(code),
            Outcome::Works(_) => Outcome::Works(None),
            Outcome::Fails(code) if code == "scope-missing" => Outcome::Works(None),
            Outcome::Fails(_) | Outcome::Unknown => Outcome::Unknown,
        };
        Line { outcome, ..token }
    }
}
