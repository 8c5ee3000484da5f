//! The platform's own word that the course is complete, asked of its interface with the token that an administrator
//! gave; see [`crate::services::platform_apis`].

use std::{borrow::Cow, collections::BTreeMap};

use super::{
    Finding, Reason, Rule, Seen,
    course::Trouble,
    everybody::{Reading, Sight},
};
use crate::{
    db::{launches::Launch, placements::Placement},
    error::AppError,
    services::platform_apis::{self, Api, Completion},
    state::App,
};

/// The most people about whom a platform is asked in one round: it is asked about each by itself.
const MAX_ASKED: usize = 500;

/// What the platform says of the learner who opened it.
pub(super) async fn at_launch(
    app: &App,
    launch: &Launch,
    placement: &Placement,
    subject: &str,
) -> Result<Finding, AppError> {
    let Some(api) = platform_apis::of(app, &placement.registration_id).await? else {
        return Ok(Finding::Unknown(Reason::new("rule-not-set-up")));
    };
    let context_id = launch.context_id.as_deref().or(placement.context_id.as_deref());
    let Some(context_id) = context_id else {
        return Ok(Finding::Unknown(Reason::new("activity-unknown")));
    };
    Ok(asked(app, &api, Rule::CourseCompletion, context_id, subject)
        .await
        .unwrap_or_else(Finding::Unknown))
}

/// What the platform says of each. One who is known to have completed the course is not asked about again.
pub(super) async fn everybody(reading: &Reading<'_>) -> Result<Sight, Trouble> {
    let (app, placement) = (reading.app, reading.placement);
    let Some(api) = platform_apis::of(app, &placement.registration_id).await? else {
        return Ok(Sight::of_all(Finding::Unknown(Reason::new("rule-not-set-up"))));
    };
    let Some(context_id) = &reading.course.link.context_id else {
        return Ok(Sight::of_all(Finding::Unknown(Reason::new("activity-unknown"))));
    };
    let known = super::everybody::known_of(reading, Rule::CourseCompletion);
    let mut each = BTreeMap::new();
    let mut asked_about = 0;
    for (subject, _) in reading.roster.everybody() {
        let finding = match known.get(subject) {
            Some(seen) => Finding::Met(seen.clone().into()),
            None if asked_about == MAX_ASKED => Finding::Unknown(Reason::new(super::course::TOO_LARGE)),
            None => {
                asked_about += 1;
                match asked(app, &api, Rule::CourseCompletion, context_id, subject).await {
                    Ok(finding) => finding,
                    // What is not known of one person, such as their username, says nothing of the platform.
                    Err(reason) if reason.code == "api-username-unknown" => Finding::Unknown(reason),
                    Err(reason) => return Err(Trouble::Platform(reason)),
                }
            }
        };
        each.insert(subject.clone(), finding);
    }
    Ok(Sight {
        each,
        others: Finding::NotYet(Reason::new("course-not-complete")),
    })
}

/// Asks about one person, as evidence for `rule`.
pub(super) async fn asked(
    app: &App,
    api: &Api<'_>,
    rule: Rule,
    context_id: &str,
    subject: &str,
) -> Result<Finding, Reason> {
    Ok(match api.completion(context_id, subject).await? {
        Completion::Complete(said) => {
            let mut seen = Seen::new(rule, "platform-api", app.timestamp()).with("context_id", context_id);
            let said = said.into_iter().map(|(name, value)| (Cow::Borrowed(name), value));
            seen.data.extend(said);
            Finding::Met(seen.into())
        }
        Completion::NotYet => Finding::NotYet(Reason::new("course-not-complete")),
        Completion::NotFollowed => Finding::NotYet(Reason::new("course-not-followed")),
    })
}
