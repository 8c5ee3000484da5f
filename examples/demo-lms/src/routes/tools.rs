//! "Manage tools": the administrator of the site connects tools and lets them in.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use serde::Deserialize;
use url::Url;

use super::notice;
use crate::{
    lms::Lms,
    random::random_hex,
    registration::{self, Invitation, authority},
    session::{Administrator, Frame, Visitor, page},
};

#[derive(Template)]
#[template(path = "tools.html")]
struct Tools {
    frame: Frame,
    tools: Vec<Line>,
    wrong: bool,
}

/// What an administrator sees of a tool.
struct Line {
    number: u32,
    name: String,
    client_id: String,
    address: String,
    is_active: bool,
}

/// The question that Moodle asks when a tool of the same host and port is there.
#[derive(Template)]
#[template(path = "same_tool.html")]
struct SameTool {
    frame: Frame,
    url: String,
    tools: Vec<(u32, String)>,
}

#[derive(Template)]
#[template(path = "register.html")]
struct Register {
    frame: Frame,
    invitation: String,
    /// Whose message closes the frame.
    origin: String,
}

pub(super) async fn show_tools(State(lms): State<Lms>, visitor: Visitor, _admin: Administrator) -> Response {
    list(&lms, &visitor, StatusCode::OK, false)
}

fn list(lms: &Lms, visitor: &Visitor, status: StatusCode, wrong: bool) -> Response {
    let memory = lms.memory();
    let line = |tool: &crate::tool::Tool| Line {
        number: tool.number,
        name: tool.name.clone(),
        client_id: tool.client_id.clone(),
        address: tool.target_link_uri.clone(),
        is_active: tool.is_active,
    };
    let tools = memory.tools.iter().map(line).collect();
    let frame = visitor.frame();
    page(status, &Tools { frame, tools, wrong })
}

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    url: String,
    /// The number of the tool to change, or `new`; empty while nobody was asked.
    #[serde(default)]
    tool: String,
}

/// Begins a registration at the tool's own page, which is shown in a frame.
pub(super) async fn begin(
    State(lms): State<Lms>,
    visitor: Visitor,
    _admin: Administrator,
    Form(asked): Form<Asked>,
) -> Response {
    let url = Url::parse(asked.url.trim()).ok();
    let Some(url) = url.filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host()) else {
        return list(&lms, &visitor, StatusCode::UNPROCESSABLE_ENTITY, true);
    };
    let same = same_tools(&lms, &url);
    if asked.tool.is_empty() && !same.is_empty() {
        let frame = visitor.frame();
        let url = url.to_string();
        return page(
            StatusCode::OK,
            &SameTool {
                frame,
                url,
                tools: same,
            },
        );
    }
    let changes = same.into_iter().map(|(number, _)| number);
    let changes = changes
        .into_iter()
        .find(|number| number.to_string() == asked.tool);
    let client_id = match random_hex() {
        Ok(client_id) => client_id,
        Err(error) => return notice::broken(&visitor, &error),
    };
    let now = lms.now();
    let token = match lms.key().sign(&Invitation::claims(&client_id, changes, now)) {
        Ok(token) => token,
        Err(error) => return notice::broken(&visitor, &error),
    };
    let origin = url.origin().ascii_serialization();
    let invitation = client_id.clone();
    lms.memory().invite(Invitation {
        token,
        client_id,
        changes,
        url,
        is_used: false,
        ends_at: now.saturating_add(registration::LIFETIME),
    });
    let frame = visitor.frame();
    page(
        StatusCode::OK,
        &Register {
            frame,
            invitation,
            origin,
        },
    )
}

/// Sends the frame to the tool, as Moodle does.
pub(super) async fn start(
    State(lms): State<Lms>,
    Path(client_id): Path<String>,
    visitor: Visitor,
    _admin: Administrator,
) -> Response {
    let memory = lms.memory();
    match memory.invitation_for(&client_id) {
        Some(invitation) => Redirect::to(&invitation.address(&lms)).into_response(),
        None => notice::missing(&visitor),
    }
}

pub(super) async fn activate(
    State(lms): State<Lms>,
    Path(number): Path<u32>,
    _admin: Administrator,
) -> Redirect {
    if let Some(tool) = lms.memory().tools.iter_mut().find(|tool| tool.number == number) {
        tool.is_active = true;
    }
    Redirect::to("/admin/tools")
}

/// The tools at the same host and port.
fn same_tools(lms: &Lms, url: &Url) -> Vec<(u32, String)> {
    let domain = authority(url.as_str());
    let memory = lms.memory();
    let same = memory
        .tools
        .iter()
        .filter(|tool| authority(&tool.target_link_uri) == domain);
    same.map(|tool| (tool.number, tool.name.clone())).collect()
}
