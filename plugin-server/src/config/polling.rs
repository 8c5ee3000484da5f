//! How often platforms are asked who met a condition.

use clap::Args;
use time::Duration;

/// Settings of how often platforms are asked.
#[derive(Debug, Clone, Args)]
pub struct PollingArgs {
    /// How often a platform is asked, for each activity that issues badges by itself, who met its condition, in
    /// hours.
    #[arg(
        long,
        env = "BLASON_POLL_HOURS",
        value_name = "HOURS",
        default_value_t = 6,
        value_parser = clap::value_parser!(u16).range(1..=168)
    )]
    poll_hours: u16,
}

impl PollingArgs {
    /// The settings that these arguments ask for.
    #[must_use]
    pub fn resolve(&self) -> Polling {
        Polling {
            every: Duration::hours(self.poll_hours.into()),
            ..Polling::default()
        }
    }
}

/// How often platforms are asked who met a condition. Only the first is a setting; the others are here so that tests
/// can name them.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Polling {
    /// From one time to the next, when nobody opens the activity.
    pub every: Duration,
    /// From one time to the next at least, however many people open it.
    pub pause: Duration,
    /// After the first time that a platform does not answer; it doubles with each.
    pub back_off_from: Duration,
    /// After however many times.
    pub back_off_to: Duration,
    /// For how long one server has an activity for itself while it asks.
    pub lease: Duration,
    /// The most people of a course whose roster is read. A platform works out for each of them whether they may open
    /// the activity; in larger courses, opening it is what tells.
    pub max_members: usize,
}

impl Default for Polling {
    fn default() -> Self {
        Self {
            every: Duration::hours(6),
            pause: Duration::minutes(5),
            back_off_from: Duration::minutes(5),
            back_off_to: Duration::days(1),
            lease: Duration::minutes(10),
            max_members: 2_000,
        }
    }
}
