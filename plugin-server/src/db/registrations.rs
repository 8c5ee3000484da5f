//! Table `registrations`: the platforms that may launch this tool.

use sqlx::FromRow;

use super::Pool;

/// A platform's registration of this tool.
#[derive(Debug, Clone, FromRow)]
pub struct Registration {
    /// The identifier here; it stands in the login address of this registration.
    pub id: String,
    /// What administrators call it.
    pub name: String,
    /// The platform's issuer, exactly as its tokens say it.
    pub issuer: String,
    /// What the platform calls this tool.
    pub client_id: String,
    /// Where logins go.
    pub auth_url: String,
    /// Where service tokens are asked for.
    pub token_url: String,
    /// Where the platform's public keys are.
    pub jwks_url: String,
    /// The audience of requests for service tokens, where it is not `token_url`.
    pub token_audience: Option<String>,
    /// What its teachers may do here; see [`crate::services::choosing::TeachersMay`].
    pub teachers_may: String,
    /// Seconds since 1970.
    pub created_at: i64,
}

/// Keeps a new registration, or the new content of an existing one (same `id`).
///
/// # Errors
/// When the database cannot be written, or another registration has this issuer and client.
pub async fn upsert(db: &Pool, registration: &Registration) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO registrations (id, name, issuer, client_id, auth_url, token_url, jwks_url,
                                    token_audience, teachers_may, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, issuer = excluded.issuer,
             client_id = excluded.client_id, auth_url = excluded.auth_url, token_url = excluded.token_url,
             jwks_url = excluded.jwks_url, token_audience = excluded.token_audience,
             teachers_may = excluded.teachers_may",
    )
    .bind(&registration.id)
    .bind(&registration.name)
    .bind(&registration.issuer)
    .bind(&registration.client_id)
    .bind(&registration.auth_url)
    .bind(&registration.token_url)
    .bind(&registration.jwks_url)
    .bind(&registration.token_audience)
    .bind(&registration.teachers_may)
    .bind(registration.created_at)
    .execute(db)
    .await
    .map(drop)
}

/// The registration of an identifier.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, id: &str) -> sqlx::Result<Option<Registration>> {
    sqlx::query_as("SELECT * FROM registrations WHERE id = $1")
        .bind(id)
        .fetch_optional(db)
        .await
}

/// The registration of an issuer and client.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_by_client(db: &Pool, issuer: &str, client_id: &str) -> sqlx::Result<Option<Registration>> {
    sqlx::query_as("SELECT * FROM registrations WHERE issuer = $1 AND client_id = $2")
        .bind(issuer)
        .bind(client_id)
        .fetch_optional(db)
        .await
}

/// The registrations of an issuer: one for each client that it knows this tool under.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_by_issuer(db: &Pool, issuer: &str) -> sqlx::Result<Vec<Registration>> {
    sqlx::query_as("SELECT * FROM registrations WHERE issuer = $1 ORDER BY id")
        .bind(issuer)
        .fetch_all(db)
        .await
}

/// All registrations, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool) -> sqlx::Result<Vec<Registration>> {
    sqlx::query_as("SELECT * FROM registrations ORDER BY name, id")
        .fetch_all(db)
        .await
}
