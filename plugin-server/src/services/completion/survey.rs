//! Who of a course meets a condition today, asked of the platform as it is looked at.

use super::{
    Condition, Finding, Reason, Rule, State,
    course::{Course, Trouble},
    everybody::{self, Everybody, Purpose},
};
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
pub async fn survey(app: &App, placement: &Placement) -> Result<Survey, AppError> {
    let condition = Condition::of(placement)?;
    match everybody::assess(app, placement, &condition, Purpose::Look).await {
        Ok(found) => Ok(Survey::of(&condition, found)),
        Err(Trouble::Platform(reason)) => Ok(Survey::unreadable(reason)),
        Err(Trouble::Ours(error)) => Err(error),
    }
}

/// A learner of a course, as the roster gives them. Name and address are shown or compared, and never kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The person, as the platform names them.
    pub subject: String,
    /// The name, if the roster gives it.
    pub name: Option<String>,
    /// The e-mail address, if the roster gives it.
    pub email: Option<String>,
}

/// The learners of the course of `placement`; the inner error says why the roster could not be read.
///
/// # Errors
/// When the database cannot be read.
pub async fn learners(
    app: &App,
    placement: &Placement,
) -> Result<Result<Vec<Participant>, Reason>, AppError> {
    let read = async { Course::of(app, placement).await?.roster(None).await };
    match read.await {
        Ok(roster) => {
            let people = roster.everybody().map(|(subject, learner)| Participant {
                subject: subject.clone(),
                name: learner.name.clone(),
                email: learner.email.clone(),
            });
            Ok(Ok(people.collect()))
        }
        Err(Trouble::Platform(reason)) => Ok(Err(reason)),
        Err(Trouble::Ours(error)) => Err(error),
    }
}

impl Survey {
    fn of(condition: &Condition, found: Everybody) -> Self {
        let mut survey = Self::unreadable(Reason::new("no-learners"));
        survey.total_learners = found.total_learners;
        survey.roster_equals_gate = found.gate_is_open_to_all;
        for known in &found.known {
            let had_met = known.first_met_at.is_some();
            if had_met && known.state != State::Held.as_str() && !found.people.contains_key(&known.subject) {
                let reason = Reason::new("left-course");
                survey.no_longer.push(Person {
                    subject: known.subject.clone(),
                    name: None,
                    reason: Some(reason),
                });
            }
        }
        for (subject, assessed) in found.people {
            let known = found.known.iter().find(|known| known.subject == subject);
            let had_met = known.is_some_and(|known| known.first_met_at.is_some());
            let (people, reason) = match assessed.assessment.finding {
                Finding::Met(_) => (&mut survey.met, None),
                Finding::Held(reason) => (&mut survey.held, Some(reason)),
                Finding::NotYet(reason) if had_met => (&mut survey.no_longer, Some(reason)),
                Finding::NotYet(_) | Finding::Unknown(_) => continue,
            };
            people.push(Person {
                subject,
                name: assessed.learner.name,
                reason,
            });
        }
        survey.problem = if survey.total_learners == 0 {
            survey.problem
        } else if condition.rules.iter().all(|rule| *rule == Rule::Opening) {
            Some(Reason::new("opening-cannot-be-counted"))
        } else if found.gate_is_closed_to_all {
            Some(Reason::new("gate-closed-to-all"))
        } else {
            found.problem
        };
        survey
    }

    /// The survey of a course that could not be read.
    const fn unreadable(problem: Reason) -> Self {
        Self {
            total_learners: 0,
            met: Vec::new(),
            held: Vec::new(),
            no_longer: Vec::new(),
            roster_equals_gate: false,
            problem: Some(problem),
        }
    }
}
