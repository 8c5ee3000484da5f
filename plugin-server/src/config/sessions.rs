//! How long links and sessions last.

use time::Duration;

/// How long links and sessions last.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Sessions {
    /// From the printing of a one-time link to the administration page until it is of no use.
    pub admin_link: Duration,
    /// Of an administration session, from its opening.
    pub admin: Duration,
    /// Of an invitation to register, from its making.
    pub registration_invite: Duration,
    /// For how long a browser is known again that followed a code as a link.
    pub code: Duration,
    /// Of a learner's page, from the launch.
    pub launch: Duration,
}

impl Default for Sessions {
    fn default() -> Self {
        Self {
            admin_link: Duration::hours(1),
            admin: Duration::hours(12),
            registration_invite: Duration::days(7),
            code: Duration::days(90),
            launch: Duration::hours(2),
        }
    }
}
