//! Keys that follow each other, by command and on a schedule.
//!
//! A new key is published for a day before it signs, so that whoever keeps our keys knows it by then. An old tool key is
//! published for a day after, and then destroyed. An organisation's keys are published for ever, since badges need them,
//! unless somebody else may have one.

use time::{Duration, OffsetDateTime};

use crate::{
    db::{
        organisation_keys,
        organisations::{self, Organisation},
        tool_keys,
    },
    error::AppError,
    services::{
        audit::{self, Action, Actor},
        first_start,
    },
    state::App,
};

/// Why a key is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// It has signed for this long at least, or for however long with `None`.
    Age(Option<Duration>),
    /// Somebody else may have it: the new key signs at once, and the old ones count no more.
    Compromised,
}

/// A key that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewKey {
    /// Its name: the identifier of a tool key, the fragment of an organisation's.
    pub name: String,
    /// From when on it signs.
    pub signs_from: OffsetDateTime,
}

/// Replaces the keys that have signed for as long as the settings say, and destroys those that are needed no more.
///
/// # Errors
/// When the database cannot be read or written.
pub async fn rotate_due(app: &App) -> Result<(), AppError> {
    let rotation = &app.config.key_rotation;
    if rotation.tool.is_some() {
        rotate_tool(app, Cause::Age(rotation.tool), &Actor::Server).await?;
    }
    if rotation.organisation.is_some() {
        for organisation in organisations::list(&app.db).await? {
            rotate_organisation(
                app,
                &organisation,
                Cause::Age(rotation.organisation),
                &Actor::Server,
            )
            .await?;
        }
    }
    Ok(tool_keys::delete_unlisted(&app.db, app.timestamp()).await?)
}

/// Makes a new tool key for `cause`; `None` when a key is on its way already, or signs since too short a time. However
/// many servers ask at once, one makes it.
///
/// # Errors
/// When the key cannot be made, or the database cannot be written.
pub async fn rotate_tool(app: &App, cause: Cause, actor: &Actor) -> Result<Option<NewKey>, AppError> {
    let plan = Plan::of(app, cause);
    let keys = tool_keys::list(&app.db, plan.now).await?;
    if keys.iter().any(|key| key.signs_from > plan.since) {
        return Ok(None);
    }
    let key =
        first_start::new_tool_key(&app.vault, app.now(), app.entropy.as_ref()).map_err(AppError::failed)?;
    let key = tool_keys::SealedToolKey {
        signs_from: plan.signs_from.unix_timestamp(),
        ..key
    };
    let mut tx = app.db.begin().await?;
    if !tool_keys::insert_unless_since(&mut tx, &key, plan.since).await? {
        return Ok(None);
    }
    let listed_until = match cause {
        Cause::Age(_) => (plan.signs_from + app.config.key_rotation.behind).unix_timestamp(),
        Cause::Compromised => plan.now,
    };
    tool_keys::retire_others(&mut tx, &key.kid, listed_until).await?;
    tx.commit().await?;
    tool_keys::delete_unlisted(&app.db, plan.now).await?;
    audit::note(app, actor, None, Action::ToolKeyReplaced, &key.kid).await?;
    tracing::info!(
        key.id = key.kid,
        key.is_compromised = cause == Cause::Compromised,
        "tool key replaced"
    );
    Ok(Some(NewKey {
        name: key.kid,
        signs_from: plan.signs_from,
    }))
}

/// Makes a new key of an organisation for `cause`; `None` as for [`rotate_tool`].
///
/// # Errors
/// As for [`rotate_tool`].
pub async fn rotate_organisation(
    app: &App,
    organisation: &Organisation,
    cause: Cause,
    actor: &Actor,
) -> Result<Option<NewKey>, AppError> {
    let plan = Plan::of(app, cause);
    let keys = organisation_keys::list(&app.db, &organisation.id).await?;
    if keys
        .iter()
        .any(|key| key.withdrawn_at.is_none() && key.signs_from > plan.since)
    {
        return Ok(None);
    }
    let fragment = format!("key-{}", keys.len() + 1);
    let key = first_start::new_organisation_key(
        &app.vault,
        organisation,
        &fragment,
        app.now(),
        app.entropy.as_ref(),
    )
    .map_err(AppError::failed)?;
    let key = organisation_keys::OrganisationKey {
        signs_from: plan.signs_from.unix_timestamp(),
        ..key
    };
    let mut tx = app.db.begin().await?;
    if !organisation_keys::insert_unless_since(&mut tx, &key, plan.since).await? {
        return Ok(None);
    }
    if cause == Cause::Compromised {
        organisation_keys::withdraw_others(&mut tx, &key, plan.now).await?;
    }
    tx.commit().await?;
    let concerned = Some(organisation.id.as_str());
    audit::note(
        app,
        actor,
        concerned,
        Action::OrganisationKeyReplaced,
        &key.fragment,
    )
    .await?;
    tracing::info!(
        organisation.slug,
        key.fragment,
        key.is_compromised = cause == Cause::Compromised,
        "organisation key replaced"
    );
    Ok(Some(NewKey {
        name: key.fragment,
        signs_from: plan.signs_from,
    }))
}

/// When a new key signs, and which keys make it unnecessary.
struct Plan {
    now: i64,
    signs_from: OffsetDateTime,
    /// A key that signs only since later than this is new enough.
    since: i64,
}

impl Plan {
    fn of(app: &App, cause: Cause) -> Self {
        let now = app.now();
        let (signs_from, since) = match cause {
            Cause::Age(age) => {
                let since = now - age.unwrap_or_default();
                (now + app.config.key_rotation.ahead, since.unix_timestamp())
            }
            Cause::Compromised => (now, i64::MAX),
        };
        Self {
            now: now.unix_timestamp(),
            signs_from,
            since,
        }
    }
}
