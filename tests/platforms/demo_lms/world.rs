//! A platform and a tool of their own for each test, on free ports.

use std::{
    net::SocketAddr,
    sync::{
        Mutex, OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use aws_lc_rs::{encoding::AsDer, rsa::KeySize, signature::RsaKeyPair};
use axum::{Json, Router, routing::get};
use demo_lms::{Config, Lms, build_router};
use lti_advantage::{
    error::TokenError,
    http::{Method, Request, Response, Transport, TransportError},
    records::{Algorithm, Registration, RegistrationId},
    service::{AccessTokens, Service, ServiceAddress},
    token::{self, AccessToken, TokenCache},
    tool_key::{ToolKey, key_set},
};
use serde_json::{Value, json};
use time::{Duration, OffsetDateTime, macros::datetime};
use tokio::net::TcpListener;
use url::Url;

/// When every test happens, on both sides.
pub(crate) const NOW: OffsetDateTime = datetime!(2026-11-22 12:00 UTC);
/// Whom every course has, as the platform numbers them.
pub(crate) const TEACHER: &str = "3";
pub(crate) const ONE: &str = "4";
pub(crate) const TWO: &str = "5";
pub(crate) const ASSISTANT: &str = "7";
pub(crate) const SUSPENDED: &str = "8";

/// The demo LMS, and a tool that it knows.
pub(crate) struct World {
    issuer: String,
    tool: String,
    registration: Registration,
    http: reqwest::Client,
    tokens: tokio::sync::Mutex<TokenCache>,
    assertions: AtomicU32,
    /// How far the tool's clock is ahead of the platform's.
    ahead: Duration,
    key: &'static ToolKey,
    answers: Mutex<Vec<Answer>>,
}

/// What the platform answered, for a test to see that a peculiarity was met.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) url: String,
    pub(crate) response: Response,
}

impl Answer {
    /// A header as text; what is no text reads as such.
    pub(crate) fn header(&self, name: &str) -> String {
        String::from_utf8_lossy(self.response.header(name).unwrap_or_default()).into_owned()
    }
}

impl World {
    /// With Moodle's peculiarities, but for the switches named.
    pub(crate) async fn with(switches: &[(&str, bool)]) -> Self {
        Self::start(switches, 2).await
    }

    /// A platform that knows no tool yet.
    pub(crate) async fn unconnected() -> Self {
        Self::begin(|config| config.unconnected = true).await
    }

    pub(crate) async fn start(switches: &[(&str, bool)], learners: u16) -> Self {
        let switches = switches
            .iter()
            .map(|(name, on)| ((*name).to_owned(), *on))
            .collect();
        Self::begin(|config| {
            config.learners = learners;
            config.switches = switches;
        })
        .await
    }

    async fn begin(set: impl FnOnce(&mut Config)) -> Self {
        let tool = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let tool_address = tool.local_addr().unwrap();
        let keys = Router::new().route("/lti/jwks.json", get(async || Json(key_set([key()]))));
        tokio::spawn(async { axum::serve(tool, keys).await.unwrap() });

        let platform = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address: SocketAddr = platform.local_addr().unwrap();
        let mut config = Config::new(address, Url::parse(&format!("http://{tool_address}")).unwrap());
        config.control = true;
        set(&mut config);
        let lms = Lms::new(config, || NOW).unwrap();
        let issuer = lms.issuer().to_owned();
        tokio::spawn(async { axum::serve(platform, build_router(lms)).await.unwrap() });

        Self {
            registration: registration(&issuer),
            issuer,
            tool: format!("http://{tool_address}"),
            http: reqwest::Client::builder().no_proxy().build().unwrap(),
            tokens: tokio::sync::Mutex::default(),
            assertions: AtomicU32::new(0),
            ahead: Duration::ZERO,
            key: key(),
            answers: Mutex::default(),
        }
    }

    /// The same world, whose tool's clock is ahead.
    pub(crate) fn ahead_by(mut self, ahead: Duration) -> Self {
        self.ahead = ahead;
        self
    }

    /// The same world, whose tool signs with a key that it does not publish.
    pub(crate) fn signing_with_another_key(mut self) -> Self {
        self.key = another_key();
        self
    }

    /// The address of the platform.
    pub(crate) fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The address of the tool.
    pub(crate) fn tool(&self) -> &str {
        &self.tool
    }

    pub(crate) fn registration(&self) -> &Registration {
        &self.registration
    }

    /// With what the tool signs.
    pub(crate) fn key(&self) -> &'static ToolKey {
        self.key
    }

    pub(crate) fn service(&self) -> Service<'_, Self, Self> {
        Service {
            transport: self,
            tokens: self,
        }
    }

    pub(crate) fn roster(&self) -> ServiceAddress {
        self.address("/services/CourseSection/2/bindings/1/memberships")
    }

    /// The columns, as a launch names them while `type-id` is on.
    pub(crate) fn columns(&self) -> ServiceAddress {
        self.address("/services/2/lineitems?type_id=1")
    }

    /// An address of this platform.
    pub(crate) fn address(&self, path: &str) -> ServiceAddress {
        self.own(&format!("{}{path}", self.issuer))
    }

    /// An address that the platform gave.
    pub(crate) fn own(&self, address: &str) -> ServiceAddress {
        ServiceAddress::of(address, &self.registration).unwrap()
    }

    /// What a test does on the platform without a browser.
    pub(crate) async fn control(&self, method: reqwest::Method, path: &str, body: Value) -> Value {
        let request = self
            .http
            .request(method, format!("{}/control/{path}", self.issuer))
            .header("content-type", "application/json")
            .body(body.to_string());
        let answer = request.send().await.unwrap();
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap_or_default()
    }

    /// These people have done the course, and nobody else has.
    pub(crate) async fn done_by(&self, people: &[&str]) {
        let done = json!({ "people": people, "done": ["materials", "checklist", "quiz"] });
        self.control(reqwest::Method::POST, "progress", done).await;
    }

    /// A column of 100 for the badge activity.
    pub(crate) async fn column(&self, type_id: bool) -> ServiceAddress {
        let column = json!({ "tool": 1, "link": "badge-1", "label": "Badge", "maximum": 100 });
        let id = self.control(reqwest::Method::POST, "columns", column).await["id"].clone();
        let query = if type_id { "?type_id=1" } else { "" };
        self.address(&format!("/services/2/lineitems/{id}/lineitem{query}"))
    }

    /// A grade as a teacher types it.
    pub(crate) async fn typed(&self, person: &str, score: f64) {
        let grade = json!({ "column": 1, "person": person, "score": score });
        self.control(reqwest::Method::POST, "grades", grade).await;
    }

    /// Everything that the tool was answered.
    pub(crate) fn answers(&self) -> Vec<Answer> {
        self.answers.lock().unwrap().clone()
    }

    /// The last answer of an address with `part`.
    pub(crate) fn last(&self, part: &str) -> Answer {
        let answers = self.answers();
        let last = answers.into_iter().rev().find(|answer| answer.url.contains(part));
        last.unwrap_or_else(|| panic!("nothing with {part} was asked for"))
    }
}

impl Transport for World {
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            other => panic!("{other:?} is not sent here"),
        };
        let url = request.url.to_string();
        let mut sent = self.http.request(method, request.url).body(request.body);
        for (name, value) in request.headers {
            sent = sent.header(name, value);
        }
        let unreachable = |error: reqwest::Error| TransportError {
            code: error.to_string(),
        };
        let answer = sent.send().await.map_err(unreachable)?;
        let header = |(name, value): (&reqwest::header::HeaderName, &reqwest::header::HeaderValue)| {
            (name.to_string(), value.as_bytes().to_vec())
        };
        let response = Response {
            status: answer.status().as_u16(),
            headers: answer.headers().iter().map(header).collect(),
            body: answer.bytes().await.map_err(unreachable)?.to_vec(),
        };
        let seen = Answer {
            url,
            response: response.clone(),
        };
        self.answers.lock().unwrap().push(seen);
        Ok(response)
    }
}

impl AccessTokens for World {
    async fn token(&self, scopes: &[&str]) -> Result<AccessToken, TokenError> {
        let jti = self.assertions.fetch_add(1, Ordering::SeqCst).to_string();
        let mut cache = self.tokens.lock().await;
        let now = NOW.saturating_add(self.ahead);
        token::obtain(&mut cache, self, &self.registration, self.key, scopes, &jti, now).await
    }

    async fn forget(&self, token: &AccessToken) {
        self.tokens.lock().await.forget(token);
    }
}

fn registration(issuer: &str) -> Registration {
    let url = |path: &str| Url::parse(&format!("{issuer}{path}")).unwrap();
    Registration {
        id: RegistrationId("r1".to_owned()),
        issuer: issuer.to_owned(),
        client_id: "blason-demo".to_owned(),
        auth_url: url("/auth"),
        token_url: url("/token"),
        token_audience: None,
        jwks_url: url("/jwks.json"),
        algorithms: vec![Algorithm::Rs256],
    }
}

/// The tool's key, the same for every test.
fn key() -> &'static ToolKey {
    static KEY: OnceLock<ToolKey> = OnceLock::new();
    KEY.get_or_init(generated)
}

/// A key that the tool never publishes.
fn another_key() -> &'static ToolKey {
    static KEY: OnceLock<ToolKey> = OnceLock::new();
    KEY.get_or_init(generated)
}

fn generated() -> ToolKey {
    let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
    let der: aws_lc_rs::encoding::Pkcs8V1Der<'_> = pair.as_der().unwrap();
    ToolKey::from_pkcs8(der.as_ref()).unwrap()
}
