//! Table `badge_versions`: the contents that badges had. Signed badges point at them, so rows never change.

use super::{Pool, badges::Badge};

/// Keeps the content that the badge `id` has, if it was awarded with it. One statement of a transaction that then
/// writes the next content.
///
/// # Errors
/// When the database cannot be written.
pub(super) async fn keep_if_awarded(transaction: &mut sqlx::SqliteConnection, id: &str) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO badge_versions (badge_id, version, name, description, criteria, language, shape, colour,
                                     picture_svg, picture_png, updated_at)
         SELECT id, version, name, description, criteria, language, shape, colour, picture_svg, picture_png,
                updated_at
         FROM badges
         WHERE id = $1 AND EXISTS (
             SELECT 1 FROM awards WHERE awards.badge_id = badges.id AND awards.badge_version = badges.version
         )",
    )
    .bind(id)
    .execute(transaction)
    .await
    .map(drop)
}

/// The badge as it was in an earlier version.
///
/// # Errors
/// When the database cannot be read.
pub(super) async fn find(db: &Pool, badge_id: &str, version: i64) -> sqlx::Result<Option<Badge>> {
    sqlx::query_as(
        "SELECT badges.id, organisation_id, v.version, v.name, v.description, v.criteria, v.language, v.shape,
                v.colour, v.picture_svg, v.picture_png, author_registration_id, author_subject, created_at,
                v.updated_at
         FROM badges JOIN badge_versions AS v ON v.badge_id = badges.id
         WHERE badges.id = $1 AND v.version = $2",
    )
    .bind(badge_id)
    .bind(version)
    .fetch_optional(db)
    .await
}
