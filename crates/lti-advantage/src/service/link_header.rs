//! The `Link` header that leads from page to page.

use crate::http::Response;

/// The address of the next page, if the answer names one.
///
/// [RFC 8288](https://www.rfc-editor.org/rfc/rfc8288#section-3) as platforms write it: Moodle puts typographic
/// quotes around `next` and `&amp;` into addresses, so the header is no ASCII and no HTTP library gives it as text.
pub(super) fn next(response: &Response) -> Option<String> {
    response
        .headers
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("link"))
        .find_map(|(_, value)| next_of(&String::from_utf8_lossy(value)))
}

fn next_of(value: &str) -> Option<String> {
    let mut rest = value;
    while let Some((_, after)) = rest.split_once('<') {
        let (address, after) = after.split_once('>')?;
        // Addresses may hold commas; what stands between two of them may not hold `<`.
        let parameters = after.split('<').next().unwrap_or_default();
        if is_next(parameters) {
            return Some(address.trim().replace("&amp;", "&"));
        }
        rest = after;
    }
    None
}

fn is_next(parameters: &str) -> bool {
    parameters.split(';').any(|parameter| {
        let Some((name, value)) = parameter.split_once('=') else {
            return false;
        };
        let value = value.trim_matches(|character: char| {
            character.is_whitespace() || matches!(character, ',' | '"' | '\'' | '\u{201c}' | '\u{201d}')
        });
        name.trim().eq_ignore_ascii_case("rel")
            && value
                .split_ascii_whitespace()
                .any(|relation| relation.eq_ignore_ascii_case("next"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(value: &[u8]) -> Response {
        Response {
            status: 200,
            headers: vec![("Link".to_owned(), value.to_vec())],
            body: Vec::new(),
        }
    }

    #[test]
    fn the_next_page_is_found_as_each_platform_writes_it() {
        let page = "https://lms.example/p?from=2&limit=2";
        for header in [
            "<https://lms.example/p?from=2&limit=2>; rel=\"next\"",
            "<https://lms.example/p?from=2&limit=2>;rel=next",
            "<https://lms.example/p?from=2&amp;limit=2>; rel=“next”",
            "<https://lms.example/p?a,b>; rel=\"first\", <https://lms.example/p?from=2&limit=2>; rel=\"next\"",
            "<https://lms.example/p>; rel=“first”, <https://lms.example/p?from=2&amp;limit=2>; rel=“next”, \
             <https://lms.example/z>; rel=“last”",
            "<https://lms.example/p?from=2&limit=2>; title=\"more\"; rel=\"next last\"",
        ] {
            assert_eq!(
                next(&response(header.as_bytes())).as_deref(),
                Some(page),
                "{header}"
            );
        }
    }

    #[test]
    fn other_relations_and_broken_headers_lead_nowhere() {
        for header in [
            "<https://lms.example/p>; rel=\"prev\"",
            "<https://lms.example/p>; title=\"next\"",
            "https://lms.example/p; rel=\"next\"",
            "<https://lms.example/p; rel=\"next\"",
            "",
        ] {
            assert_eq!(next(&response(header.as_bytes())), None, "{header}");
        }
        assert_eq!(next(&response(b"\xff\xfe")), None);
    }
}
