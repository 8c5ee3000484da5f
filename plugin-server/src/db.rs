//! The database: one module per table, and every SQL statement in them.

pub mod admin_links;
pub mod admin_sessions;
pub mod audit_entries;
pub mod awards;
pub mod badge_courses;
mod badge_versions;
pub mod badges;
pub mod claim_codes;
pub mod content_choices;
pub mod course_events;
pub mod course_staff;
pub mod credentials;
pub mod decisions;
pub mod deployments;
pub mod event_hooks;
pub mod follow_up;
pub mod launches;
pub mod legacy_consumers;
pub mod legacy_nonces;
pub mod legacy_successors;
pub mod login_states;
pub mod offers;
pub mod organisation_keys;
pub mod organisations;
pub mod outbox;
pub mod pending_deployments;
pub mod placements;
pub mod platform_apis;
pub mod platform_usernames;
pub mod qualifications;
pub mod registration_invites;
pub mod registration_organisations;
pub mod registration_sightings;
pub mod registrations;
mod replaced_credentials;
pub mod resource_links;
pub mod shared_models;
pub mod teacher_choices;
pub mod test_keys;
pub mod tool_keys;

use std::{str::FromStr, time::Duration};

use sqlx::{
    SqlitePool,
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::config::Store;

/// A pool of connections.
pub type Pool = SqlitePool;

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

/// How long a statement waits for another writer.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// The database of `store`, made if it is not there, and brought up to date.
///
/// # Errors
/// [`OpenError`] naming the folder or the database.
pub async fn open(store: &Store) -> Result<Pool, OpenError> {
    let options = match &store.database_url {
        Some(url) => SqliteConnectOptions::from_str(url).map_err(OpenError::Address)?,
        None => {
            std::fs::create_dir_all(&store.data_dir).map_err(|source| OpenError::Folder {
                folder: store.data_dir.display().to_string(),
                source,
            })?;
            SqliteConnectOptions::new().filename(store.data_dir.join("blason.sqlite"))
        }
    };
    let options = options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT);
    let pool = SqlitePoolOptions::new()
        .max_connections(8)
        .connect_with(options)
        .await
        .map_err(OpenError::Connect)?;
    MIGRATIONS.run(&pool).await.map_err(OpenError::Migrate)?;
    Ok(pool)
}

/// Why the database could not be opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The data folder could not be made.
    #[error("the data folder {folder} cannot be made; give another with --data (BLASON_DATA)")]
    Folder {
        /// The folder.
        folder: String,
        /// Why.
        source: std::io::Error,
    },
    /// The address of the database is not usable.
    #[error("--database (BLASON_DATABASE) must be like sqlite:///srv/blason/blason.sqlite")]
    Address(#[source] sqlx::Error),
    /// The database did not open.
    #[error("the database cannot be opened")]
    Connect(#[source] sqlx::Error),
    /// The database could not be brought up to date.
    #[error("the database cannot be brought up to date")]
    Migrate(#[source] sqlx::migrate::MigrateError),
}
