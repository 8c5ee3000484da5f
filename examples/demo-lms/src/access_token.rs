//! What a tool's call to a service may do.

use std::collections::BTreeSet;

use time::{Duration, OffsetDateTime};

/// How long a token is good for.
pub(crate) const LIFETIME: Duration = Duration::hours(1);

/// A token that a tool was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AccessToken {
    /// The number of the tool.
    pub(crate) tool: u32,
    pub(crate) scopes: BTreeSet<&'static str>,
    pub(crate) ends_at: OffsetDateTime,
}

impl AccessToken {
    /// Whether one of `scopes` is among its own.
    pub(crate) fn allows_one_of(&self, scopes: &[&str]) -> bool {
        scopes.iter().any(|scope| self.scopes.contains(scope))
    }
}
