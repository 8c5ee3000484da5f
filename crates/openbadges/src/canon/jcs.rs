//! The JSON Canonicalization Scheme, [RFC 8785](https://www.rfc-editor.org/rfc/rfc8785).

use serde_json::{Number, Value};

use super::CanonError;

/// The canonical text of a JSON value: no white space, members ordered by the UTF-16 code units of their names,
/// numbers and strings as ECMAScript writes them.
///
/// The depth of `document` is trusted: [`json::parse`](crate::json::parse) bounds it.
///
/// # Errors
/// [`CanonError::InexactNumber`]: an integer is beyond what double precision holds exactly, so that two readers
/// may take it for different numbers.
pub fn jcs(document: &Value) -> Result<String, CanonError> {
    let mut text = String::new();
    write(document, &mut text)?;
    Ok(text)
}

fn write(value: &Value, text: &mut String) -> Result<(), CanonError> {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => write_number(number, text)?,
        Value::String(string) => write_string(string, text),
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write(item, text)?;
            }
            text.push(']');
        }
        Value::Object(members) => {
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
                write(value, text)?;
            }
            text.push('}');
        }
    }
    Ok(())
}

/// Every JSON number is a double (RFC 8785, 3.2.2.3); `ryu-js` writes doubles as ECMAScript does.
fn write_number(number: &Number, text: &mut String) -> Result<(), CanonError> {
    let double = number.as_f64().filter(|double| double.is_finite());
    let Some(double) = double else { return Err(CanonError::InexactNumber { number: number.to_string() }) };
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
