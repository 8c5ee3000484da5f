//! Dates as credentials write them: [`dateTimeStamp`](https://www.w3.org/TR/xmlschema11-2/#dateTimeStamp).

use serde::Serializer;
use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime, UtcOffset};

/// A date that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DateTime {
    pub(crate) moment: OffsetDateTime,
    /// Whether it is written otherwise than the specification asks, and names its moment all the same: small letters,
    /// a space for the `T`, a zone without a colon or beyond fourteen hours, a leap second.
    pub(crate) is_unusual: bool,
}

impl DateTime {
    /// The date that `text` is; `None` when it is none, or names no moment: without a time or a time zone it could
    /// be off by a day.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked("2026-01-01".len())?;
        let (separator, rest) = rest.split_at_checked(1)?;
        let (clock, zone) = rest.split_at_checked(rest.find(['Z', 'z', '+', '-'])?)?;
        let is_usual_separator = match separator {
            "T" => true,
            "t" | " " => false,
            _ => return None,
        };
        let (zone, is_usual_zone) = read_zone(zone)?;
        // The end of a day is the start of the next.
        let fraction = clock.strip_prefix("24:00:00");
        let ends_day =
            fraction.is_some_and(|fraction| fraction.chars().all(|digit| matches!(digit, '.' | '0')));
        let clock = match fraction {
            Some(fraction) if ends_day => format!("00:00:00{fraction}"),
            _ => clock.to_owned(),
        };
        let moment = OffsetDateTime::parse(&format!("{date}T{clock}{zone}"), &Rfc3339).ok()?;
        let moment = if ends_day {
            moment.checked_add(Duration::DAY)?
        } else {
            moment
        };
        let is_leap_second = clock.get(6..8) == Some("60");
        Some(Self {
            moment,
            is_unusual: !is_usual_separator || !is_usual_zone || is_leap_second,
        })
    }

    /// The date of a proof. Without a time zone it is one of
    /// [Coordinated Universal Time](https://www.w3.org/TR/vc-data-integrity/#proofs), and unusual.
    pub(crate) fn read_in_proof(text: &str) -> Option<Self> {
        Self::read(text).or_else(|| {
            let moment = Self::read(&format!("{text}Z"))?.moment;
            Some(Self {
                moment,
                is_unusual: true,
            })
        })
    }
}

/// The time zone, written as it should be, and whether it was.
fn read_zone(zone: &str) -> Option<(String, bool)> {
    match zone.as_bytes() {
        b"Z" => Some((zone.to_owned(), true)),
        b"z" => Some(("Z".to_owned(), false)),
        [_, _, _, b':', _, _] => Some((zone.to_owned(), zone.get(1..)? <= "14:00")),
        [_, digits @ ..] if digits.len() == 4 && digits.iter().all(u8::is_ascii_digit) => {
            let (hours, minutes) = zone.split_at_checked(3)?;
            Some((format!("{hours}:{minutes}"), false))
        }
        _ => None,
    }
}

/// The moment that `text` names; `None` when it is no date, or one without a time zone.
pub(crate) fn parse_date_time(text: &str) -> Option<OffsetDateTime> {
    DateTime::read(text).map(|date| date.moment)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// How each way of writing one moment is read: `None`, or whether it is unusual.
    fn reading(text: &str) -> Option<bool> {
        DateTime::read(text).map(|date| date.is_unusual)
    }

    #[test]
    fn a_moment_is_one_however_it_is_written() {
        let moment = time::macros::datetime!(2026-06-01 12:00 UTC);
        for (text, is_unusual) in [
            ("2026-06-01T12:00:00Z", false),
            ("2026-06-01T12:00:00.000Z", false),
            ("2026-06-01T12:00:00.000000Z", false),
            ("2026-06-01T12:00:00.000000000Z", false),
            ("2026-06-01T12:00:00.0000000000000Z", false),
            ("2026-06-01T14:00:00+02:00", false),
            ("2026-06-01T12:00:00-00:00", false),
            ("2026-06-02T02:00:00+14:00", false),
            ("2026-06-02T03:00:00+15:00", true),
            ("2026-06-01T12:00:00+0000", true),
            ("2026-06-01T06:30:00-0530", true),
            ("2026-06-01t12:00:00Z", true),
            ("2026-06-01T12:00:00z", true),
            ("2026-06-01 12:00:00Z", true),
        ] {
            assert_eq!(
                DateTime::read(text),
                Some(DateTime { moment, is_unusual }),
                "{text}"
            );
        }
    }

    #[test]
    fn parts_of_a_second_are_kept() {
        let part = |text| parse_date_time(text).map(OffsetDateTime::nanosecond);
        assert_eq!(part("2026-06-01T12:00:00.25Z"), Some(250_000_000));
        assert_eq!(part("2026-06-01T12:00:00.000001Z"), Some(1_000));
        assert_eq!(part("2026-06-01T12:00:00.000000001Z"), Some(1));
        assert_eq!(part("2026-06-01T12:00:00.1234567899Z"), Some(123_456_789));
    }

    #[test]
    fn a_day_may_end_at_twenty_four() {
        let next = parse_date_time("2026-06-01T00:00:00+02:00");
        for text in ["2026-05-31T24:00:00+02:00", "2026-05-31T24:00:00.000+02:00"] {
            assert_eq!(reading(text), Some(false), "{text}");
            assert_eq!(parse_date_time(text), next, "{text}");
        }
        for text in [
            "2026-05-31T24:00:01Z",
            "2026-05-31T24:01:00Z",
            "2026-05-31T24:00:00.5Z",
            "9999-12-31T24:00:00Z",
        ] {
            assert_eq!(reading(text), None, "{text}");
        }
    }

    #[test]
    fn a_leap_second_is_read_where_one_can_be() {
        assert_eq!(reading("2016-12-31T23:59:60Z"), Some(true));
        assert_eq!(reading("2017-01-01T00:59:60.5+01:00"), Some(true));
        assert!(parse_date_time("2016-12-31T23:59:60Z") < parse_date_time("2017-01-01T00:00:00Z"));
        assert_eq!(reading("2016-12-30T12:00:60Z"), None);
    }

    #[test]
    fn what_names_no_moment_is_no_date() {
        for text in [
            "",
            "2026",
            "2026-06",
            "2026-06-01",
            "2026-06-01Z",
            "2026-06-01T12:00:00",
            "2026-06-01T12:00Z",
            "2026-06-01T12:00:00.Z",
            "2026-06-01X12:00:00Z",
            "2026-06-01T12:00:00+02",
            "2026-06-01T12:00:00+02:60",
            "2026-06-01T12:00:00Z ",
            " 2026-06-01T12:00:00Z",
            "2026-06-31T12:00:00Z",
            "2026-13-01T12:00:00Z",
            "2026-06-01T25:00:00Z",
            "20260601T120000Z",
            "12026-06-01T12:00:00Z",
            "-2026-06-01T12:00:00Z",
            "1780315200",
            "Mon, 01 Jun 2026 12:00:00 +0000",
            "२०२६-06-01T12:00:00Z",
        ] {
            assert_eq!(reading(text), None, "{text}");
        }
    }

    #[test]
    fn a_proofs_date_without_a_zone_is_in_universal_time() {
        let universal = parse_date_time("2026-06-01T12:00:00Z").unwrap();
        let read = DateTime::read_in_proof("2026-06-01T12:00:00").unwrap();
        assert_eq!((read.moment, read.is_unusual), (universal, true));
        assert!(
            !DateTime::read_in_proof("2026-06-01T12:00:00Z")
                .unwrap()
                .is_unusual
        );
        assert_eq!(DateTime::read_in_proof("2026-06-01"), None);
    }
}
