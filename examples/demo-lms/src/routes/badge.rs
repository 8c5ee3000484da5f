//! The badge activity: the page that frames the tool, and the start of a launch.

use askama::Template;
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use serde::Deserialize;
use serde_json::json;

use super::notice;
use crate::{
    activity::BADGE_RESOURCE_LINK,
    config::Privacy,
    lms::Lms,
    memory::{DocumentTarget, Launch},
    random::random_hex,
    session::{Frame, Member, Visitor, page},
    texts::Texts,
    vocab::{CLIENT_ID, DEPLOYMENT_ID},
};

/// The course module number of the badge activity, which Moodle puts in its message hints.
const COURSE_MODULE_ID: u32 = 4;

#[derive(Template)]
#[template(path = "badge.html")]
struct Badge {
    frame: Frame,
    open: bool,
    privacy: Option<&'static str>,
}

/// A form that sends itself: how a launch and its answer travel through the browser.
#[derive(Template)]
#[template(path = "autosubmit.html")]
pub(super) struct AutoSubmit {
    pub(super) t: &'static Texts,
    pub(super) language: &'static str,
    pub(super) action: String,
    pub(super) fields: Vec<(&'static str, String)>,
}

/// What a test may ask of one launch.
#[derive(Debug, Deserialize)]
pub(super) struct LaunchOptions {
    /// `iframe` (default) or `window`.
    target: Option<DocumentTarget>,
    /// `full` or `minimal`, in place of what the LMS was started with.
    privacy: Option<Privacy>,
}

pub(super) async fn show_badge(
    State(lms): State<Lms>,
    visitor: Visitor,
    member: Member,
    Query(options): Query<LaunchOptions>,
) -> Response {
    let open = lms.memory().badge_is_open_to(member.person);
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
            open,
            privacy,
        },
    )
}

/// Third-party initiated login, as Moodle does it: a form with exactly these six fields
/// ([LTI security framework, section 5.1.1.1][spec]).
///
/// [spec]: https://www.imsglobal.org/spec/security/v1p0/#step-1-third-party-initiated-login
pub(super) async fn start_launch(
    State(lms): State<Lms>,
    visitor: Visitor,
    member: Member,
    Query(options): Query<LaunchOptions>,
) -> Response {
    if !lms.memory().badge_is_open_to(member.person) {
        return Redirect::to("/badge").into_response();
    }
    let random = match random_hex() {
        Ok(random) => random,
        Err(error) => return notice::broken(&visitor, &error),
    };
    let id = format!("ltilaunch_{BADGE_RESOURCE_LINK}_{random}");
    let hint = json!({"cmid": COURSE_MODULE_ID, "launchid": id}).to_string();
    lms.memory().begin_launch(
        &member.session,
        Launch {
            id,
            privacy: options.privacy.unwrap_or_else(|| lms.privacy()),
            target: options.target.unwrap_or(DocumentTarget::Iframe),
            language: visitor.language,
        },
    );
    let fields = vec![
        ("iss", lms.issuer().to_owned()),
        ("target_link_uri", lms.redirect_uri()),
        ("login_hint", member.person.id().to_owned()),
        ("lti_message_hint", hint),
        ("client_id", CLIENT_ID.to_owned()),
        ("lti_deployment_id", DEPLOYMENT_ID.to_owned()),
    ];
    let (t, language) = (visitor.texts(), visitor.language.tag());
    page(
        StatusCode::OK,
        &AutoSubmit {
            t,
            language,
            action: lms.login_uri(),
            fields,
        },
    )
}
