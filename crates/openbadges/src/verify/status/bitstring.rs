//! [Bitstring status lists](https://www.w3.org/TR/vc-bitstring-status-list/): a few bits per credential, in a list
//! that is itself a signed credential; and the [draft](https://www.w3.org/TR/2023/WD-vc-status-list-20230427/) that
//! was in use before, where it was one bit.

mod bits;
mod place;

use serde_json::{Map, Value};

use self::bits::Bits;
use self::place::Place;
use super::entry::Entry;
use super::list_credential::ListCredential;
use super::{failed, fetch, not_checked};
use crate::address::WebAddress;
use crate::verify::case::{self, Case, Wants, has_type};
use crate::verify::{Check, CheckId, Code, Note};
use crate::vocab::{ACCEPT_CREDENTIAL, BITSTRING_STATUS_LIST_CREDENTIAL, STATUS_LIST_2021_CREDENTIAL};

/// The two specifications, as far as they differ.
pub(super) struct Kind {
    /// Type of the entry in a badge.
    entry: &'static str,
    /// Type of the credential that the list is in.
    credential: &'static str,
    /// Type of the list itself.
    list: &'static str,
    /// Whether a credential may have more than one bit, with a meaning for each value.
    has_messages: bool,
    /// Whether the encoded list begins with the letter that says how it is encoded.
    is_marked: bool,
}

static KINDS: [Kind; 2] = [
    Kind {
        entry: "BitstringStatusListEntry",
        credential: BITSTRING_STATUS_LIST_CREDENTIAL,
        list: "BitstringStatusList",
        has_messages: true,
        is_marked: true,
    },
    Kind {
        entry: "StatusList2021Entry",
        credential: STATUS_LIST_2021_CREDENTIAL,
        list: "StatusList2021",
        has_messages: false,
        is_marked: false,
    },
];

impl Kind {
    /// The kind whose entries have this type.
    pub(super) fn of(entry: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.entry == entry)
    }
}

/// Looks up one entry; `Err` where the entry or the list could not give an answer.
///
/// See the [validate algorithm](https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm).
pub(super) fn check(
    case: &Case<'_>,
    entry: &Entry<'_>,
    kind: &'static Kind,
    wants: &mut Wants,
) -> Result<Check, Check> {
    let place = Place::read(case, entry, kind)?;
    let check = match look_up(case, kind, &place, wants) {
        Ok(check) | Err(check) => check,
    };
    let check = check
        .with("url", place.url.as_str())
        .with("purpose", place.purpose);
    Ok(if place.index_is_number {
        check.note(Note::new(Code::StatusIndexIsNumber))
    } else {
        check
    })
}

fn look_up(case: &Case<'_>, kind: &Kind, place: &Place<'_>, wants: &mut Wants) -> Result<Check, Check> {
    let body = fetch(case, &place.url, ACCEPT_CREDENTIAL, wants)?;
    let credential = ListCredential::read(body, &case.policy.limits)?;
    credential.verify(case, wants)?;
    let members = credential.members();
    let subject = subject_of(members, kind, &place.url)?;
    let mut purposes = case::list(subject.get("statusPurpose")).iter();
    if !purposes.any(|purpose| purpose == place.purpose) {
        return Err(failed(Code::StatusPurposeDiffers));
    }
    let bits = Bits::read(subject, kind.is_marked, &case.policy.limits)?;
    let mut check = place.meaning_of(bits.value(place.index, place.size)?);
    if bits.is_in_other_notation {
        check = check.note(Note::new(Code::StatusListNotation));
    }
    let list = Case::new(members, case.evidence, case.now, case.policy);
    Ok(match list.issuer_id() {
        Some(other) if Some(other) != case.issuer_id() => {
            check.note(Note::new(Code::StatusOfAnotherIssuer).with("issuer", other))
        }
        _ => check,
    })
}

/// The list that the credential is about, once both are of the kind and for the address that the badge names.
///
/// An issuer signs many lists: without this, any of them would answer for any other.
fn subject_of<'a>(
    credential: &'a Map<String, Value>,
    kind: &Kind,
    url: &WebAddress,
) -> Result<&'a Map<String, Value>, Check> {
    let subject = credential.get("credentialSubject").and_then(Value::as_object);
    let subject = subject.ok_or_else(|| failed(Code::StatusListDamaged))?;
    if !has_type(credential, kind.credential) || !has_type(subject, kind.list) {
        return Err(failed(Code::StatusListOfOtherKind).with("expected", kind.credential));
    }
    refuse_other_id(credential, url)?;
    Ok(subject)
}

/// A list may leave its address out; the one that it gives must be the one at which it was found.
pub(super) fn refuse_other_id(list: &Map<String, Value>, url: &WebAddress) -> Result<(), Check> {
    match list.get("id") {
        None => Ok(()),
        Some(id) => {
            let found = id.as_str().unwrap_or_default();
            if WebAddress::parse(found).as_ref() == Ok(url) {
                Ok(())
            } else {
                Err(failed(Code::StatusListOfAnother).with("found", found))
            }
        }
    }
}

impl Place<'_> {
    /// What the issuer says about the badge with this value.
    fn meaning_of(&self, value: u64) -> Check {
        let passed = |code| Check::passed(CheckId::Status, code);
        let message = self.message(value);
        let check = match (self.purpose, value) {
            ("revocation" | "suspension", 0) => passed(Code::NotRevoked),
            ("revocation", _) => with_text(failed(Code::Revoked), "reason", message),
            ("suspension", _) => with_text(failed(Code::Suspended), "reason", message),
            (_, 0) => passed(Code::NoWithdrawalList),
            ("refresh", _) => passed(Code::NoWithdrawalList).note(Note::new(Code::RefreshAvailable)),
            ("message", _) => {
                let note = Note::new(Code::StatusMessage).with("message", message.unwrap_or_default());
                passed(Code::NoWithdrawalList).note(note)
            }
            // The issuer says something that this verifier has no word for.
            (_, _) => not_checked(Code::UnsupportedStatus),
        };
        if self.messages.is_empty() {
            check
        } else {
            with_text(check.with("value", format!("{value:#x}")), "message", message)
        }
    }
}

fn with_text(check: Check, key: &str, text: Option<&str>) -> Check {
    match text {
        Some(text) => check.with(key, text),
        None => check,
    }
}
