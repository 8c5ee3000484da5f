//! Opening the activity earns it: the course lets in only those who did what it asks.

use super::{
    Evidence, Finding, Reason, Rule, Seen,
    everybody::{Reading, Sight},
};
use crate::{
    db::{launches::Launch, placements::Placement},
    services::claim_codes,
    state::App,
};

/// That the learner opened the activity that the badge is placed on, and no other.
pub(super) fn at_launch(app: &App, launch: &Launch, placement: &Placement) -> Finding {
    seen(app, Rule::Opening, launch, placement).map_or_else(
        || Finding::NotYet(Reason::new("not-opened")),
        |seen| Finding::Met(seen.into()),
    )
}

/// The launch as evidence for `rule`; `None` when it opened another activity, or none: whoever followed a code as a link
/// came by no launch.
pub(super) fn seen(app: &App, rule: Rule, launch: &Launch, placement: &Placement) -> Option<Seen> {
    let is_bound = launch.registration_id == placement.registration_id
        && launch.deployment_id == placement.deployment_id
        && launch.resource_link_id == placement.resource_link_id
        && !launch.subject.as_deref().is_some_and(claim_codes::is_by_link);
    is_bound.then(|| {
        Seen::new(rule, "launch", app.timestamp())
            .with("launch", launch.id.as_str())
            .with("launched_at", launch.launched_at)
            .with("deployment_id", launch.deployment_id.as_str())
            .with("resource_link_id", launch.resource_link_id.as_str())
            .with("context_id", launch.context_id.clone())
    })
}

/// Those who opened it while something else was missing. Nothing is known of the others before they open it.
pub(super) fn everybody(reading: &Reading<'_>) -> Sight {
    let opened = reading.known.iter().filter_map(|known| {
        let seen = Evidence::from_json(&known.evidence).of(Rule::Opening)?.clone();
        Some((known.subject.clone(), Finding::Met(seen.into())))
    });
    Sight {
        each: opened.collect(),
        others: Finding::NotYet(Reason::new("not-opened")),
    }
}
