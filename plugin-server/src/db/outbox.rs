//! Table `outbox`: what is to be sent, until it is.

use sqlx::{FromRow, Sqlite, Transaction};

use super::Pool;

/// Something to be sent.
#[derive(Clone, FromRow)]
pub struct Parcel {
    /// The identifier.
    pub id: String,
    /// What it is; see [`crate::services::outbox::Kind`].
    pub kind: String,
    /// What must not be sent twice.
    pub dedup_key: String,
    /// The platform that it goes to; `None` when it goes elsewhere.
    pub registration_id: Option<String>,
    /// What to send; `None` once it is delivered.
    pub payload: Option<String>,
    /// Seconds since 1970.
    pub created_at: i64,
    /// When it is tried next, in seconds since 1970.
    pub due_at: i64,
    /// How often it was tried.
    pub attempts: i64,
    /// Until when a server has it in hand, in seconds since 1970.
    pub lease_until: i64,
    /// `waiting`, `delivered` or `dead`.
    pub state: String,
    /// The code of the last failure.
    pub last_error: Option<String>,
    /// What the other side said then: untrusted text.
    pub last_detail: Option<String>,
    /// When it was delivered or given up, in seconds since 1970.
    pub ended_at: Option<i64>,
}

// What is sent may hold an address: it stays out of logs.
impl std::fmt::Debug for Parcel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Parcel")
            .field("dedup_key", &self.dedup_key)
            .field("state", &self.state)
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}

/// Keeps a parcel, unless there was one of this `dedup_key` already, whatever became of it.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_if_absent(tx: &mut Transaction<'_, Sqlite>, parcel: &Parcel) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO outbox (id, kind, dedup_key, registration_id, payload, created_at, due_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (dedup_key) DO NOTHING",
    )
    .bind(&parcel.id)
    .bind(&parcel.kind)
    .bind(&parcel.dedup_key)
    .bind(&parcel.registration_id)
    .bind(&parcel.payload)
    .bind(parcel.created_at)
    .bind(parcel.due_at)
    .execute(&mut **tx)
    .await
    .map(drop)
}

/// The parcel that is due for longest, now in hand until `lease_until` and tried once more.
///
/// Of several that are due for as long, it is the one of most tries. The statement reads and writes in one step, so of
/// several servers one gets it.
///
/// # Errors
/// When the database cannot be written.
pub async fn take_due(db: &Pool, now: i64, lease_until: i64) -> sqlx::Result<Option<Parcel>> {
    sqlx::query_as(
        "UPDATE outbox SET lease_until = $2, attempts = attempts + 1
         WHERE id = (SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= $1 AND lease_until <= $1
                     ORDER BY due_at, attempts DESC, id LIMIT 1)
         RETURNING *",
    )
    .bind(now)
    .bind(lease_until)
    .fetch_optional(db)
    .await
}

/// Notes that a parcel arrived, and forgets what was in it.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_delivered(db: &Pool, id: &str, now: i64) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE outbox SET state = 'delivered', payload = NULL, last_error = NULL, last_detail = NULL,
                           lease_until = 0, ended_at = $2
         WHERE id = $1 AND state = 'waiting'",
    )
    .bind(id)
    .bind(now)
    .execute(db)
    .await
    .map(drop)
}

/// Notes why a parcel in hand did not arrive, and when it is tried next; `None` gives it up. Does nothing when its
/// time in hand was over and another server has it now.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_failed(
    db: &Pool,
    parcel: &Parcel,
    (code, detail): (&str, Option<&str>),
    next_due_at: Option<i64>,
    now: i64,
) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE outbox SET last_error = $3, last_detail = $4, lease_until = 0,
                           state = CASE WHEN $5 IS NULL THEN 'dead' ELSE 'waiting' END,
                           due_at = COALESCE($5, due_at), ended_at = CASE WHEN $5 IS NULL THEN $6 END
         WHERE id = $1 AND lease_until = $2 AND state = 'waiting'",
    )
    .bind(&parcel.id)
    .bind(parcel.lease_until)
    .bind(code)
    .bind(detail)
    .bind(next_due_at)
    .bind(now)
    .execute(db)
    .await
    .map(drop)
}

/// Lets everything that waits for a platform wait until `due_at` at least: it just did not answer.
///
/// # Errors
/// When the database cannot be written.
pub async fn hold_back(db: &Pool, registration_id: &str, due_at: i64) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE outbox SET due_at = $2 WHERE registration_id = $1 AND state = 'waiting' AND due_at < $2",
    )
    .bind(registration_id)
    .bind(due_at)
    .execute(db)
    .await
    .map(drop)
}

/// The parcel of a `dedup_key`, whatever became of it.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, dedup_key: &str) -> sqlx::Result<Option<Parcel>> {
    sqlx::query_as("SELECT * FROM outbox WHERE dedup_key = $1")
        .bind(dedup_key)
        .fetch_optional(db)
        .await
}

/// The parcels that were given up, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_dead(db: &Pool, limit: i64) -> sqlx::Result<Vec<Parcel>> {
    sqlx::query_as("SELECT * FROM outbox WHERE state = 'dead' ORDER BY ended_at DESC, id LIMIT $1")
        .bind(limit)
        .fetch_all(db)
        .await
}

/// How many parcels are in a state.
///
/// # Errors
/// When the database cannot be read.
pub async fn count(db: &Pool, state: &str) -> sqlx::Result<i64> {
    sqlx::query_scalar("SELECT COUNT(*) FROM outbox WHERE state = $1")
        .bind(state)
        .fetch_one(db)
        .await
}

/// Lets parcels that were given up wait again, from the beginning: the one of `id`, or all of them. Gives how many.
///
/// # Errors
/// When the database cannot be written.
pub async fn replay(db: &Pool, id: Option<&str>, now: i64) -> sqlx::Result<u64> {
    sqlx::query(
        "UPDATE outbox SET state = 'waiting', attempts = 0, due_at = $2, created_at = $2, lease_until = 0,
                           ended_at = NULL
         WHERE state = 'dead' AND ($1 IS NULL OR id = $1)",
    )
    .bind(id)
    .bind(now)
    .execute(db)
    .await
    .map(|done| done.rows_affected())
}
