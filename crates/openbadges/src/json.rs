//! A strict reader for JSON that comes from strangers.
//!
//! What RFC 8259 leaves to each reader is decided here once: member names are unique at every depth, nesting and
//! size are bounded, and nothing but white space may follow the value.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::limits::Limits;

/// A JSON value that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The value.
    pub value: Value,
    /// Whether a byte-order mark stood before it. RFC 8259 asks writers for none and lets readers pass it over.
    pub had_byte_order_mark: bool,
}

/// Why bytes could not be read as JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JsonError {
    /// There are more bytes than [`Limits::max_credential_bytes`].
    #[error("more than {max} bytes of JSON")]
    TooLarge {
        /// The bound, in bytes.
        max: usize,
    },
    /// Objects and arrays are nested more deeply than [`Limits::max_json_depth`].
    #[error("JSON nested more than {max} deep")]
    TooDeep {
        /// The bound.
        max: usize,
    },
    /// There are more objects than [`Limits::max_json_objects`].
    #[error("more than {max} JSON objects")]
    TooManyObjects {
        /// The bound.
        max: usize,
    },
    /// One object holds the same member name twice, so that two readers may see two different values.
    #[error("the member name {name:?} stands twice in one object")]
    DuplicateMemberName {
        /// The name.
        name: String,
    },
    /// The bytes are not UTF-8.
    #[error("not UTF-8 from byte {offset} on")]
    InvalidUtf8 {
        /// Where the first wrong byte stands, counted from 0.
        offset: usize,
    },
    /// A whole value was read and something other than white space follows it.
    #[error("something follows the JSON value at line {line}, column {column}")]
    TrailingData {
        /// Counted from 1.
        line: usize,
        /// Counted from 1, in bytes.
        column: usize,
    },
    /// The text is not JSON.
    #[error("not JSON at line {line}, column {column}")]
    Syntax {
        /// Counted from 1.
        line: usize,
        /// Counted from 1, in bytes.
        column: usize,
    },
}

impl JsonError {
    /// The stable name of this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::TooManyObjects { .. } => "too-many-objects",
            Self::TooDeep { .. } => "too-deep",
            Self::DuplicateMemberName { .. } => "duplicate-member-names",
            Self::InvalidUtf8 { .. } => "invalid-utf8",
            Self::TrailingData { .. } => "trailing-data",
            Self::Syntax { .. } => "invalid-json",
        }
    }
}

/// Reads one JSON value, as [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259) writes it.
///
/// ```
/// use openbadges::json::{JsonError, parse};
/// use openbadges::limits::Limits;
///
/// let limits = Limits::default();
/// assert_eq!(parse(br#"{"name": "One"}"#, &limits)?.value["name"], "One");
/// let twice = parse(br#"{"name": "One", "name": "Two"}"#, &limits);
/// assert_eq!(twice, Err(JsonError::DuplicateMemberName { name: "name".to_owned() }));
/// # Ok::<(), JsonError>(())
/// ```
///
/// # Errors
/// Each variant of [`JsonError`] is one cause; the first one met counts.
pub fn parse(bytes: &[u8], limits: &Limits) -> Result<Parsed, JsonError> {
    if bytes.len() > limits.max_credential_bytes {
        return Err(JsonError::TooLarge {
            max: limits.max_credential_bytes,
        });
    }
    let (bytes, had_byte_order_mark) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    let skipped = if had_byte_order_mark { 3_usize } else { 0 };
    let text = std::str::from_utf8(bytes).map_err(|error| JsonError::InvalidUtf8 {
        offset: error.valid_up_to().saturating_add(skipped),
    })?;

    let mut deserializer = serde_json::Deserializer::from_str(text);
    // The bound below is stricter than serde_json's own and names itself.
    let mut reading = Reading {
        limits,
        objects_left: limits.max_json_objects,
        fault: None,
    };
    let value = Strict {
        depth_left: limits.max_json_depth,
        reading: &mut reading,
    }
    .deserialize(&mut deserializer);
    match value {
        Ok(value) => match deserializer.end() {
            Ok(()) => Ok(Parsed {
                value,
                had_byte_order_mark,
            }),
            Err(error) => Err(JsonError::TrailingData {
                line: error.line(),
                column: error.column(),
            }),
        },
        Err(error) => Err(reading.fault.unwrap_or_else(|| JsonError::Syntax {
            line: error.line(),
            column: error.column(),
        })),
    }
}

/// What all values of one document share.
struct Reading<'a> {
    limits: &'a Limits,
    objects_left: usize,
    /// What serde's own error type has no room for.
    fault: Option<JsonError>,
}

/// Reads one value, inside `depth_left` more objects and arrays at most.
struct Strict<'r, 'a> {
    depth_left: usize,
    reading: &'r mut Reading<'a>,
}

impl Strict<'_, '_> {
    /// The depth that is left inside an object or array that begins here.
    fn enter<E: serde::de::Error>(&mut self) -> Result<usize, E> {
        let max = self.reading.limits.max_json_depth;
        self.depth_left
            .checked_sub(1)
            .ok_or_else(|| self.refuse(JsonError::TooDeep { max }))
    }

    /// Counts an object that begins here.
    fn count_object<E: serde::de::Error>(&mut self) -> Result<(), E> {
        let max = self.reading.limits.max_json_objects;
        let left = self.reading.objects_left.checked_sub(1);
        self.reading.objects_left = left.ok_or_else(|| self.refuse(JsonError::TooManyObjects { max }))?;
        Ok(())
    }

    fn refuse<E: serde::de::Error>(&mut self, fault: JsonError) -> E {
        self.reading.fault = Some(fault);
        E::custom("refused")
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_, '_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_, '_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom("not a finite number"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut access: A) -> Result<Value, A::Error> {
        let depth_left = self.enter()?;
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(Strict {
            depth_left,
            reading: self.reading,
        })? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut access: A) -> Result<Value, A::Error> {
        let depth_left = self.enter()?;
        self.count_object()?;
        let mut members = Map::new();
        while let Some(name) = access.next_key::<String>()? {
            if members.contains_key(&name) {
                return Err(self.refuse(JsonError::DuplicateMemberName { name }));
            }
            let value = access.next_value_seed(Strict {
                depth_left,
                reading: self.reading,
            })?;
            members.insert(name, value);
        }
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{JsonError, Limits, Parsed, parse};

    fn read(text: &str) -> Result<Parsed, JsonError> {
        parse(text.as_bytes(), &Limits::default())
    }

    #[test]
    fn a_value_is_read_as_it_stands() {
        let text = r#" {"a": [1, -2.5, true, null, "\u00e9"], "b": {}} "#;
        let parsed = read(text).unwrap();
        assert_eq!(parsed.value, json!({"a": [1, -2.5, true, null, "é"], "b": {}}));
        assert!(!parsed.had_byte_order_mark);
    }

    #[test]
    fn a_byte_order_mark_is_passed_over_and_told() {
        let parsed = read("\u{feff}{}").unwrap();
        assert!(parsed.had_byte_order_mark);
        assert_eq!(parsed.value, json!({}));
    }

    #[test]
    fn a_member_name_stands_once_at_every_depth() {
        for text in [r#"{"a": 1, "a": 1}"#, r#"[{"b": {"a": 1, "\u0061": 2}}]"#] {
            assert_eq!(
                read(text),
                Err(JsonError::DuplicateMemberName { name: "a".to_owned() }),
                "{text}"
            );
        }
        assert!(read(r#"{"a": {"a": {"a": 1}}}"#).is_ok());
    }

    #[test]
    fn nesting_is_bounded() {
        let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let max = Limits::default().max_json_depth;
        assert!(read(&nested(max)).is_ok());
        assert_eq!(read(&nested(max + 1)), Err(JsonError::TooDeep { max }));
        assert_eq!(read(&"{\"a\":".repeat(100_000)), Err(JsonError::TooDeep { max }));
    }

    #[test]
    fn size_is_bounded() {
        let limits = Limits {
            max_credential_bytes: 4,
            ..Limits::default()
        };
        assert!(parse(b"1234", &limits).is_ok());
        assert_eq!(parse(b"12345", &limits), Err(JsonError::TooLarge { max: 4 }));
    }

    #[test]
    fn the_number_of_objects_is_bounded() {
        let limits = Limits {
            max_json_objects: 2,
            ..Limits::default()
        };
        assert!(parse(b"[{}, [], {}]", &limits).is_ok());
        assert_eq!(
            parse(b"[{}, {\"a\": {}}]", &limits),
            Err(JsonError::TooManyObjects { max: 2 })
        );
    }

    #[test]
    fn nothing_may_follow_the_value() {
        assert_eq!(read("{} {}").unwrap_err().code(), "trailing-data");
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_located() {
        assert_eq!(
            parse(b"\"\xff\"", &Limits::default()),
            Err(JsonError::InvalidUtf8 { offset: 1 })
        );
    }

    #[test]
    fn what_is_not_json_is_located() {
        for text in ["", "{", "{'a': 1}", "[1,]", "NaN", "01", "1e400", r#""\ud800""#] {
            assert_eq!(read(text).unwrap_err().code(), "invalid-json", "{text}");
        }
    }
}
