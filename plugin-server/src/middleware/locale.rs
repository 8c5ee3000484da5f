//! Which language a visitor wants.

use axum::{
    extract::Request,
    http::{HeaderValue, header},
    middleware::Next,
    response::Response,
};
use url::form_urlencoded;

use crate::{cookies, i18n::Language};

/// How long a choice of language is kept.
const KEPT: time::Duration = time::Duration::days(365);

/// What a request says about languages.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// Chosen on one of our pages, now or before.
    pub chosen: Option<Language>,
    /// What the browser accepts.
    pub accepted: Language,
}

impl Wish {
    /// The language of a page that has no language of its own.
    #[must_use]
    pub fn language(self) -> Language {
        self.chosen.unwrap_or(self.accepted)
    }

    /// The language of a page that an LMS opened in `locale`: the visitor's own choice counts first.
    #[must_use]
    pub fn language_in(self, locale: Option<&str>) -> Language {
        self.chosen
            .or_else(|| locale.and_then(Language::from_tag))
            .unwrap_or(self.accepted)
    }
}

/// Adds the [`Wish`] to the request, and remembers a choice made with `?lang=`.
pub(super) async fn choose(mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    let asked = request.uri().query().and_then(|query| {
        form_urlencoded::parse(query.as_bytes())
            .find(|(key, _)| key == "lang")
            .and_then(|(_, tag)| Language::from_tag(&tag))
    });
    let remembered = cookies::value(headers, cookies::LANGUAGE).and_then(|tag| Language::from_tag(&tag));
    let accepted = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let wish = Wish {
        chosen: asked.or(remembered),
        accepted: Language::accepted(accepted),
    };
    request.extensions_mut().insert(wish);
    let mut response = next.run(request).await;
    if let Some(language) = asked.filter(|language| remembered != Some(*language)) {
        let cookie = cookies::for_frame(cookies::LANGUAGE.to_owned(), language.tag().to_owned(), KEPT);
        if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}
