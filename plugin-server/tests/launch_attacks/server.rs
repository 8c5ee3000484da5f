//! The real router over a database of its own, with a clock that stands still and a network that holds one
//! key set.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use lti_advantage::http;
use plugin_server::{
    app::build_handler,
    clients::{self, Call, Fetch, FetchError, FetchRequest, FetchResponse, Pending},
    clock::FixedClock,
    config::Config,
    entropy::OsEntropy,
    services::demo,
    state::App,
};
use serde_json::Value;
use tempfile::TempDir;
use time::{Duration, OffsetDateTime, macros::datetime};
use tower::ServiceExt;
use url::{Url, form_urlencoded};

use crate::platform::{ISSUER, Platform};

const LARGEST_BODY: usize = 1 << 20;

/// The server, and the platform that it knows.
pub(crate) struct Server {
    pub(crate) app: App,
    pub(crate) platform: Platform,
    clock: Arc<FixedClock>,
    network: Arc<Network>,
    router: Router,
    _folder: TempDir,
}

/// How many rows there are that a launch can cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) launches: i64,
    pub(crate) awards: i64,
    pub(crate) pending_deployments: i64,
    pub(crate) used_logins: i64,
}

/// A login as the browser and the platform see it.
pub(crate) struct Login {
    pub(crate) state: String,
    pub(crate) nonce: String,
    pub(crate) set_cookie: String,
    pub(crate) cookie_name: String,
    cookie_value: String,
}

impl Login {
    /// The login that goes on at `redirect`, and the cookie that it set.
    pub(crate) fn of(redirect: &str, set_cookie: &str) -> Self {
        let redirect = Url::parse(redirect).unwrap();
        let value = |name: &str| {
            redirect
                .query_pairs()
                .find(|(key, _)| key == name)
                .unwrap()
                .1
                .into_owned()
        };
        let (name, rest) = set_cookie.split_once('=').unwrap();
        Self {
            state: value("state"),
            nonce: value("nonce"),
            cookie_name: name.to_owned(),
            cookie_value: rest.split(';').next().unwrap().to_owned(),
            set_cookie: set_cookie.to_owned(),
        }
    }

    pub(crate) fn cookie_value(&self) -> &str {
        &self.cookie_value
    }

    /// The same cookie value, sent under the name that belongs to another login.
    pub(crate) fn with_cookie_name_of(mut self, other: &Self) -> Self {
        self.cookie_name.clone_from(&other.cookie_name);
        self
    }
}

impl Server {
    pub(crate) async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock::new(datetime!(2026-11-22 12:00 UTC)));
        let network = Arc::new(Network::default());
        let config = Config::for_testing(folder.path().to_owned()).unwrap();
        let app = App::start_with(config, clock.clone(), Arc::new(OsEntropy), network.clone())
            .await
            .unwrap();
        demo::seed(&app, &Url::parse(ISSUER).unwrap()).await.unwrap();
        let platform = Platform::new(&app);
        *network.key_set.lock().unwrap() = Some(platform.key_set());
        let router = build_handler(app.clone());
        Self {
            app,
            platform,
            clock,
            network,
            router,
            _folder: folder,
        }
    }

    /// The same, with the network of a server that does not develop: under the guard, and without this machine.
    pub(crate) async fn start_guarded() -> Self {
        let mut server = Self::start().await;
        let mut config = server.app.config.as_ref().clone();
        config.development = false;
        server.app.http = clients::client(&config).unwrap();
        server.router = build_handler(server.app.clone());
        server
    }

    /// What the platform answers at `address`.
    pub(crate) fn answers(&self, address: &str, document: &Value) {
        let mut answers = self.network.answers.lock().unwrap();
        answers.insert(address.to_owned(), document.to_string());
    }

    /// The calls of services so far.
    pub(crate) fn calls(&self) -> Vec<http::Request> {
        self.network.calls.lock().unwrap().clone()
    }

    pub(crate) fn now(&self) -> OffsetDateTime {
        self.app.now()
    }

    pub(crate) fn wait(&self, duration: Duration) {
        self.clock.set(self.now() + duration);
    }

    pub(crate) fn break_keys(&self) {
        *self.network.key_set.lock().unwrap() = None;
    }

    pub(crate) fn key_fetches(&self) -> usize {
        self.network.fetches.load(Ordering::Relaxed)
    }

    /// Begins a login as the demonstration platform does.
    pub(crate) async fn login(&self) -> Login {
        let target = self.app.config.url("/lti/launch");
        let answer = self
            .begin(&[("iss", ISSUER), ("login_hint", "4"), ("target_link_uri", &target)])
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        Login::of(answer.location(), answer.header("set-cookie"))
    }

    /// Posts a login initiation.
    pub(crate) async fn begin(&self, parameters: &[(&str, &str)]) -> Answer {
        self.send(form("/lti/login", parameters)).await
    }

    /// Posts a login initiation from a frame of a browser, of a platform that keeps values in `storage` if it does.
    pub(crate) async fn begin_in_frame(&self, storage: Option<&str>) -> Answer {
        let target = self.app.config.url("/lti/launch");
        let mut fields = vec![("iss", ISSUER), ("login_hint", "4"), ("target_link_uri", &target)];
        fields.extend(storage.map(|target| ("lti_storage_target", target)));
        self.send_with_headers("/lti/login", &fields, &[("sec-fetch-dest", "iframe")])
            .await
    }

    /// Posts a form with these headers, and no cookie.
    pub(crate) async fn send_with_headers(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        headers: &[(&'static str, &str)],
    ) -> Answer {
        let mut request = form(path, fields);
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().unwrap());
        }
        self.send(request).await
    }

    /// A page, with the secret of a session that a page keeps in its memory.
    pub(crate) async fn get_with_session(&self, path: &str, session: &str) -> Answer {
        let request = Request::get(path)
            .header(header::ACCEPT, "application/json")
            .header(header::AUTHORIZATION, format!("Bearer {session}"));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// A launch with nothing wrong about it.
    pub(crate) async fn launch(&self, login: &Login) -> Answer {
        self.post(&self.platform.token(login), &login.state, Some(login))
            .await
    }

    /// Posts a launch, from the browser of `browser` if it sends cookies at all.
    pub(crate) async fn post(&self, token: &str, state: &str, browser: Option<&Login>) -> Answer {
        self.post_form(&[("id_token", token), ("state", state)], browser)
            .await
    }

    pub(crate) async fn post_form(&self, fields: &[(&str, &str)], browser: Option<&Login>) -> Answer {
        let mut request = form("/lti/launch", fields);
        if let Some(login) = browser {
            let cookie = format!("{}={}", login.cookie_name, login.cookie_value);
            request
                .headers_mut()
                .insert(header::COOKIE, cookie.parse().unwrap());
        }
        self.send(request).await
    }

    /// Follows the redirect of a launch, with the cookie that it set.
    pub(crate) async fn open(&self, launched: &Answer) -> Answer {
        let cookie = launched.header("set-cookie").split(';').next().unwrap();
        self.get(launched.location(), Some(cookie)).await
    }

    pub(crate) async fn get(&self, path: &str, cookie: Option<&str>) -> Answer {
        let request = Request::get(path).header(header::ACCEPT, "application/json");
        let request = cookie
            .into_iter()
            .fold(request, |request, cookie| request.header(header::COOKIE, cookie));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Posts a form of one of our pages, with the cookie of that page.
    pub(crate) async fn send_form(&self, path: &str, fields: &[(&str, &str)], cookie: &str) -> Answer {
        let mut request = form(path, fields);
        request
            .headers_mut()
            .insert(header::COOKIE, cookie.parse().unwrap());
        self.send(request).await
    }

    pub(crate) async fn counts(&self) -> Counts {
        Counts {
            launches: self.count("SELECT COUNT(*) FROM launches").await,
            awards: self.count("SELECT COUNT(*) FROM awards").await,
            pending_deployments: self.count("SELECT COUNT(*) FROM pending_deployments").await,
            used_logins: self
                .count("SELECT COUNT(*) FROM login_states WHERE consumed_at IS NOT NULL")
                .await,
        }
    }

    pub(crate) async fn logins(&self) -> i64 {
        self.count("SELECT COUNT(*) FROM login_states").await
    }

    async fn count(&self, statement: &'static str) -> i64 {
        sqlx::query_scalar(statement)
            .fetch_one(&self.app.db)
            .await
            .unwrap()
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, LARGEST_BODY).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8(body.into()).unwrap(),
        }
    }
}

fn form(path: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ACCEPT, "application/json")
        .body(Body::from(body))
        .unwrap()
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) body: String,
    headers: HeaderMap,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map(|value| value.to_str().unwrap())
            .unwrap_or_default()
    }

    /// The cookie that was set, as it is sent back.
    pub(crate) fn cookie(&self) -> &str {
        self.header("set-cookie").split(';').next().unwrap()
    }

    /// The value of the hidden field `name` of a page.
    #[track_caller]
    pub(crate) fn field(&self, name: &str) -> String {
        let marker = format!("name=\"{name}\" value=\"");
        let (_, rest) = self
            .body
            .split_once(&marker)
            .unwrap_or_else(|| panic!("no {name} in {self:?}"));
        rest.split('"').next().unwrap().to_owned()
    }

    /// The value of the attribute `name` of a page, where it stands first.
    #[track_caller]
    pub(crate) fn attribute(&self, name: &str) -> String {
        let (_, rest) = self
            .body
            .split_once(&format!(" {name}=\""))
            .unwrap_or_else(|| panic!("no {name} in {self:?}"));
        rest.split('"').next().unwrap().to_owned()
    }

    pub(crate) fn location(&self) -> &str {
        self.header("location")
    }

    /// The code of a refusal: of a JSON document, or of the page that offers a way on.
    #[track_caller]
    pub(crate) fn code(&self) -> &str {
        let after = |marker: &str| self.body.rsplit_once(marker).map(|(_, rest)| rest);
        let (rest, end) = match serde_json::from_str::<Value>(&self.body) {
            Ok(_) => (after("\"code\":\""), '"'),
            Err(_) => (after("<code>"), '<'),
        };
        rest.and_then(|rest| rest.split(end).next())
            .unwrap_or_else(|| panic!("no code in {self:?}"))
    }
}

/// A network that holds the platform's key set and counts how often it is fetched; calls of services are noted, and
/// answered with what a test gave it.
#[derive(Debug, Default)]
struct Network {
    key_set: Mutex<Option<Value>>,
    fetches: AtomicUsize,
    answers: Mutex<HashMap<String, String>>,
    calls: Mutex<Vec<http::Request>>,
}

impl Fetch for Network {
    fn fetch(&self, request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>> {
        assert_eq!(request.url.as_str(), format!("{ISSUER}/jwks.json"));
        self.fetches.fetch_add(1, Ordering::Relaxed);
        let answer = self.key_set.lock().unwrap().as_ref().map(|set| FetchResponse {
            status: 200,
            body: set.to_string().into_bytes(),
            ..FetchResponse::default()
        });
        Box::pin(async {
            // As over a real network, others have their turn meanwhile.
            tokio::task::yield_now().await;
            answer.ok_or(FetchError::Unreachable)
        })
    }
}

impl Call for Network {
    fn call(&self, request: http::Request) -> Pending<'_, Result<http::Response, FetchError>> {
        let answer = self.answers.lock().unwrap().get(request.url.as_str()).cloned();
        self.calls.lock().unwrap().push(request);
        let answer = answer.map(|body| http::Response {
            status: 200,
            headers: vec![("content-type".to_owned(), b"application/json".to_vec())],
            body: body.into_bytes(),
        });
        Box::pin(async { answer.ok_or(FetchError::Unreachable) })
    }
}
