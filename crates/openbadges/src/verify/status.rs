//! The `status` check: has the issuer withdrawn or suspended the badge?

mod bitstring;
mod lifetime;
mod list_credential;

pub use lifetime::status_list_lifetime;

use serde_json::{Map, Value};

use super::case::{Case, Wants, list};
use super::{Check, CheckId, Code, Outcome};

/// Looks up every status that the credential declares; the worst counts.
pub(super) fn check(case: &Case<'_>, wants: &mut Wants) -> Check {
    let entries = list(case.members.get("credentialStatus"));
    let checks = entries.iter().map(|entry| check_entry(case, entry, wants));
    let worst = checks.min_by_key(|check| match check.outcome {
        // Withdrawn for good weighs more than suspended for a time.
        Outcome::Failed if !check.code.leaves_genuine() => 0,
        Outcome::Failed => 1,
        Outcome::NotChecked => 2,
        Outcome::Warning => 3,
        Outcome::Passed => 4,
    });
    worst.unwrap_or_else(|| Check::not_checked(CheckId::Status, Code::StatusNotDeclared))
}

fn check_entry(case: &Case<'_>, entry: &Value, wants: &mut Wants) -> Check {
    let Value::Object(entry) = entry else {
        return malformed("");
    };
    match entry.get("type").and_then(Value::as_str) {
        Some("BitstringStatusListEntry") => bitstring::check(case, entry, wants),
        Some(other) => Check::not_checked(CheckId::Status, Code::UnsupportedStatus).with("type", other),
        None => malformed("/type"),
    }
}

fn malformed(member: &str) -> Check {
    Check::failed(CheckId::Status, Code::MalformedStatus)
        .with("pointer", format!("/credentialStatus{member}"))
}

/// Text of a member of a status entry, or the failed check that names it.
fn text<'a>(entry: &'a Map<String, Value>, name: &str) -> Result<&'a str, Check> {
    entry
        .get(name)
        .and_then(Value::as_str)
        .ok_or_else(|| malformed(&format!("/{name}")))
}

fn failed(code: Code) -> Check {
    Check::failed(CheckId::Status, code)
}

fn not_checked(code: Code) -> Check {
    Check::not_checked(CheckId::Status, code)
}
