//! The authorisation endpoint: who is the person whose launch this is?

use axum::{
    Form,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use serde_json::{Map, Value, json};

use super::{choosing::return_path, hand_over::form_to, notice};
use crate::{
    auth::{AuthRequest, Opens, PageFault, PostedError, Refusal},
    id_token,
    lms::Lms,
    session::{Member, Visitor, to_the_start},
};

pub(super) async fn answer_get(
    State(lms): State<Lms>,
    visitor: Visitor,
    Query(request): Query<AuthRequest>,
) -> Response {
    answer(&lms, &visitor, &request)
}

pub(super) async fn answer_post(
    State(lms): State<Lms>,
    visitor: Visitor,
    Form(request): Form<AuthRequest>,
) -> Response {
    answer(&lms, &visitor, &request)
}

/// The identity posted to the tool, an error posted to the tool, or a page.
fn answer(lms: &Lms, visitor: &Visitor, request: &AuthRequest) -> Response {
    let member = match visitor.member() {
        Some(member) => member,
        None if request.repost => return to_the_start().into_response(),
        None => return ask_again(visitor, request),
    };
    let fields = match identify(lms, &member, request) {
        Ok(claims) => match lms.key().sign(&claims) {
            Ok(id_token) => vec![("id_token", id_token), ("state", request.state.clone())],
            Err(error) => return notice::broken(visitor, &error),
        },
        Err(Refusal::Posted(error)) => error_fields(error, request),
        Err(Refusal::Page(fault)) => {
            tracing::warn!(
                reason = fault.code(),
                "an authentication request was not answered"
            );
            let status = match fault {
                PageFault::ActivityClosed => StatusCode::FORBIDDEN,
                _ => StatusCode::NOT_FOUND,
            };
            return notice::refused(visitor, status, fault.code());
        }
    };
    // The address was found among the tool's own before anything is posted to it.
    form_to(visitor, request.redirect_uri.clone(), fields)
}

fn identify(lms: &Lms, member: &Member, request: &AuthRequest) -> Result<Map<String, Value>, Refusal> {
    let launch_id = request.launch_id().map_err(Refusal::Page)?;
    let taken = lms.memory().take_launch(&member.session, &launch_id);
    let granted = request.check(lms, member.person, taken)?;
    let (tool, launch) = (&granted.tool, &granted.launch);
    let mut claims = match &granted.opens {
        Opens::Activity(link) => id_token::resource_link(lms, tool, link, member.person, launch),
        Opens::Choosing { draft } => {
            let sesskey = lms.memory().sesskey(&member.session).cloned().unwrap_or_default();
            let back = format!("{}{}", lms.issuer(), return_path(draft, &sesskey));
            id_token::deep_linking(lms, tool, member.person, launch, &back)
        }
    };
    claims.insert("nonce".to_owned(), json!(request.nonce));
    Ok(claims)
}

fn error_fields(error: PostedError, request: &AuthRequest) -> Vec<(&'static str, String)> {
    let mut fields = vec![("error", error.error.to_owned())];
    fields.extend(
        error
            .description
            .map(|description| ("error_description", description.to_owned())),
    );
    fields.push(("state", request.state.clone()));
    fields
}

/// The same request from our own page: a browser that kept the cookie back from another site's request sends it now.
fn ask_again(visitor: &Visitor, request: &AuthRequest) -> Response {
    let request = request.clone();
    let fields = vec![
        ("scope", request.scope),
        ("response_type", request.response_type),
        ("response_mode", request.response_mode),
        ("prompt", request.prompt),
        ("client_id", request.client_id),
        ("redirect_uri", request.redirect_uri),
        ("login_hint", request.login_hint),
        ("lti_message_hint", request.lti_message_hint),
        ("state", request.state),
        ("nonce", request.nonce),
        ("repost", "true".to_owned()),
    ];
    form_to(visitor, "/auth".to_owned(), fields)
}
