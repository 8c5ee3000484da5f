//! The `validity` check: is this the time for which the credential was given?
//!
//! See [validity period](https://www.w3.org/TR/vc-data-model-2.0/#validity-period).

use serde_json::Value;

use super::case::Case;
use super::{Check, CheckId, Code};
use crate::model::parse_date_time;

pub(super) fn check(case: &Case<'_>) -> Check {
    // Verifiable Credentials 1.1 has other names for the same dates.
    let member = |names: [&'static str; 2]| {
        names
            .into_iter()
            .find_map(|name| case.members.get(name).map(|value| (name, value)))
    };
    let from = member(["validFrom", "issuanceDate"]);
    let until = member(["validUntil", "expirationDate"]);
    of_dates(case, from, until)
}

/// The check of the dates from which and until which something is valid, each with the member that has it.
pub(super) fn of_dates(
    case: &Case<'_>,
    from: Option<(&'static str, &Value)>,
    until: Option<(&'static str, &Value)>,
) -> Check {
    let mut moments = [None, None];
    for (moment, found) in moments.iter_mut().zip([from, until]) {
        if let Some((name, value)) = found {
            *moment = value.as_str().and_then(parse_date_time);
            if moment.is_none() {
                return Check::not_checked(CheckId::Validity, Code::InvalidDate)
                    .with("pointer", format!("/{name}"));
            }
        }
    }
    let [valid_from, valid_until] = moments;
    let check = match (valid_from, valid_until) {
        (Some(from), Some(until)) if until < from => Check::failed(CheckId::Validity, Code::EndsBeforeStart),
        (_, Some(until)) if case.is_past(until) => Check::failed(CheckId::Validity, Code::Expired),
        (Some(from), _) if case.is_future(from) => Check::failed(CheckId::Validity, Code::NotYetValid),
        (_, Some(_)) => Check::passed(CheckId::Validity, Code::WithinValidity),
        (_, None) => Check::passed(CheckId::Validity, Code::NoExpiry),
    };
    let dates = [("valid_from", from), ("valid_until", until)];
    dates.into_iter().fold(check, |check, (key, found)| match found {
        Some((_, Value::String(text))) => check.with(key, text.as_str()),
        _ => check,
    })
}
