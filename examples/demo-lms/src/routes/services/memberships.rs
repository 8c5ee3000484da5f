//! The roster ([NRPS 2.0](https://www.imsglobal.org/spec/lti-nrps/v2p0/)).

use axum::{
    extract::{Path, Query, State},
    http::{StatusCode, header, request::Parts},
    response::Response,
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    answer::{Paging, Refusal, link_header, typed},
    caller::{Caller, Terms},
};
use crate::{
    language::Language,
    lms::Lms,
    person::Person,
    quirks::Quirks,
    service_urls,
    texts::Texts,
    tool::Tool,
    vocab::{CONTEXT_ID, CONTEXT_LABEL, claim, media, message_type, role, scope},
};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// A resource link id: those who may open it.
    rlid: Option<String>,
    /// A role, short or long.
    role: Option<String>,
    limit: Option<usize>,
    from: Option<usize>,
}

pub(super) async fn list(
    State(lms): State<Lms>,
    Path((course, binding)): Path<(String, u32)>,
    Query(asked): Query<Asked>,
    parts: Parts,
) -> Result<Response, Refusal> {
    let terms = Terms {
        scopes: &[scope::MEMBERSHIP],
        accept: Some(media::MEMBERSHIPS),
        content_type: None,
    };
    let Caller { tool, quirks } = Caller::of(&lms, &parts, &course, &terms)?;
    if binding != tool.number {
        return Err(Refusal::new(StatusCode::UNAUTHORIZED, "Unauthorized", &parts));
    }
    if quirks.roster_refused {
        let reason = "above_response_limit";
        return Err(Refusal::new(StatusCode::FORBIDDEN, reason, &parts));
    }
    let members: Vec<Value> = people(&lms, &asked, &quirks)
        .into_iter()
        .map(|person| member(person, asked.rlid.is_some(), &tool, &quirks))
        .collect();
    let paging = Paging::new(asked.limit, asked.from);
    let (members, next) = paging.cut(members);
    let address = service_urls::memberships(&lms, &tool);
    let body = json!({
        "id": address,
        "context": {"id": CONTEXT_ID, "label": CONTEXT_LABEL, "title": Texts::of(Language::En).course},
        "members": members,
    });
    let mut response = typed(StatusCode::OK, media::MEMBERSHIPS, &body);
    if let Some(from) = next {
        let mut list = address;
        if let Some(link) = &asked.rlid {
            list = service_urls::asking(&list, &[("rlid", link)]);
        }
        if let Some(role) = asked.role.as_deref().filter(|_role| !quirks.role_lost) {
            list = service_urls::asking(&list, &[("role", role)]);
        }
        if let Some(value) = link_header(&[("next", paging.at(&list, from))], false) {
            response.headers_mut().insert(header::LINK, value);
        }
    }
    Ok(response)
}

/// Whom the list is of. As in Moodle a link that does not exist leaves the list as it is.
fn people(lms: &Lms, asked: &Asked, quirks: &Quirks) -> Vec<Person> {
    let memory = lms.memory();
    let link = asked.rlid.as_deref().filter(|_link| quirks.gate_in_roster);
    let link = link.and_then(|id| memory.link(id));
    let has_role = |person: &Person| {
        let own = person.roster_role(quirks.assistant_as_learner);
        let is_own = |asked: &str| asked.strip_prefix(role::MEMBERSHIP).unwrap_or(asked) == own;
        asked.role.as_deref().is_none_or(is_own)
    };
    Person::enrolled(lms.learners())
        .filter(|person| person.is_active() || !quirks.active_only)
        .filter(|person| link.is_none_or(|link| memory.may_see(link, *person, lms.today())))
        .filter(has_role)
        .collect()
}

fn member(person: Person, of_link: bool, tool: &Tool, quirks: &Quirks) -> Value {
    let short = person.roster_role(quirks.assistant_as_learner);
    let role = if quirks.short_roles {
        short.to_owned()
    } else {
        format!("{}{short}", role::MEMBERSHIP)
    };
    let mut member = json!({
        "status": if person.is_active() { "Active" } else { "Inactive" },
        "roles": [role],
        "user_id": person.id(),
        "lis_person_sourcedid": "",
    });
    if of_link {
        member["message"] = json!([{ claim::MESSAGE_TYPE: message_type::RESOURCE_LINK }]);
    }
    if tool.shares.name {
        let (given, family) = person.names();
        member["name"] = json!(person.full_name());
        member["given_name"] = json!(given);
        member["family_name"] = json!(family);
        member["ext_user_username"] = json!(person.slug());
    }
    if tool.shares.email {
        member["email"] = json!(person.email());
    }
    member
}
