//! "Select content": the tool in a frame, the request for content, and what comes back.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use serde_json::json;

use super::{
    adding,
    hand_over::{form_to, login_initiation},
    notice,
};
use crate::{
    content,
    lms::Lms,
    memory::{DocumentTarget, Launch, Purpose},
    random::random_hex,
    session::{Editor, Frame, Visitor, page},
    texts::Texts,
    tool_keys::LEEWAY_SECONDS,
};

#[derive(Template)]
#[template(path = "choosing.html")]
struct Choosing {
    frame: Frame,
    tool: u32,
    draft: String,
}

/// The page in the tool's frame that hands what was chosen to the form around it.
#[derive(Template)]
#[template(path = "chosen.html")]
struct Handing {
    t: &'static Texts,
    language: &'static str,
    tool: u32,
    draft: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Which {
    draft: String,
}

pub(super) async fn show_frame(
    State(lms): State<Lms>,
    Path(number): Path<u32>,
    Query(which): Query<Which>,
    visitor: Visitor,
    Editor(member): Editor,
) -> Response {
    let is_own = lms.memory().draft(&member.session, &which.draft).is_some();
    if adding::active(&lms, number).is_none() || !is_own {
        return notice::missing(&visitor);
    }
    page(
        StatusCode::OK,
        &Choosing {
            frame: visitor.frame(),
            tool: number,
            draft: which.draft,
        },
    )
}

/// The login initiation of a request for content. As in Moodle its hint names no activity: there is none yet.
pub(super) async fn start(
    State(lms): State<Lms>,
    Path(draft): Path<String>,
    visitor: Visitor,
    Editor(member): Editor,
) -> Response {
    let number = lms
        .memory()
        .draft(&member.session, &draft)
        .map(|draft| draft.tool);
    let Some(tool) = number.and_then(|number| adding::active(&lms, number)) else {
        return notice::missing(&visitor);
    };
    let random = match random_hex() {
        Ok(random) => random,
        Err(error) => return notice::broken(&visitor, &error),
    };
    let launch = Launch {
        id: format!("ltilaunch_ContentItemSelectionRequest_{random}"),
        tool: tool.number,
        purpose: Purpose::Choose(draft),
        shares: tool.shares,
        target: DocumentTarget::Iframe,
        language: visitor.language,
    };
    let hint = json!({ "launchid": launch.id });
    lms.memory().begin_launch(&member.session, launch);
    login_initiation(&lms, &visitor, &member, &tool, &tool.choosing_uri, &hint, None)
}

#[derive(Debug, Deserialize)]
pub(super) struct Return {
    draft: String,
    sesskey: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Answer {
    #[serde(rename = "JWT")]
    jwt: String,
    /// Set when this LMS's own page sent the answer a second time, to find its session cookie.
    #[serde(default)]
    repost: bool,
}

/// Takes what the tool posts. The address is good for the session that asked, and for nobody else's.
pub(super) async fn take(
    State(lms): State<Lms>,
    Query(back): Query<Return>,
    visitor: Visitor,
    Form(answer): Form<Answer>,
) -> Response {
    let Some(member) = visitor.member() else {
        if answer.repost {
            return refused(&visitor, "no-session");
        }
        // From another site's frame the browser kept the cookie back; from our own page it sends it.
        let again = return_path(&back.draft, &back.sesskey);
        let fields = vec![("JWT", answer.jwt), ("repost", "true".to_owned())];
        return form_to(&visitor, again, fields);
    };
    let tool = {
        let memory = lms.memory();
        if memory.sesskey(&member.session) != Some(&back.sesskey) {
            return refused(&visitor, "sesskey-wrong");
        }
        let draft = memory.draft(&member.session, &back.draft);
        let Some(tool) = draft.and_then(|draft| memory.tool(draft.tool)) else {
            return refused(&visitor, "nothing-asked");
        };
        tool.clone()
    };
    let checked = lms
        .tool_keys()
        .verify(&tool, &answer.jwt, lms.now(), LEEWAY_SECONDS)
        .await;
    let claims = match checked {
        Ok(claims) => claims,
        Err(fault) => return refused(&visitor, fault.code()),
    };
    let (chosen, nonce) = match content::read(&claims, &tool, lms.issuer()) {
        Ok(read) => read,
        Err(fault) => return refused(&visitor, fault.code()),
    };
    if !lms.memory().choose(&member.session, &back.draft, chosen, nonce) {
        return refused(&visitor, "content-nonce");
    }
    page(
        StatusCode::OK,
        &Handing {
            t: visitor.texts(),
            language: visitor.language.tag(),
            tool: tool.number,
            draft: back.draft,
        },
    )
}

/// Where the tool posts what was chosen for a draft of the session with this key.
pub(super) fn return_path(draft: &str, sesskey: &str) -> String {
    format!("/contentitem_return?draft={draft}&sesskey={sesskey}")
}

fn refused(visitor: &Visitor, code: &'static str) -> Response {
    tracing::warn!(reason = code, "chosen content was not taken");
    notice::refused(visitor, StatusCode::NOT_FOUND, code)
}
