use axum::http::StatusCode;

use crate::{
    browser::{Browser, NOW, REDIRECT_URI, config},
    launch::id_token,
};

/// A teacher at an LMS whose switch `name` is off.
async fn without(name: &str) -> Browser {
    let mut settings = config();
    settings.switches = vec![(name.to_owned(), false)];
    let mut browser = Browser::at(settings);
    browser.enter("teacher").await;
    browser
}

#[tokio::test]
async fn without_hint_once_the_same_launch_is_answered_again() {
    let mut browser = without("hint-once").await;
    let request = browser.auth_request("").await;
    for _ in 0..2 {
        let page = browser.authorize(&request).await;
        assert_eq!(
            (page.status, page.action()),
            (StatusCode::OK, REDIRECT_URI.to_owned())
        );
    }
}

#[tokio::test]
async fn without_errors_posted_the_visitor_sees_a_page() {
    let mut browser = without("errors-posted").await;
    let mut request = browser.auth_request("").await;
    request.insert("prompt".to_owned(), "login".to_owned());
    let page = browser.authorize(&request).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.body.contains("invalid_request") && !page.body.contains("<input"));
}

#[tokio::test]
async fn without_short_tokens_an_id_token_lives_an_hour() {
    let mut browser = without("short-tokens").await;
    assert_eq!(id_token(&mut browser, "").await.claims["exp"], NOW + 3600);
}

#[tokio::test]
async fn a_switch_that_does_not_exist_stops_the_start() {
    let mut settings = config();
    settings.switches = vec![("curly".to_owned(), false)];
    let error = demo_lms::Lms::new(settings, || time::macros::datetime!(2026-11-22 02:00 UTC));
    assert!(error.unwrap_err().to_string().contains("`curly`"));
}

#[tokio::test]
async fn nobody_controls_an_lms_that_was_not_started_for_it() {
    let mut browser = Browser::new();
    assert_eq!(browser.get("/control/quirks").await.status, StatusCode::NOT_FOUND);
    let mut settings = config();
    settings.control = true;
    assert_eq!(
        Browser::at(settings).get("/control/quirks").await.status,
        StatusCode::OK
    );
}
