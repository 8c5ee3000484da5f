//! Where in a list a credential stands, as its entry says.

use serde_json::Value;

use super::Kind;
use crate::address::WebAddress;
use crate::verify::Check;
use crate::verify::case::Case;
use crate::verify::status::entry::Entry;

/// Most bits that one credential may have. An entry has to explain each value, so more than this never fits into a
/// credential.
const MAX_SIZE: u64 = 16;

/// Where a credential stands in a list, and what the values there mean.
///
/// See [`BitstringStatusListEntry`](https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry).
pub(super) struct Place<'a> {
    pub(super) url: WebAddress,
    pub(super) purpose: &'a str,
    pub(super) index: u64,
    pub(super) index_is_number: bool,
    /// How many bits belong to the credential.
    pub(super) size: u64,
    /// Each value with the issuer's words for it.
    pub(super) messages: Vec<(u64, &'a str)>,
}

impl<'a> Place<'a> {
    pub(super) fn read(case: &Case<'_>, entry: &Entry<'a>, kind: &Kind) -> Result<Self, Check> {
        let index = entry.members.get("statusListIndex");
        let size = if kind.has_messages { size_of(entry)? } else { 1 };
        Ok(Self {
            url: entry.address("statusListCredential", case)?,
            purpose: entry.text("statusPurpose")?,
            index: index
                .and_then(read_index)
                .ok_or_else(|| entry.malformed("statusListIndex"))?,
            index_is_number: index.is_some_and(Value::is_number),
            size,
            messages: if kind.has_messages {
                messages_of(entry, size)?
            } else {
                Vec::new()
            },
        })
    }

    /// The issuer's words for `value`.
    pub(super) fn message(&self, value: u64) -> Option<&'a str> {
        let (_, message) = self.messages.iter().find(|(status, _)| *status == value)?;
        Some(message)
    }
}

/// A whole number in text; one sample of the specification's own publisher has it as a number.
fn read_index(index: &Value) -> Option<u64> {
    match index {
        Value::String(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok(),
        Value::Number(number) => number.as_u64(),
        _ => None,
    }
}

fn size_of(entry: &Entry<'_>) -> Result<u64, Check> {
    match entry.members.get("statusSize") {
        None => Ok(1),
        Some(size) => size
            .as_u64()
            .filter(|size| (1..=MAX_SIZE).contains(size))
            .ok_or_else(|| entry.malformed("statusSize")),
    }
}

/// The issuer's words for the values: for all of them or, where the values explain themselves, for none.
fn messages_of<'a>(entry: &Entry<'a>, size: u64) -> Result<Vec<(u64, &'a str)>, Check> {
    let values = 1_u64 << size;
    let needs_words = size > 1 || entry.text("statusPurpose")? == "message";
    let given = match entry.members.get("statusMessage") {
        None if !needs_words => return Ok(Vec::new()),
        Some(Value::Array(given)) if u64::try_from(given.len()) == Ok(values) => given,
        _ => return Err(entry.malformed("statusMessage")),
    };
    let mut messages = Vec::with_capacity(given.len());
    for (index, one) in given.iter().enumerate() {
        let malformed = |member| entry.malformed(&format!("statusMessage/{index}/{member}"));
        let text = |member: &'static str| {
            let text = one.get(member).and_then(Value::as_str);
            text.ok_or_else(|| malformed(member))
        };
        let status = text("status")?
            .strip_prefix("0x")
            .and_then(|digits| u64::from_str_radix(digits, 16).ok())
            .filter(|status| *status < values)
            .ok_or_else(|| malformed("status"))?;
        messages.push((status, text("message")?));
    }
    messages.sort_by_key(|(status, _)| *status);
    // As many as there are values and none twice: each value has its words.
    if messages
        .windows(2)
        .any(|pair| matches!(pair, [(one, _), (next, _)] if one == next))
    {
        return Err(entry.malformed("statusMessage"));
    }
    Ok(messages)
}
