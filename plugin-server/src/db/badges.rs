//! Table `badges`: what can be awarded, with its picture.

use sqlx::FromRow;

use super::{Pool, badge_courses::Course, badge_versions};

/// A badge as it was designed, in one of its versions.
#[derive(Debug, Clone, FromRow)]
pub struct Badge {
    /// The identifier.
    pub id: String,
    /// Who awards it.
    pub organisation_id: String,
    /// Which of its contents this is, counted from 1.
    pub version: i64,
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
    /// The registration of the platform from within which it was made; `None` when an administrator made it.
    pub author_registration_id: Option<String>,
    /// Who made it, as that platform names them.
    pub author_subject: Option<String>,
    /// Seconds since 1970.
    pub created_at: i64,
    /// Seconds since 1970.
    pub updated_at: i64,
}

impl Badge {
    /// The path of its page, which is the achievement's identifier too. Signed badges point there, so it shows this
    /// version for ever; the first has the address that badges had before there were versions.
    #[must_use]
    pub fn path(&self) -> String {
        match self.version {
            1 => format!("/badges/{}", self.id),
            version => format!("/badges/{}/v/{version}", self.id),
        }
    }

    /// The path of its picture as PNG.
    #[must_use]
    pub fn picture_path(&self) -> String {
        format!("{}/picture.png", self.path())
    }
}

/// Keeps a new badge, or the new content of an existing one, and answers its version.
///
/// A content that was awarded stays as it is, and the new one becomes the next version. Whose badge it is does not
/// change.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(db: &Pool, badge: &Badge) -> sqlx::Result<i64> {
    let mut transaction = db.begin().await?;
    // The first statement writes, so that an award cannot come between the two.
    badge_versions::keep_if_awarded(&mut transaction, &badge.id).await?;
    let version = sqlx::query_scalar(
        "INSERT INTO badges (id, organisation_id, name, description, criteria, language, shape, colour,
                             picture_svg, picture_png, created_at, updated_at, author_registration_id,
                             author_subject)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, description = excluded.description,
             criteria = excluded.criteria, language = excluded.language, shape = excluded.shape,
             colour = excluded.colour, picture_svg = excluded.picture_svg,
             picture_png = excluded.picture_png, updated_at = excluded.updated_at,
             version = badges.version + (
                 SELECT COUNT(*) FROM badge_versions AS v
                 WHERE v.badge_id = badges.id AND v.version = badges.version
             )
         RETURNING version",
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
    .bind(&badge.author_registration_id)
    .bind(&badge.author_subject)
    .fetch_one(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(version)
}

/// A badge in one of its versions.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_version(db: &Pool, id: &str, version: i64) -> sqlx::Result<Option<Badge>> {
    match find(db, id).await? {
        Some(newest) if newest.version != version => badge_versions::find(db, id, version).await,
        found => Ok(found),
    }
}

/// The badge of an identifier, in its newest version.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, id: &str) -> sqlx::Result<Option<Badge>> {
    sqlx::query_as("SELECT * FROM badges WHERE id = $1")
        .bind(id)
        .fetch_optional(db)
        .await
}

/// The badges of an organisation, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_of(db: &Pool, organisation_id: &str) -> sqlx::Result<Vec<Badge>> {
    sqlx::query_as("SELECT * FROM badges WHERE organisation_id = $1 ORDER BY name, id")
        .bind(organisation_id)
        .fetch_all(db)
        .await
}

/// The badges that somebody made or chose for a course, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_of_course(db: &Pool, course: Course<'_>) -> sqlx::Result<Vec<Badge>> {
    sqlx::query_as(
        "SELECT * FROM badges WHERE id IN (
             SELECT badge_id FROM badge_courses
             WHERE registration_id = $1 AND deployment_id = $2 AND context_id = $3
             UNION SELECT badge_id FROM offers
             WHERE registration_id = $1 AND deployment_id = $2 AND context_id = $3)
         ORDER BY name, id",
    )
    .bind(course.registration_id)
    .bind(course.deployment_id)
    .bind(course.context_id)
    .fetch_all(db)
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
