//! Pages that say that something did not happen.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use crate::session::{Frame, Visitor, page};

#[derive(Template)]
#[template(path = "notice.html")]
struct Notice {
    frame: Frame,
    title: &'static str,
    lead: &'static str,
    code: Option<&'static str>,
}

pub(super) async fn show_missing(visitor: Visitor) -> Response {
    missing(&visitor)
}

pub(super) fn missing(visitor: &Visitor) -> Response {
    let texts = visitor.texts();
    let (title, lead) = (texts.missing_title, texts.missing_lead);
    page(
        StatusCode::NOT_FOUND,
        &Notice {
            frame: visitor.frame(),
            title,
            lead,
            code: None,
        },
    )
}

/// A request of the tool that is not answered, with the code of the reason.
pub(super) fn refused(visitor: &Visitor, status: StatusCode, code: &'static str) -> Response {
    let texts = visitor.texts();
    let (title, lead) = (texts.refused_title, texts.refused_lead);
    page(
        status,
        &Notice {
            frame: visitor.frame(),
            title,
            lead,
            code: Some(code),
        },
    )
}

pub(super) fn broken(visitor: &Visitor, error: &impl std::error::Error) -> Response {
    tracing::error!(%error, "a request failed");
    let texts = visitor.texts();
    let (title, lead) = (texts.broken_title, texts.broken_lead);
    page(
        StatusCode::INTERNAL_SERVER_ERROR,
        &Notice {
            frame: visitor.frame(),
            title,
            lead,
            code: None,
        },
    )
}
