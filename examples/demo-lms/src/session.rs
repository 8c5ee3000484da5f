//! Who is visiting: the session cookie, the language, and the pages drawn for them.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};

use crate::{language::Language, lms::Lms, person::Person, texts::Texts};

/// Cookies know hosts and not ports, so the name must differ from those of a tool on another port.
const COOKIE: &str = "demo_lms_session";

/// The visitor of one request.
pub(crate) struct Visitor {
    pub(crate) language: Language,
    pub(crate) jar: CookieJar,
    path: String,
    known: Option<(String, Person)>,
}

/// A visitor who has said who they are.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) session: String,
    pub(crate) person: Person,
}

/// What every page has around its content.
pub(crate) struct Frame {
    pub(crate) t: &'static Texts,
    pub(crate) language: Language,
    /// Where the language links come back to.
    pub(crate) path: String,
    pub(crate) person: Option<Person>,
}

impl Visitor {
    pub(crate) fn member(&self) -> Option<Member> {
        self.known
            .clone()
            .map(|(session, person)| Member { session, person })
    }

    pub(crate) fn texts(&self) -> &'static Texts {
        Texts::of(self.language)
    }

    pub(crate) fn frame(&self) -> Frame {
        Frame {
            t: self.texts(),
            language: self.language,
            path: self.path.clone(),
            person: self.known.as_ref().map(|(_, person)| *person),
        }
    }
}

impl FromRequestParts<Lms> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, lms: &Lms) -> Result<Self, Self::Rejection> {
        let jar = CookieJar::from_headers(&parts.headers);
        let known = jar.get(COOKIE).and_then(|cookie| {
            let session = cookie.value().to_owned();
            lms.memory().person_of(&session).map(|person| (session, person))
        });
        let language = Language::of(&jar, &parts.headers);
        Ok(Self {
            language,
            jar,
            path: parts.uri.path().to_owned(),
            known,
        })
    }
}

/// A page for members sends everybody else to say who they are.
impl FromRequestParts<Lms> for Member {
    type Rejection = Redirect;

    async fn from_request_parts(parts: &mut Parts, lms: &Lms) -> Result<Self, Self::Rejection> {
        let Ok(visitor) = Visitor::from_request_parts(parts, lms).await;
        visitor.member().ok_or_else(to_the_start)
    }
}

/// A member who adds and changes activities. Anybody else goes back to the course.
#[derive(Debug, Clone)]
pub(crate) struct Editor(pub(crate) Member);

impl FromRequestParts<Lms> for Editor {
    type Rejection = Redirect;

    async fn from_request_parts(parts: &mut Parts, lms: &Lms) -> Result<Self, Self::Rejection> {
        let member = Member::from_request_parts(parts, lms).await?;
        if member.person.edits_course() {
            Ok(Self(member))
        } else {
            Err(Redirect::to("/course"))
        }
    }
}

/// The administrator of the site. Anybody else goes back to the course.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Administrator;

impl FromRequestParts<Lms> for Administrator {
    type Rejection = Redirect;

    async fn from_request_parts(parts: &mut Parts, lms: &Lms) -> Result<Self, Self::Rejection> {
        let member = Member::from_request_parts(parts, lms).await?;
        if member.person == Person::Administrator {
            Ok(Self)
        } else {
            Err(Redirect::to("/course"))
        }
    }
}

/// Where somebody who has not said who they are belongs.
pub(crate) fn to_the_start() -> Redirect {
    Redirect::to("/")
}

/// The cookie of a new session. `Lax` is enough: the launch starts in our own page, and it keeps other sites' forms out.
pub(crate) fn cookie(lms: &Lms, session: String) -> Cookie<'static> {
    Cookie::build((COOKIE, session))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(lms.issuer().starts_with("https:"))
        .build()
}

/// The cookie to take away when a visitor leaves.
pub(crate) fn ended_cookie() -> Cookie<'static> {
    Cookie::build((COOKIE, "")).path("/").build()
}

/// A template as an answer.
pub(crate) fn page(status: StatusCode, template: &impl askama::Template) -> Response {
    match template.render() {
        Ok(html) => (status, axum::response::Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page could not be drawn");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
