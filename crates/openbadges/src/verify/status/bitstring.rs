//! [Bitstring status lists](https://www.w3.org/TR/vc-bitstring-status-list/): one bit per credential, in a list
//! that is itself a signed credential.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::list_credential::ListCredential;
use super::{failed, malformed, not_checked, text};
use crate::address::WebAddress;
use crate::bake::{self, InflateError};
use crate::verify::case::{self, Case, Wants};
use crate::verify::document;
use crate::verify::{Check, CheckId, Code, Note, WantedKind};
use crate::vocab::ACCEPT_CREDENTIAL;

/// Shorter lists tell too much about whom they are asked for.
/// See [the minimum](https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslist).
const MIN_ENTRIES: u64 = 131_072;

/// Looks up one entry of type `BitstringStatusListEntry`.
pub(super) fn check(case: &Case<'_>, entry: &Map<String, Value>, wants: &mut Wants) -> Check {
    let place = match Place::read(case, entry) {
        Ok(place) => place,
        Err(check) => return check,
    };
    let check = match place.look_up(case, wants) {
        Ok(check) | Err(check) => check,
    };
    let check = check.with("url", place.url.as_str());
    if place.index_is_number {
        check.note(Note::new(Code::StatusIndexIsNumber))
    } else {
        check
    }
}

/// Where the credential's bit is.
struct Place<'a> {
    url: WebAddress,
    purpose: &'a str,
    index: u64,
    index_is_number: bool,
}

impl<'a> Place<'a> {
    fn read(case: &Case<'_>, entry: &'a Map<String, Value>) -> Result<Self, Check> {
        let list = text(entry, "statusListCredential")?;
        let url = WebAddress::parse(list)
            .ok()
            .filter(|url| url.scheme() == "https" || case.policy.allow_loopback_http && url.is_loopback());
        let url = url.ok_or_else(|| malformed("/statusListCredential"))?;
        let purpose = text(entry, "statusPurpose")?;
        // One sample of the specification's own publisher has a number.
        let index = match entry.get("statusListIndex") {
            Some(Value::String(digits)) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                digits.parse().ok()
            }
            Some(Value::Number(number)) => number.as_u64(),
            _ => None,
        };
        let index = index.ok_or_else(|| malformed("/statusListIndex"))?;
        match entry.get("statusSize") {
            None => {}
            Some(size) if size.as_u64() == Some(1) => {}
            Some(_) => {
                return Err(
                    Check::not_checked(CheckId::Status, Code::NotSupported).with("what", "statusSize")
                );
            }
        }
        let index_is_number = entry.get("statusListIndex").is_some_and(Value::is_number);
        Ok(Self {
            url,
            purpose,
            index,
            index_is_number,
        })
    }

    /// The answer; `Err` where the list could not give one.
    fn look_up(&self, case: &Case<'_>, wants: &mut Wants) -> Result<Check, Check> {
        let body = document::body(case, &self.url, WantedKind::Status, ACCEPT_CREDENTIAL, wants).map_err(
            |reason| {
                reason.explain(
                    not_checked(Code::StatusUnreachable),
                    &self.url,
                    Code::StatusUnreachable,
                )
            },
        )?;
        let list = ListCredential::read(body, &case.policy.limits)?;
        list.verify(case, wants)?;
        let list = list.members();
        let subject = list.get("credentialSubject").and_then(Value::as_object);
        let subject = subject.ok_or_else(|| failed(Code::StatusListDamaged))?;
        if !case::list(subject.get("statusPurpose"))
            .iter()
            .any(|purpose| purpose == self.purpose)
        {
            return Err(failed(Code::StatusPurposeDiffers).with("purpose", self.purpose));
        }
        let is_set = self.bit(subject, case)?;
        let check = match (is_set, self.purpose) {
            (false, _) => Check::passed(CheckId::Status, Code::NotRevoked),
            (true, "revocation") => failed(Code::Revoked),
            (true, "suspension") => failed(Code::Suspended),
            // The issuer says something that this verifier has no word for.
            (true, _) => not_checked(Code::UnsupportedStatus).with("type", self.purpose),
        };
        Ok(
            match Case::new(list, case.evidence, case.now, case.policy).issuer_id() {
                Some(other) if Some(other) != case.issuer_id() => {
                    check.note(Note::new(Code::StatusOfAnotherIssuer).with("issuer", other))
                }
                _ => check,
            },
        )
    }

    /// The bit, counted from the left of the first byte.
    fn bit(&self, subject: &Map<String, Value>, case: &Case<'_>) -> Result<bool, Check> {
        let damaged = || failed(Code::StatusListDamaged);
        let encoded = subject
            .get("encodedList")
            .and_then(Value::as_str)
            .ok_or_else(damaged)?;
        // `u` says base64url; lists from before it was asked for lack it.
        let encoded = encoded.strip_prefix('u').unwrap_or(encoded).trim_end_matches('=');
        let compressed = URL_SAFE_NO_PAD
            .decode(encoded)
            .map_err(|_not_base64url| damaged())?;
        let max = case.policy.limits.max_inflated_bytes;
        let bytes = bake::gunzip(&compressed, max).map_err(|error| match error {
            InflateError::TooLarge => not_checked(Code::WorkLimitReached)
                .with("limit", "inflated-bytes")
                .with("max", max),
            InflateError::Damaged => damaged(),
        })?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX).saturating_mul(8);
        if length < MIN_ENTRIES {
            return Err(failed(Code::StatusListTooShort).with("length", length));
        }
        let byte = usize::try_from(self.index / 8)
            .ok()
            .and_then(|index| bytes.get(index));
        let byte = byte.ok_or_else(|| {
            failed(Code::StatusIndexOutOfRange)
                .with("index", self.index)
                .with("length", length)
        })?;
        Ok(byte & (0x80 >> (self.index % 8)) != 0)
    }
}
