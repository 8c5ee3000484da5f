//! The `status` check: has the issuer withdrawn the badge?
//!
//! A hosted badge is withdrawn where it stands; the issuer of signed badges publishes a
//! [revocation list](https://www.imsglobal.org/spec/ob/v2p0/#RevocationList).

use serde_json::{Map, Value};

use super::document::{self, WantedDocument};
use super::hosted::is_revoked;
use super::object::{Missing, Object};
use crate::address::WebAddress;
use crate::verify::case::{Case, Wants, list};
use crate::verify::{Check, CheckId, Code};

/// The answer of a host that says that the badge is gone for good.
pub(super) fn gone(address: &WebAddress) -> Check {
    failed(Code::Revoked).with("url", address.as_str())
}

/// Whether the assertion itself or its issuer's list says that it was withdrawn.
pub(super) fn check(
    case: &Case<'_>,
    assertion: &Object,
    profile: &Result<Object, Missing>,
    is_hosted: bool,
    wants: &mut Wants,
) -> Check {
    if is_revoked(&assertion.members) {
        return with_reason(failed(Code::Revoked), assertion.members.get("revocationReason"));
    }
    let profile = match profile {
        Ok(profile) => profile,
        Err(missing) => return missing.explain(CheckId::Status),
    };
    match (profile.members.get("revocationList"), &assertion.address) {
        (None | Some(Value::Null), Some(address)) if is_hosted => {
            Check::passed(CheckId::Status, Code::StillHosted).with("url", address.as_str())
        }
        (None | Some(Value::Null), _) => Check::not_checked(CheckId::Status, Code::StatusNotDeclared),
        (Some(list), _) => {
            let address = list.get("id").unwrap_or(list).as_str();
            match address.map(WebAddress::parse) {
                Some(Ok(address)) => look_up(case, assertion, &address, wants).with("url", address.as_str()),
                _ => failed(Code::MalformedStatus).with("pointer", "/badge/issuer/revocationList"),
            }
        }
    }
}

fn look_up(case: &Case<'_>, assertion: &Object, address: &WebAddress, wants: &mut Wants) -> Check {
    let found = match document::read(case, address, WantedDocument::RevocationList, wants) {
        Ok(found) => found,
        Err(reason) => {
            let check = Check::not_checked(CheckId::Status, Code::StatusUnreachable);
            return reason.explain(check, address, Code::StatusUnreachable);
        }
    };
    let Some(entries) = found
        .object(&case.policy.limits)
        .and_then(|document| entries(&document))
    else {
        return failed(Code::StatusListDamaged);
    };
    let names = [assertion.text("id"), assertion.text("uid")];
    let is_listed = |entry: &&Entry| names.contains(&Some(entry.name.as_str()));
    match entries.iter().find(is_listed) {
        Some(entry) => with_reason(failed(Code::Revoked), entry.reason.as_ref()),
        None => Check::passed(CheckId::Status, Code::NotRevoked).notes(found.notes),
    }
}

/// A badge that was withdrawn, by its identifier or by the number that 1.x gives it.
struct Entry {
    name: String,
    reason: Option<Value>,
}

/// The entries of a list; `None` when any is not understood: it may be the one that matters.
fn entries(document: &Map<String, Value>) -> Option<Vec<Entry>> {
    if document.contains_key("revokedAssertions") {
        let entries = list(document.get("revokedAssertions")).iter();
        return entries.map(Entry::of).collect();
    }
    // 1.x has an object with the reason under each number.
    let is_older = !document.contains_key("@context") && !document.contains_key("type");
    is_older.then(|| {
        let entry = |(name, reason): (&String, &Value)| Entry {
            name: name.clone(),
            reason: Some(reason.clone()),
        };
        document.iter().map(entry).collect()
    })
}

impl Entry {
    fn of(entry: &Value) -> Option<Self> {
        let name = match entry {
            Value::Object(members) => members.get("id").or_else(|| members.get("uid"))?,
            other => other,
        };
        Some(Self {
            name: name.as_str()?.to_owned(),
            reason: entry.get("revocationReason").cloned(),
        })
    }
}

fn with_reason(check: Check, reason: Option<&Value>) -> Check {
    match reason.and_then(Value::as_str).filter(|reason| !reason.is_empty()) {
        Some(reason) => check.with("reason", reason),
        None => check,
    }
}

fn failed(code: Code) -> Check {
    Check::failed(CheckId::Status, code)
}
