//! Criteria are written in Markdown by people whom we do not know.

use std::{collections::HashSet, sync::LazyLock};

use ammonia::Builder;
use pulldown_cmark::{Options, Parser, html};

/// HTML that holds nothing but headings, paragraphs, lists, emphasis, code, quotations and links to the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// The HTML, which may go into a page as it is.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from([
            "p",
            "br",
            "ul",
            "ol",
            "li",
            "em",
            "strong",
            "del",
            "code",
            "pre",
            "blockquote",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "a",
        ]))
        .tag_attributes([("a", HashSet::from(["href"]))].into())
        .url_schemes(HashSet::from(["http", "https"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer nofollow"));
    cleaner
});

/// The Markdown as HTML that is safe in a page.
#[must_use]
pub fn to_html(markdown: &str) -> SafeHtml {
    // The pages have their own first and second headings.
    let events = Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH).map(below_second_heading);
    let mut html = String::new();
    html::push_html(&mut html, events);
    SafeHtml(CLEANER.clean(&html).to_string())
}

fn below_second_heading(event: pulldown_cmark::Event<'_>) -> pulldown_cmark::Event<'_> {
    use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};
    let lower = |level| match level {
        HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H3 => HeadingLevel::H3,
        other => other,
    };
    match event {
        Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) => Event::Start(Tag::Heading {
            level: lower(level),
            id,
            classes,
            attrs,
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_emphasis_are_kept() {
        assert_eq!(
            to_html("- **cut** wood").as_str(),
            "<ul>\n<li><strong>cut</strong> wood</li>\n</ul>\n"
        );
        assert_eq!(to_html("# Title").as_str(), "<h3>Title</h3>\n");
    }

    #[test]
    fn nothing_that_acts_or_loads_passes() {
        for hostile in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "![x](https://elsewhere.example/pixel.png)",
            "<iframe src=https://elsewhere.example></iframe>",
            "<p style=\"position:fixed\" onclick=alert(1)>x</p>",
            "[x](javascript:alert(1))",
            "[x](data:text/html,x)",
        ] {
            let html = to_html(hostile);
            for sign in [
                "script",
                "<img",
                "<iframe",
                "style=",
                "onclick",
                "javascript:",
                "data:",
            ] {
                assert!(!html.as_str().contains(sign), "{hostile} gave {}", html.as_str());
            }
        }
    }

    #[test]
    fn a_link_gives_nothing_away() {
        let html = to_html("[x](https://elsewhere.example/)");
        assert_eq!(
            html.as_str(),
            "<p><a href=\"https://elsewhere.example/\" rel=\"noopener noreferrer nofollow\">x</a></p>\n"
        );
    }
}
