//! Dates as credentials write them: [`dateTimeStamp`](https://www.w3.org/TR/xmlschema11-2/#dateTimeStamp).

use serde::Serializer;
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

/// The moment that `text` names; `None` when it is no date, or one without a time zone.
pub(crate) fn parse_date_time(text: &str) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(text, &Rfc3339).ok()
}

/// `moment` in whole seconds of Coordinated Universal Time, such as `2026-11-22T10:00:00Z`.
pub(crate) fn format_date_time(moment: OffsetDateTime) -> Option<String> {
    moment
        .checked_to_offset(UtcOffset::UTC)?
        .replace_nanosecond(0)
        .ok()?
        .format(&Rfc3339)
        .ok()
}

/// For serde's `serialize_with`.
pub(crate) fn serialize<S: Serializer>(moment: &OffsetDateTime, serializer: S) -> Result<S::Ok, S::Error> {
    let text =
        format_date_time(*moment).ok_or_else(|| serde::ser::Error::custom("the year has not four digits"))?;
    serializer.serialize_str(&text)
}

/// For serde's `serialize_with`.
pub(crate) fn serialize_some<S: Serializer>(
    moment: &Option<OffsetDateTime>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match moment {
        Some(moment) => serialize(moment, serializer),
        None => serializer.serialize_none(),
    }
}
