//! Settings of the work that a server does by itself.

use std::time::Duration;

use clap::Args;

/// Settings of the work that a server does by itself.
#[derive(Debug, Clone, Args)]
pub struct BackgroundArgs {
    /// How often a server looks for work that is due, in seconds.
    #[arg(
        long,
        env = "BLASON_BACKGROUND_SECONDS",
        value_name = "SECONDS",
        default_value_t = 15,
        value_parser = clap::value_parser!(u16).range(1..)
    )]
    background_seconds: u16,
    /// For how long a server has a piece of work for itself, in seconds; another takes it up after that.
    #[arg(long, env = "BLASON_LEASE_SECONDS", value_name = "SECONDS", hide = true)]
    lease_seconds: Option<u16>,
}

impl BackgroundArgs {
    /// The settings that these arguments ask for.
    #[must_use]
    pub fn resolve(&self) -> Background {
        Background {
            period: Duration::from_secs(self.background_seconds.into()),
            lease: self.lease().unwrap_or(LEASE),
        }
    }

    /// For how long a server has any piece of work for itself, where that was asked for.
    pub(super) fn lease(&self) -> Option<Duration> {
        self.lease_seconds
            .map(|seconds| Duration::from_secs(seconds.into()))
    }
}

/// The work that a server does by itself.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Background {
    /// From one look for work that is due to the next.
    pub period: Duration,
    /// For how long a server has a piece of work for itself. Longer than any takes.
    pub lease: Duration,
}

/// Longer than a platform takes for all the calls of one piece of work.
const LEASE: Duration = Duration::from_secs(5 * 60);

impl Default for Background {
    fn default() -> Self {
        Self {
            period: Duration::from_secs(15),
            lease: LEASE,
        }
    }
}
