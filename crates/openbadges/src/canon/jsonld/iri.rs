//! IRIs, as far as JSON-LD looks into them. No base is ever known, so nothing is resolved.

/// What stands before and after the first colon, unless that is the first character.
pub(super) fn split_compact(text: &str) -> Option<(&str, &str)> {
    text.split_once(':').filter(|(prefix, _)| !prefix.is_empty())
}

/// Whether `text` begins with a scheme, or is a blank node identifier, and has no white space.
pub(super) fn is_absolute(text: &str) -> bool {
    split_compact(text).is_some_and(|(scheme, _)| scheme == "_" || is_scheme(scheme))
        && !text
            .chars()
            .any(|character| character.is_whitespace() || character == '\u{feff}')
}

/// Whether `text` is a blank node identifier.
pub(super) fn is_blank(text: &str) -> bool {
    text.starts_with("_:")
}

/// Whether an absolute IRI can stand in [N-Quads](https://www.w3.org/TR/n-quads/#grammar-production-IRIREF) as it
/// is. One that cannot could end the IRI early, and let one signed line be read as another.
pub(super) fn is_well_formed(iri: &str) -> bool {
    !iri.chars().any(|character| {
        character <= ' ' || matches!(character, '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\')
    })
}

/// [RFC 3986, section 3.1](https://www.rfc-editor.org/rfc/rfc3986#section-3.1).
fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::{is_absolute, is_well_formed, split_compact};

    #[test]
    fn an_absolute_iri_begins_with_a_scheme() {
        for iri in [
            "https://example.org/",
            "did:key:z6Mk",
            "urn:uuid:1",
            "mailto:a@example.org",
            "_:b0",
        ] {
            assert!(is_absolute(iri), "{iri}");
        }
        for text in [
            "",
            "example.org",
            "/path",
            "//host",
            "1a:b",
            ":b",
            "a b:c",
            "https://a b",
            "#id",
        ] {
            assert!(!is_absolute(text), "{text}");
        }
    }

    #[test]
    fn an_iri_that_could_end_early_is_not_well_formed() {
        assert!(is_well_formed("https://example.org/?q=%20#part"));
        for iri in [
            "https://a>",
            "https://a/\"",
            "https://a/{b}",
            "https://a\\b",
            "https://a/\u{1}",
        ] {
            assert!(!is_well_formed(iri), "{iri}");
        }
    }

    #[test]
    fn the_first_colon_splits_a_compact_iri() {
        assert_eq!(split_compact("a:b:c"), Some(("a", "b:c")));
        assert_eq!(split_compact(":b"), None);
    }
}
