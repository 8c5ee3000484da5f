use axum::http::StatusCode;

use crate::browser::Browser;

#[tokio::test]
async fn every_page_says_that_it_is_a_stand_in() {
    let mut browser = Browser::new();
    assert!(
        browser
            .get("/")
            .await
            .body
            .contains("This is a stand-in for an LMS")
    );
    browser.enter("learner-one").await;
    for path in [
        "/course",
        "/activity/materials",
        "/activity/quiz",
        "/badge",
        "/nowhere",
    ] {
        assert!(
            browser
                .get(path)
                .await
                .body
                .contains("This is a stand-in for an LMS"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_language_follows_the_browser_until_a_link_is_chosen() {
    let mut browser = Browser::new().speaking("fr-FR,fr;q=0.9");
    assert!(browser.get("/").await.body.contains("<html lang=\"fr\">"));
    let page = browser.get("/language/en?next=/course").await;
    assert_eq!(page.location.as_deref(), Some("/course"));
    assert!(browser.get("/").await.body.contains("<html lang=\"en\">"));
}

#[tokio::test]
async fn a_visitor_who_has_not_said_who_they_are_is_asked() {
    let mut browser = Browser::new();
    for path in ["/course", "/activity/quiz", "/badge", "/launch"] {
        assert_eq!(browser.get(path).await.location.as_deref(), Some("/"), "{path}");
    }
}

#[tokio::test]
async fn the_session_cookie_has_its_own_name_and_is_closed_to_scripts_and_other_sites() {
    let page = Browser::new().post("/enter", &[("person", "teacher")]).await;
    let cookie = &page.set_cookie[0];
    assert!(cookie.starts_with("demo_lms_session="), "{cookie}");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
}

#[tokio::test]
async fn a_wrong_answer_to_the_quiz_is_not_done() {
    let mut browser = Browser::new();
    browser.enter("learner-one").await;
    let page = browser
        .post("/activity/quiz/answer", &[("answer", "plywood")])
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("Not that one"));
    assert!(!browser.get("/course").await.body.contains("state done"));
}

#[tokio::test]
async fn the_quiz_cannot_be_marked_as_done_without_an_answer() {
    let mut browser = Browser::new();
    browser.enter("learner-one").await;
    let page = browser.post("/activity/quiz/done", &[]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(!browser.get("/course").await.body.contains("state done"));
}

#[tokio::test]
async fn the_badge_is_closed_on_the_server_until_the_three_are_done() {
    let mut browser = Browser::new();
    browser.enter("learner-one").await;
    browser.post("/activity/materials/done", &[]).await;
    browser.post("/activity/checklist/done", &[]).await;
    let page = browser.get("/badge").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(!page.body.contains("<iframe"));
    assert_eq!(browser.get("/launch").await.location.as_deref(), Some("/badge"));
    browser.post("/activity/quiz/answer", &[("answer", "pvc")]).await;
    assert!(
        browser
            .get("/badge")
            .await
            .body
            .contains("<iframe id=\"contentframe\"")
    );
}

#[tokio::test]
async fn what_is_done_belongs_to_the_person_and_not_to_the_browser() {
    let mut browser = Browser::new();
    browser.enter("learner-one").await;
    browser.finish_the_course().await;
    let mut other = browser.beside();
    other.enter("learner-two").await;
    assert_eq!(other.get("/badge").await.status, StatusCode::FORBIDDEN);
    other.enter("learner-one").await;
    assert_eq!(other.get("/badge").await.status, StatusCode::OK);
    other.post("/course/start-again", &[]).await;
    assert_eq!(browser.get("/badge").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_badge_is_always_open_to_the_teacher() {
    let mut browser = Browser::new();
    browser.enter("teacher").await;
    assert_eq!(browser.get("/badge").await.status, StatusCode::OK);
}

#[tokio::test]
async fn leaving_ends_the_session_on_the_server() {
    let mut browser = Browser::new();
    browser.enter("learner-one").await;
    let kept = browser.get("/course").await;
    assert_eq!(kept.status, StatusCode::OK);
    browser.post("/leave", &[]).await;
    assert_eq!(browser.get("/course").await.location.as_deref(), Some("/"));
}
