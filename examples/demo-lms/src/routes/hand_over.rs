//! How a visitor's browser is sent from here to the tool: forms that send themselves.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use serde_json::Value;

use super::storage::Storage;
use crate::{
    lms::Lms,
    session::{Member, Visitor, page},
    texts::Texts,
    tool::Tool,
};

/// A form that sends itself, with a button for browsers that run no scripts.
#[derive(Template)]
#[template(path = "autosubmit.html")]
struct AutoSubmit {
    t: &'static Texts,
    language: &'static str,
    action: String,
    fields: Vec<(&'static str, String)>,
}

/// A page that posts `fields` to `action`.
pub(super) fn form_to(visitor: &Visitor, action: String, fields: Vec<(&'static str, String)>) -> Response {
    let (t, language) = (visitor.texts(), visitor.language.tag());
    page(
        StatusCode::OK,
        &AutoSubmit {
            t,
            language,
            action,
            fields,
        },
    )
}

/// Third-party initiated login, as Moodle does it: a form with exactly these six fields, and where values are kept if
/// that was asked for ([LTI security framework, section 5.1.1.1][spec]).
///
/// [spec]: https://www.imsglobal.org/spec/security/v1p0/#step-1-third-party-initiated-login
pub(super) fn login_initiation(
    lms: &Lms,
    visitor: &Visitor,
    member: &Member,
    tool: &Tool,
    target: &str,
    hint: &Value,
    storage: Option<Storage>,
) -> Response {
    let mut fields = vec![
        ("iss", lms.issuer().to_owned()),
        ("target_link_uri", target.to_owned()),
        ("login_hint", member.person.id()),
        ("lti_message_hint", hint.to_string()),
        ("client_id", tool.client_id.clone()),
        ("lti_deployment_id", tool.number.to_string()),
    ];
    fields.extend(storage.map(|storage| ("lti_storage_target", storage.target().to_owned())));
    form_to(visitor, tool.login_uri.clone(), fields)
}
