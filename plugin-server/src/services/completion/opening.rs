//! Opening the activity earns it: the course lets in only those who did what it asks.

use super::{Finding, Rule, Seen};
use crate::{
    db::{launches::Launch, placements::Placement},
    state::App,
};

/// That the learner opened the activity that the badge is placed on, and no other.
pub(super) fn at_launch(app: &App, launch: &Launch, placement: &Placement) -> Finding {
    let is_bound = launch.registration_id == placement.registration_id
        && launch.deployment_id == placement.deployment_id
        && launch.resource_link_id == placement.resource_link_id;
    if !is_bound {
        return Finding::NotYet(super::Reason::new("not-opened"));
    }
    let seen = Seen::new(Rule::Opening, "launch", app.timestamp())
        .with("launch", launch.id.as_str())
        .with("launched_at", launch.launched_at)
        .with("deployment_id", launch.deployment_id.as_str())
        .with("resource_link_id", launch.resource_link_id.as_str())
        .with("context_id", launch.context_id.clone());
    Finding::Met(seen.into())
}
