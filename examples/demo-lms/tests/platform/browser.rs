//! A visitor's browser: cookies, forms, and no network.

use std::{collections::BTreeMap, net::SocketAddr};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use demo_lms::{Config, Lms, Privacy, build_router};
use time::macros::datetime;
use tower::ServiceExt as _;
use url::{Url, form_urlencoded};

pub(crate) const ISSUER: &str = "http://127.0.0.1:8081";
pub(crate) const REDIRECT_URI: &str = "http://127.0.0.1:8080/lti/launch";
/// Unix seconds at which every test happens.
pub(crate) const NOW: i64 = 1_795_312_800;

pub(crate) struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    language: &'static str,
}

pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) location: Option<String>,
    pub(crate) set_cookie: Vec<String>,
    pub(crate) body: String,
}

/// The settings of every test that asks for no others.
pub(crate) fn config() -> Config {
    let tool = Url::parse("http://127.0.0.1:8080").unwrap();
    Config::new(SocketAddr::from(([127, 0, 0, 1], 8081)), tool)
}

impl Browser {
    pub(crate) fn new() -> Self {
        Self::with_privacy(Privacy::Full)
    }

    pub(crate) fn with_privacy(privacy: Privacy) -> Self {
        let mut config = config();
        config.privacy = privacy;
        Self::at(config)
    }

    /// A browser at an LMS of its own with these settings.
    pub(crate) fn at(config: Config) -> Self {
        let lms = Lms::new(config, || datetime!(2026-11-22 02:00:00 UTC)).unwrap();
        Self {
            router: build_router(lms),
            cookies: BTreeMap::new(),
            language: "en",
        }
    }

    /// Another browser at the same LMS.
    pub(crate) fn beside(&self) -> Self {
        Self {
            router: self.router.clone(),
            cookies: BTreeMap::new(),
            language: self.language,
        }
    }

    pub(crate) fn speaking(mut self, language: &'static str) -> Self {
        self.language = language;
        self
    }

    pub(crate) fn forget_cookies(&mut self) {
        self.cookies.clear();
    }

    pub(crate) async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }

    async fn send(&mut self, mut request: Request<Body>) -> Page {
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let headers = request.headers_mut();
        headers.insert(header::ACCEPT_LANGUAGE, self.language.parse().unwrap());
        if !cookies.is_empty() {
            headers.insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let text = |name| {
            response
                .headers()
                .get_all(name)
                .iter()
                .map(|value| value.to_str().unwrap().to_owned())
        };
        let set_cookie: Vec<String> = text(header::SET_COOKIE).collect();
        let location = text(header::LOCATION).next();
        for cookie in &set_cookie {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let status = response.status();
        let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        Page {
            status,
            location,
            set_cookie,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    pub(crate) async fn enter(&mut self, person: &str) {
        let page = self.post("/enter", &[("person", person)]).await;
        assert_eq!(page.location.as_deref(), Some("/course"));
    }

    pub(crate) async fn finish_the_course(&mut self) {
        self.post("/activity/materials/done", &[]).await;
        self.post("/activity/checklist/done", &[]).await;
        let page = self.post("/activity/quiz/answer", &[("answer", "pvc")]).await;
        assert_eq!(page.location.as_deref(), Some("/course"));
    }

    /// The login initiation that opening the badge activity sends.
    pub(crate) async fn login_initiation(&mut self, query: &str) -> BTreeMap<String, String> {
        let page = self.get(&format!("/launch{query}")).await;
        assert_eq!(page.status, StatusCode::OK);
        page.form()
    }

    /// What a correct tool asks after the login initiation.
    pub(crate) async fn auth_request(&mut self, query: &str) -> BTreeMap<String, String> {
        let login = self.login_initiation(query).await;
        let fixed = [
            ("scope", "openid"),
            ("response_type", "id_token"),
            ("response_mode", "form_post"),
            ("prompt", "none"),
            ("redirect_uri", REDIRECT_URI),
            ("state", "a+b/c=.~_-"),
            ("nonce", "n-1"),
        ];
        let mut request: BTreeMap<String, String> = fixed
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        for echoed in ["client_id", "login_hint", "lti_message_hint"] {
            request.insert(echoed.to_owned(), login[echoed].clone());
        }
        request
    }

    pub(crate) async fn authorize(&mut self, request: &BTreeMap<String, String>) -> Page {
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(request)
            .finish();
        self.get(&format!("/auth?{query}")).await
    }
}

impl Page {
    /// Where the page's form goes.
    pub(crate) fn action(&self) -> String {
        unescaped(
            self.body
                .split_once("action=\"")
                .unwrap()
                .1
                .split_once('"')
                .unwrap()
                .0,
        )
    }

    /// The hidden fields of the page's form.
    pub(crate) fn form(&self) -> BTreeMap<String, String> {
        self.body
            .split("<input type=\"hidden\" name=\"")
            .skip(1)
            .map(|field| {
                let (name, rest) = field.split_once("\" value=\"").unwrap();
                (name.to_owned(), unescaped(rest.split_once('"').unwrap().0))
            })
            .collect()
    }
}

/// The entities that the templates write.
fn unescaped(text: &str) -> String {
    [
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#38;", "&"),
    ]
    .into_iter()
    .fold(text.to_owned(), |text, (entity, character)| {
        text.replace(entity, character)
    })
}
