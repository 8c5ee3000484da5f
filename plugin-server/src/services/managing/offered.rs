//! Which rules a teacher can choose from the page of an activity.

use crate::{
    db::placements::Placement,
    error::AppError,
    services::completion::{Condition, Rule},
    state::App,
};

/// The grade that is proposed where none was asked yet, in percent.
const PROPOSED_PERCENT: u8 = 50;

/// The rules that can work for `placement`, in the order of the page; one that is chosen already is always there.
///
/// # Errors
/// `rule-unknown` when the condition is one that this version does not know.
pub async fn offered(_app: &App, placement: &Placement) -> Result<Vec<Rule>, AppError> {
    let chosen = Condition::of(placement)?.rules;
    let grade = chosen
        .iter()
        .find(|rule| matches!(rule, Rule::Grade { .. }))
        .copied();
    let mut offered = vec![
        Rule::Opening,
        Rule::GatedRoster,
        grade.unwrap_or(Rule::Grade {
            minimum_percent: PROPOSED_PERCENT,
        }),
    ];
    offered.extend(chosen.into_iter().filter(|rule| {
        matches!(
            rule,
            Rule::CourseCompletion | Rule::Event | Rule::Choice | Rule::ClaimCode
        )
    }));
    Ok(offered)
}
