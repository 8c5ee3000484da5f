//! The `validity` check: is this the time for which the credential was given?
//!
//! See [validity period](https://www.w3.org/TR/vc-data-model-2.0/#validity-period). When something was awarded, or a
//! proof was made, says nothing about it.

use serde_json::Value;
use time::OffsetDateTime;

use super::case::Case;
use super::{Check, CheckId, Code};
use crate::model::parse_date_time;

/// The members that say from when on, in Verifiable Credentials 2.0 and 1.1.
const STARTS: [&str; 2] = ["validFrom", "issuanceDate"];
/// The members that say until when.
const ENDS: [&str; 2] = ["validUntil", "expirationDate"];

pub(super) fn check(case: &Case<'_>) -> Check {
    of_period(case, Period::of(case))
}

/// The check of the dates from which and until which something is valid, each with the member that has it.
pub(super) fn of_dates(
    case: &Case<'_>,
    from: Option<(&'static str, &Value)>,
    until: Option<(&'static str, &Value)>,
) -> Check {
    let date = |found: Option<_>| found.map(Date::read).transpose();
    let period = date(from).and_then(|start| {
        let end = date(until)?;
        Ok(Period { start, end })
    });
    of_period(case, period)
}

/// A date of the credential, as it stands there and as a moment.
#[derive(Clone, Copy)]
pub(super) struct Date<'a> {
    pub(super) text: &'a str,
    pub(super) moment: OffsetDateTime,
}

impl<'a> Date<'a> {
    /// The date that a member has; its name when it is none.
    fn read((name, value): (&'static str, &'a Value)) -> Result<Self, &'static str> {
        let text = value.as_str().ok_or(name)?;
        let moment = parse_date_time(text).ok_or(name)?;
        Ok(Self { text, moment })
    }
}

/// The dates between which a credential counts.
pub(super) struct Period<'a> {
    pub(super) start: Option<Date<'a>>,
    pub(super) end: Option<Date<'a>>,
}

impl<'a> Period<'a> {
    /// The period of a verifiable credential; the name of the member that is no date.
    ///
    /// The context of 1.1 defines the names of 2.0 as well. Who writes both is held to the narrower: no end that a
    /// reader of either version would see is passed over.
    pub(super) fn of(case: &Case<'a>) -> Result<Self, &'static str> {
        let dates = |names: [&'static str; 2]| {
            let members = names
                .into_iter()
                .filter_map(|name| Some((name, case.members.get(name)?)));
            // `null` counts as absent, as in JSON-LD.
            let dates = members.filter(|(_, value)| !value.is_null()).map(Date::read);
            dates.collect::<Result<Vec<_>, _>>()
        };
        let moment = |date: &Date<'_>| date.moment;
        Ok(Self {
            start: dates(STARTS)?.into_iter().max_by_key(moment),
            end: dates(ENDS)?.into_iter().min_by_key(moment),
        })
    }
}

fn of_period(case: &Case<'_>, period: Result<Period<'_>, &'static str>) -> Check {
    let Period { start, end } = match period {
        Ok(period) => period,
        Err(name) => {
            return Check::not_checked(CheckId::Validity, Code::InvalidDate)
                .with("pointer", format!("/{name}"));
        }
    };
    let moment = |date: Option<Date<'_>>| date.map(|date| date.moment);
    let check = match (moment(start), moment(end)) {
        (Some(start), Some(end)) if end < start => Check::failed(CheckId::Validity, Code::EndsBeforeStart),
        (_, Some(end)) if case.is_past(end) => Check::failed(CheckId::Validity, Code::Expired),
        (Some(start), _) if case.is_future(start) => Check::failed(CheckId::Validity, Code::NotYetValid),
        (_, Some(_)) => Check::passed(CheckId::Validity, Code::WithinValidity),
        (_, None) => Check::passed(CheckId::Validity, Code::NoExpiry),
    };
    [("valid_from", start), ("valid_until", end)]
        .into_iter()
        .fold(check, |check, (key, date)| match date {
            Some(date) => check.with(key, date.text),
            None => check,
        })
}
