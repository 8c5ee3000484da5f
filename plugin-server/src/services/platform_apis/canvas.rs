//! Canvas' progress: how many requirements of a course's modules somebody has met. Canvas takes the identifiers of
//! LTI launches in the place of its own
//! ([object ids](https://developerdocs.instructure.com/services/canvas/readme_basics/object_ids)).

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::{Api, Completion};
use crate::services::completion::Reason;

#[derive(Deserialize)]
struct Progress {
    #[serde(default)]
    requirement_count: Option<u64>,
    #[serde(default)]
    requirement_completed_count: Option<u64>,
    #[serde(default)]
    completed_at: Option<String>,
}

pub(super) async fn completion(api: &Api<'_>, course: &str, person: &str) -> Result<Completion, Reason> {
    let (course, person) = (format!("lti_context_id:{course}"), format!("lti_1_3_id:{person}"));
    let url = api.url(&["api", "v1", "courses", &course, "users", &person, "progress"])?;
    let (status, answer) = api.bearer::<Value>(url, &api.secret).await?;
    match status {
        200..=299 => {}
        404 => return Ok(Completion::NotFollowed),
        status => return Err(Reason::new("api-refused").with("code", status.to_string())),
    }
    let Ok(progress) = serde_json::from_value::<Progress>(answer) else {
        return Err(Reason::new("api-refused").with("code", "no-progress"));
    };
    // A course that is not made of modules with requirements has an error in the place of its numbers.
    let Some(required) = progress.requirement_count.filter(|&count| count > 0) else {
        return Ok(Completion::NotFollowed);
    };
    let done = progress.requirement_completed_count.unwrap_or(0);
    match progress.completed_at {
        Some(at) if done >= required => Ok(Completion::Complete(BTreeMap::from([
            ("function", "progress".into()),
            ("requirements", required.into()),
            ("completed_at", at.into()),
        ]))),
        _ => Ok(Completion::NotYet),
    }
}

/// Asks whose token it is.
pub(super) async fn try_out(api: &Api<'_>) -> Result<(), Reason> {
    let url = api.url(&["api", "v1", "users", "self"])?;
    let (status, answer) = api.bearer::<Value>(url, &api.secret).await?;
    if (200..300).contains(&status) && answer.get("id").is_some() {
        Ok(())
    } else {
        Err(Reason::new("api-refused").with("code", status.to_string()))
    }
}
