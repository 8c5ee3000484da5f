//! The `status` check: has the issuer withdrawn or suspended the badge?

mod bitstring;
mod entry;
mod lifetime;
mod list_credential;
mod revocation_list;

pub use lifetime::status_list_lifetime;

use serde_json::{Value, json};

use self::bitstring::Kind;
use self::entry::Entry;
use super::case::{Case, Wants, list};
use super::{Check, CheckId, Code, Outcome, WantedKind, document};
use crate::address::WebAddress;
use crate::vocab::REVOCATION_LIST_1EDTECH;

/// Looks up every status that the credential declares; the worst counts, and the data has each of several.
pub(super) fn check(case: &Case<'_>, wants: &mut Wants) -> Check {
    let entries = list(case.members.get("credentialStatus"));
    let max_entries = case.policy.limits.max_status_entries;
    if entries.len() > max_entries {
        return not_checked(Code::WorkLimitReached)
            .with("limit", "status-entries")
            .with("max", max_entries);
    }
    let is_list = case.members.get("credentialStatus").is_some_and(Value::is_array);
    let checks: Vec<Check> = entries
        .iter()
        .enumerate()
        .map(|(index, value)| {
            let place = if is_list {
                format!("/credentialStatus/{index}")
            } else {
                "/credentialStatus".to_owned()
            };
            match Entry::read(value, place) {
                Ok(entry) => check_entry(case, &entry, wants),
                Err(malformed) => malformed,
            }
        })
        .collect();
    worst_of(checks).unwrap_or_else(|| not_checked(Code::StatusNotDeclared))
}

fn check_entry(case: &Case<'_>, entry: &Entry<'_>, wants: &mut Wants) -> Check {
    let check = if let Some(kind) = entry.types().find_map(Kind::of) {
        bitstring::check(case, entry, kind, wants)
    } else if entry.types().any(|name| name == REVOCATION_LIST_1EDTECH) {
        revocation_list::check(case, entry, wants)
    } else {
        Ok(not_checked(Code::UnsupportedStatus))
    };
    match check {
        Ok(check) | Err(check) => check.with("type", entry.types().next().unwrap_or_default()),
    }
}

/// The check that says the worst, with the remarks of all. Of several, each is told in the data.
fn worst_of(checks: Vec<Check>) -> Option<Check> {
    let each: Vec<Value> = checks
        .iter()
        .map(|check| json!({ "outcome": check.outcome, "code": check.code, "data": check.data }))
        .collect();
    let notes: Vec<_> = checks.iter().flat_map(|check| check.notes.clone()).collect();
    let mut worst = checks.into_iter().min_by_key(|check| match check.outcome {
        // Withdrawn for good weighs more than suspended for a time.
        Outcome::Failed if !check.code.leaves_genuine() => 0,
        Outcome::Failed => 1,
        Outcome::NotChecked => 2,
        // What says that the badge was not withdrawn says more than what is about something else.
        Outcome::Passed | Outcome::Warning if check.code != Code::NoWithdrawalList => 3,
        Outcome::Passed | Outcome::Warning => 4,
    })?;
    worst.notes.clear();
    let worst = worst.notes(notes);
    Some(if each.len() > 1 {
        worst.with("entries", each)
    } else {
        worst
    })
}

/// The list at `url`; the check that says why there is none.
fn fetch<'a>(
    case: &Case<'a>,
    url: &WebAddress,
    accept: &'static str,
    wants: &mut Wants,
) -> Result<&'a [u8], Check> {
    let code = Code::StatusUnreachable;
    document::body(case, url, WantedKind::Status, accept, wants)
        .map_err(|reason| reason.explain(not_checked(code), url, code))
}

fn failed(code: Code) -> Check {
    Check::failed(CheckId::Status, code)
}

fn not_checked(code: Code) -> Check {
    Check::not_checked(CheckId::Status, code)
}
