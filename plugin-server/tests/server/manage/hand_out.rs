//! What a teacher hands out: choices of people, and codes.

use axum::http::StatusCode;
use plugin_server::db::claim_codes;

use super::Course;

#[tokio::test]
async fn a_teacher_chooses_from_the_roster_and_by_a_list_that_names_its_strangers() {
    let mut course = Course::new().await;
    assert_eq!(
        course
            .set(&[("rule-choice", "on"), ("mode", "claim")])
            .await
            .status,
        StatusCode::SEE_OTHER
    );
    assert!(course.look().await.contains("/choices\""));
    let choices = course.below("/choices");
    let page = course.teacher.get(&choices).await.text();
    assert!(page.contains("person-before") && page.contains("person-after"));
    assert!(
        !page.contains("person-teacher"),
        "somebody who teaches is not chosen: {page}"
    );
    let fields = [("person-before", "on"), ("people", "")];
    let kept = course.teacher.submit(&choices, &choices, &fields).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    course.turn_on().await;
    assert!(course.open("before").await.contains("Get my badge"));
    assert!(course.open("after").await.contains("has not chosen you yet"));

    let list = "after@univ.example\n=nobody@univ.example\n";
    let answer = course
        .teacher
        .submit(&choices, &choices, &[("people", list)])
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("=nobody@univ.example"));
    assert!(course.open("after").await.contains("Get my badge"));
    // Taking a choice back takes no badge back.
    assert!(course.open("before").await.contains("Get my badge"));
}

#[tokio::test]
async fn somebody_whom_the_roster_does_not_name_cannot_be_chosen_by_a_form() {
    let mut course = Course::new().await;
    course.set(&[("rule-choice", "on"), ("mode", "claim")]).await;
    let choices = course.below("/choices");
    course
        .teacher
        .submit(&choices, &choices, &[("person-stranger", "on"), ("people", "")])
        .await;
    assert_eq!(course.house.rows("teacher_choices").await, 0);
}

#[tokio::test]
async fn a_teacher_makes_a_code_reads_it_again_and_ends_it() {
    let mut course = Course::new().await;
    course.set(&[("rule-claim-code", "on"), ("mode", "claim")]).await;
    assert!(course.look().await.contains("/codes\""));
    let codes = course.below("/codes");
    for fields in [
        [("opens", ""), ("hours", "0"), ("cap", "3")],
        [("opens", ""), ("hours", "1"), ("cap", "0")],
        [("opens", "tomorrow"), ("hours", "1"), ("cap", "3")],
    ] {
        let refused = course.teacher.submit(&codes, &codes, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(refused.text().contains("href=\"#cap\""));
    }
    let fields = [("opens", ""), ("hours", "1"), ("cap", "3")];
    let made = course.teacher.submit(&codes, &codes, &fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    course.turn_on().await;
    let page = course.teacher.get(&codes).await.text();
    assert!(page.contains("Used by 0 of 3"), "{page}");
    assert!(page.contains("From 22 November 2026, 12:00 (UTC) to 22 November 2026, 13:00 (UTC)."));
    let (_, rest) = page.split_once("/c/").unwrap();
    let code = rest.split('<').next().unwrap().to_owned();
    assert_eq!(
        course.house.browser().get(&format!("/c/{code}")).await.status,
        StatusCode::OK
    );
    let placement = course.placement().await;
    let kept = claim_codes::list(&course.house.app.db, &placement.id)
        .await
        .unwrap()
        .remove(0);
    assert!(!kept.sealed_code.contains(&code) && !kept.code_hash.contains(&code));
    let end = course.below("/codes/end");
    course.teacher.submit(&codes, &end, &[("code", &kept.id)]).await;
    let answer = course.house.browser().get(&format!("/c/{code}")).await;
    assert!(answer.text().contains("code-closed"));
}

#[tokio::test]
async fn what_an_administrator_did_not_set_up_is_not_offered() {
    let mut course = Course::new().await;
    let page = course.look().await;
    assert!(page.contains("rule-choice") && page.contains("rule-claim-code"));
    assert!(!page.contains("rule-course-completion") && !page.contains("rule-event"));
    let registration = course.placement().await.registration_id;
    plugin_server::services::event_hooks::open(&course.house.app, &registration)
        .await
        .unwrap();
    assert!(course.look().await.contains("rule-event"));
}
