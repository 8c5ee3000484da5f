//! Table `credentials`: signed texts. Written once; one that is issued anew is kept beside the new one.

use sqlx::FromRow;

use super::{Pool, awards, replaced_credentials};

/// A signed credential, with the picture it was issued with.
#[derive(Debug, Clone, FromRow)]
pub struct StoredCredential {
    /// The award it stands for.
    pub award_id: String,
    /// The signed JSON, byte for byte.
    pub document: String,
    /// The picture as SVG; `None` when the badge has a PNG only.
    pub picture_svg: Option<Vec<u8>>,
    /// The picture as PNG.
    pub picture_png: Vec<u8>,
    /// Seconds since 1970.
    pub issued_at: i64,
}

/// Keeps `credential`, unless the award has one already, and answers the one that counts.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_or_find(db: &Pool, credential: &StoredCredential) -> sqlx::Result<StoredCredential> {
    sqlx::query(
        "INSERT INTO credentials (award_id, document, picture_svg, picture_png, issued_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (award_id) DO NOTHING",
    )
    .bind(&credential.award_id)
    .bind(&credential.document)
    .bind(&credential.picture_svg)
    .bind(&credential.picture_png)
    .bind(credential.issued_at)
    .execute(db)
    .await?;
    sqlx::query_as("SELECT * FROM credentials WHERE award_id = $1")
        .bind(&credential.award_id)
        .fetch_one(db)
        .await
}

/// The versions of a badge between which a credential is issued anew.
#[derive(Debug, Clone, Copy)]
pub struct Renewal {
    /// What the award says now.
    pub from: i64,
    /// What `credential` says.
    pub to: i64,
}

/// Puts `credential` in the place of the one that its award has, which is kept, and answers the one that counts:
/// another server may have been quicker.
///
/// # Errors
/// When the database cannot be written, or the award has no credential.
pub async fn replace(
    db: &Pool,
    credential: &StoredCredential,
    renewal: Renewal,
) -> sqlx::Result<StoredCredential> {
    let mut transaction = db.begin().await?;
    let award_id = &credential.award_id;
    if replaced_credentials::keep(&mut transaction, award_id, renewal.from, credential.issued_at).await? {
        sqlx::query(
            "UPDATE credentials SET document = $2, picture_svg = $3, picture_png = $4, issued_at = $5
             WHERE award_id = $1",
        )
        .bind(award_id)
        .bind(&credential.document)
        .bind(&credential.picture_svg)
        .bind(&credential.picture_png)
        .bind(credential.issued_at)
        .execute(&mut *transaction)
        .await?;
        awards::set_badge_version(&mut transaction, award_id, renewal.to).await?;
    }
    transaction.commit().await?;
    sqlx::query_as("SELECT * FROM credentials WHERE award_id = $1")
        .bind(award_id)
        .fetch_one(db)
        .await
}

/// The credential of an award; `None` until it is claimed.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, award_id: &str) -> sqlx::Result<Option<StoredCredential>> {
    sqlx::query_as("SELECT * FROM credentials WHERE award_id = $1")
        .bind(award_id)
        .fetch_optional(db)
        .await
}

/// How many badges of an organisation have been claimed.
///
/// # Errors
/// When the database cannot be read.
pub async fn count_of(db: &Pool, organisation_id: &str) -> sqlx::Result<i64> {
    sqlx::query_scalar(
        "SELECT COUNT(*) FROM credentials
         JOIN awards ON awards.id = credentials.award_id
         JOIN badges ON badges.id = awards.badge_id WHERE badges.organisation_id = $1",
    )
    .bind(organisation_id)
    .fetch_one(db)
    .await
}
