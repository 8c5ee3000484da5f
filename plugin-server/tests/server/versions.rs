//! A badge that was awarded is not rewritten: a change makes a new version, and signed badges keep theirs.

use axum::http::StatusCode;
use openbadges::model::{Iri, RelatedResource};
use plugin_server::{
    db::{awards, badges, credentials},
    services::issuing,
};
use serde_json::Value;

use crate::support::{Browser, House};

const CHANGED: [(&str, &str); 6] = [
    ("name", "Laser cutter, level 1"),
    ("criteria", "Cuts acrylic too."),
    ("description", "First steps, and acrylic."),
    ("language", "en"),
    ("shape", "circle"),
    ("colour", "red"),
];

/// Changes the badge as an administrator does.
async fn edit(house: &House) {
    let badge = house.badge().await;
    let mut admin = house.administrator().await;
    let page = format!("/admin/badges/{}", badge.id);
    let answer = admin.submit_file(&page, &page, &CHANGED, ("picture", b"")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

/// A learner who claimed the badge with a name.
async fn holder(house: &House) -> (Browser, String) {
    let (mut browser, page) = house.enter(house.learner().await).await;
    let answer = browser.submit(&page, &page, &[("name", "shown")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    (browser, page)
}

async fn credential(browser: &mut Browser, page: &str) -> Value {
    browser.get(&format!("{page}/badge.json")).await.json()
}

/// The path of an address of the house.
fn path(address: &Value) -> String {
    let address = address.as_str().unwrap();
    address.strip_prefix("http://127.0.0.1:8080").unwrap().to_owned()
}

/// What a signed badge points at is still what it says.
async fn assert_true(house: &House, credential: &Value) {
    let achievement = &credential["credentialSubject"]["achievement"];
    let mut browser = house.browser();
    let mut published = browser
        .get_as(&path(&achievement["id"]), "application/ld+json")
        .await
        .json();
    published.as_object_mut().unwrap().remove("@context");
    assert_eq!(&published, achievement);
    for picture in credential["relatedResource"].as_array().unwrap() {
        let bytes = browser.get(&path(&picture["id"])).await.bytes;
        let id = Iri::new(picture["id"].as_str().unwrap()).unwrap();
        let published = RelatedResource::new(id, picture["mediaType"].as_str().unwrap(), &bytes);
        assert_eq!(&serde_json::to_value(published).unwrap(), picture);
    }
}

#[tokio::test]
async fn what_signed_badges_point_at_stays_as_they_say_it() {
    let house = House::with_demo().await;
    let (mut first, first_page) = holder(&house).await;
    let before = credential(&mut first, &first_page).await;
    edit(&house).await;
    let mut other = house.learner().await;
    other.subject = Some("learner-2".to_owned());
    let (mut second, second_page) = house.enter(other).await;
    second.submit(&second_page, &second_page, &[]).await;
    let after = credential(&mut second, &second_page).await;
    assert_eq!(credential(&mut first, &first_page).await, before);
    assert_eq!(
        after["credentialSubject"]["achievement"]["criteria"]["narrative"],
        "Cuts acrylic too."
    );
    assert!(
        after["credentialSubject"]["achievement"]["id"]
            .as_str()
            .unwrap()
            .ends_with("/v/2")
    );
    assert_true(&house, &before).await;
    assert_true(&house, &after).await;
}

#[tokio::test]
async fn a_badge_that_nobody_has_is_changed_in_place() {
    let house = House::with_demo().await;
    edit(&house).await;
    let badge = house.badge().await;
    assert_eq!((badge.version, badge.criteria.as_str()), (1, "Cuts acrylic too."));
    assert_eq!(house.rows("badge_versions").await, 0);
}

#[tokio::test]
async fn saving_the_same_again_makes_no_version() {
    let house = House::with_demo().await;
    holder(&house).await;
    edit(&house).await;
    edit(&house).await;
    assert_eq!(house.badge().await.version, 2);
    assert_eq!(house.rows("badge_versions").await, 1);
}

#[tokio::test]
async fn a_badge_earned_before_a_change_is_claimed_as_it_was_earned() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    browser.get(&page).await;
    edit(&house).await;
    let shown = browser.get(&page).await.text();
    assert!(!shown.contains("Cuts acrylic too."), "{shown}");
    browser.submit(&page, &page, &[]).await;
    let credential = credential(&mut browser, &page).await;
    assert!(!credential.to_string().contains("Cuts acrylic too."));
}

#[tokio::test]
async fn the_page_of_an_older_version_leads_to_the_newest() {
    let house = House::with_demo().await;
    holder(&house).await;
    edit(&house).await;
    let badge = house.badge().await;
    let mut browser = house.browser();
    let newest = format!("/badges/{}/v/2", badge.id);
    let older = browser.get(&format!("/badges/{}", badge.id)).await.text();
    assert!(older.contains(&format!("href=\"{newest}\"")), "{older}");
    let page = browser.get(&newest).await.text();
    assert!(
        page.contains("Cuts acrylic too.") && !page.contains("as it is now"),
        "{page}"
    );
    for absent in ["0", "1", "3", "-1", "x"] {
        let answer = browser.get(&format!("/badges/{}/v/{absent}", badge.id)).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{absent}");
    }
}

#[tokio::test]
async fn a_badge_issued_anew_keeps_its_identifier_and_its_person_and_the_old_one_is_kept() {
    let house = House::with_demo().await;
    let (mut browser, page) = holder(&house).await;
    let before = credential(&mut browser, &page).await;
    edit(&house).await;
    let badge = house.badge().await;
    let registration = house.learner().await.registration_id;
    let award = awards::find(&house.app.db, &badge.id, &registration, "learner-1")
        .await
        .unwrap()
        .unwrap();
    issuing::renew(&house.app, &award).await.unwrap();
    issuing::renew(&house.app, &award).await.unwrap();
    let after = credential(&mut browser, &page).await;
    assert_eq!(after["id"], before["id"]);
    assert_eq!(after["awardedDate"], before["awardedDate"]);
    let (old, new) = (&before["credentialSubject"], &after["credentialSubject"]);
    assert_eq!(new["identifier"], old["identifier"]);
    assert_eq!(new["achievement"]["criteria"]["narrative"], "Cuts acrylic too.");
    assert_true(&house, &after).await;
    let kept: Vec<String> = sqlx::query_scalar("SELECT document FROM replaced_credentials")
        .fetch_all(&house.app.db)
        .await
        .unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(serde_json::from_str::<Value>(&kept[0]).unwrap(), before);
    assert_eq!(awards::badge_version(&house.app.db, &award.id).await.unwrap(), 2);
}

#[tokio::test]
async fn a_badge_that_was_not_claimed_is_not_issued_anew() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    browser.get(&page).await;
    let badge = house.badge().await;
    let registration = house.learner().await.registration_id;
    let award = awards::find(&house.app.db, &badge.id, &registration, "learner-1")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        issuing::renew(&house.app, &award).await.unwrap_err().code(),
        "not-found"
    );
    assert!(
        credentials::find(&house.app.db, &award.id)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        badges::find_version(&house.app.db, &badge.id, 2)
            .await
            .unwrap()
            .is_none()
    );
}
