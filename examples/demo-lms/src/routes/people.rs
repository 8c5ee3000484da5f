//! Choosing who to be, and in which language.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::cookie::{Cookie, SameSite};
use serde::Deserialize;

use super::notice;
use crate::{
    language::{self, Language},
    lms::Lms,
    person::Person,
    random::random_hex,
    session::{self, Frame, Visitor, page},
};

#[derive(Template)]
#[template(path = "choice.html")]
struct Choice {
    frame: Frame,
    people: [(Person, &'static str); 3],
    others: [(Person, &'static str); 4],
    learners: u16,
}

pub(super) async fn show_choice(State(lms): State<Lms>, visitor: Visitor) -> Response {
    let texts = visitor.texts();
    page(
        StatusCode::OK,
        &Choice {
            frame: visitor.frame(),
            people: [
                (Person::Learner(1), texts.learner_one),
                (Person::Learner(2), texts.learner_two),
                (Person::Teacher, texts.teacher),
            ],
            others: [
                (Person::Administrator, texts.administrator),
                (Person::Assistant, texts.assistant),
                (Person::Observer, texts.observer),
                (Person::Suspended, texts.suspended),
            ],
            learners: lms.learners(),
        },
    )
}

/// Somebody by name, or a learner by number.
#[derive(Debug, Deserialize)]
pub(super) struct Entry {
    person: Option<Person>,
    number: Option<u16>,
}

pub(super) async fn enter(State(lms): State<Lms>, visitor: Visitor, Form(entry): Form<Entry>) -> Response {
    let person = entry.person.or(entry.number.map(Person::Learner));
    let exists = |person: &Person| match person {
        Person::Learner(number) => (1..=lms.learners()).contains(number),
        _ => true,
    };
    let Some(person) = person.filter(exists) else {
        return Redirect::to("/").into_response();
    };
    let (session, sesskey) = match (random_hex(), random_hex()) {
        (Ok(session), Ok(sesskey)) => (session, sesskey),
        (Err(error), _) | (_, Err(error)) => return notice::broken(&visitor, &error),
    };
    lms.memory().begin_session(session.clone(), sesskey, person);
    (
        visitor.jar.add(session::cookie(&lms, session)),
        Redirect::to("/course"),
    )
        .into_response()
}

pub(super) async fn leave(State(lms): State<Lms>, visitor: Visitor) -> Response {
    if let Some(member) = visitor.member() {
        lms.memory().end_session(&member.session);
    }
    (visitor.jar.remove(session::ended_cookie()), Redirect::to("/")).into_response()
}

#[derive(Debug, Deserialize)]
pub(super) struct ComeBack {
    #[serde(default)]
    next: String,
}

pub(super) async fn choose_language(
    Path(chosen): Path<Language>,
    Query(query): Query<ComeBack>,
    visitor: Visitor,
) -> Response {
    let cookie = Cookie::build((language::COOKIE, chosen.tag()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax);
    (visitor.jar.add(cookie), Redirect::to(local_path(&query.next))).into_response()
}

/// A path of this LMS, and the start page for anything that could lead elsewhere.
fn local_path(next: &str) -> &str {
    let elsewhere =
        !next.starts_with('/') || next.starts_with("//") || next.contains(['\\', '\r', '\n', '\t']);
    if elsewhere { "/" } else { next }
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn the_language_link_never_leads_elsewhere() {
        assert_eq!(local_path("/course"), "/course");
        for elsewhere in [
            "",
            "//example.org",
            "https://example.org",
            "/\\example.org",
            "/\t/example.org",
        ] {
            assert_eq!(local_path(elsewhere), "/");
        }
    }
}
