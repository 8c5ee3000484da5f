//! What became of a placement's badge, person by person: read from awards, credentials, qualifications and the
//! outbox at once, and written by none of this.

use sqlx::FromRow;

use super::{Pool, placements::Placement};

/// What became of the badge for one person.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Followed {
    /// The person, as the platform names them.
    pub subject: String,
    /// Where they stand with the condition, if that was looked at; see [`crate::services::completion::State`].
    pub state: Option<String>,
    /// When they met the condition first, in seconds since 1970.
    pub first_met_at: Option<i64>,
    /// The award, if they have one.
    pub award_id: Option<String>,
    /// When it was made, in seconds since 1970.
    pub awarded_at: Option<i64>,
    /// The version of the badge that it is of.
    pub badge_version: Option<i64>,
    /// When the badge was signed, in seconds since 1970.
    pub issued_at: Option<i64>,
    /// Why something that was to be sent did not arrive yet, as a code.
    pub undelivered: Option<String>,
}

/// Everybody who met the condition of `placement` or has its badge from there, the newest awards first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool, placement: &Placement) -> sqlx::Result<Vec<Followed>> {
    sqlx::query_as(
        "SELECT people.subject, q.state, q.first_met_at, a.id AS award_id, a.awarded_at, a.badge_version,
                c.issued_at,
                (SELECT MAX(o.last_error) FROM outbox AS o
                 WHERE o.dedup_key IN ('score:' || a.id, 'mail:' || a.id) AND o.state <> 'delivered') AS undelivered
         FROM (SELECT subject FROM qualifications WHERE placement_id = $1
               UNION SELECT subject FROM awards WHERE placement_id = $1 AND badge_id = $2) AS people
         LEFT JOIN qualifications AS q ON q.placement_id = $1 AND q.subject = people.subject
         LEFT JOIN awards AS a ON a.badge_id = $2 AND a.registration_id = $3 AND a.subject = people.subject
         LEFT JOIN credentials AS c ON c.award_id = a.id
         WHERE a.id IS NOT NULL OR q.first_met_at IS NOT NULL OR q.state = 'held'
         ORDER BY a.awarded_at DESC, people.subject",
    )
    .bind(&placement.id)
    .bind(&placement.badge_id)
    .bind(&placement.registration_id)
    .fetch_all(db)
    .await
}
