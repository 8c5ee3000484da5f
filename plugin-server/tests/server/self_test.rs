//! The test of a connection says what was seen, what answers, and what to do.

use std::sync::Arc;

use axum::http::StatusCode;
use plugin_server::{
    app::build_handler,
    db::{
        registrations::{self, Registration},
        resource_links::{self, ResourceLink},
    },
    services::{
        self_test::{self, Outcome, Subject},
        sightings::{self, Sighting},
    },
};

use crate::support::{
    House,
    registrar::{ORIGIN, Registrar},
};

/// A house whose one platform answers.
async fn house() -> (House, Arc<Registrar>, Registration) {
    let mut house = House::new().await;
    let registrar = Arc::<Registrar>::default();
    house.app.http = Arc::<Registrar>::clone(&registrar);
    let address = |path: &str| format!("{ORIGIN}/mod/lti/{path}");
    let registration = Registration {
        id: "r1".to_owned(),
        name: "Moodle".to_owned(),
        issuer: ORIGIN.to_owned(),
        client_id: "abc".to_owned(),
        auth_url: address("auth.php"),
        token_url: address("token.php"),
        token_audience: None,
        jwks_url: address("certs.php"),
        teachers_may: "nothing".to_owned(),
        created_at: 0,
        status: "waiting".to_owned(),
        scopes: None,
        product_family: Some("moodle".to_owned()),
    };
    registrations::upsert(&house.app.db, &registration).await.unwrap();
    (house, registrar, registration)
}

/// What a launch said of the course.
async fn open_a_course(house: &House, registration: &Registration) {
    let link = ResourceLink {
        registration_id: registration.id.clone(),
        deployment_id: "1".to_owned(),
        resource_link_id: "1".to_owned(),
        title: None,
        context_id: Some("2".to_owned()),
        context_title: None,
        context_history: None,
        memberships_url: Some(format!("{ORIGIN}/roster")),
        line_items_url: Some(format!("{ORIGIN}/columns")),
        line_item_url: None,
        own_line_item_url: None,
        ags_scopes: String::new(),
        last_launch_at: 0,
    };
    resource_links::upsert(&house.app.db, &link).await.unwrap();
}

async fn outcome(house: &House, registration: &Registration, subject: Subject) -> Outcome {
    let known = self_test::known(&house.app, registration).await.unwrap();
    let line = known.lines.into_iter().find(|line| line.subject == subject);
    line.unwrap().outcome
}

/// Presses the button and gives the page that follows.
async fn run(house: &House, registration: &Registration) -> String {
    let mut browser = house.administrator().await;
    let page = format!("/admin/registrations/{}/test", registration.id);
    let answer = browser.submit(&page, &page, &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    browser.get(&page).await.text()
}

#[tokio::test]
async fn nothing_is_claimed_of_a_platform_that_nobody_asked() {
    let (house, _registrar, registration) = house().await;
    let known = self_test::known(&house.app, &registration).await.unwrap();
    assert!(known.lines.iter().all(|line| line.outcome == Outcome::Unknown));
    assert_eq!(known.keys_fetched_at, None);
}

#[tokio::test]
async fn a_platform_that_answers_everything_works_line_by_line() {
    let (house, registrar, registration) = house().await;
    registrar.state().date = Some("Sun, 22 Nov 2026 12:00:02 GMT");
    open_a_course(&house, &registration).await;
    let page = run(&house, &registration).await;
    for (subject, number) in [
        (Subject::PlatformKeys, Some(2)),
        (Subject::Clock, Some(2)),
        (Subject::OwnKeys, None),
        (Subject::Token, None),
        (Subject::Roster, Some(1)),
        (Subject::Columns, Some(0)),
    ] {
        assert_eq!(
            outcome(&house, &registration, subject).await,
            Outcome::Works(number),
            "{subject:?}"
        );
    }
    assert!(
        page.contains("2 keys were read on 22 November 2026, 12:00 (UTC)."),
        "{page}"
    );
    assert!(page.contains("one member"), "{page}");
}

#[tokio::test]
async fn a_test_asks_for_a_new_token_each_time() {
    let (house, registrar, registration) = house().await;
    run(&house, &registration).await;
    registrar.state().token_status = 500;
    run(&house, &registration).await;
    assert_eq!(
        outcome(&house, &registration, Subject::Token).await,
        Outcome::Fails("token-refused".to_owned())
    );
}

#[tokio::test]
async fn a_platform_that_cannot_read_our_keys_is_told_apart_and_advised() {
    let (house, registrar, registration) = house().await;
    registrar.state().token_status = 404;
    let page = run(&house, &registration).await;
    for subject in [Subject::OwnKeys, Subject::Token] {
        assert_eq!(
            outcome(&house, &registration, subject).await,
            Outcome::Fails("keys-not-read".to_owned())
        );
    }
    assert!(page.contains("cURL blocked hosts list"), "{page}");
}

#[tokio::test]
async fn a_fetch_of_our_keys_is_the_platforms_own_only_while_it_checks_our_signature() {
    let (house, registrar, registration) = house().await;
    house.browser().get("/lti/jwks.json").await;
    let known = self_test::known(&house.app, &registration).await.unwrap();
    assert!(known.keys_fetched_at.is_some());
    assert_eq!(known.own_keys_read_at, None);

    house.wait(time::Duration::SECOND);
    registrar.state().checks = Some(build_handler(house.app.clone()));
    let page = run(&house, &registration).await;
    let known = self_test::known(&house.app, &registration).await.unwrap();
    assert_eq!(known.own_keys_read_at, Some(house.app.timestamp()));
    assert!(page.contains("This platform: on 22 November 2026"), "{page}");
}

#[tokio::test]
async fn a_clock_that_differs_is_told_with_its_direction() {
    let (house, registrar, registration) = house().await;
    for (date, code) in [
        ("Sun, 22 Nov 2026 12:01:00 GMT", "clock-ahead"),
        ("Sun, 22 Nov 2026 11:59:00 GMT", "clock-behind"),
    ] {
        registrar.state().date = Some(date);
        run(&house, &registration).await;
        assert_eq!(
            outcome(&house, &registration, Subject::Clock).await,
            Outcome::Fails(code.to_owned())
        );
    }
}

#[tokio::test]
async fn a_platform_that_is_down_is_an_outcome_and_not_a_failure_of_the_page() {
    let (house, registrar, registration) = house().await;
    registrar.state().is_down = true;
    open_a_course(&house, &registration).await;
    run(&house, &registration).await;
    for (subject, code) in [
        (Subject::PlatformKeys, "keys-unreachable"),
        (Subject::Token, "token-unreachable"),
        (Subject::Roster, "token-unreachable"),
    ] {
        assert_eq!(
            outcome(&house, &registration, subject).await,
            Outcome::Fails(code.to_owned())
        );
    }
    assert_eq!(
        outcome(&house, &registration, Subject::Clock).await,
        Outcome::Unknown
    );
}

#[tokio::test]
async fn the_ways_in_which_browsers_keep_a_launch_are_listed_when_seen() {
    let (house, _registrar, registration) = house().await;
    let page = format!("/admin/registrations/{}/test", registration.id);
    let mut browser = house.administrator().await;
    assert!(browser.get(&page).await.text().contains("Nothing is known yet."));
    sightings::note(&house.app, &registration.id, Sighting::LaunchInWindow, "").await;
    let html = browser.get(&page).await.text();
    assert!(
        html.contains("In a window of its own: last on 22 November 2026"),
        "{html}"
    );
    assert!(!html.contains("By a cookie"), "{html}");
}
