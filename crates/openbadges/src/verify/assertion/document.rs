//! The documents of a badge: what stands at an address, over TLS where that is possible at all.

use serde_json::{Map, Value};

use crate::address::WebAddress;
use crate::json;
use crate::limits::Limits;
use crate::verify::case::{Case, Wants};
use crate::verify::document::{NotRead, body};
use crate::verify::{Code, Note, WantedKind};
use crate::vocab::{ACCEPT_HOSTED, ACCEPT_PUBLIC_KEY};

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WantedDocument {
    /// An assertion, a badge class or a profile.
    Object,
    /// A key.
    Key,
    /// A revocation list.
    RevocationList,
}

impl WantedDocument {
    const fn kind(self) -> WantedKind {
        match self {
            Self::Object => WantedKind::Hosted,
            Self::Key => WantedKind::Key,
            Self::RevocationList => WantedKind::Status,
        }
    }

    const fn accept(self) -> &'static str {
        match self {
            Self::Object | Self::RevocationList => ACCEPT_HOSTED,
            Self::Key => ACCEPT_PUBLIC_KEY,
        }
    }
}

/// A document that was read.
pub(super) struct Found<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) notes: Vec<Note>,
}

impl Found<'_> {
    /// The JSON object in it; `None` when it is anything else.
    pub(super) fn object(&self, limits: &Limits) -> Option<Map<String, Value>> {
        match json::parse(self.bytes, limits).ok()?.value {
            Value::Object(members) => Some(members),
            _ => None,
        }
    }
}

/// The document at `address`.
///
/// Many badges of the first years name `http` addresses, whose answers anybody on the way can change. Such an
/// address is asked for over TLS, and what comes from there counts. The address as it is written is wanted too, for
/// callers who have the document from elsewhere: a fetcher is free to refuse it, and those of this project do.
pub(super) fn read<'a>(
    case: &Case<'a>,
    address: &WebAddress,
    wanted: WantedDocument,
    wants: &mut Wants,
) -> Result<Found<'a>, NotRead> {
    let address = address.without_fragment();
    let mut ask = |address: &WebAddress| body(case, address, wanted.kind(), wanted.accept(), wants);
    let is_private_enough =
        address.scheme() == "https" || case.policy.allow_loopback_http && address.is_loopback();
    if is_private_enough {
        let notes = Vec::new();
        return ask(&address).map(|bytes| Found { bytes, notes });
    }
    let over_tls = address.over_tls().map(|address| ask(&address));
    let plain = ask(&address);
    let found = |bytes, code| Found {
        bytes,
        notes: vec![Note::new(code).with("url", address.as_str())],
    };
    match (over_tls, plain) {
        (Some(Ok(bytes)), _) => Ok(found(bytes, Code::ReadOverTls)),
        // That it is gone is an answer, and worth more than a copy that anybody could have made.
        (Some(Err(NotRead::Status(410))), _) => Err(NotRead::Status(410)),
        (_, Ok(bytes)) => Ok(found(bytes, Code::PlainHttp)),
        (Some(Err(NotRead::NotFetched)), Err(_)) => Err(NotRead::NotFetched),
        (Some(Err(reason)), Err(NotRead::Unreachable(_))) => Err(reason),
        (_, Err(reason)) => Err(reason),
    }
}
