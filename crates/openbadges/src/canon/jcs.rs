#![warn(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::arithmetic_side_effects
)]
//! The JSON Canonicalization Scheme, [RFC 8785](https://www.rfc-editor.org/rfc/rfc8785).

use serde_json::{Number, Value};

use super::CanonError;

/// How deeply objects and arrays may be nested: as deep as the JSON reader of any caller goes.
const MAX_DEPTH: usize = 128;

/// The canonical text of a JSON value: no white space, members ordered by the UTF-16 code units of their names,
/// numbers and strings as ECMAScript writes them.
///
/// # Errors
/// - [`CanonError::InexactNumber`]: an integer is beyond what double precision holds exactly, so that two readers
///   may take it for different numbers.
/// - [`CanonError::WorkLimit`]: the document is nested more than 128 deep.
pub fn jcs(document: &Value) -> Result<String, CanonError> {
    let mut text = String::new();
    write(document, &mut text, MAX_DEPTH)?;
    Ok(text)
}

fn write(value: &Value, text: &mut String, depth: usize) -> Result<(), CanonError> {
    let inner = || {
        depth.checked_sub(1).ok_or(CanonError::WorkLimit {
            limit: "json-depth",
            max: MAX_DEPTH,
        })
    };
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => write_number(number, text)?,
        Value::String(string) => write_string(string, text),
        Value::Array(items) => {
            let depth = inner()?;
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write(item, text, depth)?;
            }
            text.push(']');
        }
        Value::Object(members) => {
            let depth = inner()?;
            let mut members: Vec<_> = members.iter().collect();
            // UTF-8 and UTF-16 order differ above U+FFFF: a surrogate comes before U+E000.
            members.sort_unstable_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            text.push('{');
            for (index, (name, value)) in members.into_iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write_string(name, text);
                text.push(':');
                write(value, text, depth)?;
            }
            text.push('}');
        }
    }
    Ok(())
}

/// Every JSON number is a double (RFC 8785, 3.2.2.3); `ryu-js` writes doubles as ECMAScript does.
fn write_number(number: &Number, text: &mut String) -> Result<(), CanonError> {
    let inexact = || CanonError::InexactNumber {
        number: number.to_string(),
    };
    let double = number
        .as_f64()
        .filter(|double| double.is_finite())
        .ok_or_else(inexact)?;
    if (number.is_i64() || number.is_u64()) && double != 0.0 && format!("{double:.0}") != number.to_string() {
        return Err(inexact());
    }
    text.push_str(ryu_js::Buffer::new().format_finite(double));
    Ok(())
}

fn write_string(string: &str, text: &mut String) {
    use std::fmt::Write as _;
    text.push('"');
    for character in string.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\u{c}' => text.push_str("\\f"),
            '\r' => text.push_str("\\r"),
            '\0'..='\u{1f}' => {
                // Writing to a string cannot fail.
                let _ = write!(text, "\\u{:04x}", u32::from(character));
            }
            other => text.push(other),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{CanonError, jcs};

    #[test]
    fn members_are_ordered_by_utf_16_code_units() {
        // U+1F600 is two surrogates, which come before U+FB33 although its code point comes after.
        let document = json!({"\u{fb33}": 1, "\u{1f600}": 2, "b": 3, "a": {"d": [], "c": {}}});
        assert_eq!(
            jcs(&document).unwrap(),
            "{\"a\":{\"c\":{},\"d\":[]},\"b\":3,\"\u{1f600}\":2,\"\u{fb33}\":1}"
        );
    }

    #[test]
    fn numbers_are_written_as_ecmascript_does() {
        let document = json!([0, -0.0, 3.0, 1e21, 1e-7, 0.1, -5, 9_007_199_254_740_992_u64]);
        assert_eq!(
            jcs(&document).unwrap(),
            "[0,0,3,1e+21,1e-7,0.1,-5,9007199254740992]"
        );
    }

    #[test]
    fn an_integer_that_readers_would_round_is_refused() {
        let error = jcs(&json!(9_007_199_254_740_993_u64)).unwrap_err();
        assert_eq!(
            error,
            CanonError::InexactNumber {
                number: "9007199254740993".to_owned()
            }
        );
        assert_eq!(error.code(), "inexact-number");
    }

    #[test]
    fn strings_escape_what_must_be_escaped() {
        assert_eq!(
            jcs(&json!("\u{1}\n\"\\/\u{7f}é")).unwrap(),
            "\"\\u0001\\n\\\"\\\\/\u{7f}é\""
        );
    }

    #[test]
    fn nesting_is_bounded() {
        let nested = |depth| (0..depth).fold(json!(0), |inner, _| json!([inner]));
        assert!(jcs(&nested(128)).is_ok());
        assert_eq!(jcs(&nested(129)).unwrap_err().code(), "work-limit-reached");
    }
}
