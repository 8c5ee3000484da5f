//! The grade book: what stands in the columns, and what a teacher types into them.

use askama::Template;
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use serde::Deserialize;

use crate::{
    grade_book::Column,
    lms::Lms,
    person::Person,
    session::{Editor, Frame, Visitor, page},
};

#[derive(Template)]
#[template(path = "grades.html")]
struct Grades {
    frame: Frame,
    columns: Vec<Shown>,
    learners: Vec<(String, String)>,
    wrong: bool,
}

/// A column as the page shows it.
struct Shown {
    id: u32,
    label: String,
    maximum: f64,
    /// Who has a grade: the name, the figure, and whether a teacher typed it.
    grades: Vec<(String, String, bool)>,
}

pub(super) async fn show_grades(State(lms): State<Lms>, visitor: Visitor, _editor: Editor) -> Response {
    show(&lms, &visitor, StatusCode::OK, false)
}

#[derive(Debug, Deserialize)]
pub(super) struct Typed {
    column: u32,
    person: Person,
    /// Empty to clear the grade.
    score: String,
}

pub(super) async fn type_grade(
    State(lms): State<Lms>,
    visitor: Visitor,
    _editor: Editor,
    Form(typed): Form<Typed>,
) -> Response {
    let score = match typed.score.trim().replace(',', ".").as_str() {
        "" => None,
        // A figure above the best one is an extra, as it is in Moodle.
        text => match text.parse::<f64>() {
            Ok(score) if score.is_finite() && score >= 0.0 => Some(score),
            _ => return show(&lms, &visitor, StatusCode::UNPROCESSABLE_ENTITY, true),
        },
    };
    let now = lms.now();
    if let Some(column) = lms.memory().grades.column_mut(typed.column)
        && typed.person.is_gradable()
    {
        column.type_in(typed.person, score, now);
    }
    Redirect::to("/grades").into_response()
}

fn show(lms: &Lms, visitor: &Visitor, status: StatusCode, wrong: bool) -> Response {
    let columns = lms.memory().grades.columns().iter().map(shown).collect();
    let learners = Person::enrolled(lms.learners()).filter(|person| person.is_gradable());
    page(
        status,
        &Grades {
            frame: visitor.frame(),
            columns,
            learners: learners
                .map(|person| (person.slug(), person.full_name()))
                .collect(),
            wrong,
        },
    )
}

fn shown(column: &Column) -> Shown {
    let grades = column.grades.iter().filter_map(|(person, grade)| {
        let score = grade.score?;
        Some((person.full_name(), score.to_string(), grade.typed))
    });
    Shown {
        id: column.id,
        label: column.about.label.clone(),
        maximum: column.about.maximum,
        grades: grades.collect(),
    }
}
