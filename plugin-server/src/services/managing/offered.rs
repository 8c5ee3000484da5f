//! Which rules a teacher can choose from the page of an activity.

use crate::{
    db::{event_hooks, placements::Placement, platform_apis},
    error::AppError,
    services::completion::{Condition, Rule},
    state::App,
};

/// The grade that is proposed where none was asked yet, in percent.
const PROPOSED_PERCENT: u8 = 50;

/// The rules that any activity can ask for, in the order of the page.
const PROPOSED: [Rule; 3] = [
    Rule::Opening,
    Rule::GatedRoster,
    Rule::Grade {
        minimum_percent: PROPOSED_PERCENT,
    },
];

/// The rules that an administrator can ask for, who also sets up what the last two read.
pub const BY_ADMINISTRATORS: [Rule; 5] = [
    PROPOSED[0],
    PROPOSED[1],
    PROPOSED[2],
    Rule::CourseCompletion,
    Rule::Event,
];

/// The rules that can work for `placement`, in the order of the page; one that is chosen already is always there.
///
/// # Errors
/// `rule-unknown` when the condition is one that this version does not know.
pub async fn offered(app: &App, placement: &Placement) -> Result<Vec<Rule>, AppError> {
    let chosen = Condition::of(placement)?.rules;
    let mut offered = PROPOSED.to_vec();
    let registration_id = &placement.registration_id;
    let has_api = platform_apis::find(&app.db, registration_id).await?.is_some();
    let has_hook = event_hooks::find(&app.db, registration_id).await?.is_some();
    for (rule, is_set_up) in [
        (Rule::CourseCompletion, has_api),
        (Rule::Event, has_hook),
        (Rule::Choice, true),
        (Rule::ClaimCode, true),
    ] {
        if is_set_up || chosen.contains(&rule) {
            offered.push(rule);
        }
    }
    Ok(offered)
}
