//! Table `resource_links`: what the last launch of each activity said of it.

use sqlx::FromRow;

use super::Pool;

/// An activity, as its last launch described it.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct ResourceLink {
    /// The platform's registration.
    pub registration_id: String,
    /// The deployment of the tool on that platform.
    pub deployment_id: String,
    /// The activity, as the platform names it.
    pub resource_link_id: String,
    /// What the platform calls it.
    pub title: Option<String>,
    /// The course.
    pub context_id: Option<String>,
    /// What the platform calls the course.
    pub context_title: Option<String>,
    /// The courses that this one was copied from, as the platform sends them: identifiers separated by commas. Any
    /// teacher can write this value.
    pub context_history: Option<String>,
    /// Where the roster of the course is.
    pub memberships_url: Option<String>,
    /// Where the columns of the course are.
    pub line_items_url: Option<String>,
    /// The column of this activity, if it has exactly one.
    pub line_item_url: Option<String>,
    /// What may be done in the grade book: scopes, separated by spaces.
    pub ags_scopes: String,
    /// Seconds since 1970.
    pub last_launch_at: i64,
    /// The column that this tool found or made for it, where launches name none.
    pub own_line_item_url: Option<String>,
}

impl ResourceLink {
    /// Whether the platform lets this tool do what `scope` says in the grade book of this activity.
    #[must_use]
    pub fn allows(&self, scope: &str) -> bool {
        self.ags_scopes.split(' ').any(|allowed| allowed == scope)
    }
}

/// Keeps what a launch says of its activity, in place of what an earlier launch said. What this tool found out itself
/// stays.
///
/// # Errors
/// When the database cannot be written.
pub async fn upsert(db: &Pool, link: &ResourceLink) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO resource_links (registration_id, deployment_id, resource_link_id, title, context_id,
                                     context_title, context_history, memberships_url, line_items_url,
                                     line_item_url, ags_scopes, last_launch_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (registration_id, deployment_id, resource_link_id) DO UPDATE SET title = excluded.title,
             context_id = excluded.context_id, context_title = excluded.context_title,
             context_history = excluded.context_history, memberships_url = excluded.memberships_url,
             line_items_url = excluded.line_items_url, line_item_url = excluded.line_item_url,
             ags_scopes = excluded.ags_scopes, last_launch_at = excluded.last_launch_at
         WHERE resource_links.last_launch_at <= excluded.last_launch_at",
    )
    .bind(&link.registration_id)
    .bind(&link.deployment_id)
    .bind(&link.resource_link_id)
    .bind(&link.title)
    .bind(&link.context_id)
    .bind(&link.context_title)
    .bind(&link.context_history)
    .bind(&link.memberships_url)
    .bind(&link.line_items_url)
    .bind(&link.line_item_url)
    .bind(&link.ags_scopes)
    .bind(link.last_launch_at)
    .execute(db)
    .await
    .map(drop)
}

/// The activity of a placement or a launch; `None` when no launch of it was seen.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(
    db: &Pool,
    registration_id: &str,
    deployment_id: &str,
    resource_link_id: &str,
) -> sqlx::Result<Option<ResourceLink>> {
    sqlx::query_as(
        "SELECT * FROM resource_links
         WHERE registration_id = $1 AND deployment_id = $2 AND resource_link_id = $3",
    )
    .bind(registration_id)
    .bind(deployment_id)
    .bind(resource_link_id)
    .fetch_optional(db)
    .await
}

/// Takes the column of an activity in hand until `lease_until`, to find it or to make it. Gives whether this call did
/// it: somebody else may have it in hand, or may be done.
///
/// # Errors
/// When the database cannot be written.
pub async fn take_own_line_item(
    db: &Pool,
    link: &ResourceLink,
    now: i64,
    lease_until: i64,
) -> sqlx::Result<bool> {
    sqlx::query(
        "UPDATE resource_links SET own_line_item_lease = $5
         WHERE registration_id = $1 AND deployment_id = $2 AND resource_link_id = $3
             AND own_line_item_url IS NULL AND own_line_item_lease <= $4",
    )
    .bind(&link.registration_id)
    .bind(&link.deployment_id)
    .bind(&link.resource_link_id)
    .bind(now)
    .bind(lease_until)
    .execute(db)
    .await
    .map(|done| done.rows_affected() == 1)
}

/// Notes the column of an activity, or that there is none yet, and lets go of it.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_own_line_item(db: &Pool, link: &ResourceLink, url: Option<&str>) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE resource_links SET own_line_item_url = COALESCE($4, own_line_item_url), own_line_item_lease = 0
         WHERE registration_id = $1 AND deployment_id = $2 AND resource_link_id = $3",
    )
    .bind(&link.registration_id)
    .bind(&link.deployment_id)
    .bind(&link.resource_link_id)
    .bind(url)
    .execute(db)
    .await
    .map(drop)
}

/// The activity of a registration that was opened last, among those that said where their roster is.
///
/// # Errors
/// When the database cannot be read.
pub async fn latest(db: &Pool, registration_id: &str) -> sqlx::Result<Option<ResourceLink>> {
    sqlx::query_as(
        "SELECT * FROM resource_links WHERE registration_id = $1
         ORDER BY memberships_url IS NULL, last_launch_at DESC, resource_link_id LIMIT 1",
    )
    .bind(registration_id)
    .fetch_optional(db)
    .await
}
