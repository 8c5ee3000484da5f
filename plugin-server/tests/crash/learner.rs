//! A learner who opens the activity and claims its badge, as a browser does it.

use std::sync::Arc;

use lti_advantage::vocab::{VERSION, claim, message_type};
use plugin_server::clock::{Clock, SystemClock};
use reqwest::{Client, Response, header, redirect};
use serde_json::json;
use url::{Url, form_urlencoded};

use crate::{
    lms::Lms,
    platform::{COLUMNS, ROSTER, SCOPES},
};

/// Who it is, as the platform names them.
pub(crate) const LEARNER: &str = "learner-1";

/// Opens the activity of `tool` at its server at `origin`, and claims the badge. An error is what a browser would show: a server
/// that went away, or a page that is not the one that should come.
pub(crate) async fn claim(origin: String, tool: String, lms: Arc<Lms>) -> Result<(), String> {
    let launch_url = format!("{tool}/lti/launch");
    let client = Client::builder()
        .redirect(redirect::Policy::none())
        .no_proxy()
        .build()
        .unwrap();
    let browser = Browser { client, origin };
    let begun = browser
        .post(
            "/lti/login",
            "",
            &[
                ("iss", &lms.origin),
                ("login_hint", "4"),
                ("target_link_uri", &launch_url),
            ],
        )
        .await?;
    let asked = Url::parse(&location(&begun)?).map_err(|error| error.to_string())?;
    let value = |name: &str| {
        let mut pairs = asked.query_pairs();
        let found = pairs.find(|(key, _)| key == name);
        found.map(|(_, value)| value.into_owned()).unwrap_or_default()
    };
    let token = lms.sign(&claims(&lms, &value("nonce"), &launch_url));
    let fields = [("id_token", token.as_str()), ("state", &value("state"))];
    let launched = browser.post("/lti/launch", &cookie(&begun), &fields).await?;
    let (page, session) = (location(&launched)?, cookie(&launched));
    let shown = browser.get(&page, &session).await?;
    let html = shown.text().await.map_err(|error| error.to_string())?;
    let (_, rest) = html
        .split_once("name=\"csrf\" value=\"")
        .ok_or_else(|| format!("no form: {html}"))?;
    let csrf = rest.split('"').next().unwrap_or_default();
    let claimed = browser.post(&page, &session, &[("csrf", csrf)]).await?;
    location(&claimed).map(drop)
}

/// What the platform says of the learner.
fn claims(lms: &Lms, nonce: &str, launch_url: &str) -> serde_json::Value {
    let now = SystemClock.now().unix_timestamp();
    json!({
        (claim::ISS): lms.origin,
        (claim::AUD): "blason-demo",
        (claim::IAT): now,
        (claim::EXP): now + 60,
        (claim::NONCE): nonce,
        (claim::SUB): LEARNER,
        (claim::VERSION): VERSION,
        (claim::MESSAGE_TYPE): message_type::RESOURCE_LINK,
        (claim::DEPLOYMENT_ID): "1",
        (claim::TARGET_LINK_URI): launch_url,
        (claim::RESOURCE_LINK): { "id": "badge-1" },
        (claim::CONTEXT): { "id": "course-1" },
        (claim::ROLES): ["http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"],
        (claim::NAMES_ROLE_SERVICE): { "context_memberships_url": lms.here(ROSTER) },
        (claim::AGS_ENDPOINT): {
            "scope": SCOPES, "lineitems": lms.here(COLUMNS),
            "lineitem": lms.here(&lms.platform.column("badge-1")),
        },
    })
}

struct Browser {
    client: Client,
    origin: String,
}

impl Browser {
    async fn get(&self, path: &str, cookie: &str) -> Result<Response, String> {
        let request = self.client.get(format!("{}{path}", self.origin));
        let answer = request.header(header::COOKIE, cookie).send().await;
        answer.map_err(|error| error.to_string())
    }

    async fn post(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Result<Response, String> {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = self.client.post(format!("{}{path}", self.origin));
        let request = request
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body);
        request.send().await.map_err(|error| error.to_string())
    }
}

/// Where an answer leads.
fn location(answer: &Response) -> Result<String, String> {
    let found = answer.headers().get(header::LOCATION);
    let location = found.ok_or_else(|| format!("{} at {}", answer.status(), answer.url()))?;
    Ok(location.to_str().unwrap().to_owned())
}

/// The cookie that an answer sets, as it is sent back.
fn cookie(answer: &Response) -> String {
    let set = answer.headers().get(header::SET_COOKIE);
    let set = set.map_or("", |value| value.to_str().unwrap());
    set.split(';').next().unwrap_or_default().to_owned()
}
