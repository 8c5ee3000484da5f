//! Moodle's web services: `core_completion_get_course_completion_status`. Launches name people and courses by the
//! very numbers that the web services use. Faults are answers of status 200 with an `errorcode`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::{Api, Completion};
use crate::services::completion::Reason;

#[derive(Deserialize)]
struct Status {
    completed: bool,
    #[serde(default)]
    completions: Vec<Criterion>,
}

#[derive(Deserialize)]
struct Criterion {
    #[serde(default)]
    timecompleted: Option<i64>,
}

pub(super) async fn completion(api: &Api<'_>, course: &str, person: &str) -> Result<Completion, Reason> {
    let function = "core_completion_get_course_completion_status";
    let answer = call(api, function, &[("courseid", course), ("userid", person)]).await?;
    if let Some(code) = answer.get("errorcode").and_then(Value::as_str) {
        return match code {
            // A person who is not followed, such as a teacher, and a course without criteria.
            "usernotenroled" | "nocriteriaset" => Ok(Completion::NotFollowed),
            code => Err(Reason::new("api-refused").with("code", code)),
        };
    }
    let status = answer.get("completionstatus").cloned().unwrap_or_default();
    let Ok(status) = serde_json::from_value::<Status>(status) else {
        return Err(Reason::new("api-refused").with("code", "no-completion-status"));
    };
    if !status.completed {
        return Ok(Completion::NotYet);
    }
    // There is no time of the course itself; the last of its criteria is when it became complete.
    let last = status
        .completions
        .iter()
        .filter_map(|criterion| criterion.timecompleted)
        .max();
    Ok(Completion::Complete(BTreeMap::from([
        ("function", function.into()),
        ("criteria", status.completions.len().into()),
        ("completed_at", last.into()),
    ])))
}

/// Asks which functions the token may use.
pub(super) async fn try_out(api: &Api<'_>) -> Result<(), Reason> {
    let answer = call(api, "core_webservice_get_site_info", &[]).await?;
    if let Some(code) = answer.get("errorcode").and_then(Value::as_str) {
        return Err(Reason::new("api-refused").with("code", code));
    }
    let functions = answer.get("functions").and_then(Value::as_array);
    let may_ask = functions.into_iter().flatten().any(|function| {
        function.get("name").and_then(Value::as_str) == Some("core_completion_get_course_completion_status")
    });
    if may_ask {
        Ok(())
    } else {
        Err(Reason::new("api-function-missing").with("code", "core_completion_get_course_completion_status"))
    }
}

async fn call(api: &Api<'_>, function: &str, fields: &[(&str, &str)]) -> Result<Value, Reason> {
    let url = api.url(&["webservice", "rest", "server.php"])?;
    let mut all = vec![
        ("wstoken", api.secret.as_str()),
        ("moodlewsrestformat", "json"),
        ("wsfunction", function),
    ];
    all.extend(fields);
    let (_, answer) = api.post_form(url, &all).await?;
    Ok(answer)
}
