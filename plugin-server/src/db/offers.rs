//! Table `offers`: badges that were chosen for a course from within the platform.

use sqlx::FromRow;

use super::Pool;

/// A badge that somebody chose for a course.
#[derive(Debug, Clone, FromRow)]
pub struct Offer {
    /// The identifier.
    pub id: String,
    /// The platform's registration.
    pub registration_id: String,
    /// The deployment of the tool on that platform.
    pub deployment_id: String,
    /// The course.
    pub context_id: String,
    /// The badge.
    pub badge_id: String,
    /// What a learner must have done, as JSON; see [`crate::services::completion::Condition`].
    pub condition: String,
    /// Who chose, as the platform names them.
    pub subject: Option<String>,
    /// Seconds since 1970.
    pub created_at: i64,
}

/// Keeps an offer.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(db: &Pool, offer: &Offer) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO offers (id, registration_id, deployment_id, context_id, badge_id, condition, subject,
                             created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(&offer.id)
    .bind(&offer.registration_id)
    .bind(&offer.deployment_id)
    .bind(&offer.context_id)
    .bind(&offer.badge_id)
    .bind(&offer.condition)
    .bind(&offer.subject)
    .bind(offer.created_at)
    .execute(db)
    .await
    .map(drop)
}

/// The offer of an identifier.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, id: &str) -> sqlx::Result<Option<Offer>> {
    sqlx::query_as("SELECT * FROM offers WHERE id = $1")
        .bind(id)
        .fetch_optional(db)
        .await
}
