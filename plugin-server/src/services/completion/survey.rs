//! Who of a course meets a condition today, asked of the platform as it is looked at.

use super::{Condition, Reason};
use crate::{db::placements::Placement, error::AppError, state::App};

/// Who of a course meets a condition today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// How many people take part in the course as learners and as nothing else. 0 when the roster could not be
    /// read; `problem` says so then.
    pub total_learners: usize,
    /// Who meets it.
    pub met: Vec<Person>,
    /// About whom a person has to decide, with the reason.
    pub held: Vec<Person>,
    /// Who met it once and does not now. Whatever they were given stays theirs.
    pub no_longer: Vec<Person>,
    /// Whether the condition reads who may open the activity, and everybody may. Nothing is issued by itself then.
    pub roster_equals_gate: bool,
    /// Why the platform could not be asked, or what to look at before this is turned on.
    pub problem: Option<Reason>,
}

/// Somebody in a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The person, as the platform names them.
    pub subject: String,
    /// The name, if the roster gives it. It is shown, and never kept.
    pub name: Option<String>,
    /// Why a person has to decide about them.
    pub reason: Option<Reason>,
}

/// Who meets the condition of `placement` today, whether it is on or not. Nothing is written, and nothing issued.
///
/// # Errors
/// `rule-unknown` when the condition is one that this version does not know; when the database cannot be read. A
/// platform that cannot be asked is no error: [`Survey::problem`] says why.
pub async fn survey(_app: &App, placement: &Placement) -> Result<Survey, AppError> {
    Condition::of(placement)?;
    Ok(Survey {
        total_learners: 0,
        met: Vec::new(),
        held: Vec::new(),
        no_longer: Vec::new(),
        roster_equals_gate: false,
        problem: Some(Reason::new("rule-not-set-up")),
    })
}
