//! How long a status list may be kept before it is asked for again.

use std::time::Duration;

use serde_json::{Map, Value};
use time::OffsetDateTime;

use super::list_credential::ListCredential;
use crate::limits::Limits;
use crate::model::parse_date_time;
use crate::verify::case::{has_type, list};
use crate::vocab::{BITSTRING_STATUS_LIST_CREDENTIAL, STATUS_LIST_2021_CREDENTIAL};

/// What a list without a [`ttl`](https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslist) asks for.
const DEFAULT_TTL: Duration = Duration::from_millis(300_000);

/// How long, from `now` on, a document that was fetched as [`WantedKind::Status`](crate::verify::WantedKind::Status)
/// may answer for its address before it is fetched again.
///
/// A [bitstring status list](https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslist) says it as its
/// `ttl` in milliseconds, or means five minutes; no list is kept past its own end date. `None` for a document that
/// says nothing about it, such as a revocation list of 1EdTech: there the headers of the answer count alone.
///
/// The document is not verified here. What it says is a bound to keep to beside those that the caller has, and never
/// a reason to keep anything for longer.
#[must_use]
pub fn status_list_lifetime(body: &[u8], now: OffsetDateTime, limits: &Limits) -> Option<Duration> {
    let document = ListCredential::read(body, limits).ok()?;
    let members = document.members();
    let ttl = if has_type(members, BITSTRING_STATUS_LIST_CREDENTIAL) {
        Some(ttl(members))
    } else if has_type(members, STATUS_LIST_2021_CREDENTIAL) {
        None
    } else {
        return None;
    };
    let until_end = end(&document).map(|end| Duration::try_from(end - now).unwrap_or(Duration::ZERO));
    ttl.into_iter().chain(until_end).min()
}

/// The `ttl` of the list; one that is not written as a number of milliseconds is not waited for at all.
fn ttl(members: &Map<String, Value>) -> Duration {
    let subjects = list(members.get("credentialSubject"));
    match subjects.iter().find_map(|subject| subject.get("ttl")) {
        None => DEFAULT_TTL,
        Some(ttl) => ttl.as_u64().map_or(Duration::ZERO, Duration::from_millis),
    }
}

/// The end date of the list, the token around it included.
fn end(document: &ListCredential) -> Option<OffsetDateTime> {
    let of_token = match document {
        ListCredential::Embedded(_) => None,
        ListCredential::Token(token) => token.end(),
    };
    ["validUntil", "expirationDate"]
        .into_iter()
        .filter_map(|name| parse_date_time(document.members().get(name)?.as_str()?))
        .chain(of_token)
        .min()
}
