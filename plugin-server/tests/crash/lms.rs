//! The platform of the other tests, on a real socket and with keys of its own.

use std::sync::Arc;

use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    rsa::{KeyPair, KeySize},
};
use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::get,
};
use lti_advantage::{
    http::{self, Request},
    tool_key::{ToolKey, key_set},
};
use plugin_server::clients::Call;
use serde_json::Value;
use tokio::net::TcpListener;

use crate::platform::{FakePlatform, ORIGIN};

/// The platform, reached at `origin`.
pub(crate) struct Lms {
    pub(crate) origin: String,
    pub(crate) platform: FakePlatform,
    key: ToolKey,
}

impl Lms {
    /// A platform on a free port, for as long as the test's runtime lives.
    pub(crate) async fn start() -> Arc<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let pair = KeyPair::generate(KeySize::Rsa2048).unwrap();
        let pkcs8: Pkcs8V1Der<'_> = pair.as_der().unwrap();
        let lms = Arc::new(Self {
            origin: format!("http://{}", listener.local_addr().unwrap()),
            platform: FakePlatform::default(),
            key: ToolKey::from_pkcs8(pkcs8.as_ref()).unwrap(),
        });
        let router = Router::new()
            .route("/jwks.json", get(keys))
            .fallback(answer)
            .with_state(Arc::clone(&lms));
        tokio::spawn(async move { axum::serve(listener, router).await });
        lms
    }

    /// An address of the platform in memory, as it is reached here.
    pub(crate) fn here(&self, address: &str) -> String {
        address.replace(ORIGIN, &self.origin)
    }

    /// What this platform says of somebody, signed.
    pub(crate) fn sign(&self, claims: &Value) -> String {
        self.key.sign(claims).unwrap()
    }

    /// The people whose score it took, once for each score.
    pub(crate) fn scored(&self) -> Vec<String> {
        self.platform.scored()
    }
}

async fn keys(State(lms): State<Arc<Lms>>) -> Json<Value> {
    Json(key_set([&lms.key]))
}

async fn answer(
    State(lms): State<Arc<Lms>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let is_post = method == Method::POST;
    let sent = [
        ("accept", header::ACCEPT),
        ("authorization", header::AUTHORIZATION),
        ("content-type", header::CONTENT_TYPE),
    ];
    let sent = sent.into_iter().filter_map(|(name, key)| {
        let value = headers.get(key)?.to_str().unwrap();
        Some((name, value.to_owned()))
    });
    let request = Request {
        method: if is_post {
            http::Method::Post
        } else {
            http::Method::Get
        },
        url: format!("{ORIGIN}{uri}").parse().unwrap(),
        headers: sent.collect(),
        body: body.to_vec(),
        max_response_bytes: usize::MAX,
    };
    let Ok(answered) = lms.platform.call(request).await else {
        return StatusCode::BAD_GATEWAY.into_response();
    };
    let mut response = Response::builder().status(answered.status);
    for (name, value) in &answered.headers {
        response = response.header(name, lms.here(&String::from_utf8_lossy(value)));
    }
    let body = lms.here(&String::from_utf8_lossy(&answered.body));
    response.body(Body::from(body)).unwrap()
}
