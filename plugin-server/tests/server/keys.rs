//! Keys that follow each other: published before they sign, and for as long as they are needed.

use axum::http::StatusCode;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use lti_advantage::nrps::{self, Filter};
use openbadges::verify::{CheckId, Document, Evidence, Outcome, Policy, Report, verify};
use plugin_server::{
    db::{organisations, registrations},
    services::{
        audit::Actor,
        background, issuer,
        key_rotation::{Cause, NewKey, rotate_organisation, rotate_tool},
        platform_services, tool_keys,
    },
    state::App,
};
use serde_json::Value;
use time::Duration;
use url::form_urlencoded;

use crate::support::{House, NOW, platform::ROSTER};

const HOUR: Duration = Duration::hours(1);

/// The names of the keys that platforms read, the one that signs last first.
async fn published(house: &House) -> Vec<String> {
    let set = house.browser().get("/lti/jwks.json").await.json();
    let keys = set["keys"].as_array().unwrap();
    keys.iter()
        .map(|key| key["kid"].as_str().unwrap().to_owned())
        .collect()
}

/// The name of the key that signed the last request for a token.
async fn signs(house: &House, app: &App) -> String {
    house.platform.forget_tokens();
    let registration = registrations::list(&app.db).await.unwrap().remove(0);
    let platform = platform_services::of(app, registration).unwrap();
    let roster = platform.address(ROSTER).unwrap();
    nrps::members(&platform.service(), roster, Filter::default(), 10)
        .await
        .unwrap();
    let state = house.platform.state();
    let asked = state
        .asked
        .iter()
        .rfind(|request| request.url.path() == "/token")
        .unwrap();
    let assertion = form_urlencoded::parse(&asked.body)
        .find(|(name, _)| name == "client_assertion")
        .unwrap()
        .1;
    let header = URL_SAFE_NO_PAD
        .decode(assertion.split('.').next().unwrap())
        .unwrap();
    let header: Value = serde_json::from_slice(&header).unwrap();
    header["kid"].as_str().unwrap().to_owned()
}

async fn rotate(house: &House, cause: Cause) -> Option<NewKey> {
    rotate_tool(&house.app, cause, &Actor::Server).await.unwrap()
}

/// The organisation's methods in its DID document.
async fn methods(house: &House) -> Vec<String> {
    let document = house.browser().get("/issuers/main/did.json").await.json();
    let methods = document["assertionMethod"].as_array().unwrap();
    methods
        .iter()
        .map(|method| method.as_str().unwrap().rsplit_once('#').unwrap().1.to_owned())
        .collect()
}

async fn rotate_own(house: &House, cause: Cause) -> Option<NewKey> {
    let organisation = organisations::first(&house.app.db).await.unwrap().unwrap();
    rotate_organisation(&house.app, &organisation, cause, &Actor::Server)
        .await
        .unwrap()
}

/// The fragment of the key that signs badges now.
async fn signs_badges(house: &House) -> String {
    let organisation = organisations::first(&house.app.db).await.unwrap().unwrap();
    let (_, method) = issuer::signer(&house.app, &organisation).await.unwrap();
    method.rsplit_once('#').unwrap().1.to_owned()
}

#[tokio::test]
async fn a_new_tool_key_is_published_a_day_before_it_signs_and_the_old_one_a_day_after() {
    let house = House::with_demo().await;
    let old = signs(&house, &house.app).await;
    let new = rotate(&house, Cause::Age(None)).await.unwrap();
    assert_eq!(new.signs_from, NOW + Duration::DAY);
    let new = new.name;
    for (wait, listed, signing) in [
        (Duration::ZERO, vec![&new, &old], &old),
        (HOUR * 24 - Duration::SECOND, vec![&new, &old], &old),
        (Duration::SECOND, vec![&new, &old], &new),
        (HOUR * 24 - Duration::SECOND, vec![&new, &old], &new),
        (Duration::SECOND, vec![&new], &new),
    ] {
        house.wait(wait);
        let now = house.app.now();
        assert_eq!(
            published(&house).await.iter().collect::<Vec<_>>(),
            listed,
            "{now}"
        );
        assert_eq!(&signs(&house, &house.app).await, signing, "{now}");
    }
    background::tick(&house.app).await;
    assert_eq!(house.rows("tool_keys").await, 1, "the old secret is destroyed");
}

#[tokio::test]
async fn servers_on_one_database_sign_with_the_same_key_at_every_moment() {
    let house = House::with_demo().await;
    let other = house.reopen().await.unwrap();
    signs(&house, &other).await;
    rotate(&house, Cause::Age(None)).await.unwrap();
    for _ in 0..3 {
        assert_eq!(signs(&house, &house.app).await, signs(&house, &other).await);
        house.wait(HOUR * 24);
    }
}

#[tokio::test]
async fn a_tool_key_is_replaced_after_ninety_days_by_one_of_several_servers() {
    let house = House::with_demo().await;
    let other = house.reopen().await.unwrap();
    house.wait(Duration::days(90) - Duration::SECOND);
    background::tick(&house.app).await;
    assert_eq!(published(&house).await.len(), 1);
    house.wait(Duration::SECOND);
    tokio::join!(background::tick(&house.app), background::tick(&other));
    assert_eq!(published(&house).await.len(), 2);
    house.wait(Duration::days(1));
    background::tick(&house.app).await;
    assert_eq!(published(&house).await.len(), 2, "the new one is young");
    house.wait(Duration::days(1));
    background::tick(&house.app).await;
    assert_eq!(published(&house).await.len(), 1);
}

#[tokio::test]
async fn a_second_key_is_not_made_while_one_is_on_its_way() {
    let house = House::with_demo().await;
    rotate(&house, Cause::Age(None)).await.unwrap();
    assert_eq!(rotate(&house, Cause::Age(None)).await, None);
    rotate_own(&house, Cause::Age(None)).await.unwrap();
    assert_eq!(rotate_own(&house, Cause::Age(None)).await, None);
    house.wait(Duration::days(1));
    assert!(rotate(&house, Cause::Age(None)).await.is_some());
}

#[tokio::test]
async fn a_compromised_tool_key_counts_no_more_from_that_moment() {
    let house = House::with_demo().await;
    signs(&house, &house.app).await;
    let new = rotate(&house, Cause::Compromised).await.unwrap().name;
    assert_eq!(published(&house).await, [new.as_str()]);
    assert_eq!(signs(&house, &house.app).await, new);
    assert_eq!(house.rows("tool_keys").await, 1);
}

#[tokio::test]
async fn a_clock_that_is_set_back_still_finds_a_key_that_signs() {
    let house = House::with_demo().await;
    house.wait(-Duration::days(1));
    assert_eq!(
        tool_keys::signing(&house.app).await.unwrap().kid(),
        published(&house).await[0]
    );
}

/// What a stranger finds out about a badge with the issuer's DID document as it is now.
async fn read(house: &House, file: &[u8]) -> Report {
    let mut evidence = Evidence::new();
    let body = house.browser().get("/issuers/main/did.json").await.bytes;
    let answered = Document::Answered {
        status: 200,
        content_type: None,
        body,
    };
    evidence.insert("http://127.0.0.1:8080/issuers/main/did.json", answered);
    let mut policy = Policy::default();
    policy.allow_loopback_http = true;
    verify(file, &evidence, house.app.now(), &policy)
}

/// The badge of a learner, claimed now.
async fn badge(house: &House, subject: &str) -> Vec<u8> {
    let mut entrant = house.learner().await;
    entrant.subject = Some(subject.to_owned());
    let (mut browser, page) = house.enter(entrant).await;
    let claimed = browser.submit(&page, &page, &[]).await;
    assert_eq!(claimed.status, StatusCode::SEE_OTHER);
    browser.get(&format!("{page}/badge.png")).await.bytes
}

fn binding(report: &Report) -> Outcome {
    report.check(CheckId::IssuerBinding).unwrap().outcome
}

#[tokio::test]
async fn an_organisations_old_keys_stay_published_for_ever_and_their_badges_verify() {
    let house = House::with_demo().await;
    let before = badge(&house, "learner-1").await;
    rotate_own(&house, Cause::Age(None)).await.unwrap();
    assert_eq!(methods(&house).await, ["key-2", "key-1"]);
    assert_eq!(signs_badges(&house).await, "key-1");
    house.wait(Duration::days(1));
    assert_eq!(signs_badges(&house).await, "key-2");
    let after = badge(&house, "learner-2").await;
    house.wait(Duration::days(3650));
    assert_eq!(methods(&house).await, ["key-2", "key-1"]);
    for file in [before, after] {
        assert_eq!(binding(&read(&house, &file).await), Outcome::Passed);
    }
}

#[tokio::test]
async fn what_a_compromised_organisation_key_signed_no_longer_verifies() {
    let house = House::with_demo().await;
    let before = badge(&house, "learner-1").await;
    let new = rotate_own(&house, Cause::Compromised).await.unwrap();
    assert_eq!(methods(&house).await, [new.name.as_str()]);
    assert_eq!(signs_badges(&house).await, "key-2");
    assert_eq!(binding(&read(&house, &before).await), Outcome::Failed);
    let after = badge(&house, "learner-2").await;
    assert_eq!(binding(&read(&house, &after).await), Outcome::Passed);
    // The next one is not named as one that was withdrawn.
    assert_eq!(
        rotate_own(&house, Cause::Compromised).await.unwrap().name,
        "key-3"
    );
}

#[tokio::test]
async fn an_organisations_key_is_replaced_by_itself_where_the_settings_say_so() {
    let mut house = House::with_demo().await;
    house.wait(Duration::days(400));
    background::tick(&house.app).await;
    assert_eq!(methods(&house).await, ["key-1"]);
    let mut config = plugin_server::config::Config::clone(&house.app.config);
    config.key_rotation.organisation = Some(Duration::days(365));
    house.app.config = config.into();
    background::tick(&house.app).await;
    background::tick(&house.app).await;
    assert_eq!(methods(&house).await, ["key-2", "key-1"]);
}
