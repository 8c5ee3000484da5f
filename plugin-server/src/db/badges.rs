//! Table `badges`: what can be awarded, with its picture.

use sqlx::FromRow;

use super::Pool;

/// A badge as it was designed.
#[derive(Debug, Clone, FromRow)]
pub struct Badge {
    /// The identifier.
    pub id: String,
    /// Who awards it.
    pub organisation_id: String,
    /// The name.
    pub name: String,
    /// What it is, in a sentence or two.
    pub description: String,
    /// What someone who has it knows how to do, in Markdown.
    pub criteria: String,
    /// The language of the texts, as a BCP 47 tag.
    pub language: String,
    /// The shape of a drawn picture; `None` when the picture was uploaded.
    pub shape: Option<String>,
    /// The colour of a drawn picture; `None` when the picture was uploaded.
    pub colour: Option<String>,
    /// The picture as SVG; `None` when a PNG was uploaded.
    pub picture_svg: Option<Vec<u8>>,
    /// The picture as PNG.
    pub picture_png: Vec<u8>,
    /// Seconds since 1970.
    pub created_at: i64,
    /// Seconds since 1970.
    pub updated_at: i64,
}

/// Keeps a new badge, or the new content of an existing one.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(db: &Pool, badge: &Badge) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO badges (id, organisation_id, name, description, criteria, language, shape, colour,
                             picture_svg, picture_png, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, description = excluded.description,
             criteria = excluded.criteria, language = excluded.language, shape = excluded.shape,
             colour = excluded.colour, picture_svg = excluded.picture_svg,
             picture_png = excluded.picture_png, updated_at = excluded.updated_at",
    )
    .bind(&badge.id)
    .bind(&badge.organisation_id)
    .bind(&badge.name)
    .bind(&badge.description)
    .bind(&badge.criteria)
    .bind(&badge.language)
    .bind(&badge.shape)
    .bind(&badge.colour)
    .bind(&badge.picture_svg)
    .bind(&badge.picture_png)
    .bind(badge.created_at)
    .bind(badge.updated_at)
    .execute(db)
    .await
    .map(drop)
}

/// The badge of an identifier.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, id: &str) -> sqlx::Result<Option<Badge>> {
    sqlx::query_as("SELECT * FROM badges WHERE id = $1")
        .bind(id)
        .fetch_optional(db)
        .await
}

/// All badges, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool) -> sqlx::Result<Vec<Badge>> {
    sqlx::query_as("SELECT * FROM badges ORDER BY name, id")
        .fetch_all(db)
        .await
}
