//! A badge activity: the page that frames the tool, and the start of a launch.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use serde::Deserialize;
use serde_json::json;

use super::{
    hand_over::login_initiation,
    notice,
    storage::{self, Storage},
};
use crate::{
    config::Privacy,
    link::{self, Link},
    lms::Lms,
    memory::{DocumentTarget, Launch, Purpose},
    random::random_hex,
    session::{Frame, Member, Visitor, page},
};

#[derive(Template)]
#[template(path = "badge.html")]
struct Badge {
    frame: Frame,
    title: String,
    link: String,
    open: bool,
    may_edit: bool,
    privacy: Option<&'static str>,
    storage: Option<Storage>,
}

/// What a test may ask of one launch.
#[derive(Debug, Deserialize)]
pub(super) struct LaunchOptions {
    /// `iframe` (default) or `window`.
    target: Option<DocumentTarget>,
    /// `full` or `minimal`, in place of what the LMS was started with.
    privacy: Option<Privacy>,
    /// Whether this LMS keeps values for the tool, and where.
    storage: Option<Storage>,
}

/// The activity that the course has from the start.
pub(super) async fn show_first(
    state: State<Lms>,
    visitor: Visitor,
    member: Member,
    options: Query<LaunchOptions>,
) -> Response {
    show_badge(state, visitor, member, Path(link::FIRST.to_owned()), options).await
}

pub(super) async fn show_badge(
    State(lms): State<Lms>,
    visitor: Visitor,
    member: Member,
    Path(id): Path<String>,
    Query(options): Query<LaunchOptions>,
) -> Response {
    let memory = lms.memory();
    let Some(link) = memory.link(&id) else {
        return notice::missing(&visitor);
    };
    let open = memory.is_open_to(link, member.person, lms.today());
    let privacy = options.privacy.map(|privacy| match privacy {
        Privacy::Full => "full",
        Privacy::Minimal => "minimal",
    });
    let status = if open {
        StatusCode::OK
    } else {
        StatusCode::FORBIDDEN
    };
    page(
        status,
        &Badge {
            frame: visitor.frame(),
            title: visitor.texts().title_of(link).to_owned(),
            link: id,
            open,
            may_edit: member.person.edits_course(),
            privacy,
            storage: options.storage,
        },
    )
}

/// The launch of the activity that the course has from the start.
pub(super) async fn launch_first(
    state: State<Lms>,
    visitor: Visitor,
    member: Member,
    options: Query<LaunchOptions>,
) -> Response {
    start_launch(state, visitor, member, Path(link::FIRST.to_owned()), options).await
}

pub(super) async fn start_launch(
    State(lms): State<Lms>,
    visitor: Visitor,
    member: Member,
    Path(id): Path<String>,
    Query(options): Query<LaunchOptions>,
) -> Response {
    let (link, tool) = {
        let memory = lms.memory();
        let Some(link) = memory.link(&id) else {
            return notice::missing(&visitor);
        };
        match memory.tool(link.tool) {
            Some(tool) if memory.is_open_to(link, member.person, lms.today()) => (link.clone(), tool.clone()),
            _ => return Redirect::to(&path_of(link)).into_response(),
        }
    };
    let random = match random_hex() {
        Ok(random) => random,
        Err(error) => return notice::broken(&visitor, &error),
    };
    let launch = Launch {
        id: format!("ltilaunch_{id}_{random}"),
        tool: tool.number,
        purpose: Purpose::Open(id),
        shares: options.privacy.map_or(tool.shares, Into::into),
        target: options.target.unwrap_or(DocumentTarget::Iframe),
        language: visitor.language,
    };
    let hint = json!({"cmid": link.module, "launchid": launch.id});
    let target = link.url.as_ref().unwrap_or(&tool.target_link_uri);
    let answer = login_initiation(&lms, &visitor, &member, &tool, target, &hint, options.storage);
    lms.memory().begin_launch(&member.session, launch);
    answer
}

/// Where an activity is.
pub(super) fn path_of(link: &Link) -> String {
    match link.id.as_str() {
        link::FIRST => "/badge".to_owned(),
        id => format!("/badge/{id}"),
    }
}
