//! Table `registrations`: the platforms that may launch this tool.

use sqlx::{FromRow, SqliteExecutor};

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
    /// Whether something was opened from there; see [`Status`].
    pub status: String,
    /// What the platform lets this tool ask for, separated by spaces; `None` when nobody said.
    pub scopes: Option<String>,
    /// What the platform says it is, such as `moodle`.
    pub product_family: Option<String>,
}

/// How far a registration has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// In use, or entered by an administrator.
    Active,
    /// The platform registered this tool, and nothing was opened from there yet: its administrator may have to
    /// activate it first.
    Waiting,
}

impl Status {
    /// The word that the database keeps.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Waiting => "waiting",
        }
    }
}

impl Registration {
    /// Whether nothing was opened from there since the platform registered.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.status == Status::Waiting.as_str()
    }
}

/// Keeps a new registration, or the new content of an existing one (same `id`).
///
/// # Errors
/// When the database cannot be written, or another registration has this issuer and client.
pub async fn upsert(db: impl SqliteExecutor<'_>, registration: &Registration) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO registrations (id, name, issuer, client_id, auth_url, token_url, jwks_url,
                                    token_audience, teachers_may, created_at, status, scopes, product_family)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, issuer = excluded.issuer,
             client_id = excluded.client_id, auth_url = excluded.auth_url, token_url = excluded.token_url,
             jwks_url = excluded.jwks_url, token_audience = excluded.token_audience,
             teachers_may = excluded.teachers_may, status = excluded.status, scopes = excluded.scopes,
             product_family = excluded.product_family",
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
    .bind(&registration.status)
    .bind(&registration.scopes)
    .bind(&registration.product_family)
    .execute(db)
    .await
    .map(drop)
}

/// Notes that something was opened from a registration that waited for that.
///
/// # Errors
/// When the database cannot be written.
pub async fn activate(db: &Pool, id: &str) -> sqlx::Result<()> {
    sqlx::query("UPDATE registrations SET status = $2 WHERE id = $1 AND status <> $2")
        .bind(id)
        .bind(Status::Active.as_str())
        .execute(db)
        .await
        .map(drop)
}

/// Settles what the teachers of a platform may do here.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_teachers_may(db: &Pool, id: &str, teachers_may: &str) -> sqlx::Result<()> {
    sqlx::query("UPDATE registrations SET teachers_may = $2 WHERE id = $1")
        .bind(id)
        .bind(teachers_may)
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
pub async fn find_by_client(
    db: impl SqliteExecutor<'_>,
    issuer: &str,
    client_id: &str,
) -> sqlx::Result<Option<Registration>> {
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
