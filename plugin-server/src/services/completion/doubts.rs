//! Why a person has to decide about somebody who meets a condition.

use std::collections::BTreeSet;

use super::{Condition, Reason, Rule};
use crate::{
    db::{awards, course_staff, decisions, placements::Placement},
    error::AppError,
    state::App,
};

/// What makes people of one course doubtful, until a teacher decides that the badge is for them.
pub(super) struct Doubts {
    /// Whom a launch of the course showed as staff.
    staff: BTreeSet<String>,
    /// To whom a score of our own was sent where a grade is read.
    scored: BTreeSet<String>,
    /// For whom a teacher decided.
    accepted: BTreeSet<String>,
}

impl Doubts {
    /// The doubts about the people whom `placement` concerns in the course `context_id`.
    pub(super) async fn of(
        app: &App,
        placement: &Placement,
        condition: &Condition,
        context_id: Option<&str>,
    ) -> Result<Self, AppError> {
        let reads_a_grade = condition
            .rules
            .iter()
            .any(|rule| matches!(rule, Rule::Grade { .. }));
        Ok(Self {
            staff: match context_id {
                Some(context_id) => {
                    course_staff::subjects(&app.db, &placement.registration_id, context_id).await?
                }
                None => BTreeSet::new(),
            },
            scored: if reads_a_grade {
                awards::scored_subjects(&app.db, &placement.registration_id, &placement.id).await?
            } else {
                BTreeSet::new()
            },
            accepted: decisions::accepted(&app.db, &placement.id).await?,
        })
    }

    /// The doubt about one person; `has_other_roles` when the roster does not call them a learner alone.
    pub(super) fn about(&self, subject: &str, has_other_roles: bool) -> Option<Reason> {
        if self.accepted.contains(subject) {
            return None;
        }
        if has_other_roles || self.staff.contains(subject) {
            return Some(Reason::new("other-roles"));
        }
        self.scored.contains(subject).then(|| Reason::new("own-score"))
    }
}
