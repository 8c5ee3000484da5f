//! One test per line of what Moodle 4.5 was seen to answer to an authentication request.

use std::collections::BTreeMap;

use axum::http::StatusCode;

use crate::browser::{Browser, Page, REDIRECT_URI};

async fn ready() -> Browser {
    let mut browser = Browser::new();
    browser.enter("learner-one").await;
    browser.finish_the_course().await;
    browser
}

/// The answer to a correct request in which `name` was changed, or taken out.
async fn answer_with(name: &str, value: Option<&str>) -> Page {
    let mut browser = ready().await;
    let mut request = browser.auth_request("").await;
    match value {
        Some(value) => request.insert(name.to_owned(), value.to_owned()),
        None => request.remove(name),
    };
    browser.authorize(&request).await
}

fn assert_posted(page: &Page, error: &str, description: Option<&str>) {
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.action(), REDIRECT_URI);
    let mut expected = BTreeMap::from([("error", error), ("state", "a+b/c=.~_-")]);
    expected.extend(description.map(|description| ("error_description", description)));
    let form = page.form();
    let form: BTreeMap<&str, &str> = form
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    assert_eq!(form, expected);
}

fn assert_page(page: &Page, code: &str) {
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(
        page.body.contains(&format!("<code>{code}</code>")),
        "{}",
        page.body
    );
    assert!(
        !page.body.contains(REDIRECT_URI),
        "nothing may be posted to the tool"
    );
}

#[tokio::test]
async fn the_wrong_login_hint_is_posted_as_access_denied() {
    assert_posted(&answer_with("login_hint", Some("5")).await, "access_denied", None);
}

#[tokio::test]
async fn the_wrong_client_is_posted_as_unauthorized_client() {
    assert_posted(
        &answer_with("client_id", Some("other")).await,
        "unauthorized_client",
        None,
    );
}

#[tokio::test]
async fn a_response_mode_other_than_form_post_is_posted_as_invalid_request() {
    for mode in [None, Some("query")] {
        let page = answer_with("response_mode", mode).await;
        assert_posted(&page, "invalid_request", Some("Invalid response_mode"));
    }
}

#[tokio::test]
async fn a_prompt_other_than_none_is_posted_as_invalid_request() {
    let page = answer_with("prompt", Some("login")).await;
    assert_posted(&page, "invalid_request", Some("Invalid prompt"));
}

#[tokio::test]
async fn prompt_and_state_may_be_left_out() {
    for name in ["prompt", "state"] {
        let page = answer_with(name, None).await;
        assert!(page.form().contains_key("id_token"), "without {name}");
    }
    assert_eq!(answer_with("state", None).await.form()["state"], "");
}

#[tokio::test]
async fn a_scope_other_than_exactly_openid_is_a_page() {
    assert_page(
        &answer_with("scope", Some("openid profile")).await,
        "scope-not-openid",
    );
}

#[tokio::test]
async fn a_response_type_other_than_id_token_is_a_page() {
    assert_page(
        &answer_with("response_type", Some("code")).await,
        "response-type-not-id-token",
    );
}

#[tokio::test]
async fn a_redirect_address_that_is_not_exactly_registered_is_a_page() {
    let with_query = format!("{REDIRECT_URI}?badge=1");
    for uri in [
        with_query.as_str(),
        "https://evil.example/lti/launch",
        "http://localhost:8080/lti/launch",
    ] {
        assert_page(
            &answer_with("redirect_uri", Some(uri)).await,
            "redirect-uri-not-registered",
        );
    }
}

#[tokio::test]
async fn a_missing_parameter_is_a_page() {
    for name in [
        "nonce",
        "login_hint",
        "lti_message_hint",
        "redirect_uri",
        "client_id",
        "scope",
        "response_type",
    ] {
        assert_page(&answer_with(name, None).await, "missing-parameter");
    }
}

#[tokio::test]
async fn a_message_hint_that_is_not_ours_is_a_page() {
    assert_page(
        &answer_with("lti_message_hint", Some("ltilaunch1")).await,
        "message-hint-unreadable",
    );
    assert_page(
        &answer_with("lti_message_hint", Some("{\"cmid\":4}")).await,
        "message-hint-unreadable",
    );
    let unknown = "{\"cmid\":4,\"launchid\":\"ltilaunch_badge-1_0\"}";
    assert_page(
        &answer_with("lti_message_hint", Some(unknown)).await,
        "message-hint-unknown-or-used",
    );
}

#[tokio::test]
async fn a_message_hint_works_once() {
    let mut browser = ready().await;
    let request = browser.auth_request("").await;
    assert!(browser.authorize(&request).await.form().contains_key("id_token"));
    assert_page(&browser.authorize(&request).await, "message-hint-unknown-or-used");
}

#[tokio::test]
async fn a_message_hint_of_another_session_is_a_page() {
    let mut browser = ready().await;
    let request = browser.auth_request("").await;
    let mut other = browser.beside();
    other.enter("learner-one").await;
    assert_page(&other.authorize(&request).await, "message-hint-unknown-or-used");
}

#[tokio::test]
async fn a_gate_that_closed_since_the_launch_began_is_a_page() {
    let mut browser = ready().await;
    let request = browser.auth_request("").await;
    browser.post("/course/start-again", &[]).await;
    let page = browser.authorize(&request).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.body.contains("<code>activity-closed</code>"));
    assert!(!page.body.contains(REDIRECT_URI));
}

#[tokio::test]
async fn a_browser_that_kept_its_cookie_back_is_asked_once_more_from_our_own_page() {
    let mut browser = ready().await;
    let request = browser.auth_request("").await;
    browser.forget_cookies();
    let page = browser.authorize(&request).await;
    assert_eq!((page.status, page.action()), (StatusCode::OK, "/auth".to_owned()));
    let mut expected = request.clone();
    expected.insert("repost".to_owned(), "true".to_owned());
    assert_eq!(page.form(), expected);
    let again: Vec<_> = expected
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    assert_eq!(browser.post("/auth", &again).await.location.as_deref(), Some("/"));
}
