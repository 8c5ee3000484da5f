//! Which language a visitor reads: their own choice, else what their browser asks for.

use axum::http::{HeaderMap, header};
use axum_extra::extract::CookieJar;
use serde::Deserialize;

/// Remembers a choice made with the language links.
pub(crate) const COOKIE: &str = "demo_lms_language";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Language {
    En,
    Fr,
}

impl Language {
    /// The BCP 47 tag, as `lang` attributes and the launch's `locale` need it.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    pub(crate) fn of(jar: &CookieJar, headers: &HeaderMap) -> Self {
        let chosen = jar.get(COOKIE).and_then(|cookie| Self::from_tag(cookie.value()));
        let asked = || {
            headers
                .get(header::ACCEPT_LANGUAGE)
                .and_then(|value| value.to_str().ok())
                .and_then(Self::preferred)
        };
        chosen.or_else(asked).unwrap_or(Self::En)
    }

    /// The language of ours that an `Accept-Language` value puts first
    /// ([RFC 9110, section 12.5.4](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4)).
    fn preferred(header: &str) -> Option<Self> {
        let mut best: Option<(Self, f32)> = None;
        for range in header.split(',') {
            let mut parts = range.split(';');
            let Some(language) = parts.next().and_then(Self::from_tag) else {
                continue;
            };
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q="))
                .map_or(1.0, |q| q.parse().unwrap_or(0.0));
            if weight > 0.0 && best.is_none_or(|(_, highest)| weight > highest) {
                best = Some((language, weight));
            }
        }
        best.map(|(language, _)| language)
    }

    fn from_tag(tag: &str) -> Option<Self> {
        match tag.trim().split('-').next() {
            Some("en") => Some(Self::En),
            Some("fr") => Some(Self::Fr),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn the_heaviest_language_of_ours_wins() {
        assert_eq!(
            Language::preferred("de, en;q=0.5, fr-CA;q=0.8"),
            Some(Language::Fr)
        );
        assert_eq!(Language::preferred("en-GB,fr"), Some(Language::En));
        assert_eq!(Language::preferred("fr;q=0, en;q=0.1"), Some(Language::En));
        assert_eq!(Language::preferred("de, *;q=0.1"), None);
        assert_eq!(Language::preferred("fr;q=abc"), None);
    }
}
