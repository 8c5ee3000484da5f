//! Teachers choose badges from within the platform; what their links bring back gives nothing by itself.

use axum::http::StatusCode;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use lti_advantage::vocab::{claim, message_type};
use plugin_server::{
    db::{
        badges,
        placements::{self, Placement},
        registrations,
    },
    services::choosing::{OFFER, TeachersMay},
};
use serde_json::{Value, json};
use time::Duration;

use crate::{
    platform::{ISSUER, LEARNER},
    server::{Answer, Login, Server},
};

const TEACHER: &str = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";

/// A request for content by somebody with this role, in course 2.
fn request(server: &Server, login: &Login, role: &str) -> Value {
    let mut claims = server.platform.claims(login);
    claims[claim::MESSAGE_TYPE] = json!(message_type::DEEP_LINKING);
    claims[claim::ROLES] = json!([role]);
    claims[claim::CONTEXT] = json!({ "id": "2", "title": "Demo course" });
    claims[claim::DEEP_LINKING_SETTINGS] = json!({
        "deep_link_return_url": format!("{ISSUER}/return?course=2"),
        "accept_types": ["ltiResourceLink"],
        "data": "as it came",
    });
    claims.as_object_mut().unwrap().remove(claim::RESOURCE_LINK);
    claims
}

async fn post(server: &Server, login: &Login, claims: &Value) -> Answer {
    let token = server.platform.sign(claims);
    server.post(&token, &login.state, Some(login)).await
}

async fn begin(server: &Server, role: &str) -> Answer {
    let login = server.login().await;
    post(server, &login, &request(server, &login, role)).await
}

async fn allow(server: &Server, may: TeachersMay) {
    let mut registration = registrations::list(&server.app.db).await.unwrap().remove(0);
    registration.teachers_may = may.as_str().to_owned();
    registrations::upsert(&server.app.db, &registration)
        .await
        .unwrap();
}

/// What the answer to the platform says.
fn answered(page: &Answer) -> Value {
    let jwt = page.field("JWT");
    let claims = URL_SAFE_NO_PAD.decode(jwt.split('.').nth(1).unwrap()).unwrap();
    serde_json::from_slice(&claims).unwrap()
}

/// Chooses the demonstration's badge and gives the custom value that the link will bring.
async fn chosen(server: &Server) -> String {
    let begun = begin(server, TEACHER).await;
    let page = server.open(&begun).await;
    let fields = [("csrf", page.field("csrf")), ("badge", page.field("badge"))];
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let page = server.send_form(begun.location(), &fields, begun.cookie()).await;
    let items = &answered(&page)[claim::CONTENT_ITEMS];
    items[0]["custom"][OFFER].as_str().unwrap().to_owned()
}

/// A learner opens the link `link` of the course `context`, which brings `offer`.
async fn open(server: &Server, link: &str, context: &str, offer: &str) -> Answer {
    let launched = launch(server, LEARNER, link, context, &json!({ (OFFER): offer })).await;
    server.open(&launched).await
}

/// Somebody opens the link `link` of the course `context`, which brings these custom values.
async fn launch(server: &Server, role: &str, link: &str, context: &str, custom: &Value) -> Answer {
    let login = server.login().await;
    let mut claims = server.platform.claims(&login);
    claims[claim::RESOURCE_LINK] = json!({ "id": link, "title": "The badge" });
    claims[claim::CONTEXT] = json!({ "id": context });
    claims[claim::ROLES] = json!([role]);
    claims[claim::CUSTOM] = custom.clone();
    post(server, &login, &claims).await
}

/// A teacher opens the link and turns its badge on; what the page said before.
async fn turn_on(server: &Server, link: &str, context: &str, offer: &str) -> String {
    let launched = launch(server, TEACHER, link, context, &json!({ (OFFER): offer })).await;
    let sent_on = server.open(&launched).await;
    let page = sent_on.location().to_owned();
    let looked = server.get(&page, Some(launched.cookie())).await;
    let confirm = server
        .get(&format!("{page}/confirm"), Some(launched.cookie()))
        .await;
    let fields = [("csrf", confirm.field("csrf")), ("seen", confirm.field("seen"))];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let turned = server
        .send_form(&format!("{page}/turn-on"), &fields, launched.cookie())
        .await;
    assert_eq!(turned.status, StatusCode::SEE_OTHER, "{}", turned.body);
    looked.body
}

async fn placement_on(server: &Server, link: &str) -> Option<Placement> {
    let placements = placements::list(&server.app.db).await.unwrap();
    placements
        .into_iter()
        .find(|placement| placement.resource_link_id == link)
}

async fn badge_of(server: &Server, link: &str) -> Option<String> {
    let placement = placement_on(server, link).await;
    placement.map(|placement| placement.badge_id)
}

#[tokio::test]
async fn a_badge_that_a_teacher_chose_is_given_once_a_teacher_turned_it_on() {
    let server = Server::start().await;
    let offer = chosen(&server).await;
    let page = open(&server, "new-link", "2", &offer).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.body.contains("has not turned this badge on yet"),
        "{}",
        page.body
    );
    let badge = badges::list(&server.app.db).await.unwrap().remove(0);
    assert_eq!(badge_of(&server, "new-link").await, Some(badge.id));
    let looked = turn_on(&server, "new-link", "2", &offer).await;
    assert!(looked.contains("Nothing has been sent yet."), "{looked}");
    assert!(!looked.contains("This is a copy."), "{looked}");
    let page = open(&server, "new-link", "2", &offer).await;
    assert!(page.body.contains("Get my badge"), "{}", page.body);
    let placement = placement_on(&server, "new-link").await.unwrap();
    assert!(
        placement.is_on,
        "the link brings its choice once, and not at every launch"
    );
}

#[tokio::test]
async fn s2_15_the_answer_goes_to_the_platform_alone_and_brings_its_value_back() {
    let server = Server::start().await;
    let begun = begin(&server, TEACHER).await;
    let page = server.open(&begun).await;
    assert!(
        page.header("content-security-policy")
            .contains(&format!("frame-ancestors {ISSUER}"))
    );
    let fields = [("csrf", page.field("csrf")), ("badge", page.field("badge"))];
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let page = server.send_form(begun.location(), &fields, begun.cookie()).await;
    let policy = page.header("content-security-policy");
    assert!(policy.contains(&format!("form-action {ISSUER};")), "{policy}");
    let claims = answered(&page);
    assert_eq!(claims["aud"], ISSUER);
    assert_eq!(claims["iss"], "blason-demo");
    assert_eq!(claims[claim::DEEP_LINKING_DATA], "as it came");
    assert_eq!(claims[claim::CONTENT_ITEMS][0]["type"], "ltiResourceLink");
}

#[tokio::test]
async fn s2_15_nobody_chooses_where_the_administrator_did_not_allow_it() {
    let server = Server::start().await;
    allow(&server, TeachersMay::Nothing).await;
    assert_eq!(begin(&server, TEACHER).await.code(), "choosing-not-allowed");
}

#[tokio::test]
async fn a_permission_that_is_taken_back_counts_at_once() {
    let server = Server::start().await;
    let begun = begin(&server, TEACHER).await;
    let page = server.open(&begun).await;
    let csrf = page.field("csrf");
    let make = format!("{}/new", begun.location());
    allow(&server, TeachersMay::Choose).await;
    let refused = server.send_form(&make, &[("csrf", &csrf)], begun.cookie()).await;
    assert_eq!(refused.code(), "making-not-allowed");
    allow(&server, TeachersMay::Nothing).await;
    let badge = page.field("badge");
    let fields = [("csrf", csrf.as_str()), ("badge", badge.as_str())];
    let refused = server.send_form(begun.location(), &fields, begun.cookie()).await;
    assert_eq!(refused.code(), "choosing-not-allowed");
}

#[tokio::test]
async fn s2_15_only_those_who_make_the_course_choose() {
    let server = Server::start().await;
    for role in [
        LEARNER,
        "http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor",
        "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant",
        "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator",
    ] {
        assert_eq!(begin(&server, role).await.code(), "choosing-not-yours", "{role}");
    }
}

#[tokio::test]
async fn s2_16_the_page_belongs_to_one_browser_and_its_forms_to_the_page() {
    let server = Server::start().await;
    let begun = begin(&server, TEACHER).await;
    let stranger = server.get(begun.location(), None).await;
    assert_eq!(stranger.code(), "launch-session-ended");
    let badge = server.open(&begun).await.field("badge");
    let forged = server
        .send_form(begun.location(), &[("badge", &badge)], begun.cookie())
        .await;
    assert_eq!(forged.code(), "form-expired");
    server.wait(Duration::hours(3));
    let late = server.get(begun.location(), Some(begun.cookie())).await;
    assert_eq!(late.code(), "launch-session-ended");
}

#[tokio::test]
async fn s2_9_an_offer_that_was_made_up_places_nothing() {
    let server = Server::start().await;
    let offer = chosen(&server).await;
    for offer in ["made-up", &format!("{offer}A"), ""] {
        let page = open(&server, "a-link", "2", offer).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("No badge here yet"), "{}", page.body);
        assert_eq!(badge_of(&server, "a-link").await, None);
    }
}

#[tokio::test]
async fn s2_9_the_offer_of_another_course_is_a_copy_and_off_until_a_teacher_there_turns_it_on() {
    let server = Server::start().await;
    let offer = chosen(&server).await;
    open(&server, "link", "2", &offer).await;
    turn_on(&server, "link", "2", &offer).await;
    let page = open(&server, "copied-link", "3", &offer).await;
    assert!(
        page.body.contains("has not turned this badge on yet"),
        "{}",
        page.body
    );
    let copy = placement_on(&server, "copied-link").await.unwrap();
    assert_eq!((copy.is_on, copy.copied_from.as_deref()), (false, Some("2")));
    assert_eq!(copy.context_id.as_deref(), Some("3"));
    let looked = turn_on(&server, "copied-link", "3", &offer).await;
    assert!(looked.contains("This is a copy. Turn on?"), "{looked}");
    let copy = placement_on(&server, "copied-link").await.unwrap();
    assert_eq!((copy.is_on, copy.copied_from), (true, None));
    assert!(
        placement_on(&server, "link").await.unwrap().is_on,
        "the original stays as it is"
    );
}

#[tokio::test]
async fn s2_9_an_offer_of_another_platform_opens_nothing() {
    let server = Server::start().await;
    let offer = chosen(&server).await;
    let mut other = registrations::list(&server.app.db).await.unwrap().remove(0);
    other.id = "other".to_owned();
    other.issuer = "https://other.example".to_owned();
    registrations::upsert(&server.app.db, &other).await.unwrap();
    // As if the choice had been made there.
    sqlx::query("UPDATE offers SET registration_id = 'other'")
        .execute(&server.app.db)
        .await
        .unwrap();
    let page = open(&server, "a-link", "2", &offer).await;
    assert!(page.body.contains("No badge here yet"), "{}", page.body);
}

#[tokio::test]
async fn the_copy_of_a_course_whose_badge_an_administrator_placed_finds_its_badge_and_is_off() {
    let server = Server::start().await;
    let none = json!({});
    let login = launch(&server, TEACHER, "original", "2", &none).await;
    server.open(&login).await;
    let placed = placements::list(&server.app.db).await.unwrap().remove(0);
    let original = Placement {
        id: "original".to_owned(),
        resource_link_id: "original".to_owned(),
        context_id: Some("2".to_owned()),
        ..placed
    };
    placements::upsert(&server.app.db, &original).await.unwrap();
    for (link, context, history) in [
        ("its-copy", "9", "7,2"),
        ("a-stranger", "9", "7"),
        ("itself", "2", "2"),
    ] {
        let custom = json!({ "context_history": history });
        let page = server
            .open(&launch(&server, LEARNER, link, context, &custom).await)
            .await;
        let copy = placement_on(&server, link).await;
        let is_copy = link == "its-copy";
        assert_eq!(
            page.body.contains("has not turned this badge on yet"),
            is_copy,
            "{link}: {}",
            page.body
        );
        assert_eq!(
            copy.map(|copy| (copy.is_on, copy.copied_from)),
            is_copy.then(|| (false, Some("2".to_owned()))),
            "{link}"
        );
    }
    // Two of the same name: nobody knows which one it was.
    let twin = Placement {
        id: "twin".to_owned(),
        resource_link_id: "twin".to_owned(),
        ..original
    };
    launch(&server, LEARNER, "twin", "2", &none).await;
    placements::upsert(&server.app.db, &twin).await.unwrap();
    launch(
        &server,
        LEARNER,
        "another-copy",
        "9",
        &json!({ "context_history": "2" }),
    )
    .await;
    assert!(placement_on(&server, "another-copy").await.is_none());
}

#[tokio::test]
async fn the_newest_choice_counts_whichever_launch_comes_last() {
    let server = Server::start().await;
    let first = chosen(&server).await;
    open(&server, "link", "2", &first).await;
    let mut placement = placement_on(&server, "link").await.unwrap();
    // An administrator places another badge on the link later.
    server.wait(Duration::minutes(1));
    let mut other = badges::find(&server.app.db, &placement.badge_id)
        .await
        .unwrap()
        .unwrap();
    other.id = "other".to_owned();
    badges::upsert(&server.app.db, &other).await.unwrap();
    placement.badge_id = other.id;
    placement.offer_id = None;
    placement.created_at = server.now().unix_timestamp();
    placements::upsert(&server.app.db, &placement).await.unwrap();
    open(&server, "link", "2", &first).await;
    assert_eq!(badge_of(&server, "link").await.as_deref(), Some("other"));
}

#[tokio::test]
async fn a_new_badge_sent_twice_is_one_badge() {
    let server = Server::start().await;
    let begun = begin(&server, TEACHER).await;
    let csrf = server.open(&begun).await.field("csrf");
    let make = format!("{}/new", begun.location());
    let send = async |name: &str| {
        let fields = [
            ("csrf", csrf.as_str()),
            ("name", name),
            ("criteria", "Reads a plan."),
            ("description", "For beginners."),
            ("language", "en"),
            ("shape", "shield"),
            ("colour", "blue"),
            ("action", "save"),
        ];
        server.send_form(&make, &fields, begun.cookie()).await
    };
    let before = badges::list(&server.app.db).await.unwrap().len();
    assert_eq!(send("Plans").await.status, StatusCode::OK);
    let page = send("Plans, corrected").await;
    assert_eq!(
        answered(&page)[claim::CONTENT_ITEMS][0]["title"],
        "Plans, corrected"
    );
    let badges = badges::list(&server.app.db).await.unwrap();
    assert_eq!(badges.len(), before + 1);
    assert!(badges.iter().any(|badge| badge.name == "Plans, corrected"));
}

#[tokio::test]
async fn a_faulty_new_badge_is_shown_again_and_nothing_is_made() {
    let server = Server::start().await;
    let begun = begin(&server, TEACHER).await;
    let csrf = server.open(&begun).await.field("csrf");
    let make = format!("{}/new", begun.location());
    let before = badges::list(&server.app.db).await.unwrap().len();
    let page = server
        .send_form(
            &make,
            &[("csrf", &csrf), ("name", "<b>Plans</b>"), ("action", "save")],
            begun.cookie(),
        )
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("&#60;b&#62;Plans"), "{}", page.body);
    assert_eq!(badges::list(&server.app.db).await.unwrap().len(), before);
}

/// What the activity `link` asks, after a teacher opened it with these services of the platform.
async fn asked_after(server: &Server, link: &str, offer: &str, services: &Value) -> Value {
    let login = server.login().await;
    let mut claims = server.platform.claims(&login);
    claims[claim::RESOURCE_LINK] = json!({ "id": link });
    claims[claim::CONTEXT] = json!({ "id": "2" });
    claims[claim::ROLES] = json!([TEACHER]);
    claims[claim::CUSTOM] = json!({ (OFFER): offer });
    claims[claim::NAMES_ROLE_SERVICE] = services.clone();
    post(server, &login, &claims).await;
    let placement = placement_on(server, link).await.unwrap();
    serde_json::from_str(&placement.condition).unwrap()
}

#[tokio::test]
async fn a_chosen_badge_can_be_counted_beforehand_where_the_course_gives_its_roster() {
    let server = Server::start().await;
    let offer = chosen(&server).await;
    let roster = json!({ "context_memberships_url": format!("{ISSUER}/roster") });
    assert_eq!(
        asked_after(&server, "with-roster", &offer, &roster).await,
        json!({ "combine": "any", "rules": [{ "rule": "opening" }, { "rule": "gated-roster" }] })
    );
    assert_eq!(
        asked_after(&server, "without-roster", &offer, &Value::Null).await,
        json!({ "combine": "all", "rules": [{ "rule": "opening" }] })
    );
}
