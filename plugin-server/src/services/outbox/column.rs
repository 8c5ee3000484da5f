//! The column that a score goes to: the one that launches of the activity name, or one of our own.

use lti_advantage::{
    ags::{self, LineItem, LineItemFilter, NewLineItem},
    error::ServiceError,
    service::{AccessTokens as _, ServiceAddress},
    vocab::scope,
};

use super::Undelivered;
use crate::{
    db::{
        badges,
        resource_links::{self, ResourceLink},
    },
    services::platform_services::PlatformServices,
    state::App,
};

/// Which column is wanted, where the activity has none.
pub(super) struct Wanted<'a> {
    /// By what it is found again.
    pub(super) placement_id: &'a str,
    /// What its title is the name of.
    pub(super) badge_id: &'a str,
}

/// The column of `link`. Where launches name none it is looked for among the columns of the course, and made if the
/// platform lets this tool do so: once, whoever asks at the same time. No column is ever removed.
pub(super) async fn find(
    app: &App,
    platform: &PlatformServices<'_>,
    link: &ResourceLink,
    wanted: &Wanted<'_>,
) -> Result<ServiceAddress, Undelivered> {
    let known = link.line_item_url.as_ref().or(link.own_line_item_url.as_ref());
    if let Some(column) = known {
        return Ok(platform.address(column)?);
    }
    let columns = link
        .line_items_url
        .as_ref()
        .filter(|_| link.allows(scope::LINE_ITEM))
        .ok_or(Undelivered::for_good("column-missing"))?;
    let columns = platform.address(columns)?;
    let now = app.now();
    let lease_until = now + app.config.background.lease;
    if !resource_links::take_own_line_item(&app.db, link, now.unix_timestamp(), lease_until.unix_timestamp())
        .await?
    {
        return Err(Undelivered::for_now("column-being-made"));
    }
    let column = find_or_make(app, platform, columns, link, wanted).await;
    let found = column.as_ref().ok().map(|column| column.id.as_str());
    resource_links::set_own_line_item(&app.db, link, found).await?;
    Ok(platform.address(&column?.id)?)
}

async fn find_or_make(
    app: &App,
    platform: &PlatformServices<'_>,
    columns: ServiceAddress,
    link: &ResourceLink,
    wanted: &Wanted<'_>,
) -> Result<LineItem, Undelivered> {
    let service = platform.service();
    let own = LineItemFilter {
        resource_link_id: None,
        resource_id: Some(wanted.placement_id),
    };
    // Who may write columns may read them. A platform may give the one right and know no other, so it is the one that is
    // asked for.
    let token = service.tokens.token(&[scope::LINE_ITEM]).await;
    token.map_err(ServiceError::from)?;
    // A server that stopped after it made the column left it there.
    let there = ags::line_items(&service, columns.clone(), own).await?;
    if let Some(column) = there.into_iter().next() {
        return Ok(column);
    }
    let badge = badges::find(&app.db, wanted.badge_id).await?;
    let new = NewLineItem {
        label: badge.as_ref().map_or("Blason", |badge| badge.name.as_str()),
        score_maximum: 1.0,
        resource_id: wanted.placement_id,
        resource_link_id: Some(&link.resource_link_id),
    };
    Ok(ags::create_line_item(&service, &columns, &new).await?)
}
