//! LTI 1.1 of a platform: off, on with a secret that nobody sees again, and off.

use axum::http::StatusCode;
use plugin_server::db::{legacy_consumers, registrations};

use crate::support::House;

const SECRET: &str = "a secret of old times";

async fn registration(house: &House) -> String {
    registrations::list(&house.app.db).await.unwrap().remove(0).id
}

#[tokio::test]
async fn an_administrator_switches_lti_1_1_on_and_off_and_the_secret_is_never_shown() {
    let house = House::with_demo().await;
    let id = registration(&house).await;
    let path = format!("/admin/registrations/{id}/legacy");
    let mut browser = house.administrator().await;
    assert!(browser.get(&path).await.text().contains("Switched off"));

    let fields = [("consumer_key", "moodle-1.1"), ("secret", SECRET)];
    let switched = browser.submit(&path, &path, &fields).await;
    assert_eq!(switched.status, StatusCode::SEE_OTHER);
    let page = browser.get(&path).await.text();
    assert!(
        page.contains("Switched on") && page.contains("moodle-1.1"),
        "{page}"
    );
    assert!(!page.contains(SECRET));
    let kept = legacy_consumers::find(&house.app.db, &id).await.unwrap().unwrap();
    assert!(kept.is_on && !kept.secret.contains(SECRET));

    let off = format!("{path}/off");
    let switched = browser.submit(&path, &off, &[]).await;
    assert_eq!(switched.status, StatusCode::SEE_OTHER);
    let kept = legacy_consumers::find(&house.app.db, &id).await.unwrap().unwrap();
    assert!(
        !kept.is_on,
        "the secret stays, for claims of having been somebody"
    );
}

#[tokio::test]
async fn a_secret_that_can_be_guessed_and_a_key_of_another_platform_are_refused() {
    let house = House::with_demo().await;
    let id = registration(&house).await;
    let mut twin = registrations::list(&house.app.db).await.unwrap().remove(0);
    twin.id = "twin".to_owned();
    twin.client_id = "another-client".to_owned();
    registrations::upsert(&house.app.db, &twin).await.unwrap();
    let mut browser = house.administrator().await;
    let path = format!("/admin/registrations/{id}/legacy");
    let weak = [("consumer_key", "moodle-1.1"), ("secret", "short")];
    let refused = browser.submit(&path, &path, &weak).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("at least 12 characters"));
    assert_eq!(house.rows("legacy_consumers").await, 0);

    let fields = [("consumer_key", "moodle-1.1"), ("secret", SECRET)];
    browser.submit(&path, &path, &fields).await;
    let other = "/admin/registrations/twin/legacy";
    let refused = browser.submit(other, other, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("has this consumer key already"));
    assert_eq!(house.rows("legacy_consumers").await, 1);
}

#[tokio::test]
async fn the_switch_needs_a_session_and_the_token_of_its_form() {
    let house = House::with_demo().await;
    let path = format!("/admin/registrations/{}/legacy", registration(&house).await);
    let fields = [("consumer_key", "moodle-1.1"), ("secret", SECRET)];
    for mut browser in [house.browser(), house.administrator().await] {
        for path in [path.clone(), format!("{path}/off")] {
            assert_eq!(browser.post(&path, &fields).await.status, StatusCode::FORBIDDEN);
        }
    }
    assert_eq!(house.rows("legacy_consumers").await, 0);
}
