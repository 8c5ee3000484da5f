//! A platform that answers from a list and remembers what it was asked, and the calls to it.

use std::{
    collections::VecDeque,
    pin::pin,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
};

use serde_json::{Value, json};
use time::{OffsetDateTime, macros::datetime};
use url::Url;

use super::*;
use crate::{
    error::{ServiceError, TokenError},
    http::{Request, Response, Transport, TransportError},
    records::{Algorithm, Registration, RegistrationId},
    token::AccessToken,
    vocab::scope,
};

pub(crate) const NOW: OffsetDateTime = datetime!(2026-11-22 12:00 UTC);

pub(crate) fn registration() -> Registration {
    let url = |path: &str| Url::parse(&format!("https://moodle.example{path}")).unwrap();
    Registration {
        id: RegistrationId("r1".to_owned()),
        issuer: "https://moodle.example".to_owned(),
        client_id: "client-1".to_owned(),
        auth_url: url("/mod/lti/auth.php"),
        token_url: url("/mod/lti/token.php"),
        token_audience: None,
        jwks_url: url("/mod/lti/certs.php"),
        algorithms: vec![Algorithm::Rs256],
    }
}

pub(crate) fn address(text: &str) -> ServiceAddress {
    ServiceAddress::of(text, &registration()).unwrap()
}

/// An answer with a body, and a `Link` header if there is one.
pub(crate) fn answer(status: u16, body: &str, link: Option<&str>) -> Response {
    Response {
        status,
        headers: link
            .map(|link| ("Link".to_owned(), link.as_bytes().to_vec()))
            .into_iter()
            .collect(),
        body: body.as_bytes().to_vec(),
    }
}

/// Gives the answers in their order, to whatever is asked.
#[derive(Debug, Default)]
pub(crate) struct Platform {
    answers: Mutex<VecDeque<Response>>,
    pub(crate) asked: Mutex<Vec<Request>>,
    tokens: AtomicUsize,
}

impl Platform {
    pub(crate) fn answering(answers: impl IntoIterator<Item = Response>) -> Self {
        Self {
            answers: Mutex::new(answers.into_iter().collect()),
            ..Self::default()
        }
    }

    pub(crate) fn service(&self) -> Service<'_, Self, Self> {
        Service {
            transport: self,
            tokens: self,
        }
    }

    /// The addresses that were asked for.
    pub(crate) fn urls(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap();
        asked.iter().map(|request| request.url.to_string()).collect()
    }

    /// The value of the header `name` in the request of this place.
    pub(crate) fn header(&self, request: usize, name: &str) -> Option<String> {
        let asked = self.asked.lock().unwrap();
        let headers = &asked[request].headers;
        let mut values = headers.iter().filter(|(key, _)| *key == name);
        let value = values.next().map(|(_, value)| value.clone());
        assert!(values.next().is_none(), "{name} stands twice");
        value
    }
}

impl Transport for Platform {
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
        self.asked.lock().unwrap().push(request);
        let answer = self.answers.lock().unwrap().pop_front();
        answer.ok_or(TransportError {
            code: "timeout".to_owned(),
        })
    }
}

/// Every token is another one: `token-1`, `token-2` and so on, until one is forgotten.
impl AccessTokens for Platform {
    async fn token(&self, scopes: &[&str]) -> Result<AccessToken, TokenError> {
        let number = self.tokens.load(Ordering::SeqCst) + 1;
        let body = json!({ "access_token": format!("token-{number}"), "expires_in": 3600 });
        AccessToken::read(&answer(200, &body.to_string(), None), scopes, NOW)
    }

    async fn forget(&self, _token: &AccessToken) {
        self.tokens.fetch_add(1, Ordering::SeqCst);
    }
}

/// The value of a future that never waits.
pub(crate) fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("nothing here waits"),
    }
}

fn list(platform: &Platform, max: usize) -> Result<Vec<Value>, ServiceError> {
    ready(platform.service().read_pages(
        address("https://moodle.example/list"),
        &[scope::CONTEXT_MEMBERSHIP_READ_ONLY],
        "application/list+json",
        max,
        |next| next,
        |page: Vec<Value>| page,
    ))
}

#[test]
fn a_call_carries_its_token_and_one_exact_media_type() {
    let platform = Platform::answering([answer(200, "[1]", None)]);
    assert_eq!(list(&platform, 10).unwrap(), [1]);
    assert_eq!(platform.header(0, "authorization").unwrap(), "Bearer token-1");
    assert_eq!(platform.header(0, "accept").unwrap(), "application/list+json");
}

#[test]
fn a_refused_token_is_forgotten_and_one_more_is_tried() {
    let platform = Platform::answering([answer(401, "", None), answer(200, "[1]", None)]);
    assert_eq!(list(&platform, 10).unwrap(), [1]);
    assert_eq!(platform.header(1, "authorization").unwrap(), "Bearer token-2");

    let platform = Platform::answering([answer(401, "", None), answer(401, r#"{"status":401}"#, None)]);
    let error = list(&platform, 10).unwrap_err();
    assert!(
        matches!(error, ServiceError::Refused { status: 401, .. }),
        "{error}"
    );
    assert_eq!(platform.urls().len(), 2);
}

#[test]
fn pages_follow_each_other_to_the_end() {
    let platform = Platform::answering([
        answer(
            200,
            "[1,2]",
            Some("<https://moodle.example/list?from=2>; rel=\"next\""),
        ),
        answer(
            200,
            "[3]",
            Some("<https://moodle.example/list?from=0>; rel=“first”"),
        ),
    ]);
    assert_eq!(list(&platform, 10).unwrap(), [1, 2, 3]);
    assert_eq!(
        platform.urls(),
        [
            "https://moodle.example/list",
            "https://moodle.example/list?from=2"
        ]
    );
}

#[test]
fn a_next_page_on_another_host_is_not_asked_for() {
    for elsewhere in [
        "https://evil.example/list",
        "https://moodle.example:8443/list",
        "http://moodle.example/list",
        "//evil.example/list",
    ] {
        let link = format!("<{elsewhere}>; rel=\"next\"");
        let platform = Platform::answering([answer(200, "[1]", Some(&link))]);
        assert_eq!(
            list(&platform, 10).unwrap_err().code(),
            "service-address-foreign",
            "{elsewhere}"
        );
        assert_eq!(platform.urls().len(), 1);
    }
}

#[test]
fn pages_that_lead_in_a_circle_or_hold_nothing_end() {
    let itself = Some("<https://moodle.example/list>; rel=\"next\"");
    let platform = Platform::answering([answer(200, "[1]", itself)]);
    assert_eq!(list(&platform, 10).unwrap(), [1]);
    let onward = Some("<https://moodle.example/list?from=1>; rel=\"next\"");
    let platform = Platform::answering([answer(200, "[]", onward)]);
    assert!(list(&platform, 10).unwrap().is_empty());
}

#[test]
fn a_list_without_end_is_given_up() {
    let page = |from: usize| {
        let link = format!("<https://moodle.example/list?from={from}>; rel=\"next\"");
        answer(200, "[0]", Some(&link))
    };
    let platform = Platform::answering((1..=20).map(page));
    assert_eq!(
        list(&platform, 10).unwrap_err(),
        ServiceError::TooMany { max: 10 }
    );
    let platform = Platform::answering((1..=MAX_PAGES + 1).map(page));
    assert_eq!(
        list(&platform, usize::MAX).unwrap_err(),
        ServiceError::TooMany { max: MAX_PAGES }
    );
}

#[test]
fn what_went_wrong_is_told_apart() {
    let error = |response| list(&Platform::answering([response]), 10).unwrap_err();
    let busy = error(answer(503, "down for maintenance", None));
    assert_eq!(
        busy,
        ServiceError::Refused {
            status: 503,
            detail: "down for maintenance".to_owned()
        }
    );
    assert!(busy.is_passing());
    let page = error(answer(404, "<!DOCTYPE html><p>secret</p>", None));
    assert_eq!(
        page,
        ServiceError::Refused {
            status: 404,
            detail: String::new()
        }
    );
    assert!(!page.is_passing());
    assert_eq!(error(answer(200, "{}", None)).code(), "service-malformed");
    let silent = list(&Platform::default(), 10).unwrap_err();
    assert_eq!(silent.code(), "service-unreachable");
    assert!(silent.is_passing());
}
