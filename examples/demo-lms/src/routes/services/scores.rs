//! Scores of a tool
//! ([AGS 2.0, section 3.4](https://www.imsglobal.org/spec/lti-ags/v2p0/#score-publish-service)).

use axum::{
    body::Bytes,
    extract::{Path, State},
    http::{StatusCode, request::Parts},
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use serde_json::json;
use time::OffsetDateTime;

use super::{
    answer::{Refusal, typed},
    caller::{Caller, Terms},
    line_items::own,
};
use crate::{
    grade_book::{Score, Stale},
    lms::Lms,
    person::Person,
    vocab::{media, scope},
};

/// The body of a score. Moodle wants all that is no option here.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    user_id: String,
    #[serde(with = "time::serde::rfc3339")]
    timestamp: OffsetDateTime,
    grading_progress: String,
    #[serde(rename = "activityProgress")]
    _activity_progress: String,
    score_given: Option<f64>,
    score_maximum: Option<f64>,
    comment: Option<String>,
}

pub(super) async fn take(
    State(lms): State<Lms>,
    Path((course, id)): Path<(String, u32)>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Refusal> {
    let terms = Terms {
        scopes: &[scope::SCORE],
        accept: None,
        content_type: Some(media::SCORE),
    };
    let caller = Caller::of(&lms, &parts, &course, &terms)?;
    let refused = || Refusal::new(StatusCode::BAD_REQUEST, "Incorrect score received", &parts);
    let written: Written = serde_json::from_slice(&body).map_err(|_shape| refused())?;
    let given = match (written.score_given, written.score_maximum) {
        (Some(given), Some(maximum)) if maximum > 0.0 => Some((given, maximum)),
        (Some(_), _) => return Err(refused()),
        (None, _) => None,
    };
    let mut memory = lms.memory();
    own(memory.grades.column(id), &caller, &parts)?;
    let person = Person::from_id(&written.user_id, lms.learners()).ok_or_else(refused)?;
    if caller.quirks.gradable_only && !person.is_gradable() {
        return Err(refused());
    }
    let score = Score {
        given,
        is_final: written.grading_progress == "FullyGraded",
        at: written.timestamp,
        comment: written.comment,
    };
    let column = memory.grades.column_mut(id).ok_or_else(refused)?;
    match column.take(person, &score, &caller.quirks) {
        Ok(()) => Ok(StatusCode::OK.into_response()),
        Err(Stale) => Ok(typed(StatusCode::CONFLICT, media::SCORE, &json!([]))),
    }
}
