//! Browsers that keep no cookie of ours in the platform's page: what the platform keeps in its place is given out
//! once, comes back from our own page only, and opens nothing else (LTI.md 2.5 and 2.16).

use axum::http::StatusCode;
use lti_advantage::vocab::claim;
use serde_json::{Value, json};

use crate::{
    platform::ISSUER,
    server::{Answer, Counts, Login, Server},
};

/// What our own page adds, and no other site's can.
const FROM_OUR_PAGE: [(&str, &str); 2] = [("x-blason-frame", "launch"), ("sec-fetch-site", "same-origin")];

/// A login in a frame whose browser keeps no cookie, on a platform that keeps values.
struct Framed {
    login: Login,
    page: Answer,
}

impl Framed {
    async fn begin(server: &Server) -> Self {
        let begun = server.begin_in_frame(Some("_parent")).await;
        let page = server.get(begun.location(), None).await;
        let redirect = page.attribute("data-next").replace("&#38;", "&");
        Self {
            login: Login::of(&redirect, begun.header("set-cookie")),
            page,
        }
    }

    fn value(&self) -> String {
        self.page.field("value")
    }
}

async fn post(server: &Server, framed: &Framed, stored: &str, headers: &[(&'static str, &str)]) -> Answer {
    let token = server.platform.token(&framed.login);
    let fields = [
        ("id_token", token.as_str()),
        ("state", framed.login.state.as_str()),
        ("stored", stored),
    ];
    server
        .send_with_headers("/lti/launch/stored", &fields, headers)
        .await
}

async fn assert_nothing_opened(server: &Server) {
    let nothing = Counts {
        launches: 0,
        awards: 0,
        pending_deployments: 0,
        used_logins: 0,
    };
    assert_eq!(server.counts().await, nothing);
}

#[tokio::test]
async fn s2_5_the_platform_is_given_a_value_before_it_is_asked_who_is_there() {
    let server = Server::start().await;
    let framed = Framed::begin(&server).await;
    assert_eq!(framed.page.status, StatusCode::OK);
    assert_eq!(framed.page.attribute("data-target"), "_parent");
    assert_eq!(framed.page.attribute("data-origin"), ISSUER);
    assert_eq!(
        framed.page.attribute("data-key"),
        format!("lti-{}", &framed.login.state[..16])
    );
    let value = framed.value();
    assert!(value.starts_with(&format!("{}.", framed.login.nonce)));
    assert!(!framed.page.attribute("data-next").contains(&value));
}

#[tokio::test]
async fn s2_5_what_the_platform_kept_opens_the_launch_once() {
    let server = Server::start().await;
    let framed = Framed::begin(&server).await;
    let token = server.platform.token(&framed.login);
    // The platform's own post has no cookie: the page that asks for the value answers it, and nothing is used up.
    let asking = server.post(&token, &framed.login.state, None).await;
    assert_eq!(asking.status, StatusCode::OK);
    assert_eq!(asking.attribute("data-origin"), ISSUER);
    assert_eq!(asking.field("id_token"), token);
    assert!(!asking.body.contains(&framed.value()));
    assert_nothing_opened(&server).await;

    let opened = post(&server, &framed, &framed.value(), &FROM_OUR_PAGE).await;
    assert_eq!(opened.status, StatusCode::OK, "{}", opened.body);
    assert_eq!(opened.header("set-cookie"), "");
    let answer: Value = serde_json::from_str(&opened.body).unwrap();
    let location = answer["location"].as_str().unwrap();
    let session = answer["session"].as_str().unwrap();
    assert!(!location.contains(session));
    let page = server.get_with_session(location, session).await;
    assert!(page.body.contains("Get my badge"), "{}", page.body);

    let again = post(&server, &framed, &framed.value(), &FROM_OUR_PAGE).await;
    assert_eq!(again.code(), "state-consumed");
}

#[tokio::test]
async fn s2_5_another_value_is_refused_and_burns_nothing() {
    let server = Server::start().await;
    let framed = Framed::begin(&server).await;
    let other = Framed::begin(&server).await;
    for value in [
        String::new(),
        other.value(),
        framed.login.nonce.clone(),
        framed.login.state.clone(),
        framed.login.cookie_value().to_owned(),
    ] {
        let answer = post(&server, &framed, &value, &FROM_OUR_PAGE).await;
        assert_eq!(answer.code(), "browser-mismatch", "{value}");
    }
    assert_nothing_opened(&server).await;
    let opened = post(&server, &framed, &framed.value(), &FROM_OUR_PAGE).await;
    assert_eq!(opened.status, StatusCode::OK);
}

#[tokio::test]
async fn s2_5_another_site_cannot_send_a_stored_launch() {
    let server = Server::start().await;
    let framed = Framed::begin(&server).await;
    let from_elsewhere: [&[(&'static str, &str)]; 3] = [
        &[],
        &[("sec-fetch-site", "same-origin")],
        &[("x-blason-frame", "launch"), ("sec-fetch-site", "cross-site")],
    ];
    for headers in from_elsewhere {
        let answer = post(&server, &framed, &framed.value(), headers).await;
        assert_eq!(answer.code(), "launch-from-elsewhere", "{headers:?}");
    }
    assert_nothing_opened(&server).await;
}

#[tokio::test]
async fn s2_5_the_value_is_given_out_once_and_only_where_the_platform_offers_to_keep_it() {
    let server = Server::start().await;
    let begun = server.begin_in_frame(Some("_parent")).await;
    let first = server.get(begun.location(), None).await;
    assert!(first.body.contains("data-key"));
    let second = server.get(begun.location(), None).await;
    assert_eq!(second.code(), "browser-cookie-missing");
    let without = server.begin_in_frame(None).await;
    let page = server.get(without.location(), None).await;
    assert_eq!(page.code(), "browser-cookie-missing");
    assert!(!page.body.contains("data-key"));
}

#[tokio::test]
async fn s2_5_a_login_that_kept_its_cookie_takes_no_stored_value() {
    let server = Server::start().await;
    let begun = server.begin_in_frame(Some("_parent")).await;
    let cookie = begun.cookie().to_owned();
    let redirect = server.get(begun.location(), Some(&cookie)).await;
    assert_eq!(redirect.status, StatusCode::SEE_OTHER);
    let login = Login::of(redirect.location(), begun.header("set-cookie"));
    let framed = Framed {
        login,
        page: redirect,
    };
    let value = format!("{}.{}", framed.login.nonce, framed.login.cookie_value());
    let answer = post(&server, &framed, &value, &FROM_OUR_PAGE).await;
    assert_eq!(answer.code(), "browser-mismatch");
    assert_nothing_opened(&server).await;
}

#[tokio::test]
async fn s2_17_the_page_that_becomes_the_launch_may_be_framed_by_its_platform_alone() {
    let server = Server::start().await;
    let framed = Framed::begin(&server).await;
    let mut claims = server.platform.claims(&framed.login);
    claims[claim::LAUNCH_PRESENTATION] =
        json!({ "return_url": "https://school.example/return; script-src *" });
    let token = server.platform.sign(&claims);
    let page = server.post(&token, &framed.login.state, None).await;
    let policy = page.header("content-security-policy");
    let directive = |name: &str| policy.split("; ").find(|directive| directive.starts_with(name));
    assert_eq!(
        directive("frame-ancestors"),
        Some(format!("frame-ancestors {ISSUER} https://school.example").as_str())
    );
    assert_eq!(directive("script-src"), Some("script-src 'self'"));
    assert_eq!(directive("connect-src"), Some("connect-src 'self'"));
}

#[tokio::test]
async fn s2_16_a_session_in_memory_is_bound_to_its_launch_and_its_forms_to_its_pages() {
    let server = Server::start().await;
    let one = Framed::begin(&server).await;
    let other = Framed::begin(&server).await;
    let mut sessions = Vec::new();
    for framed in [&one, &other] {
        let opened = post(&server, framed, &framed.value(), &FROM_OUR_PAGE).await;
        let answer: Value = serde_json::from_str(&opened.body).unwrap();
        sessions.push((
            answer["location"].as_str().unwrap().to_owned(),
            answer["session"].as_str().unwrap().to_owned(),
        ));
    }
    let (location, session) = &sessions[0];
    let foreign = server.get_with_session(location, &sessions[1].1).await;
    assert_eq!(foreign.code(), "launch-session-ended");
    let none = server.get(location, None).await;
    assert_eq!(none.code(), "launch-session-ended");
    let bearer = format!("Bearer {session}");
    let headers = [("authorization", bearer.as_str())];
    let forged = server
        .send_with_headers(location, &[("name", "shown")], &headers)
        .await;
    assert_eq!(forged.code(), "form-expired");
    let page = server.get_with_session(location, session).await;
    let csrf = page.field("csrf");
    let claimed = server
        .send_with_headers(location, &[("csrf", csrf.as_str())], &headers)
        .await;
    assert_eq!(claimed.status, StatusCode::SEE_OTHER, "{}", claimed.body);
}
