//! What tests turn and do without a browser, by JSON. It is there only when the LMS was started with `--control`.

use std::collections::BTreeSet;

use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    routing::{get, patch, post},
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::{activity::Activity, gate::Gate, grade_book::About, lms::Lms, person::Person, quirks::Quirks};

/// What was wrong, in a sentence.
type Refused = (StatusCode, String);

pub(super) fn routes() -> Router<Lms> {
    Router::new()
        .route("/control/quirks", get(show_quirks).patch(turn_quirks))
        .route("/control/progress", post(set_progress))
        .route("/control/links/{link}", patch(set_gate))
        .route("/control/columns", post(add_column))
        .route("/control/grades", post(type_grade))
}

async fn show_quirks(State(lms): State<Lms>) -> Json<Quirks> {
    Json(lms.memory().quirks.clone())
}

/// `{"curly-links": false}`: the switches named are turned, the others stay.
async fn turn_quirks(
    State(lms): State<Lms>,
    Json(switches): Json<Map<String, Value>>,
) -> Result<Json<Quirks>, Refused> {
    let mut memory = lms.memory();
    let turned = memory.quirks.turned(switches);
    memory.quirks = turned.map_err(|sentence| (StatusCode::BAD_REQUEST, sentence))?;
    Ok(Json(memory.quirks.clone()))
}

#[derive(Debug, Deserialize)]
struct Progress {
    people: Vec<Person>,
    done: Vec<Activity>,
}

/// `{"people": ["learner-one"], "done": ["quiz"]}`: that, and nothing else, is what these people have done.
async fn set_progress(State(lms): State<Lms>, Json(progress): Json<Progress>) -> StatusCode {
    let mut memory = lms.memory();
    for person in progress.people {
        memory.forget_progress(person);
        for activity in &progress.done {
            memory.finish(person, *activity);
        }
    }
    StatusCode::NO_CONTENT
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NewGate {
    #[serde(default)]
    hidden: bool,
    #[serde(default)]
    done: BTreeSet<Activity>,
    #[serde(default)]
    from: Option<String>,
}

/// `{"done": ["quiz"]}`, `{"hidden": true}`, `{"from": "2026-12-01"}` or `{}`: who may open the activity.
async fn set_gate(
    State(lms): State<Lms>,
    Path(link): Path<String>,
    Json(gate): Json<NewGate>,
) -> Result<StatusCode, Refused> {
    let from = match gate.from.as_deref().map(Gate::day) {
        Some(None) => return Err((StatusCode::BAD_REQUEST, "write a day as 2026-12-01".to_owned())),
        Some(day) => day,
        None => None,
    };
    let mut memory = lms.memory();
    let link = memory.links.iter_mut().find(|known| known.id == link);
    link.ok_or_else(|| missing("activity"))?.gate = Gate {
        hidden: gate.hidden,
        done: gate.done,
        from,
    };
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Debug, Deserialize)]
struct NewColumn {
    /// The number of the tool.
    tool: u32,
    link: Option<String>,
    label: String,
    maximum: f64,
}

/// Makes a column as a teacher would, and answers its number: `{"id": 1}`.
async fn add_column(State(lms): State<Lms>, Json(column): Json<NewColumn>) -> Json<Value> {
    let about = About {
        link: column.link,
        label: column.label,
        maximum: column.maximum,
        resource_id: String::new(),
        tag: String::new(),
    };
    Json(json!({ "id": lms.memory().grades.add(column.tool, about) }))
}

#[derive(Debug, Deserialize)]
struct TypedGrade {
    column: u32,
    person: Person,
    score: Option<f64>,
}

/// A grade as a teacher types it: `{"column": 1, "person": "learner-one", "score": 85}`; no score clears it.
async fn type_grade(State(lms): State<Lms>, Json(grade): Json<TypedGrade>) -> Result<StatusCode, Refused> {
    let now = lms.now();
    let mut memory = lms.memory();
    let column = memory.grades.column_mut(grade.column);
    column
        .ok_or_else(|| missing("column"))?
        .type_in(grade.person, grade.score, now);
    Ok(StatusCode::NO_CONTENT)
}

fn missing(what: &str) -> Refused {
    (StatusCode::NOT_FOUND, format!("there is no such {what}"))
}
