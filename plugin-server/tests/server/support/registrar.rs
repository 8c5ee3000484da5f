//! A platform in memory that registers tools, and answers the services that a test of the connection asks for.

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::{Router, body::Body, http};
use lti_advantage::http::{Method, Request, Response};
use plugin_server::clients::{Call, Fetch, FetchError, FetchRequest, FetchResponse, Pending};
use serde_json::{Value, json};
use tower::ServiceExt;
use url::form_urlencoded;

/// Where it is.
pub(crate) const ORIGIN: &str = "http://127.0.0.1:8090";
/// Where it describes itself.
pub(crate) const CONFIGURATION: &str = "http://127.0.0.1:8090/mod/lti/openid-configuration.php";

/// The platform.
#[derive(Debug)]
pub(crate) struct Registrar(Mutex<State>);

/// What it answers. Tests change it by [`Registrar::state`].
#[derive(Debug)]
pub(crate) struct State {
    /// Its description of itself, and the status it comes with.
    pub(crate) configuration: (u16, Value),
    /// Its answer to a registration.
    pub(crate) registration: (u16, String),
    /// Its answer to a request for a token: a status, and whether that is a page.
    pub(crate) token_status: u16,
    /// The `Date` of its answers.
    pub(crate) date: Option<&'static str>,
    /// The server whose keys it reads before it gives a token.
    pub(crate) checks: Option<Router>,
    /// Nothing answers.
    pub(crate) is_down: bool,
    /// Its answer to a registration is long in coming.
    pub(crate) is_slow: bool,
    /// Every request, in their order.
    pub(crate) asked: Vec<Request>,
}

impl Default for Registrar {
    fn default() -> Self {
        Self(Mutex::new(State {
            configuration: (200, configuration()),
            registration: (200, registered("abc", Some("7"))),
            token_status: 200,
            date: None,
            checks: None,
            is_down: false,
            is_slow: false,
            asked: Vec::new(),
        }))
    }
}

/// A description as Moodle gives it.
pub(crate) fn configuration() -> Value {
    json!({
        "issuer": ORIGIN,
        "token_endpoint": "http://127.0.0.1:8090/mod/lti/token.php",
        "jwks_uri": "http://127.0.0.1:8090/mod/lti/certs.php",
        "authorization_endpoint": "http://127.0.0.1:8090/mod/lti/auth.php",
        "registration_endpoint": "http://127.0.0.1:8090/mod/lti/openid-registration.php",
        "scopes_supported": [
            "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
            "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
            "https://purl.imsglobal.org/spec/lti-ags/scope/score",
            "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly", "openid",
        ],
        "id_token_signing_alg_values_supported": ["RS256"],
        "https://purl.imsglobal.org/spec/lti-platform-configuration": {
            "product_family_code": "moodle", "version": "4.5.5+ (Build: 20250613)",
            "messages_supported": [{ "type": "LtiResourceLinkRequest" }, { "type": "LtiDeepLinkingRequest" }],
        },
    })
}

/// An answer to a registration that was taken.
pub(crate) fn registered(client_id: &str, deployment_id: Option<&str>) -> String {
    json!({
        "client_id": client_id,
        "scope": "https://purl.imsglobal.org/spec/lti-ags/scope/score https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly",
        "https://purl.imsglobal.org/spec/lti-tool-configuration": { "deployment_id": deployment_id },
    })
    .to_string()
}

impl Registrar {
    /// Its state, to look at and to change.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The bodies of the registrations that it was sent, each with its `Authorization`.
    pub(crate) fn registrations(&self) -> Vec<(Value, Option<String>)> {
        let state = self.state();
        let sent = state.asked.iter().filter(|request| {
            request.method == Method::Post && request.url.path().ends_with("openid-registration.php")
        });
        sent.map(|request| {
            let mut headers = request.headers.iter();
            let authorization = headers.find(|(name, _)| *name == "authorization");
            (
                serde_json::from_slice(&request.body).unwrap(),
                authorization.map(|(_, value)| value.clone()),
            )
        })
        .collect()
    }
}

impl Fetch for Registrar {
    fn fetch(&self, _request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>> {
        Box::pin(async { Err(FetchError::Offline) })
    }
}

impl Call for Registrar {
    fn call(&self, request: Request) -> Pending<'_, Result<Response, FetchError>> {
        self.state().asked.push(request.clone());
        Box::pin(async move {
            let is_registration = request.url.path().ends_with("openid-registration.php");
            while is_registration && self.state().is_slow {
                tokio::task::yield_now().await;
            }
            let checks = self.state().checks.clone();
            if let Some(server) = checks.filter(|_| request.url.path().ends_with("token.php")) {
                let keys = http::Request::get("/lti/jwks.json").body(Body::empty()).unwrap();
                server.oneshot(keys).await.unwrap();
            }
            self.state().answer(&request)
        })
    }
}

impl State {
    fn answer(&self, request: &Request) -> Result<Response, FetchError> {
        if self.is_down {
            return Err(FetchError::Unreachable);
        }
        let (status, body) = match request.url.path() {
            "/mod/lti/openid-configuration.php" => (self.configuration.0, self.configuration.1.to_string()),
            "/mod/lti/openid-registration.php" => self.registration.clone(),
            "/mod/lti/certs.php" => (
                200,
                json!({ "keys": [{ "kid": "1" }, { "kid": "2" }] }).to_string(),
            ),
            "/mod/lti/token.php" if self.token_status != 200 => {
                (self.token_status, "<html>fix_jwks_alg()</html>".to_owned())
            }
            "/mod/lti/token.php" => (200, token(&request.body)),
            "/roster" => (
                200,
                json!({ "members": [{ "user_id": "1", "roles": ["Learner"] }] }).to_string(),
            ),
            "/columns" => (200, "[]".to_owned()),
            _ => (404, String::new()),
        };
        let date = self.date.map(|date| ("date".to_owned(), date.into()));
        Ok(Response {
            status,
            headers: date.into_iter().collect(),
            body: body.into_bytes(),
        })
    }
}

fn token(asked: &[u8]) -> String {
    let scope = form_urlencoded::parse(asked)
        .find(|(name, _)| name == "scope")
        .map(|(_, value)| value.into_owned());
    json!({ "access_token": "t", "token_type": "Bearer", "expires_in": 3600, "scope": scope }).to_string()
}
