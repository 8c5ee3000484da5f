//! What stands in a column
//! ([AGS 2.0, section 3.3](https://www.imsglobal.org/spec/lti-ags/v2p0/#result-service)).

use axum::{
    extract::{Path, Query, State},
    http::{StatusCode, header, request::Parts},
    response::Response,
};
use serde::Deserialize;
use serde_json::{Value, json};
use time::format_description::well_known::Rfc3339;

use super::{
    answer::{Paging, Refusal, broken_page, link_header, typed},
    caller::{Caller, Terms},
    line_items::own,
};
use crate::{
    grade_book::{Column, Grade},
    lms::Lms,
    person::Person,
    service_urls::{self, asking},
    vocab::{media, scope},
};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    user_id: Option<String>,
    limit: Option<usize>,
    from: Option<usize>,
}

/// The results of a column. Somebody who has none is not listed.
pub(super) async fn list(
    State(lms): State<Lms>,
    Path((course, id)): Path<(String, u32)>,
    Query(asked): Query<Asked>,
    parts: Parts,
) -> Result<Response, Refusal> {
    // Moodle takes `*/*` here and looks no further.
    let terms = Terms {
        scopes: &[scope::RESULT_READ_ONLY],
        accept: None,
        content_type: None,
    };
    let caller = Caller::of(&lms, &parts, &course, &terms)?;
    let paging = Paging::new(asked.limit, asked.from);
    if paging.is_limited() && caller.quirks.results_limit_breaks {
        return Ok(broken_page());
    }
    let results: Vec<Value> = {
        let memory = lms.memory();
        let column = own(memory.grades.column(id), &caller, &parts)?;
        let is_meant = |person: &Person| asked.user_id.as_ref().is_none_or(|asked| *asked == person.id());
        let grades = column.grades.iter().filter(|(person, _)| is_meant(person));
        grades
            .map(|(person, grade)| result(&lms, &caller, column, *person, grade))
            .collect()
    };
    let (results, next) = paging.cut(results);
    let mut response = typed(StatusCode::OK, media::RESULTS, &Value::Array(results));
    if let Some(from) = next {
        let list = service_urls::results(&lms, &caller.tool, &caller.quirks, id);
        let next = [("next", paging.at(&list, from))];
        if let Some(value) = link_header(&next, caller.quirks.curly_links) {
            response.headers_mut().insert(header::LINK, value);
        }
    }
    Ok(response)
}

fn result(lms: &Lms, caller: &Caller, column: &Column, person: Person, grade: &Grade) -> Value {
    let (tool, quirks) = (&caller.tool, &caller.quirks);
    let user_id = person.id();
    let mut result = json!({
        "id": asking(&service_urls::results(lms, tool, quirks, column.id), &[("user_id", &user_id)]),
        "userId": user_id,
        "resultMaximum": column.about.maximum,
        "scoreOf": service_urls::line_item(lms, tool, quirks, column.id),
        "timestamp": grade.at.format(&Rfc3339).ok(),
    });
    let is_left_out = |score: &f64| *score == 0.0 && quirks.zero_without_score;
    if let Some(score) = grade.score.filter(|score| !is_left_out(score)) {
        result["resultScore"] = json!(score);
    }
    if let Some(comment) = &grade.comment {
        result["comment"] = json!(comment);
    }
    result
}
