//! The roster of those who may open the activity tells, without their opening it.
//!
//! The course guards the activity ("Restrict access" in Moodle), and the platform lists who passes: the roster asked
//! for by the activity's link. A platform that knows no such roster, or an activity that nothing guards, lists
//! everybody; that proves nothing, and nothing is issued by it without the learner coming.

use super::{
    Condition, Evidence, Finding, Reason, Rule, Seen,
    course::{TOO_LARGE, Trouble},
    everybody::{Purpose, Reading, Sight},
    opening, polling,
};
use crate::{
    db::{launches::Launch, placements, placements::Placement, qualifications},
    error::AppError,
    state::App,
};

/// What the gate says.
pub(super) struct Gate {
    pub(super) sight: Sight,
    /// Whether every learner of the course may open the activity.
    pub(super) is_open_to_all: bool,
    /// Whether none may: the activity is hidden, or nobody has done yet what it asks.
    pub(super) is_closed_to_all: bool,
}

/// Those whom the platform lists for the activity.
pub(super) async fn everybody(reading: &Reading<'_>) -> Result<Gate, Trouble> {
    let link_id = reading.placement.resource_link_id.as_str();
    let listed = reading.course.roster(Some(link_id)).await?;
    let is_open_to_all = listed.equals(reading.roster);
    if is_open_to_all && reading.purpose == Purpose::Issue {
        let reason = Reason::new("gate-open-to-all");
        return Ok(Gate {
            sight: Sight::of_all(Finding::Unknown(reason)),
            is_open_to_all,
            is_closed_to_all: false,
        });
    }
    let seen = Seen::new(Rule::GatedRoster, "roster", reading.app.timestamp())
        .with("resource_link_id", link_id)
        .with("context_id", reading.course.link.context_id.clone())
        .with("listed", listed.learners.len())
        .with("learners", reading.roster.learners.len());
    let met = Finding::Met(seen.into());
    let each = listed
        .everybody()
        .map(|(subject, _)| (subject.clone(), met.clone()));
    Ok(Gate {
        sight: Sight {
            each: each.collect(),
            others: Finding::NotYet(Reason::new("gate-closed")),
        },
        is_open_to_all,
        is_closed_to_all: listed.learners.is_empty(),
    })
}

/// Whether the platform lists the learner who opened it. It is asked again if that was some minutes ago; a course
/// that is too large to be asked falls back on their having been let in.
pub(super) async fn at_launch(
    app: &App,
    launch: &Launch,
    placement: &Placement,
    condition: &Condition,
    subject: &str,
) -> Result<Finding, AppError> {
    if let Some(met) = listed(app, placement, subject).await? {
        return Ok(met);
    }
    polling::refresh(app, placement, condition).await?;
    if let Some(met) = listed(app, placement, subject).await? {
        return Ok(met);
    }
    let placement = placements::find_by_id(&app.db, &placement.id)
        .await?
        .ok_or(AppError::not_found())?;
    let problem = placement.check_problem.as_deref().and_then(Reason::from_json);
    let Some(problem) = problem.filter(|_| placement.check_failures > 0) else {
        return Ok(Finding::NotYet(Reason::new("gate-closed")));
    };
    if problem.code != TOO_LARGE {
        return Ok(Finding::Unknown(problem));
    }
    let seen = opening::seen(app, Rule::GatedRoster, launch, &placement);
    Ok(seen.map_or_else(
        || Finding::NotYet(Reason::new("not-opened")),
        |seen| Finding::Met(seen.with("because", TOO_LARGE).into()),
    ))
}

/// That the platform listed them when it was asked last.
async fn listed(app: &App, placement: &Placement, subject: &str) -> Result<Option<Finding>, AppError> {
    let known = qualifications::find(&app.db, &placement.id, subject).await?;
    let evidence = known.map(|known| Evidence::from_json(&known.evidence));
    let seen = evidence.and_then(|evidence| evidence.of(Rule::GatedRoster).cloned());
    Ok(seen.map(|seen| Finding::Met(seen.into())))
}
