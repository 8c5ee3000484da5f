//! The text of a badge, laid out for reading: JSON indented, a token taken apart.

use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::cli::terminal::visible;
use crate::cli::texts::Texts;

/// Writes the badge's text as JSON, as the parts of a token, or as it is when it is neither.
pub(super) fn write(out: &mut dyn Write, texts: &Texts, payload: &str) -> io::Result<()> {
    if let Some(indented) = indented(payload) {
        return write_lines(out, &indented);
    }
    let parts: Option<Vec<String>> = payload.trim().split('.').take(2).map(decoded).collect();
    match parts.as_deref() {
        Some([header, claims]) => {
            writeln!(out, "  {}", texts.text("cli-token-header"))?;
            write_lines(out, header)?;
            writeln!(out, "  {}", texts.text("cli-token-claims"))?;
            write_lines(out, claims)
        }
        _ => write_lines(out, payload),
    }
}

/// `json` with one member a line, in the order and with the repeated names that it has; `None` if it is no
/// JSON object.
fn indented(json: &str) -> Option<String> {
    if !json.trim_start().starts_with('{') {
        return None;
    }
    let mut indented = Vec::with_capacity(json.len());
    let mut reader = serde_json::Deserializer::from_str(json);
    serde_transcode::transcode(&mut reader, &mut serde_json::Serializer::pretty(&mut indented)).ok()?;
    String::from_utf8(indented).ok()
}

fn decoded(part: &str) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(part.trim_end_matches('=')).ok()?;
    indented(std::str::from_utf8(&bytes).ok()?)
}

fn write_lines(out: &mut dyn Write, text: &str) -> io::Result<()> {
    text.lines()
        .try_for_each(|line| writeln!(out, "    {}", visible(line)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::language::Language;

    fn written(payload: &str) -> String {
        let mut out = Vec::new();
        write(&mut out, &Texts::load(Language::En).unwrap(), payload).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn json_keeps_its_order_and_its_repeated_names() {
        assert_eq!(
            written(r#"{"z":1,"a":[],"a":"é"}"#),
            "    {\n      \"z\": 1,\n      \"a\": [],\n      \"a\": \"é\"\n    }\n"
        );
    }

    #[test]
    fn a_token_is_taken_apart() {
        let token = format!(
            "{}.{}.c2ln",
            URL_SAFE_NO_PAD.encode(r#"{"alg":"RS256"}"#),
            URL_SAFE_NO_PAD.encode("{}")
        );
        let written = written(&token);
        assert!(
            written.contains("header (not verified)\n    {\n      \"alg\": \"RS256\"\n    }"),
            "{written}"
        );
        assert!(written.ends_with("claims (not verified)\n    {}\n"), "{written}");
    }

    #[test]
    fn other_text_is_shown_harmless() {
        assert_eq!(
            written("https://example.org/\u{1b}[2J"),
            "    https://example.org/\\u{1b}[2J\n"
        );
    }
}
