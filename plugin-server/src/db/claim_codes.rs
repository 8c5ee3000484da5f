//! Tables `claim_codes`, `claim_code_uses` and `claim_code_misses`: codes that a teacher hands out.

use sqlx::FromRow;

use super::Pool;

/// A code that a teacher hands out.
#[derive(Debug, Clone, FromRow)]
pub struct ClaimCode {
    /// The identifier.
    pub id: String,
    /// The placement that it opens.
    pub placement_id: String,
    /// The hash of the code.
    pub code_hash: String,
    /// The code, sealed, for the teacher to read again.
    pub sealed_code: String,
    /// From when it is good, in seconds since 1970.
    pub opens_at: i64,
    /// Until when, in seconds since 1970.
    pub closes_at: i64,
    /// How many people may use it.
    pub cap: i64,
    /// How many did.
    pub used: i64,
    /// Who made it, as the platform names them; `None` for an administrator.
    pub created_by: Option<String>,
    /// Seconds since 1970.
    pub created_at: i64,
}

/// That somebody used a code.
#[derive(Debug, Clone, FromRow)]
pub struct ClaimCodeUse {
    /// Who, as the platform names them.
    pub subject: String,
    /// The code.
    pub code_id: String,
    /// Seconds since 1970.
    pub used_at: i64,
}

/// Keeps a new code.
///
/// # Errors
/// When the database cannot be written, or another code has this hash.
pub async fn insert(db: &Pool, code: &ClaimCode) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO claim_codes (id, placement_id, code_hash, sealed_code, opens_at, closes_at, cap, used,
                                  created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9)",
    )
    .bind(&code.id)
    .bind(&code.placement_id)
    .bind(&code.code_hash)
    .bind(&code.sealed_code)
    .bind(code.opens_at)
    .bind(code.closes_at)
    .bind(code.cap)
    .bind(&code.created_by)
    .bind(code.created_at)
    .execute(db)
    .await
    .map(drop)
}

/// The codes of a placement, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Pool, placement_id: &str) -> sqlx::Result<Vec<ClaimCode>> {
    sqlx::query_as("SELECT * FROM claim_codes WHERE placement_id = $1 ORDER BY created_at DESC, id")
        .bind(placement_id)
        .fetch_all(db)
        .await
}

/// The code of a hash.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &Pool, code_hash: &str) -> sqlx::Result<Option<ClaimCode>> {
    sqlx::query_as("SELECT * FROM claim_codes WHERE code_hash = $1")
        .bind(code_hash)
        .fetch_optional(db)
        .await
}

/// Ends a code now. What was given by it stays.
///
/// # Errors
/// When the database cannot be written.
pub async fn close(db: &Pool, placement_id: &str, id: &str, now: i64) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE claim_codes SET closes_at = $3 WHERE placement_id = $1 AND id = $2 AND closes_at > $3",
    )
    .bind(placement_id)
    .bind(id)
    .bind(now)
    .execute(db)
    .await
    .map(drop)
}

/// Uses a code for somebody: true when they have used it now or had before, false when no use is left or it is not
/// open. However many race, no more than the cap get through.
///
/// # Errors
/// When the database cannot be written.
pub async fn take(db: &Pool, code: &ClaimCode, subject: &str, now: i64) -> sqlx::Result<bool> {
    let mut tx = db.begin().await?;
    let counted = sqlx::query(
        "UPDATE claim_codes SET used = used + 1
         WHERE id = $1 AND used < cap AND opens_at <= $3 AND closes_at > $3
           AND NOT EXISTS (SELECT 1 FROM claim_code_uses WHERE placement_id = $4 AND subject = $2)",
    )
    .bind(&code.id)
    .bind(subject)
    .bind(now)
    .bind(&code.placement_id)
    .execute(&mut *tx)
    .await?;
    if counted.rows_affected() == 1 {
        sqlx::query(
            "INSERT INTO claim_code_uses (placement_id, subject, code_id, used_at) VALUES ($1, $2, $3, $4)",
        )
        .bind(&code.placement_id)
        .bind(subject)
        .bind(&code.id)
        .bind(now)
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    Ok(find_use(db, &code.placement_id, subject).await?.is_some())
}

/// That somebody used a code of a placement.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_use(db: &Pool, placement_id: &str, subject: &str) -> sqlx::Result<Option<ClaimCodeUse>> {
    sqlx::query_as(
        "SELECT subject, code_id, used_at FROM claim_code_uses WHERE placement_id = $1 AND subject = $2",
    )
    .bind(placement_id)
    .bind(subject)
    .fetch_optional(db)
    .await
}

/// Everybody who used a code of a placement.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_uses(db: &Pool, placement_id: &str) -> sqlx::Result<Vec<ClaimCodeUse>> {
    sqlx::query_as("SELECT subject, code_id, used_at FROM claim_code_uses WHERE placement_id = $1")
        .bind(placement_id)
        .fetch_all(db)
        .await
}

/// Notes a wrong code, and answers how many there were since `since`.
///
/// # Errors
/// When the database cannot be written.
pub async fn miss(db: &Pool, placement_id: &str, subject: &str, now: i64, since: i64) -> sqlx::Result<i64> {
    sqlx::query("DELETE FROM claim_code_misses WHERE missed_at < $1")
        .bind(since)
        .execute(db)
        .await?;
    sqlx::query("INSERT INTO claim_code_misses (placement_id, subject, missed_at) VALUES ($1, $2, $3)")
        .bind(placement_id)
        .bind(subject)
        .bind(now)
        .execute(db)
        .await?;
    misses(db, placement_id, subject, since).await
}

/// How many wrong codes somebody tried since `since`.
///
/// # Errors
/// When the database cannot be read.
pub async fn misses(db: &Pool, placement_id: &str, subject: &str, since: i64) -> sqlx::Result<i64> {
    sqlx::query_scalar(
        "SELECT COUNT(*) FROM claim_code_misses WHERE placement_id = $1 AND subject = $2 AND missed_at >= $3",
    )
    .bind(placement_id)
    .bind(subject)
    .bind(since)
    .fetch_one(db)
    .await
}
