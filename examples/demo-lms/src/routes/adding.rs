//! "Add an activity": the tools there are, the form, and what is saved.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use serde::Deserialize;

use super::{
    activity_form::{self, About, Fields, named_after},
    badge, notice,
};
use crate::{
    content::Item,
    draft::Draft,
    link::NewLink,
    lms::Lms,
    random::random_hex,
    session::{Editor, Frame, Visitor, page},
    tool::Tool,
};

#[derive(Template)]
#[template(path = "add.html")]
struct Tools {
    frame: Frame,
    tools: Vec<(u32, String)>,
}

pub(super) async fn show_tools(State(lms): State<Lms>, visitor: Visitor, _editor: Editor) -> Response {
    let memory = lms.memory();
    let active = memory.tools.iter().filter(|tool| tool.is_active);
    let tools = active.map(|tool| (tool.number, tool.name.clone())).collect();
    page(
        StatusCode::OK,
        &Tools {
            frame: visitor.frame(),
            tools,
        },
    )
}

#[derive(Debug, Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    draft: String,
}

/// The form, empty or with what was chosen in the tool.
pub(super) async fn show_form(
    State(lms): State<Lms>,
    Path(number): Path<u32>,
    Query(which): Query<Which>,
    visitor: Visitor,
    Editor(member): Editor,
) -> Response {
    let Some(tool) = active(&lms, number) else {
        return notice::missing(&visitor);
    };
    let draft = lms.memory().draft(&member.session, &which.draft).cloned();
    let draft = match draft {
        Some(draft) => draft,
        None => match random_hex() {
            Ok(id) => lms.memory().begin_draft(&member.session, id, number),
            Err(error) => return notice::broken(&visitor, &error),
        },
    };
    let chosen = draft.chosen.clone().unwrap_or_default();
    let fields = match chosen.items.as_slice() {
        [item] => Fields::of_item(item),
        _ => Fields::default(),
    };
    let action = format!("/add/{number}?draft={}", draft.id);
    let choosing = format!("/add/{number}/content?draft={}", draft.id);
    let about = About {
        heading: &tool.name,
        action: &action,
        choosing: Some(&choosing),
        message: chosen.message.as_deref(),
        several: titles(&chosen.items),
    };
    activity_form::show(&visitor, StatusCode::OK, about, &fields)
}

/// Saves one activity as the form says it, or everything that was chosen when it is more than one thing.
pub(super) async fn save(
    State(lms): State<Lms>,
    Path(number): Path<u32>,
    Query(which): Query<Which>,
    visitor: Visitor,
    Editor(member): Editor,
    Form(filled): Form<Vec<(String, String)>>,
) -> Response {
    let Some(tool) = active(&lms, number) else {
        return notice::missing(&visitor);
    };
    let mut memory = lms.memory();
    let Some(draft) = memory.take_draft(&member.session, &which.draft) else {
        return Redirect::to("/course").into_response();
    };
    let then_open = filled
        .iter()
        .any(|pair| *pair == ("then".to_owned(), "open".to_owned()));
    let fields = Fields::read(&filled);
    let added: Vec<String> = new_links(&tool, draft, fields)
        .into_iter()
        .map(|link| memory.add_link(link))
        .collect();
    match added.first().and_then(|id| memory.link(id)) {
        Some(link) if then_open => Redirect::to(&badge::path_of(link)).into_response(),
        _ => Redirect::to("/course").into_response(),
    }
}

fn new_links(tool: &Tool, draft: Draft, fields: Fields) -> Vec<NewLink> {
    let items = draft.chosen.map(|chosen| chosen.items).unwrap_or_default();
    let new = |fields: Fields, item: Option<Item>| NewLink {
        tool: tool.number,
        name: named_after(tool, fields.name),
        url: Some(fields.url).filter(|url| !url.is_empty()),
        custom: activity_form::pairs(&fields.custom),
        gate: fields.gate,
        line_item: item.and_then(|item| item.line_item),
        is_graded: fields.is_graded,
    };
    if items.len() < 2 {
        return vec![new(fields, items.into_iter().next())];
    }
    let Fields { gate, is_graded, .. } = fields;
    let of_item = |item: Item| {
        let fields = Fields {
            gate: gate.clone(),
            is_graded,
            ..Fields::of_item(&item)
        };
        new(fields, Some(item))
    };
    items.into_iter().map(of_item).collect()
}

/// The titles of what was chosen when it is more than one thing.
fn titles(items: &[Item]) -> Vec<&str> {
    match items {
        [] | [_] => Vec::new(),
        several => several.iter().map(|item| item.title.as_str()).collect(),
    }
}

/// The tool with this number, if teachers may use it.
pub(super) fn active(lms: &Lms, number: u32) -> Option<Tool> {
    lms.memory().tool(number).filter(|tool| tool.is_active).cloned()
}
