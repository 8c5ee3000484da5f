//! Table `replaced_credentials`: signed texts that were issued anew, as they were.

/// Keeps the credential that an award has, beside the one that is about to take its place; `false` when the award
/// says another version of its badge than `badge_version` by now. One statement of a transaction.
///
/// # Errors
/// When the database cannot be written.
pub(super) async fn keep(
    transaction: &mut sqlx::SqliteConnection,
    award_id: &str,
    badge_version: i64,
    replaced_at: i64,
) -> sqlx::Result<bool> {
    let kept = sqlx::query(
        "INSERT INTO replaced_credentials (award_id, document, picture_svg, picture_png, badge_version,
                                           issued_at, replaced_at)
         SELECT award_id, document, picture_svg, picture_png, badge_version, issued_at, $3
         FROM credentials JOIN awards ON awards.id = credentials.award_id
         WHERE award_id = $1 AND badge_version = $2",
    )
    .bind(award_id)
    .bind(badge_version)
    .bind(replaced_at)
    .execute(transaction)
    .await?;
    Ok(kept.rows_affected() == 1)
}
