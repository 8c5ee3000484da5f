//! Reading the documents that the caller fetched, and asking for those that it has not.

use std::rc::Rc;

use serde_json::Value;

use super::case::{Case, Wants};
use super::{Check, Code, Document, Wanted, WantedKind};
use crate::address::WebAddress;
use crate::did::ControllerDocument;
use crate::vocab::ACCEPT_CONTROLLER_DOCUMENT;

/// Why there is nothing to read at an address.
#[derive(Debug, Clone)]
pub(super) enum NotRead {
    /// It was not asked for yet.
    NotFetched,
    /// No server answered, for this reason.
    Unreachable(String),
    /// A server answered that there is nothing, with this HTTP status.
    Status(u16),
    /// What came is not what the address promises.
    Unreadable,
}

impl NotRead {
    /// `check` with what is known about the failure, and the code that fits it or, where nothing could be
    /// reached, `unreachable`.
    pub(super) fn explain(&self, mut check: Check, url: &WebAddress, unreachable: Code) -> Check {
        check.code = match self {
            Self::NotFetched => Code::DocumentNotFetched,
            Self::Unreachable(_) | Self::Status(_) => unreachable,
            Self::Unreadable => Code::DocumentUnreadable,
        };
        let check = check.with("url", url.as_str());
        match self {
            Self::Unreachable(reason) => check.with("reason", reason.as_str()),
            Self::Status(status) => check.with("status", Value::from(*status)),
            Self::NotFetched | Self::Unreadable => check,
        }
    }
}

/// The body that was read at `url`; when it was not asked for yet, it is added to what is wanted.
pub(super) fn body<'a>(
    case: &Case<'a>,
    url: &WebAddress,
    kind: WantedKind,
    accept: &'static str,
    wants: &mut Wants,
) -> Result<&'a [u8], NotRead> {
    match case.evidence.document(url.as_str()) {
        None => {
            wants.insert(Wanted {
                url: url.as_str().to_owned(),
                kind,
                accept,
            });
            Err(NotRead::NotFetched)
        }
        Some(Document::Unreachable { reason }) => Err(NotRead::Unreachable(reason.clone())),
        Some(Document::Answered { status, body, .. }) if (200..300).contains(status) => Ok(body),
        Some(Document::Answered { status, .. }) => Err(NotRead::Status(*status)),
    }
}

/// The controller document at `url`.
pub(super) fn controller_document(
    case: &Case<'_>,
    url: &WebAddress,
    wants: &mut Wants,
) -> Result<Rc<ControllerDocument>, NotRead> {
    let body = body(case, url, WantedKind::Key, ACCEPT_CONTROLLER_DOCUMENT, wants)?;
    let read = || ControllerDocument::read(body, &case.policy.limits).map(Rc::new);
    let mut known = case.controllers.borrow_mut();
    let document = known.entry(url.as_str().to_owned()).or_insert_with(read);
    document.clone().ok_or(NotRead::Unreadable)
}
