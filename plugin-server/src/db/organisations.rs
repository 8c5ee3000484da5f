//! Table `organisations`: who signs badges. The first start makes one.

use sqlx::FromRow;

use super::Pool;

/// Who signs badges.
#[derive(Debug, Clone, FromRow)]
pub struct Organisation {
    /// The identifier.
    pub id: String,
    /// The part of its addresses that is its own; badges carry it for ever.
    pub slug: String,
    /// The name on badges.
    pub name: String,
    /// Its web site.
    pub url: Option<String>,
    /// Seconds since 1970.
    pub created_at: i64,
}

/// Makes an organisation, unless one of this slug exists.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_if_absent(db: &Pool, organisation: &Organisation) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO organisations (id, slug, name, url, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING",
    )
    .bind(&organisation.id)
    .bind(&organisation.slug)
    .bind(&organisation.name)
    .bind(&organisation.url)
    .bind(organisation.created_at)
    .execute(db)
    .await
    .map(drop)
}

/// The organisation that was made first; `None` before the first start is over.
///
/// # Errors
/// When the database cannot be read.
pub async fn first(db: &Pool) -> sqlx::Result<Option<Organisation>> {
    sqlx::query_as("SELECT * FROM organisations ORDER BY created_at, id LIMIT 1")
        .fetch_optional(db)
        .await
}

/// All organisations, the first one first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool) -> sqlx::Result<Vec<Organisation>> {
    sqlx::query_as("SELECT * FROM organisations ORDER BY created_at, id")
        .fetch_all(db)
        .await
}

/// The organisation of a slug.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_by_slug(db: &Pool, slug: &str) -> sqlx::Result<Option<Organisation>> {
    sqlx::query_as("SELECT * FROM organisations WHERE slug = $1")
        .bind(slug)
        .fetch_optional(db)
        .await
}

/// The organisation of an identifier.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, id: &str) -> sqlx::Result<Option<Organisation>> {
    sqlx::query_as("SELECT * FROM organisations WHERE id = $1")
        .bind(id)
        .fetch_optional(db)
        .await
}

/// Changes the name and the web site.
///
/// # Errors
/// When the database cannot be written.
pub async fn update(db: &Pool, id: &str, name: &str, url: Option<&str>) -> sqlx::Result<()> {
    sqlx::query("UPDATE organisations SET name = $2, url = $3 WHERE id = $1")
        .bind(id)
        .bind(name)
        .bind(url)
        .execute(db)
        .await
        .map(drop)
}
