//! The teacher chose them, from the roster or by a list.

use super::{
    Finding, Reason, Rule, Seen,
    course::Trouble,
    everybody::{Reading, Sight},
};
use crate::{
    db::{
        launches::Launch,
        placements::Placement,
        teacher_choices::{self, TeacherChoice},
    },
    error::AppError,
    state::App,
};

/// Whether the learner was chosen.
pub(super) async fn at_launch(
    app: &App,
    _launch: &Launch,
    placement: &Placement,
    subject: &str,
) -> Result<Finding, AppError> {
    let choices = teacher_choices::list(&app.db, &placement.id).await?;
    let chosen = choices.iter().find(|choice| choice.subject == subject);
    Ok(chosen.map_or_else(not_chosen, met))
}

/// Those who were chosen.
pub(super) async fn everybody(reading: &Reading<'_>) -> Result<Sight, Trouble> {
    let choices = teacher_choices::list(&reading.app.db, &reading.placement.id).await?;
    let each = choices
        .into_iter()
        .map(|choice| (choice.subject.clone(), met(&choice)));
    Ok(Sight {
        each: each.collect(),
        others: not_chosen(),
    })
}

fn met(choice: &TeacherChoice) -> Finding {
    let seen =
        Seen::new(Rule::Choice, "teacher", choice.chosen_at).with("chosen_by", choice.chosen_by.as_str());
    Finding::Met(seen.into())
}

const fn not_chosen() -> Finding {
    Finding::NotYet(Reason::new("not-chosen"))
}
