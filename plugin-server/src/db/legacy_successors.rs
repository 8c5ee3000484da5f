//! Table `legacy_successors`: what an activity or a person of LTI 1.1 became under LTI 1.3.

use sqlx::SqliteConnection;

/// What has a successor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An activity.
    Link,
    /// A person.
    Person,
}

impl Kind {
    /// The word that the table keeps.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Person => "person",
        }
    }
}

/// Settles that `former` became `successor`, and gives what it became: what was settled first counts. One statement
/// of a transaction.
///
/// # Errors
/// When the database cannot be written.
pub async fn settle(
    transaction: &mut SqliteConnection,
    registration_id: &str,
    kind: Kind,
    former: &str,
    successor: &str,
    now: i64,
) -> sqlx::Result<String> {
    sqlx::query_scalar(
        "INSERT INTO legacy_successors (registration_id, kind, former, successor, settled_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (registration_id, kind, former) DO UPDATE SET successor = legacy_successors.successor
         RETURNING successor",
    )
    .bind(registration_id)
    .bind(kind.as_str())
    .bind(former)
    .bind(successor)
    .bind(now)
    .fetch_one(transaction)
    .await
}
