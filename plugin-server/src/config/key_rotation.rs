//! Settings of how keys follow each other.

use clap::Args;
use time::Duration;

/// Settings of how keys follow each other.
#[derive(Debug, Clone, Args)]
pub struct KeyRotationArgs {
    /// After how many days the key that platforms know this tool by is replaced; 0 means never by itself.
    #[arg(long, env = "BLASON_TOOL_KEY_DAYS", value_name = "DAYS", default_value_t = 90)]
    tool_key_days: u16,
    /// After how many days the key that signs an organisation's badges is replaced; 0 means never by itself.
    #[arg(
        long,
        env = "BLASON_ORGANISATION_KEY_DAYS",
        value_name = "DAYS",
        default_value_t = 0
    )]
    organisation_key_days: u16,
}

impl KeyRotationArgs {
    /// The settings that these arguments ask for.
    #[must_use]
    pub fn resolve(&self) -> KeyRotation {
        let after = |days: u16| (days > 0).then(|| Duration::days(days.into()));
        KeyRotation {
            tool: after(self.tool_key_days),
            organisation: after(self.organisation_key_days),
            ..KeyRotation::default()
        }
    }
}

/// How keys follow each other.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct KeyRotation {
    /// For how long a tool key signs before the next one is made; `None` means for as long as nobody asks.
    pub tool: Option<Duration>,
    /// The same for an organisation's key.
    pub organisation: Option<Duration>,
    /// For how long a new key is published before it signs: longer than anybody keeps our keys, which we permit for an
    /// hour.
    pub ahead: Duration,
    /// For how long an old tool key is published after it has signed last. What it signed is good for minutes.
    pub behind: Duration,
}

impl Default for KeyRotation {
    fn default() -> Self {
        Self {
            tool: Some(Duration::days(90)),
            organisation: None,
            ahead: Duration::days(1),
            behind: Duration::days(1),
        }
    }
}
