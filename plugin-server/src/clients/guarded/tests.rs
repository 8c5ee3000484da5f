//! The fetcher against a server on this machine, reached through resolvers that lie as an attacker's would.

use std::collections::VecDeque;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use futures_util::future::BoxFuture;
use futures_util::stream;
use url::Url;

use super::*;

const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// Answers each lookup with the next of its answers, and counts them.
#[derive(Debug, Default)]
struct Answers(Mutex<(VecDeque<Vec<IpAddr>>, usize)>);

impl Answers {
    fn new<const N: usize>(answers: [Vec<IpAddr>; N]) -> Arc<Self> {
        Arc::new(Self(Mutex::new((answers.into(), 0))))
    }

    fn asked(&self) -> usize {
        self.0.lock().unwrap().1
    }
}

impl Lookup for Answers {
    fn lookup(&self, _name: String) -> BoxFuture<'static, std::io::Result<Vec<IpAddr>>> {
        let mut state = self.0.lock().unwrap();
        state.1 += 1;
        let answer = state.0.pop_front().unwrap_or_default();
        Box::pin(async move { Ok(answer) })
    }
}

/// A server on a free port of this machine, for as long as the test's runtime lives.
async fn server() -> u16 {
    let router = Router::new()
        .route(
            "/plain",
            get(async || ([(header::CACHE_CONTROL, "public, max-age=600")], "a document")),
        )
        .route("/headers", get(async |headers: HeaderMap| format!("{headers:?}")))
        .route(
            "/to-headers",
            get(async || {
                let headers = [(header::CACHE_CONTROL, "max-age=5")];
                (headers, Redirect::temporary("/headers"))
            }),
        )
        .route(
            "/service",
            post(async |headers: HeaderMap, body: String| {
                let link = [(
                    header::LINK,
                    HeaderValue::from_bytes("rel=“next”".as_bytes()).unwrap(),
                )];
                (StatusCode::CREATED, link, format!("{body} {headers:?}"))
            }),
        )
        .route("/missing", get(async || (StatusCode::NOT_FOUND, "nothing here")))
        .route("/large", get(async || vec![b'x'; 2000]))
        .route("/endless", get(endless))
        .route("/slow", get(std::future::pending::<()>))
        .route("/loop", get(async || Redirect::temporary("/loop")))
        .route("/hop/{n}", get(hop))
        .route(
            "/metadata",
            get(async || Redirect::temporary("https://169.254.169.254/latest/meta-data/")),
        )
        .route(
            "/downgrade",
            get(async || Redirect::temporary("http://example.org/")),
        )
        .route(
            "/elsewhere",
            get(async || Redirect::temporary("https://keys.example.org/jwks")),
        );
    let listener = tokio::net::TcpListener::bind((LOOPBACK, 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move { axum::serve(listener, router).await });
    port
}

/// A body without an announced length and without an end.
async fn endless() -> Body {
    Body::from_stream(stream::repeat_with(|| Ok::<_, std::io::Error>(vec![b'x'; 100])))
}

async fn hop(Path(left): Path<u32>) -> axum::response::Response {
    match left {
        0 => "arrived".into_response(),
        _ => Redirect::temporary(&format!("/hop/{}", left - 1)).into_response(),
    }
}

fn request(url: &str) -> FetchRequest {
    FetchRequest {
        max_bytes: 1000,
        ..FetchRequest::document(Url::parse(url).unwrap(), "application/json")
    }
}

/// Fetches `path` of a fresh server under the development guard.
async fn fetch_own(path: &str) -> Result<FetchResponse, FetchError> {
    let port = server().await;
    let fetcher = GuardedFetcher::new(Guard::with_loopback()).unwrap();
    let fetcher = fetcher.with_timeout(Duration::from_millis(500));
    fetcher
        .fetch(request(&format!("http://127.0.0.1:{port}{path}")))
        .await
}

async fn code_of(path: &str) -> &'static str {
    fetch_own(path).await.unwrap_err().code()
}

#[tokio::test]
async fn a_document_is_read_with_its_status_and_lifetime() {
    let found = fetch_own("/plain").await.unwrap();
    assert_eq!(
        (found.status, found.body.as_slice()),
        (200, b"a document".as_slice())
    );
    assert_eq!(found.content_type.as_deref(), Some("text/plain; charset=utf-8"));
    assert_eq!(found.headers["cache-control"], "public, max-age=600");
    assert_eq!((found.redirected_to, found.hops), (None, Vec::new()));
}

#[tokio::test]
async fn only_the_address_itself_is_asked_by_validators() {
    let port = server().await;
    let fetcher = GuardedFetcher::new(Guard::with_loopback()).unwrap();
    let asked = |path: &str| {
        let mut request = request(&format!("http://127.0.0.1:{port}{path}"));
        request
            .validators
            .insert("if-none-match", "\"one\"".parse().unwrap());
        fetcher.fetch(request)
    };
    let direct = asked("/headers").await.unwrap();
    assert!(String::from_utf8(direct.body).unwrap().contains("if-none-match"));
    let redirected = asked("/to-headers").await.unwrap();
    assert!(
        !String::from_utf8(redirected.body)
            .unwrap()
            .contains("if-none-match")
    );
    assert_eq!((redirected.hops.len(), redirected.hops[0].status), (1, 307));
    assert_eq!(redirected.hops[0].headers["cache-control"], "max-age=5");
}

#[tokio::test]
async fn an_error_status_is_an_answer() {
    assert_eq!(fetch_own("/missing").await.unwrap().status, 404);
}

#[tokio::test]
async fn a_request_names_us_and_carries_nothing_else() {
    let headers = String::from_utf8(fetch_own("/headers").await.unwrap().body).unwrap();
    assert!(headers.contains(r#""user-agent": "Blason/"#), "{headers}");
    assert!(headers.contains(r#""accept": "application/json""#), "{headers}");
    for absent in ["cookie", "authorization", "referer", "accept-encoding"] {
        assert!(!headers.contains(absent), "{absent} in {headers}");
    }
}

#[tokio::test]
async fn a_body_larger_than_asked_for_is_refused() {
    assert_eq!(code_of("/large").await, "too-large");
}

#[tokio::test]
async fn a_body_without_an_announced_length_is_cut_off() {
    assert_eq!(code_of("/endless").await, "too-large");
}

#[tokio::test]
async fn an_answer_that_does_not_come_is_a_timeout() {
    assert_eq!(code_of("/slow").await, "timeout");
}

#[tokio::test]
async fn three_redirects_are_followed_and_said() {
    let found = fetch_own("/hop/3").await.unwrap();
    assert_eq!(found.body, b"arrived");
    assert_eq!(found.redirected_to.unwrap().path(), "/hop/0");
}

#[tokio::test]
async fn a_fourth_redirect_is_refused() {
    assert_eq!(code_of("/hop/4").await, "too-many-redirects");
    assert_eq!(code_of("/loop").await, "too-many-redirects");
}

#[tokio::test]
async fn a_redirect_to_a_private_address_is_refused() {
    let refused = fetch_own("/metadata").await.unwrap_err();
    assert_eq!(
        refused,
        FetchError::BlockedAddress {
            host: "169.254.169.254".to_owned()
        }
    );
}

#[tokio::test]
async fn a_redirect_to_plain_http_is_refused() {
    assert_eq!(code_of("/downgrade").await, "not-https");
}

#[tokio::test]
async fn a_key_set_is_not_redirected_to_another_host() {
    let port = server().await;
    let url = Url::parse(&format!("http://127.0.0.1:{port}/elsewhere")).unwrap();
    let fetcher = GuardedFetcher::new(Guard::with_loopback()).unwrap();
    let refused = fetcher.fetch(FetchRequest::jwks(url)).await.unwrap_err();
    assert_eq!(
        refused,
        FetchError::OtherHost {
            url: "https://keys.example.org/jwks".to_owned()
        }
    );
}

#[tokio::test]
async fn a_public_name_that_leads_to_a_private_address_is_refused() {
    for private in [
        "127.0.0.1",
        "10.0.0.1",
        "169.254.169.254",
        "::1",
        "fd00::1",
        "::ffff:127.0.0.1",
    ] {
        let lookup = Answers::new([vec![private.parse().unwrap()]]);
        let fetcher = GuardedFetcher::with_lookup(Guard::public_only(), lookup).unwrap();
        let refused = fetcher
            .fetch(request("https://badges.example.org/did.json"))
            .await
            .unwrap_err();
        assert_eq!(
            refused,
            FetchError::BlockedAddress {
                host: "badges.example.org".to_owned()
            },
            "{private}"
        );
    }
}

#[tokio::test]
async fn the_address_that_was_checked_is_the_address_that_is_used() {
    // The name answers with a permitted address first and with a private one ever after.
    let port = server().await;
    let lookup = Answers::new([vec![LOOPBACK], vec!["10.0.0.1".parse().unwrap()]]);
    let fetcher = GuardedFetcher::with_lookup(Guard::with_loopback(), lookup.clone()).unwrap();
    let found = fetcher
        .fetch(request(&format!("http://rebinding.localhost:{port}/plain")))
        .await
        .unwrap();
    assert_eq!((found.status, lookup.asked()), (200, 1));

    let fetcher = GuardedFetcher::with_lookup(Guard::with_loopback(), lookup.clone()).unwrap();
    let again = fetcher
        .fetch(request(&format!("http://rebinding.localhost:{port}/plain")))
        .await;
    assert_eq!(
        (again.unwrap_err().code(), lookup.asked()),
        ("blocked-address", 2)
    );
}

#[tokio::test]
async fn a_refused_address_among_permitted_ones_is_never_tried() {
    let port = server().await;
    let lookup = Answers::new([vec!["10.0.0.1".parse().unwrap(), LOOPBACK]]);
    let fetcher = GuardedFetcher::with_lookup(Guard::with_loopback(), lookup).unwrap();
    let found = fetcher
        .fetch(request(&format!("http://mixed.localhost:{port}/plain")))
        .await;
    assert_eq!(found.unwrap().status, 200);
}

#[tokio::test]
async fn a_literal_address_is_refused_without_a_lookup() {
    let lookup = Answers::new([]);
    let fetcher = GuardedFetcher::with_lookup(Guard::public_only(), lookup.clone()).unwrap();
    let refused = fetcher.fetch(request("https://192.168.1.1/")).await.unwrap_err();
    assert_eq!((refused.code(), lookup.asked()), ("blocked-address", 0));
}

#[tokio::test]
async fn an_unknown_name_and_a_closed_port_are_unreachable() {
    let fetcher = GuardedFetcher::with_lookup(Guard::with_loopback(), Answers::new([])).unwrap();
    let unknown = fetcher
        .fetch(request("https://nowhere.example.org/"))
        .await
        .unwrap_err();
    assert_eq!(unknown.code(), "unreachable");

    let listener = std::net::TcpListener::bind((LOOPBACK, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let closed = fetcher
        .fetch(request(&format!("http://127.0.0.1:{port}/")))
        .await
        .unwrap_err();
    assert_eq!(closed.code(), "unreachable");
}

fn call(url: &str) -> http::Request {
    http::Request {
        method: http::Method::Post,
        url: Url::parse(url).unwrap(),
        headers: vec![
            ("content-type", "text/plain".to_owned()),
            ("authorization", "Bearer secret".to_owned()),
        ],
        body: b"a score".to_vec(),
        max_response_bytes: 1000,
    }
}

/// Calls `path` of a fresh server under the development guard.
async fn call_own(path: &str) -> Result<http::Response, FetchError> {
    let port = server().await;
    let client = GuardedFetcher::new(Guard::with_loopback()).unwrap();
    client.call(call(&format!("http://127.0.0.1:{port}{path}"))).await
}

#[tokio::test]
async fn a_call_sends_its_body_and_headers_and_gives_back_every_header_as_bytes() {
    let answer = call_own("/service").await.unwrap();
    assert_eq!(answer.status, 201);
    assert_eq!(answer.header("link"), Some("rel=“next”".as_bytes()));
    let body = String::from_utf8(answer.body).unwrap();
    assert!(body.starts_with("a score "), "{body}");
    for sent in [
        r#""user-agent": "Blason/"#,
        "Bearer secret",
        r#""content-type": "text/plain""#,
    ] {
        assert!(body.contains(sent), "{sent} in {body}");
    }
}

#[tokio::test]
async fn a_call_is_redirected_nowhere() {
    let port = server().await;
    let client = GuardedFetcher::new(Guard::with_loopback()).unwrap();
    let mut asked = call(&format!("http://127.0.0.1:{port}/to-headers"));
    asked.method = http::Method::Get;
    assert_eq!(client.call(asked).await.unwrap().status, 307);
}

#[tokio::test]
async fn a_call_is_bounded_and_guarded_as_a_fetch_is() {
    let port = server().await;
    let client = GuardedFetcher::new(Guard::with_loopback()).unwrap();
    let client = client.with_timeout(Duration::from_millis(500));
    for (url, code) in [
        (format!("http://127.0.0.1:{port}/large"), "too-large"),
        (format!("http://127.0.0.1:{port}/endless"), "too-large"),
        (format!("http://127.0.0.1:{port}/slow"), "timeout"),
        ("http://10.0.0.1/token".to_owned(), "not-https"),
        ("https://10.0.0.1/token".to_owned(), "blocked-address"),
    ] {
        let mut asked = call(&url);
        asked.method = http::Method::Get;
        assert_eq!(client.call(asked).await.unwrap_err().code(), code, "{url}");
    }
}

#[tokio::test]
async fn a_header_that_cannot_be_sent_is_refused() {
    let client = GuardedFetcher::new(Guard::with_loopback()).unwrap();
    let mut asked = call("http://127.0.0.1:1/token");
    asked.headers.push(("accept", "one\r\ncookie: two".to_owned()));
    assert_eq!(client.call(asked).await.unwrap_err().code(), "unsendable");
}
