//! A teacher chooses content: our answer, in the platform's hands.

use lti_advantage::{
    claims::DeepLinkingSettings,
    deep_linking::{self, ContentItem, ContentItemLineItem, DeepLinkingResponse, Signing},
};
use serde_json::Value;

use crate::{
    visitor::Visitor,
    world::{NOW, World},
};

const SETTINGS: &str = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
const CUSTOM: &str = "https://purl.imsglobal.org/spec/lti/claim/custom";
const ENDPOINT: &str = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

fn item(title: &str) -> ContentItem {
    ContentItem {
        title: title.to_owned(),
        custom: vec![("blason_offer".to_owned(), "sealed=1".to_owned())],
        ..ContentItem::default()
    }
}

fn graded(title: &str) -> ContentItem {
    ContentItem {
        line_item: Some(ContentItemLineItem {
            label: "not looked at".to_owned(),
            score_maximum: 1.0,
            resource_id: "p1".to_owned(),
        }),
        ..item(title)
    }
}

/// A request for content: the draft it is for, and its claims.
async fn asked(teacher: &Visitor<'_>) -> (String, Value) {
    let form = teacher.get("/add/1").await;
    let draft = form.value_after("/add/1/content?draft=");
    let claims = teacher.launched(&format!("/contentitem/{draft}")).await;
    (draft, claims)
}

/// Our answer, whose nonce is `nonce`. The address of the tool is left to the platform.
fn answer(world: &World, claims: &Value, items: &[ContentItem], nonce: &str) -> DeepLinkingResponse {
    let settings: DeepLinkingSettings = serde_json::from_value(claims[SETTINGS].clone()).unwrap();
    let signing = Signing {
        key: world.key(),
        nonce,
        now: NOW,
    };
    let message = Some("Choose below who gets it.");
    deep_linking::response(world.registration(), "1", &settings, items, message, &signing).unwrap()
}

#[tokio::test]
async fn what_a_teacher_chose_fills_the_form_and_its_launches_bring_it_back() {
    let world = World::with(&[]).await;
    let teacher = Visitor::enter(&world, "teacher").await;
    let (draft, claims) = asked(&teacher).await;
    let response = answer(&world, &claims, &[item("Laser cutter")], "d-1");
    let back = teacher
        .post(&response.return_url, &[("JWT", &response.jwt)])
        .await;
    assert_eq!(back.status, 200);
    assert_eq!(back.fields()["draft"], draft);

    let form = teacher.get(&format!("/add/1?draft={draft}")).await;
    assert!(form.body.contains("Choose below who gets it."));
    assert_eq!(
        form.value_after("name=\"name\" type=\"text\" value=\""),
        "Laser cutter"
    );
    assert!(form.body.contains("blason_offer=sealed=1"));
    let filled = [
        ("name", "Laser cutter"),
        ("custom", "blason_offer=sealed=1"),
        ("done_quiz", "on"),
        ("then", "open"),
    ];
    let saved = teacher.post(&format!("/add/1?draft={draft}"), &filled).await;
    assert_eq!(saved.location, "/badge/badge-2");

    let learner = Visitor::enter(&world, "learner-one").await;
    assert_eq!(learner.get("/badge/badge-2").await.status, 403);
    assert_eq!(learner.get("/launch/badge-2").await.location, "/badge/badge-2");
    learner.post("/activity/quiz/answer", &[("answer", "pvc")]).await;
    let claims = learner.launched("/launch/badge-2").await;
    assert_eq!(claims[CUSTOM]["blason_offer"], "sealed=1");
    assert_eq!(claims[ENDPOINT].get("lineitem"), None, "no column was asked for");
}

#[tokio::test]
async fn a_chosen_link_gets_the_column_it_asks_for_and_launches_name_it_until_there_is_a_second() {
    let world = World::with(&[]).await;
    let teacher = Visitor::enter(&world, "teacher").await;
    let (draft, claims) = asked(&teacher).await;
    let response = answer(&world, &claims, &[graded("Laser cutter")], "d-1");
    teacher
        .post(&response.return_url, &[("JWT", &response.jwt)])
        .await;
    teacher
        .post(&format!("/add/1?draft={draft}"), &[("name", "Laser cutter")])
        .await;
    let column = teacher.launched("/launch/badge-2").await[ENDPOINT]["lineitem"].clone();
    assert_eq!(
        column,
        format!("{}/services/2/lineitems/1/lineitem?type_id=1", world.issuer())
    );

    let second = serde_json::json!({ "tool": 1, "link": "badge-2", "label": "Second", "maximum": 10 });
    world.control(reqwest::Method::POST, "columns", second).await;
    assert_eq!(
        teacher.launched("/launch/badge-2").await[ENDPOINT].get("lineitem"),
        None
    );
    let off = serde_json::json!({ "second-column-hides": false });
    world.control(reqwest::Method::PATCH, "quirks", off).await;
    assert_eq!(
        teacher.launched("/launch/badge-2").await[ENDPOINT]["lineitem"],
        column
    );
}

#[tokio::test]
async fn every_link_has_a_column_where_the_tool_is_always_graded() {
    let world = World::with(&[("delegated-columns", false)]).await;
    let teacher = Visitor::enter(&world, "teacher").await;
    let (draft, claims) = asked(&teacher).await;
    let response = answer(&world, &claims, &[item("Laser cutter")], "d-1");
    teacher
        .post(&response.return_url, &[("JWT", &response.jwt)])
        .await;
    teacher
        .post(&format!("/add/1?draft={draft}"), &[("name", "Laser cutter")])
        .await;
    let claims = teacher.launched("/launch/badge-2").await;
    assert!(claims[ENDPOINT]["lineitem"].is_string());
}

#[tokio::test]
async fn several_links_are_listed_and_saved_at_once() {
    let world = World::with(&[]).await;
    let teacher = Visitor::enter(&world, "teacher").await;
    let (draft, claims) = asked(&teacher).await;
    let response = answer(&world, &claims, &[item("First"), item("Second")], "d-1");
    teacher
        .post(&response.return_url, &[("JWT", &response.jwt)])
        .await;
    let form = teacher.get(&format!("/add/1?draft={draft}")).await;
    assert!(form.body.contains("<li>First</li><li>Second</li>"));
    teacher
        .post(&format!("/add/1?draft={draft}"), &[("hidden", "on")])
        .await;
    let course = teacher.get("/course").await.body;
    assert!(course.contains("/badge/badge-2\">First") && course.contains("/badge/badge-3\">Second"));
    let learner = Visitor::enter(&world, "learner-one").await;
    assert!(
        !learner.get("/course").await.body.contains("Second"),
        "hidden from learners"
    );
}

#[tokio::test]
async fn an_answer_without_content_leaves_the_form_as_it_was() {
    let world = World::with(&[]).await;
    let teacher = Visitor::enter(&world, "teacher").await;
    let (draft, claims) = asked(&teacher).await;
    let response = answer(&world, &claims, &[], "d-1");
    assert_eq!(
        teacher
            .post(&response.return_url, &[("JWT", &response.jwt)])
            .await
            .status,
        200
    );
    let form = teacher.get(&format!("/add/1?draft={draft}")).await;
    assert_eq!(form.value_after("name=\"name\" type=\"text\" value=\""), "");
}

#[tokio::test]
async fn an_answer_is_taken_once_and_from_the_session_that_asked() {
    let world = World::with(&[]).await;
    let teacher = Visitor::enter(&world, "teacher").await;
    let (_, claims) = asked(&teacher).await;
    let response = answer(&world, &claims, &[item("Laser cutter")], "d-1");
    let other = Visitor::enter(&world, "teacher").await;
    let page = other.post(&response.return_url, &[("JWT", &response.jwt)]).await;
    assert!(
        page.status == 404 && page.body.contains("sesskey-wrong"),
        "{}",
        page.body
    );
    let jwt = [("JWT", response.jwt.as_str())];
    assert_eq!(teacher.post(&response.return_url, &jwt).await.status, 200);
    let page = teacher.post(&response.return_url, &jwt).await;
    assert!(
        page.status == 404 && page.body.contains("content-nonce"),
        "{}",
        page.body
    );
}

#[tokio::test]
async fn an_answer_signed_by_somebody_else_is_not_taken() {
    let world = World::with(&[]).await.signing_with_another_key();
    let teacher = Visitor::enter(&world, "teacher").await;
    let (draft, claims) = asked(&teacher).await;
    let response = answer(&world, &claims, &[item("Laser cutter")], "d-1");
    let page = teacher
        .post(&response.return_url, &[("JWT", &response.jwt)])
        .await;
    assert!(
        page.status == 404 && page.body.contains("token-key-unknown"),
        "{}",
        page.body
    );
    let form = teacher.get(&format!("/add/1?draft={draft}")).await;
    assert_eq!(form.value_after("name=\"name\" type=\"text\" value=\""), "");
}

#[tokio::test]
async fn nobody_but_who_makes_the_course_adds_to_it() {
    let world = World::with(&[]).await;
    for person in ["learner-one", "assistant", "observer"] {
        let visitor = Visitor::enter(&world, person).await;
        for path in ["/add", "/add/1", "/badge/badge-1/settings"] {
            assert_eq!(visitor.get(path).await.location, "/course", "{person} at {path}");
        }
    }
}
