//! Somebody with a browser at the demo LMS: a cookie, links and forms.

use std::collections::BTreeMap;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::Value;
use url::{Url, form_urlencoded};

use crate::world::World;

pub(crate) struct Visitor<'a> {
    world: &'a World,
    http: reqwest::Client,
    cookie: String,
}

/// What the LMS showed.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) status: u16,
    pub(crate) location: String,
    pub(crate) body: String,
}

impl<'a> Visitor<'a> {
    /// Somebody who has said who they are.
    pub(crate) async fn enter(world: &'a World, person: &str) -> Self {
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        let entry = format!("person={person}");
        let request = http.post(format!("{}/enter", world.issuer())).body(entry);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let answer = request.send().await.unwrap();
        let cookie = answer.headers()["set-cookie"].to_str().unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        Self { world, http, cookie }
    }

    pub(crate) async fn get(&self, path: &str) -> Page {
        self.send(self.http.get(self.absolute(path))).await
    }

    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = self.http.post(self.absolute(path)).body(body);
        self.send(request.header("content-type", "application/x-www-form-urlencoded"))
            .await
    }

    /// The claims of the launch that the page at `path` starts.
    pub(crate) async fn launched(&self, path: &str) -> Value {
        let login = self.get(path).await.fields();
        let mut request = Url::parse(&self.absolute("/auth")).unwrap();
        request.query_pairs_mut().extend_pairs([
            ("scope", "openid"),
            ("response_type", "id_token"),
            ("response_mode", "form_post"),
            ("prompt", "none"),
            ("client_id", &login["client_id"]),
            ("redirect_uri", &format!("{}/lti/launch", self.world.tool())),
            ("login_hint", &login["login_hint"]),
            ("lti_message_hint", &login["lti_message_hint"]),
            ("state", "s-1"),
            ("nonce", "n-1"),
        ]);
        let answer = self.get(request.as_str()).await.fields();
        let payload = answer["id_token"].split('.').nth(1).unwrap();
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).unwrap()).unwrap()
    }

    async fn send(&self, request: reqwest::RequestBuilder) -> Page {
        let request = request
            .header("cookie", &self.cookie)
            .header("accept-language", "en");
        let answer = request.send().await.unwrap();
        let location = answer.headers().get("location");
        Page {
            status: answer.status().as_u16(),
            location: location.map_or_else(String::new, |value| value.to_str().unwrap().to_owned()),
            body: answer.text().await.unwrap(),
        }
    }

    fn absolute(&self, path: &str) -> String {
        Url::parse(self.world.issuer())
            .unwrap()
            .join(path)
            .unwrap()
            .to_string()
    }
}

impl Page {
    /// The hidden fields of the page's form.
    pub(crate) fn fields(&self) -> BTreeMap<String, String> {
        let fields = self.body.split("<input type=\"hidden\" name=\"").skip(1);
        fields
            .map(|field| {
                let (name, rest) = field.split_once("\" value=\"").unwrap();
                (name.to_owned(), unescaped(rest.split_once('"').unwrap().0))
            })
            .collect()
    }

    /// What stands in the page between `before` and the next quotation mark.
    pub(crate) fn value_after(&self, before: &str) -> String {
        let (_, after) = self
            .body
            .split_once(before)
            .unwrap_or_else(|| panic!("no {before} in {}", self.body));
        unescaped(after.split_once('"').unwrap().0)
    }
}

/// The entities that the templates write.
fn unescaped(text: &str) -> String {
    let entities = [
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#38;", "&"),
    ];
    entities
        .into_iter()
        .fold(text.to_owned(), |text, (entity, character)| {
            text.replace(entity, character)
        })
}
