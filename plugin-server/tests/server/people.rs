//! Who administers what, who designs for whom, and the trail that they leave.

use axum::http::StatusCode;
use plugin_server::{
    db::{
        admin_links::Grant,
        audit_entries::{self, AuditEntry},
        badges,
        content_choices::{self, ContentChoice},
        organisations::{self, Organisation},
        registration_organisations, registrations, shared_models,
    },
    ids::fingerprint,
    services::{admin_access, choosing::TeachersMay, organisations as services},
};

use time::Duration;

use crate::support::{Browser, House, NOW};

const SECRET: &str = "secret-of-a-choice";

async fn second_organisation(house: &House) -> Organisation {
    // The first one stays the first.
    house.clock.set(NOW + Duration::seconds(1));
    services::create(&house.app, "lab", "Laboratory", None)
        .await
        .unwrap()
}

/// A browser with the session of somebody who administers `organisation` only.
async fn manager(house: &House, organisation: &Organisation) -> Browser {
    let grant = Grant {
        organisation_id: Some(organisation.id.clone()),
        holder: Some("Head of the laboratory".to_owned()),
    };
    let link = admin_access::new_link_for(&house.app, &grant).await.unwrap();
    let (_, token) = link.split_once("token=").unwrap();
    let mut browser = house.browser();
    let answer = browser.post("/admin/enter", &[("token", token)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    browser
}

async fn trail(house: &House) -> Vec<AuditEntry> {
    audit_entries::list(&house.app.db, None, 0, 100).await.unwrap()
}

/// A browser in which a teacher of the demonstration's platform chooses for `course`, and the page's path.
async fn teacher(house: &House, id: &str, course: &str) -> (Browser, String) {
    let registration = registrations::list(&house.app.db).await.unwrap().remove(0);
    let settings = serde_json::json!({
        "deep_link_return_url": "http://127.0.0.1:8081/return",
        "accept_types": ["ltiResourceLink"],
        "accept_presentation_document_targets": ["iframe"],
    });
    let choice = ContentChoice {
        id: id.to_owned(),
        session_hash: fingerprint(SECRET),
        expires_at: house.app.timestamp() + 3600,
        registration_id: registration.id,
        deployment_id: "1".to_owned(),
        context_id: course.to_owned(),
        subject: Some("teacher-1".to_owned()),
        locale: Some("en".to_owned()),
        frame_origins: "http://127.0.0.1:8081".to_owned(),
        settings: settings.to_string(),
        made_badge_id: None,
    };
    content_choices::insert(&house.app.db, &choice).await.unwrap();
    let mut browser = house.browser();
    let name = plugin_server::cookies::content_choice(id);
    browser.cookies.insert(name, SECRET.to_owned());
    (browser, format!("/choose/{id}"))
}

const DESIGN: [(&str, &str); 7] = [
    ("action", "save"),
    ("name", "Wood turning"),
    ("description", "For the workshop."),
    ("criteria", "Cuts a box."),
    ("language", "en"),
    ("shape", "shield"),
    ("colour", "teal"),
];

#[tokio::test]
async fn whoever_administers_one_organisation_sees_no_page_of_the_whole_server() {
    let house = House::with_demo().await;
    let lab = second_organisation(&house).await;
    let mut browser = manager(&house, &lab).await;
    for own in ["/admin", "/admin/badges", "/admin/badges/new", "/admin/audit"] {
        assert_eq!(browser.get(own).await.status, StatusCode::OK, "{own}");
    }
    for whole in [
        "/admin/organisations",
        "/admin/registrations",
        "/admin/registrations/new",
        "/admin/placements",
    ] {
        let answer = browser.get(whole).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{whole}");
        assert!(answer.text().contains("admin-whole-server-needed"), "{whole}");
    }
}

#[tokio::test]
async fn whoever_administers_one_organisation_changes_nothing_of_another() {
    let house = House::with_demo().await;
    let lab = second_organisation(&house).await;
    let first = organisations::first(&house.app.db).await.unwrap().unwrap();
    let badge = house.badge().await;
    let mut browser = manager(&house, &lab).await;
    let page = format!("/admin/organisations/{}", first.id);
    assert_eq!(browser.get(&page).await.status, StatusCode::NOT_FOUND);
    for path in [
        page.clone(),
        format!("{page}/teachers"),
        format!("/admin/badges/{}", badge.id),
        format!("/admin/badges/{}/model", badge.id),
    ] {
        let fields = [("name", "Taken over"), ("share", "yes"), ("teachers_may", "make")];
        let answer = browser.submit("/admin", &path, &fields).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in [format!("{page}/link"), format!("{page}/platforms")] {
        let answer = browser.submit("/admin", &path, &[("holder", "Somebody")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert!(answer.text().contains("admin-whole-server-needed"), "{path}");
    }
    let kept = organisations::first(&house.app.db).await.unwrap().unwrap();
    assert_eq!(kept.name, first.name);
    assert!(!shared_models::contains(&house.app.db, &badge.id).await.unwrap());
}

#[tokio::test]
async fn an_organisation_is_made_with_a_key_of_its_own_and_a_link_for_whoever_looks_after_it() {
    let house = House::new().await;
    let mut browser = house.administrator().await;
    let fields = [("name", "Laboratory"), ("slug", "lab")];
    let list = "/admin/organisations";
    let answer = browser.submit(list, list, &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = answer.header("location").to_owned();
    let document = house.browser().get("/issuers/lab/did.json").await.json();
    let first = house.browser().get("/issuers/main/did.json").await.json();
    let key = |document: &serde_json::Value| document["verificationMethod"][0]["publicKeyMultibase"].clone();
    assert!(key(&document).is_string());
    assert_ne!(key(&document), key(&first));
    let twice = browser.submit(list, list, &fields).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.text().contains("href=\"#slug\""));

    let shown = browser
        .submit(
            &page,
            &format!("{page}/link"),
            &[("holder", "Head of the laboratory")],
        )
        .await
        .text();
    let (_, rest) = shown.split_once("/admin?token=").unwrap();
    let token = rest.split('<').next().unwrap();
    let mut other = house.browser();
    let entered = other.post("/admin/enter", &[("token", token)]).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER);
    assert!(other.get("/admin").await.text().contains("Laboratory"));
    let done: Vec<_> = trail(&house)
        .await
        .into_iter()
        .map(|entry| entry.action)
        .collect();
    assert!(done.contains(&"organisation-made".to_owned()) && done.contains(&"link-made".to_owned()));
}

#[tokio::test]
async fn what_teachers_may_do_is_settled_by_their_organisation() {
    let house = House::with_demo().await;
    let lab = second_organisation(&house).await;
    let registration = registrations::list(&house.app.db).await.unwrap().remove(0);
    let mut browser = manager(&house, &lab).await;
    let page = format!("/admin/organisations/{}", lab.id);
    let fields = [
        ("platform", registration.id.as_str()),
        ("teachers_may", "nothing"),
    ];
    let path = format!("{page}/teachers");
    // Not its platform yet.
    assert_eq!(
        browser.submit(&page, &path, &fields).await.status,
        StatusCode::NOT_FOUND
    );
    registration_organisations::upsert(&house.app.db, &registration.id, &lab.id)
        .await
        .unwrap();
    assert_eq!(
        browser.submit(&page, &path, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    let kept = registrations::find(&house.app.db, &registration.id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(TeachersMay::from_word(&kept.teachers_may), TeachersMay::Nothing);
    let (mut teacher, choose) = teacher(&house, "c1", "course-1").await;
    let refused = teacher.get(&format!("{choose}/new")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.text().contains("making-not-allowed"));
}

#[tokio::test]
async fn a_teacher_changes_the_badges_of_their_course_and_no_others() {
    let house = House::with_demo().await;
    let (mut browser, choose) = teacher(&house, "c1", "course-1").await;
    let made = browser
        .submit(&format!("{choose}/new"), &format!("{choose}/new"), &DESIGN)
        .await;
    assert_eq!(made.status, StatusCode::OK);
    let all = badges::list(&house.app.db).await.unwrap();
    let badge = all.iter().find(|badge| badge.name == "Wood turning").unwrap();

    let (mut same_course, again) = teacher(&house, "c2", "course-1").await;
    let form = format!("{again}/badges/{}", badge.id);
    let mut design = DESIGN;
    design[2] = ("description", "For anybody.");
    assert_eq!(
        same_course.submit(&form, &form, &design).await.status,
        StatusCode::SEE_OTHER
    );
    let kept = badges::find(&house.app.db, &badge.id).await.unwrap().unwrap();
    assert_eq!(kept.description, "For anybody.");

    let (mut elsewhere, other) = teacher(&house, "c3", "course-2").await;
    let answer = elsewhere.get(&format!("{other}/badges/{}", badge.id)).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let administrators = house.badge().await;
    let answer = same_course
        .get(&format!("{again}/badges/{}", administrators.id))
        .await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);

    let entries = trail(&house).await;
    let changed = entries
        .iter()
        .find(|entry| entry.action == "badge-changed")
        .unwrap();
    assert_eq!(changed.actor_kind, "person");
    assert!(changed.actor.as_deref().unwrap().ends_with(" teacher-1"));
    assert_eq!(changed.target, "Wood turning");
}

#[tokio::test]
async fn a_shared_model_is_started_from_and_stays_as_it_is() {
    let house = House::with_demo().await;
    let model = house.badge().await;
    let (mut browser, choose) = teacher(&house, "c1", "course-1").await;
    let start = format!("{choose}/new?model={}", model.id);
    assert_eq!(browser.get(&start).await.status, StatusCode::NOT_FOUND);
    let mut administrator = house.administrator().await;
    let page = format!("/admin/badges/{}", model.id);
    administrator
        .submit(&page, &format!("{page}/model"), &[("share", "yes")])
        .await;
    assert!(browser.get(&choose).await.text().contains(&start));
    let form = browser.get(&start).await.text();
    assert!(form.contains(&format!("value=\"{}\"", model.name)), "{form}");
    browser.submit(&start, &format!("{choose}/new"), &DESIGN).await;
    assert_eq!(badges::list(&house.app.db).await.unwrap().len(), 2);
    assert_eq!(
        house.app.timestamp(),
        model.updated_at,
        "the model was not changed"
    );
}

#[tokio::test]
async fn a_teacher_does_not_see_the_badges_of_another_organisation() {
    let house = House::with_demo().await;
    let lab = second_organisation(&house).await;
    let registration = registrations::list(&house.app.db).await.unwrap().remove(0);
    registration_organisations::upsert(&house.app.db, &registration.id, &lab.id)
        .await
        .unwrap();
    let foreign = house.badge().await;
    let (mut browser, choose) = teacher(&house, "c1", "course-1").await;
    assert!(!browser.get(&choose).await.text().contains(&foreign.id));
    let answer = browser
        .submit(&format!("{choose}/new"), &choose, &[("badge", &foreign.id)])
        .await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_trail_says_who_did_what_and_an_organisation_sees_its_own() {
    let house = House::with_demo().await;
    let lab = second_organisation(&house).await;
    let mut administrator = house.administrator().await;
    administrator
        .submit("/admin/badges/new", "/admin/badges/new", &DESIGN)
        .await;
    let mut browser = manager(&house, &lab).await;
    let page = format!("/admin/organisations/{}", lab.id);
    browser.submit(&page, &page, &[("name", "New laboratory")]).await;
    let own = browser.get("/admin/audit").await.text();
    assert!(
        own.contains("Head of the laboratory") && own.contains("Changed the organisation New laboratory")
    );
    assert!(!own.contains("Wood turning"));
    let made = browser
        .submit("/admin/badges/new", "/admin/badges/new", &DESIGN)
        .await;
    let own_badge = made.header("location").to_owned();
    assert!(
        administrator
            .get("/admin/badges")
            .await
            .text()
            .contains(&own_badge)
    );
    assert_eq!(administrator.get(&own_badge).await.status, StatusCode::OK);
    let whole = administrator.get("/admin/audit").await.text();
    assert!(whole.contains("Made the badge “Wood turning”") && whole.contains("New laboratory"));
}

#[tokio::test]
async fn every_act_has_its_words_in_both_languages() {
    use plugin_server::{i18n::Language, services::audit::Action};
    for language in [Language::English, Language::French] {
        for action in Action::ALL {
            let said = language.texts().did(action.as_str(), "X");
            assert!(!said.starts_with("did-"), "{} in {language:?}", action.as_str());
        }
    }
}
