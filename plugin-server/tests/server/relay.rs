//! The relay: off unless asked for, for named sites only, for keys and lists only, and never past the guard.

use std::sync::Arc;

use axum::http::{Method, StatusCode};
use lti_advantage::http::{Request, Response};
use plugin_server::{
    app::build_handler,
    clients::{
        Call, Fetch, FetchError, FetchRequest, FetchResponse, Guard, GuardedFetcher, Network, Pending,
        Resources,
    },
    clock::FixedClock,
    config::{Config, Relay},
    entropy::OsEntropy,
    state::App,
};
use tempfile::TempDir;
use time::Duration;

use crate::support::{Answer, Browser, NOW};

const KEYS: &str = "https://badges.example/.well-known/did.json";
const DOCUMENTS: &str = r#"{
  "https://badges.example/.well-known/did.json":
    {"status": 200, "content_type": "application/did+json", "body": "{\"verificationMethod\": []}"},
  "https://badges.example/list":
    {"status": 200, "content_type": "application/vc", "body": "{\"type\": [\"BitstringStatusListCredential\"]}"},
  "https://badges.example/badge":
    {"status": 200, "content_type": "application/json", "body": "{\"type\": [\"OpenBadgeCredential\"], \"credentialSubject\": {}}"},
  "https://badges.example/gone": {"status": 410, "content_type": "text/html", "body": "<script>alert(1)</script>"}
}"#;
const OURS: (&str, &str) = ("sec-fetch-site", "same-origin");
const THEIRS: (&str, &str) = ("origin", "https://cv.example.org");

/// A way out that reads from a map, and calls nobody.
#[derive(Debug)]
struct Documents(Resources);

impl Documents {
    fn shared() -> Arc<dyn Network> {
        Arc::new(Self(Resources::parse(DOCUMENTS.as_bytes()).unwrap()))
    }
}

impl Fetch for Documents {
    fn fetch(&self, request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>> {
        self.0.fetch(request)
    }
}

impl Call for Documents {
    fn call(&self, _request: Request) -> Pending<'_, Result<Response, FetchError>> {
        Box::pin(async { Err(FetchError::Offline) })
    }
}

/// A server whose relay reads for one other site, over `http`.
struct Relaying {
    browser: Browser,
    clock: Arc<FixedClock>,
    _folder: TempDir,
}

impl Relaying {
    async fn over(http: Arc<dyn Network>, relay: Option<Relay>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock::new(NOW));
        let mut config = Config::for_testing(folder.path().into()).unwrap();
        config.relay = relay;
        config.development = false;
        let app = App::start_with(
            config,
            Arc::<FixedClock>::clone(&clock),
            Arc::new(OsEntropy),
            http,
        )
        .await
        .unwrap();
        Self {
            browser: Browser::of(build_handler(app)),
            clock,
            _folder: folder,
        }
    }

    /// The same over documents that need no network.
    async fn new(per_minute: u32) -> Self {
        Self::over(Documents::shared(), Some(for_one_site(per_minute))).await
    }

    async fn ask(&mut self, kind: &str, url: &str, from: &[(&str, &str)]) -> Answer {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("kind", kind)
            .append_pair("url", url)
            .finish();
        let headers = [from, &[("accept", "application/json")]].concat();
        self.browser
            .request(Method::GET, &format!("/relay?{query}"), &headers)
            .await
    }
}

fn for_one_site(per_minute: u32) -> Relay {
    Relay {
        origins: vec!["https://cv.example.org".to_owned()],
        per_minute,
    }
}

#[tokio::test]
async fn there_is_no_relay_until_an_administrator_opens_one() {
    let mut server = Relaying::over(Documents::shared(), None).await;
    let answer = server.ask("key", KEYS, &[OURS]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_key_and_a_list_are_handed_on_as_data_and_as_nothing_else() {
    let mut server = Relaying::new(60).await;
    let answer = server.ask("key", KEYS, &[OURS]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("access-control-allow-origin"), "");
    assert_eq!(
        answer.json(),
        serde_json::json!({
            "status": 200, "contentType": "application/did+json", "body": "eyJ2ZXJpZmljYXRpb25NZXRob2QiOiBbXX0=",
        })
    );
    let list = server.ask("status", "https://badges.example/list", &[OURS]).await;
    assert_eq!(list.json()["contentType"], "application/vc");
}

#[tokio::test]
async fn a_page_of_a_named_site_may_ask_and_one_of_another_may_not() {
    let mut server = Relaying::new(60).await;
    let answer = server.ask("key", KEYS, &[THEIRS]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(
        answer.header("access-control-allow-origin"),
        "https://cv.example.org"
    );
    assert_eq!(answer.header("vary"), "origin");
    for from in [
        &[("origin", "https://other.example")][..],
        &[("origin", "null")],
        &[("sec-fetch-site", "cross-site")],
        &[],
    ] {
        let answer = server.ask("key", KEYS, from).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{from:?}");
        assert_eq!(answer.json()["error"]["code"], "relay-origin", "{from:?}");
        assert_eq!(answer.header("access-control-allow-origin"), "");
    }
}

#[tokio::test]
async fn a_badge_or_any_other_document_is_not_handed_on() {
    let mut server = Relaying::new(60).await;
    for (kind, url) in [
        ("key", "https://badges.example/badge"),
        ("status", "https://badges.example/badge"),
        ("status", KEYS),
        ("key", "https://badges.example/list"),
        ("key", "not an address"),
    ] {
        let answer = server.ask(kind, url, &[OURS]).await;
        assert_eq!(
            answer.json(),
            serde_json::json!({"unreachable": "refused"}),
            "{kind}: {url}"
        );
    }
    let gone = server.ask("status", "https://badges.example/gone", &[OURS]).await;
    let bare = serde_json::json!({"status": 410, "contentType": null, "body": ""});
    assert_eq!(gone.json(), bare, "of an error, nothing but its number");
    let absent = server.ask("key", "https://badges.example/absent", &[OURS]).await;
    assert_eq!(absent.json(), serde_json::json!({"unreachable": "unreachable"}));
}

#[tokio::test]
async fn a_question_is_a_kind_and_an_address_and_there_is_no_place_for_a_badge() {
    let mut server = Relaying::new(60).await;
    for path in [
        "/relay",
        "/relay?kind=key",
        "/relay?kind=hosted&url=https://badges.example/badge",
        "/relay?kind=key&url=https://badges.example/list&badge=x",
    ] {
        let answer = server.browser.request(Method::GET, path, &[OURS]).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}");
        assert_eq!(answer.json()["error"]["code"], "relay-question", "{path}");
    }
    let answer = server
        .browser
        .request(Method::POST, "/relay?kind=key&url=x", &[OURS])
        .await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn what_is_not_on_the_public_internet_is_refused_before_it_is_asked() {
    let guarded = GuardedFetcher::new(Guard::public_only()).unwrap();
    let mut server = Relaying::over(Arc::new(guarded), Some(for_one_site(60))).await;
    for url in [
        "https://127.0.0.1/did.json",
        "https://[::1]/did.json",
        "https://10.0.0.1/did.json",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost/did.json",
        "http://badges.example/did.json",
        "file:///etc/passwd",
        "https://user:secret@badges.example/did.json",
    ] {
        let answer = server.ask("key", url, &[OURS]).await;
        assert_eq!(
            answer.json(),
            serde_json::json!({"unreachable": "refused"}),
            "{url}"
        );
    }
}

#[tokio::test]
async fn a_minute_has_a_bound_for_everybody_together() {
    let mut server = Relaying::new(2).await;
    for _ in 0..2 {
        assert_eq!(server.ask("key", KEYS, &[OURS]).await.status, StatusCode::OK);
    }
    let answer = server.ask("key", KEYS, &[THEIRS]).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.json()["error"]["code"], "relay-busy");
    server.clock.set(NOW + Duration::minutes(1));
    assert_eq!(server.ask("key", KEYS, &[THEIRS]).await.status, StatusCode::OK);
}
