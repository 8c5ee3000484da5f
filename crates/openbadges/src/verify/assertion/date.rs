//! Dates as badges before 3.0 write them: [ISO 8601](https://www.imsglobal.org/spec/ob/v2p0/#dateTime) with a time
//! zone, and in 1.x also seconds since 1970, a day alone, or no zone.

use serde_json::Value;
use time::OffsetDateTime;

use super::version::Version;
use crate::model::{DateTime, format_date_time, parse_date_time};

/// Shorter numbers written as text are years and days, not seconds since 1970.
const SHORTEST_TIMESTAMP: usize = 9;

/// The date that `value` is under the rules of `version`, written in full; `None` when it is none, or needs no
/// other writing.
pub(super) fn in_full(value: &Value, version: Version) -> Option<String> {
    let is_older = version < Version::V2_0;
    match value {
        Value::Number(number) if is_older => {
            of_timestamp(number.as_i64().or_else(|| whole(number.as_f64()?))?)
        }
        Value::String(text) if DateTime::read(text).is_some_and(|date| !date.is_unusual) => None,
        Value::String(text) if is_older && is_digits(text) && text.len() >= SHORTEST_TIMESTAMP => {
            of_timestamp(text.parse().ok()?)
        }
        Value::String(text) => of_text(text, is_older),
        _ => None,
    }
}

fn of_timestamp(seconds: i64) -> Option<String> {
    format_date_time(OffsetDateTime::from_unix_timestamp(seconds).ok()?)
}

/// Without its fraction, and written so that no conversion can round or overflow unseen.
fn whole(seconds: f64) -> Option<i64> {
    format!("{:.0}", seconds.floor()).parse().ok()
}

fn of_text(text: &str, is_older: bool) -> Option<String> {
    let (day, clock, zone) = match text.split_once(['T', 't']) {
        Some((day, rest)) => {
            let zone_at = rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len());
            let (clock, zone) = rest.split_at_checked(zone_at)?;
            (day, clock, zone)
        }
        None => (text, "00:00:00", ""),
    };
    let is_day_alone = day.len() == text.len();
    // Neither a day alone nor a time without a zone says when it begins: 2.0 refuses both.
    if (is_day_alone || zone.is_empty()) && !is_older {
        return None;
    }
    let clock = if clock.len() == "00:00".len() {
        format!("{clock}:00")
    } else {
        clock.to_owned()
    };
    let zone = match zone.split_at_checked(1) {
        None => "Z".to_owned(),
        Some((sign, digits)) if is_digits(digits) && !digits.is_empty() => {
            let (hours, minutes) = digits.split_at_checked(2)?;
            let minutes = if minutes.is_empty() { "00" } else { minutes };
            format!("{sign}{hours}:{minutes}")
        }
        Some(_) => zone.to_owned(),
    };
    let full = format!("{day}T{clock}{zone}");
    parse_date_time(&full).map(|_date| full)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn full(value: &Value, version: Version) -> Option<String> {
        in_full(value, version)
    }

    #[test]
    fn dates_of_each_version_are_read() {
        for (value, written) in [
            (json!("2017-10-01T00:00Z"), "2017-10-01T00:00:00Z"),
            (json!("2017-10-01T10:00:00+0200"), "2017-10-01T10:00:00+02:00"),
            (json!("2017-10-01T10:00:00.25-05"), "2017-10-01T10:00:00.25-05:00"),
        ] {
            for version in [Version::V2_0, Version::V1_0] {
                assert_eq!(full(&value, version).as_deref(), Some(written), "{value}");
            }
        }
        for (value, written) in [
            (json!(1_409_173_113), "2014-08-27T20:58:33Z"),
            (json!(1_409_173_113.9), "2014-08-27T20:58:33Z"),
            (json!("1409173113"), "2014-08-27T20:58:33Z"),
            (json!("2013-06-01"), "2013-06-01T00:00:00Z"),
            (json!("2013-06-01T10:00:00"), "2013-06-01T10:00:00Z"),
        ] {
            assert_eq!(full(&value, Version::V1_1).as_deref(), Some(written), "{value}");
            assert_eq!(full(&value, Version::V2_0), None, "{value}");
        }
    }

    #[test]
    fn what_is_no_date_or_needs_no_change_is_left() {
        for value in [
            json!("2017-10-01T00:00:00Z"),
            json!("2013"),
            json!("soon"),
            json!("2013-13-01"),
            json!("2013-06-01T"),
            json!("2013-06-01T10:00:00+é"),
            json!(true),
            json!(null),
            json!(1e300),
        ] {
            assert_eq!(full(&value, Version::V0_5), None, "{value}");
        }
    }
}
