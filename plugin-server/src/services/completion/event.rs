//! A signed message of the platform; see [`crate::services::event_hooks`]. Where the platform's interface can be
//! asked too, the message says whom to ask about, and the answer decides.

use std::collections::BTreeMap;

use super::{
    Finding, Reason, Rule, Seen,
    course::Trouble,
    course_completion,
    everybody::{Reading, Sight},
};
use crate::{
    db::{
        course_events::{self, CourseEvent},
        event_hooks,
        launches::Launch,
        placements::Placement,
    },
    error::AppError,
    services::platform_apis,
    state::App,
};

/// Whether a message said that the learner completed the course.
pub(super) async fn at_launch(
    app: &App,
    launch: &Launch,
    placement: &Placement,
    subject: &str,
) -> Result<Finding, AppError> {
    if event_hooks::find(&app.db, &placement.registration_id)
        .await?
        .is_none()
    {
        return Ok(Finding::Unknown(Reason::new("rule-not-set-up")));
    }
    let context_id = launch.context_id.as_deref().or(placement.context_id.as_deref());
    let Some(context_id) = context_id else {
        return Ok(Finding::Unknown(Reason::new("activity-unknown")));
    };
    let events = course_events::list(&app.db, &placement.registration_id, context_id).await?;
    let Some(event) = events.iter().find(|event| event.subject == subject) else {
        return Ok(Finding::NotYet(Reason::new("course-not-complete")));
    };
    Ok(confirmed(app, event).await?.unwrap_or_else(Finding::Unknown))
}

/// Those of whom a message said so.
pub(super) async fn everybody(reading: &Reading<'_>) -> Result<Sight, Trouble> {
    let (app, placement) = (reading.app, reading.placement);
    if event_hooks::find(&app.db, &placement.registration_id)
        .await?
        .is_none()
    {
        return Ok(Sight::of_all(Finding::Unknown(Reason::new("rule-not-set-up"))));
    }
    let Some(context_id) = &reading.course.link.context_id else {
        return Ok(Sight::of_all(Finding::Unknown(Reason::new("activity-unknown"))));
    };
    let known = super::everybody::known_of(reading, Rule::Event);
    let mut each = BTreeMap::new();
    for event in course_events::list(&app.db, &placement.registration_id, context_id).await? {
        let finding = match known.get(&event.subject) {
            Some(seen) => Finding::Met(seen.clone().into()),
            None => confirmed(app, &event).await?.unwrap_or_else(Finding::Unknown),
        };
        each.insert(event.subject, finding);
    }
    Ok(Sight {
        each,
        others: Finding::NotYet(Reason::new("course-not-complete")),
    })
}

/// What a message shows: what the platform's interface says when it can be asked, and itself when there is none.
async fn confirmed(app: &App, event: &CourseEvent) -> Result<Result<Finding, Reason>, AppError> {
    if let Some(api) = platform_apis::of(app, &event.registration_id).await? {
        let asked = course_completion::asked(app, &api, Rule::Event, &event.context_id, &event.subject).await;
        return Ok(asked);
    }
    let seen = Seen::new(Rule::Event, "message", app.timestamp())
        .with("context_id", event.context_id.as_str())
        .with("happened_at", event.happened_at)
        .with("received_at", event.received_at);
    Ok(Ok(Finding::Met(seen.into())))
}
