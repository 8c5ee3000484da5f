use axum::http::StatusCode;
use serde_json::json;

use crate::{
    browser::{Browser, config},
    launch::{LTI, id_token},
};

async fn roles_of(person: &str) -> serde_json::Value {
    let mut browser = Browser::new();
    browser.enter(person).await;
    browser.finish_the_course().await;
    id_token(&mut browser, "").await.claims[&format!("{LTI}roles")].clone()
}

#[tokio::test]
async fn each_person_is_launched_with_the_roles_of_moodle() {
    let membership = |role: &str| format!("http://purl.imsglobal.org/vocab/lis/v2/membership#{role}");
    assert_eq!(roles_of("assistant").await, json!([membership("Instructor")]));
    assert_eq!(roles_of("observer").await, json!([membership("Mentor")]));
    assert_eq!(
        roles_of("administrator").await,
        json!([
            "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator",
            membership("Instructor"),
            "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator",
        ])
    );
}

#[tokio::test]
async fn a_suspended_learner_opens_nothing_whatever_is_done() {
    let mut browser = Browser::new();
    browser.enter("suspended").await;
    browser.finish_the_course().await;
    assert_eq!(browser.get("/badge").await.status, StatusCode::FORBIDDEN);
    assert!(
        browser
            .get("/course")
            .await
            .body
            .contains("Your enrolment in this course is suspended")
    );
}

#[tokio::test]
async fn a_large_course_is_entered_by_number_and_by_nobody_beyond_it() {
    let mut settings = config();
    settings.learners = 300;
    let mut browser = Browser::at(settings);
    browser.post("/enter", &[("number", "300")]).await;
    assert!(browser.get("/course").await.body.contains("Learner 300"));
    let mut small = Browser::new();
    for entry in [("number", "300"), ("person", "learner-300"), ("number", "0")] {
        let page = small.post("/enter", &[entry]).await;
        assert_eq!(page.location.as_deref(), Some("/"), "{entry:?}");
    }
}
