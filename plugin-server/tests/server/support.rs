//! A house with a clock that stands still, a platform in memory, and browsers that keep cookies.

pub(crate) mod platform;
pub(crate) mod registrar;

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use plugin_server::{
    app::build_handler,
    clock::FixedClock,
    config::Config,
    db::{
        badges::Badge,
        placements, registrations,
        resource_links::{self, ResourceLink},
    },
    entropy::OsEntropy,
    services::{
        admin_access, demo,
        launches::{self, Entrant, Role},
    },
    state::App,
};
use tempfile::TempDir;
use time::macros::datetime;
use tower::ServiceExt;

use platform::FakePlatform;

/// The moment at which the clock of every house stands at first.
pub(crate) const NOW: time::OffsetDateTime = datetime!(2026-11-22 12:00 UTC);

/// A server with its data.
pub(crate) struct House {
    pub(crate) app: App,
    pub(crate) clock: Arc<FixedClock>,
    /// All that the house reaches over the network.
    pub(crate) platform: Arc<FakePlatform>,
    pub(crate) folder: TempDir,
}

impl House {
    /// A house after its first start.
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock::new(NOW));
        let platform = Arc::default();
        let app = open(
            Config::for_testing(folder.path().into()).unwrap(),
            &clock,
            &platform,
        )
        .await
        .unwrap();
        Self {
            app,
            clock,
            platform,
            folder,
        }
    }

    /// A house with the demonstration's platform, badge and activity.
    pub(crate) async fn with_demo() -> Self {
        let house = Self::new().await;
        demo::seed(&house.app, &"http://127.0.0.1:8081".parse().unwrap())
            .await
            .unwrap();
        house
    }

    /// The same data, opened by another server.
    pub(crate) async fn reopen(&self) -> Result<App, plugin_server::services::first_start::StartError> {
        open(
            Config::for_testing(self.folder.path().into()).unwrap(),
            &self.clock,
            &self.platform,
        )
        .await
    }

    /// The house after `duration`.
    pub(crate) fn wait(&self, duration: time::Duration) {
        self.clock.set(self.app.now() + duration);
    }

    pub(crate) fn browser(&self) -> Browser {
        Browser::of(build_handler(self.app.clone()))
    }

    /// A browser with an administration session.
    pub(crate) async fn administrator(&self) -> Browser {
        let mut browser = self.browser();
        let link = admin_access::new_link(&self.app).await.unwrap();
        let (_, token) = link.split_once("token=").unwrap();
        let answer = browser.post("/admin/enter", &[("token", token)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        browser
    }

    /// How many rows a table has.
    pub(crate) async fn rows(&self, table: &'static str) -> i64 {
        let count = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
        sqlx::query_scalar(count).fetch_one(&self.app.db).await.unwrap()
    }

    /// The demonstration's badge.
    pub(crate) async fn badge(&self) -> Badge {
        plugin_server::db::badges::list(&self.app.db)
            .await
            .unwrap()
            .remove(0)
    }

    /// What a launch of the demonstration's activity says of a learner.
    pub(crate) async fn learner(&self) -> Entrant {
        let placement = placements::list(&self.app.db).await.unwrap().remove(0);
        let registration = registrations::list(&self.app.db).await.unwrap().remove(0);
        Entrant {
            registration_id: registration.id,
            deployment_id: placement.deployment_id,
            subject: Some("learner-1".to_owned()),
            role: Role::Learner,
            may_manage: false,
            name: Some("Learner One".to_owned()),
            email: Some("Learner.One@univ.example".to_owned()),
            locale: Some("en".to_owned()),
            resource_link_id: placement.resource_link_id,
            resource_link_title: None,
            context_id: Some("course-1".to_owned()),
            context_title: None,
            frame_origins: vec!["http://127.0.0.1:8081".to_owned()],
            offer: None,
        }
    }

    /// What a launch of the demonstration's activity says of the platform's services, noted as a launch notes it.
    pub(crate) async fn link(&self) -> ResourceLink {
        let placement = placements::list(&self.app.db).await.unwrap().remove(0);
        let link = ResourceLink {
            registration_id: placement.registration_id,
            deployment_id: placement.deployment_id,
            resource_link_id: placement.resource_link_id,
            title: None,
            context_id: Some("course-1".to_owned()),
            context_title: None,
            context_history: None,
            memberships_url: Some(platform::ROSTER.to_owned()),
            line_items_url: Some(platform::COLUMNS.to_owned()),
            line_item_url: Some(self.platform.column("badge-1")),
            ags_scopes: platform::SCOPES.join(" "),
            last_launch_at: self.app.timestamp(),
            own_line_item_url: None,
        };
        resource_links::upsert(&self.app.db, &link).await.unwrap();
        link
    }

    /// The browser of somebody whom a launch brought here, and the page's path.
    pub(crate) async fn enter(&self, entrant: Entrant) -> (Browser, String) {
        let entered = launches::enter(&self.app, entrant).await.unwrap();
        let mut browser = self.browser();
        browser.cookies.insert(
            entered.cookie.name().to_owned(),
            entered.cookie.value().to_owned(),
        );
        (browser, entered.location)
    }
}

pub(crate) async fn open(
    config: Config,
    clock: &Arc<FixedClock>,
    platform: &Arc<FakePlatform>,
) -> Result<App, plugin_server::services::first_start::StartError> {
    App::start_with(
        config,
        Arc::<FixedClock>::clone(clock),
        Arc::new(OsEntropy),
        Arc::<FakePlatform>::clone(platform),
    )
    .await
}

/// Keeps cookies between requests.
#[derive(Clone)]
pub(crate) struct Browser {
    router: Router,
    pub(crate) cookies: BTreeMap<String, String>,
    pub(crate) language: &'static str,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }
}

impl Browser {
    /// Goes on at another server on the same data.
    pub(crate) fn visit(&mut self, app: &App) {
        self.router = build_handler(app.clone());
    }

    /// A browser in English, without cookies.
    pub(crate) fn of(router: Router) -> Self {
        Self {
            router,
            cookies: BTreeMap::new(),
            language: "en",
        }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.get_as(path, "text/html").await
    }

    pub(crate) async fn get_as(&mut self, path: &str, accept: &str) -> Answer {
        self.send(Request::get(path).header(header::ACCEPT, accept), Body::empty())
            .await
    }

    pub(crate) async fn request(&mut self, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request, Body::empty()).await
    }

    /// As [`Browser::request`], with a body.
    pub(crate) async fn request_with(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request, Body::from(body)).await
    }

    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(path)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(body)).await
    }

    /// Sends the form on the page `form`, with its token and these fields, to `path`.
    pub(crate) async fn submit(&mut self, form: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.token(form).await;
        let fields: Vec<_> = [("csrf", token.as_str())]
            .into_iter()
            .chain(fields.iter().copied())
            .collect();
        self.post(path, &fields).await
    }

    /// As [`Browser::submit`], as a form with a file.
    pub(crate) async fn submit_file(
        &mut self,
        form: &str,
        path: &str,
        fields: &[(&str, &str)],
        (name, content): (&str, &[u8]),
    ) -> Answer {
        let token = self.token(form).await;
        let mut body = Vec::new();
        for (field, value) in [("csrf", token.as_str())].iter().chain(fields) {
            body.extend(
                format!("--edge\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n")
                    .into_bytes(),
            );
        }
        let disposition =
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"f\"\r\n\r\n");
        body.extend(disposition.into_bytes());
        body.extend(content);
        body.extend(b"\r\n--edge--\r\n");
        let request = Request::post(path)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
        self.send(request, Body::from(body)).await
    }

    /// The token in the forms of a page.
    pub(crate) async fn token(&mut self, page: &str) -> String {
        let html = self.get(page).await.text();
        let (_, rest) = html
            .split_once("name=\"csrf\" value=\"")
            .expect("the page has a form");
        rest.split('"').next().unwrap().to_owned()
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Answer {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = request
            .header(header::COOKIE, cookies.join("; "))
            .header(header::ACCEPT_LANGUAGE, self.language)
            .body(body)
            .unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let (pair, _) = cookie.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes,
        }
    }
}
