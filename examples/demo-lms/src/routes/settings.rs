//! The settings of an activity that is there.

use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};

use super::{
    activity_form::{self, About, Fields},
    badge, notice,
};
use crate::{
    lms::Lms,
    session::{Editor, Visitor},
};

pub(super) async fn show_settings(
    State(lms): State<Lms>,
    Path(id): Path<String>,
    visitor: Visitor,
    _editor: Editor,
) -> Response {
    let memory = lms.memory();
    let Some(link) = memory.link(&id) else {
        return notice::missing(&visitor);
    };
    let action = format!("/badge/{id}/settings");
    let about = About {
        heading: visitor.texts().title_of(link),
        action: &action,
        choosing: None,
        message: None,
        several: Vec::new(),
    };
    let is_graded = memory.grades.of_link(&id).next().is_some();
    let fields = Fields::of_link(link, is_graded, &visitor);
    activity_form::show(&visitor, StatusCode::OK, about, &fields)
}

pub(super) async fn change_settings(
    State(lms): State<Lms>,
    Path(id): Path<String>,
    visitor: Visitor,
    _editor: Editor,
    Form(filled): Form<Vec<(String, String)>>,
) -> Response {
    let mut memory = lms.memory();
    let Some(link) = memory.links.iter_mut().find(|link| link.id == id) else {
        return notice::missing(&visitor);
    };
    let fields = Fields::read(&filled);
    let is_graded = fields.is_graded;
    fields.apply(link, &visitor);
    let then_open = filled
        .iter()
        .any(|pair| *pair == ("then".to_owned(), "open".to_owned()));
    let next = if then_open {
        badge::path_of(link)
    } else {
        "/course".to_owned()
    };
    let label = visitor.texts().title_of(link).to_owned();
    if is_graded {
        memory.ensure_column(&id, label);
    }
    Redirect::to(&next).into_response()
}
