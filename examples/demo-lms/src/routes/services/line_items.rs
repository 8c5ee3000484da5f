//! Columns of the grade book
//! ([AGS 2.0, section 3.2](https://www.imsglobal.org/spec/lti-ags/v2p0/#line-item-service-scope-and-allowed-http-methods)).

use axum::{
    body::Bytes,
    extract::{Path, Query, State},
    http::{StatusCode, header, request::Parts},
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    answer::{Paging, Refusal, link_header, typed},
    caller::{Caller, Terms},
};
use crate::{
    grade_book::{About, Column},
    lms::Lms,
    service_urls,
    vocab::{media, scope},
};

const READS: &[&str] = &[scope::LINE_ITEM, scope::LINE_ITEM_READ_ONLY];
const WRITES: &[&str] = &[scope::LINE_ITEM];

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    resource_link_id: Option<String>,
    resource_id: Option<String>,
    tag: Option<String>,
    limit: Option<usize>,
    from: Option<usize>,
}

/// The columns of the tool that calls: those of its activities and those it made.
pub(super) async fn list(
    State(lms): State<Lms>,
    Path(course): Path<String>,
    Query(asked): Query<Asked>,
    parts: Parts,
) -> Result<Response, Refusal> {
    let terms = Terms {
        scopes: READS,
        accept: Some(media::LINE_ITEMS),
        content_type: None,
    };
    let caller = Caller::of(&lms, &parts, &course, &terms)?;
    let is = |asked: &Option<String>, found: &str| asked.as_deref().is_none_or(|asked| asked == found);
    let is_meant = |column: &&Column| {
        column.tool == caller.tool.number
            && is(
                &asked.resource_link_id,
                column.about.link.as_deref().unwrap_or_default(),
            )
            && is(&asked.resource_id, &column.about.resource_id)
            && is(&asked.tag, &column.about.tag)
    };
    let columns: Vec<Value> = {
        let memory = lms.memory();
        let meant = memory.grades.columns().iter().filter(is_meant);
        meant.map(|column| written(&lms, &caller, column)).collect()
    };
    let paging = Paging::new(asked.limit, asked.from);
    let last = columns.len().saturating_sub(1);
    let (columns, next) = paging.cut(columns);
    let mut response = typed(StatusCode::OK, media::LINE_ITEMS, &Value::Array(columns));
    if paging.is_limited() {
        let list = service_urls::line_items(&lms, &caller.tool, &caller.quirks);
        let mut links = vec![("first", paging.at(&list, 0))];
        links.extend(next.map(|from| ("next", paging.at(&list, from))));
        links.push(("last", paging.at(&list, last)));
        if let Some(value) = link_header(&links, caller.quirks.curly_links) {
            response.headers_mut().insert(header::LINK, value);
        }
    }
    Ok(response)
}

/// A column as a tool writes it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    label: String,
    score_maximum: f64,
    #[serde(default)]
    resource_id: String,
    #[serde(default)]
    tag: String,
    resource_link_id: Option<String>,
}

pub(super) async fn create(
    State(lms): State<Lms>,
    Path(course): Path<String>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Refusal> {
    let caller = Caller::of(&lms, &parts, &course, &writing())?;
    let about = read(&lms, &caller, &parts, &body)?;
    let mut memory = lms.memory();
    let id = memory.grades.add(caller.tool.number, about);
    let column = memory
        .grades
        .column(id)
        .map(|column| written(&lms, &caller, column));
    Ok(typed(StatusCode::CREATED, media::LINE_ITEM, &json!(column)))
}

pub(super) async fn show(
    State(lms): State<Lms>,
    Path((course, id)): Path<(String, u32)>,
    parts: Parts,
) -> Result<Response, Refusal> {
    let terms = Terms {
        scopes: READS,
        accept: Some(media::LINE_ITEM),
        content_type: None,
    };
    let caller = Caller::of(&lms, &parts, &course, &terms)?;
    let memory = lms.memory();
    let column = own(memory.grades.column(id), &caller, &parts)?;
    let body = written(&lms, &caller, column);
    Ok(typed(StatusCode::OK, media::LINE_ITEM, &body))
}

pub(super) async fn change(
    State(lms): State<Lms>,
    Path((course, id)): Path<(String, u32)>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Refusal> {
    let caller = Caller::of(&lms, &parts, &course, &writing())?;
    let about = read(&lms, &caller, &parts, &body)?;
    let mut memory = lms.memory();
    own(memory.grades.column(id), &caller, &parts)?;
    if let Some(column) = memory.grades.column_mut(id) {
        column.about = about;
    }
    let column = own(memory.grades.column(id), &caller, &parts)?;
    let body = written(&lms, &caller, column);
    Ok(typed(StatusCode::OK, media::LINE_ITEM, &body))
}

/// Takes a column away with what stands in it; as in Moodle also the one of an activity.
pub(super) async fn remove(
    State(lms): State<Lms>,
    Path((course, id)): Path<(String, u32)>,
    parts: Parts,
) -> Result<Response, Refusal> {
    let terms = Terms {
        scopes: WRITES,
        accept: None,
        content_type: None,
    };
    let caller = Caller::of(&lms, &parts, &course, &terms)?;
    let mut memory = lms.memory();
    own(memory.grades.column(id), &caller, &parts)?;
    memory.grades.remove(id);
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The column, if it is the calling tool's own.
pub(super) fn own<'a>(
    column: Option<&'a Column>,
    caller: &Caller,
    parts: &Parts,
) -> Result<&'a Column, Refusal> {
    let missing = || Refusal::new(StatusCode::NOT_FOUND, "Not Found: no such grade item", parts);
    let foreign = || Refusal::new(StatusCode::FORBIDDEN, "Invalid LTI id supplied.", parts);
    let column = column.ok_or_else(missing)?;
    (column.tool == caller.tool.number)
        .then_some(column)
        .ok_or_else(foreign)
}

const fn writing() -> Terms<'static> {
    Terms {
        scopes: WRITES,
        accept: Some(media::LINE_ITEM),
        content_type: Some(media::LINE_ITEM),
    }
}

fn read(lms: &Lms, caller: &Caller, parts: &Parts, body: &[u8]) -> Result<About, Refusal> {
    let refused = |reason| Refusal::new(StatusCode::BAD_REQUEST, reason, parts);
    let written: Written = serde_json::from_slice(body).map_err(|_shape| refused("No label or maximum"))?;
    if written.score_maximum <= 0.0 {
        return Err(refused("The maximum is not above 0"));
    }
    if let Some(link) = &written.resource_link_id {
        let memory = lms.memory();
        let is_own = memory
            .link(link)
            .is_some_and(|link| link.tool == caller.tool.number);
        if !is_own {
            return Err(refused("No such activity of this tool"));
        }
    }
    Ok(About {
        link: written.resource_link_id,
        label: written.label,
        maximum: written.score_maximum,
        resource_id: written.resource_id,
        tag: written.tag,
    })
}

fn written(lms: &Lms, caller: &Caller, column: &Column) -> Value {
    let mut written = json!({
        "id": service_urls::line_item(lms, &caller.tool, &caller.quirks, column.id),
        "label": column.about.label,
        "scoreMaximum": column.about.maximum,
        "resourceId": column.about.resource_id,
        "tag": column.about.tag,
    });
    if let Some(link) = &column.about.link {
        written["resourceLinkId"] = json!(link);
        written["ltiLinkId"] = json!(link);
    }
    written
}
