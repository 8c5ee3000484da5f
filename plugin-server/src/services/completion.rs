//! Who has done what a badge asks: rules, each in its own file, and how they are combined.
//!
//! A rule answers for one learner who opens the activity, and where it can for everybody. Only
//! [`Finding::Met`] earns, and only evidence makes it: "could not find out" and "a person has to decide" never
//! become it.

mod choice;
mod claim_code;
mod condition;
mod course;
mod course_completion;
mod doubts;
mod event;
mod everybody;
mod finding;
mod gated_roster;
mod grade;
mod opening;
mod polling;
pub(crate) mod record;
mod survey;

pub use claim_code::CODE_NEEDED;
pub use condition::{Combine, Condition, Mode, Rule};
pub use everybody::Assessment;
pub use finding::{Evidence, Finding, Reason, Seen, State};
pub use polling::poll_due;
pub use survey::{Participant, Person, Survey, learners, survey};

use self::doubts::Doubts;
use crate::{
    db::{launches::Launch, placements::Placement},
    error::AppError,
    state::App,
};

/// What the condition of `placement` says of `subject`, the learner who opened it. Whether they are a learner at all
/// is asked before; see [`crate::services::awarding::decide`].
///
/// # Errors
/// `rule-unknown` when the condition is one that this version does not know; when the database cannot be read.
pub async fn at_launch(
    app: &App,
    launch: &Launch,
    placement: &Placement,
    subject: &str,
) -> Result<Assessment, AppError> {
    let condition = Condition::of(placement)?;
    let mut findings = Vec::new();
    for rule in &condition.rules {
        findings.push(match rule {
            Rule::Opening => opening::at_launch(app, launch, placement),
            Rule::GatedRoster => gated_roster::at_launch(app, launch, placement, &condition, subject).await?,
            Rule::Grade { minimum_percent } => {
                grade::at_launch(app, placement, *minimum_percent, subject).await?
            }
            Rule::CourseCompletion => course_completion::at_launch(app, launch, placement, subject).await?,
            Rule::Event => event::at_launch(app, launch, placement, subject).await?,
            Rule::Choice => choice::at_launch(app, launch, placement, subject).await?,
            Rule::ClaimCode => claim_code::at_launch(app, launch, placement, subject).await?,
        });
    }
    let context_id = launch.context_id.as_deref();
    let doubts = Doubts::of(app, placement, &condition, context_id).await?;
    Ok(Assessment::of(&condition, findings, doubts.about(subject, false)))
}
