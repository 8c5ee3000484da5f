//! What is known of each activity: where its roster and its column are, and which courses its own was copied from.

use lti_advantage::{
    claims::{self, Endpoint},
    launch::VerifiedLaunch,
};

use crate::{
    db::resource_links::{self, ResourceLink},
    error::AppError,
    state::App,
};

/// The custom value in which a platform sends the courses that a course was copied from, if the set-up of the tool
/// there has the line `context_history=$Context.id.history`.
pub const CONTEXT_HISTORY: &str = "context_history";

/// Notes what a verified launch says of its activity. A service that the platform no longer offers is forgotten.
///
/// # Errors
/// When the database cannot be written.
pub async fn note(app: &App, launch: &VerifiedLaunch, link: &claims::ResourceLink) -> Result<(), AppError> {
    let context = launch.context();
    let grades = launch.grades();
    let row = ResourceLink {
        registration_id: launch.registration_id().0.clone(),
        deployment_id: launch.deployment_id().to_owned(),
        resource_link_id: link.id.clone(),
        title: link.title.clone(),
        context_id: context.map(|context| context.id.clone()),
        context_title: context.and_then(|context| context.title.clone()),
        context_history: history(launch),
        memberships_url: launch
            .roster()
            .map(|roster| roster.context_memberships_url.clone()),
        line_items_url: grades.and_then(|grades| grades.lineitems.clone()),
        line_item_url: grades.and_then(|grades| grades.lineitem.clone()),
        ags_scopes: grades.map(scopes).unwrap_or_default(),
        last_launch_at: app.timestamp(),
        own_line_item_url: None,
    };
    Ok(resource_links::upsert(&app.db, &row).await?)
}

/// The value, unless the platform left its variable as it stood.
fn history(launch: &VerifiedLaunch) -> Option<String> {
    let value = launch.custom().text(CONTEXT_HISTORY)?.trim();
    (!value.is_empty() && !value.starts_with('$')).then(|| value.to_owned())
}

/// The scopes, one after the other. What is not one word is no scope.
fn scopes(grades: &Endpoint) -> String {
    let words = grades.scope.iter().filter(|scope| !scope.contains(' '));
    words.map(String::as_str).collect::<Vec<_>>().join(" ")
}
