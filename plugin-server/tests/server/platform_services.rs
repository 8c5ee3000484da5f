//! The services of a platform, called by this server: tokens, rosters, columns, results.

use lti_advantage::{
    ags::{self, ActivityProgress, GradingProgress, LineItemFilter, Score, Sent},
    nrps::{self, Filter},
};
use plugin_server::{db::registrations, services::platform_services};
use time::Duration;

use crate::support::{
    House,
    platform::{COLUMNS, ROSTER},
};

async fn registration(house: &House) -> registrations::Registration {
    registrations::list(&house.app.db).await.unwrap().remove(0)
}

/// Who is on the roster, as far as they may open the demonstration's link if `gated`.
async fn roster(house: &House, gated: bool) -> Result<Vec<String>, &'static str> {
    let platform = platform_services::of(&house.app, registration(house).await).unwrap();
    let address = platform.address(ROSTER).unwrap();
    let filter = Filter {
        resource_link_id: gated.then_some("badge-1"),
        ..Filter::default()
    };
    let members = nrps::members(&platform.service(), address, filter, 100).await;
    let members = members.map_err(|error| error.code())?;
    Ok(members.into_iter().map(|member| member.user_id).collect())
}

async fn house() -> House {
    let house = House::with_demo().await;
    for learner in ["learner-1", "learner-2", "learner-3"] {
        house.platform.enrol(learner, "Learner");
    }
    house
}

#[tokio::test]
async fn a_roster_is_read_page_after_page() {
    let house = house().await;
    house.platform.state().page_size = 2;
    house.platform.gate("badge-1", &["learner-2"]);
    assert_eq!(
        roster(&house, false).await.unwrap(),
        ["learner-1", "learner-2", "learner-3"]
    );
    assert_eq!(roster(&house, true).await.unwrap(), ["learner-2"]);
}

#[tokio::test]
async fn calls_at_the_same_time_ask_for_one_token() {
    let house = house().await;
    let (one, two, three) = tokio::join!(roster(&house, false), roster(&house, true), roster(&house, false));
    assert!(one.is_ok() && two.is_ok() && three.is_ok());
    assert_eq!(house.platform.asked("/token"), 1);
}

#[tokio::test]
async fn a_token_is_used_until_shortly_before_its_end() {
    let house = house().await;
    roster(&house, false).await.unwrap();
    house.wait(Duration::minutes(58));
    roster(&house, false).await.unwrap();
    assert_eq!(house.platform.asked("/token"), 1);
    house.wait(Duration::minutes(1));
    roster(&house, false).await.unwrap();
    assert_eq!(house.platform.asked("/token"), 2);
}

#[tokio::test]
async fn a_registration_that_was_changed_gets_a_new_token() {
    let house = house().await;
    roster(&house, false).await.unwrap();
    let mut changed = registration(&house).await;
    changed.token_audience = Some("https://auth.example/audience".to_owned());
    registrations::upsert(&house.app.db, &changed).await.unwrap();
    roster(&house, false).await.unwrap();
    assert_eq!(house.platform.asked("/token"), 2);
}

#[tokio::test]
async fn a_platform_that_is_down_or_says_no_is_told_by_its_code() {
    let house = house().await;
    house.platform.state().is_down = true;
    assert_eq!(roster(&house, false).await, Err("token-unreachable"));
    house.platform.state().is_down = false;
    house.platform.state().token_status = Some(400);
    assert_eq!(roster(&house, false).await, Err("token-refused"));
    house.platform.state().token_status = None;
    house.platform.state().service_status = Some(503);
    assert_eq!(roster(&house, false).await, Err("service-refused"));
    house.platform.state().service_status = None;
    house.platform.state().scopes.clear();
    house.wait(Duration::hours(1));
    assert_eq!(roster(&house, false).await, Err("scope-missing"));
}

#[tokio::test]
async fn a_token_goes_to_the_platform_alone() {
    let house = house().await;
    let platform = platform_services::of(&house.app, registration(&house).await).unwrap();
    let refused = platform.address("https://elsewhere.example/roster").unwrap_err();
    assert_eq!(refused.code(), "service-address-foreign");
}

#[tokio::test]
async fn the_column_of_a_link_is_found_and_its_results_are_read() {
    let house = house().await;
    let link = house.link().await;
    let column = link.line_item_url.unwrap();
    house.platform.grade(&column, "learner-1", 85.0, 100.0);
    let platform = platform_services::of(&house.app, registration(&house).await).unwrap();
    let filter = LineItemFilter {
        resource_link_id: Some("badge-1"),
        resource_id: None,
    };
    let found = ags::line_items(&platform.service(), platform.address(COLUMNS).unwrap(), filter)
        .await
        .unwrap();
    assert_eq!(
        (found[0].id.as_str(), house.platform.columns()),
        (column.as_str(), 1)
    );
    let address = platform.address(&column).unwrap();
    let results = ags::results(&platform.service(), &address, Some("learner-1"))
        .await
        .unwrap();
    assert_eq!(results[0].share(), Some(0.85));
}

#[tokio::test]
async fn a_score_that_is_sent_twice_is_taken_once() {
    let house = house().await;
    let column = house.platform.column("badge-1");
    let platform = platform_services::of(&house.app, registration(&house).await).unwrap();
    let address = platform.address(&column).unwrap();
    let score = Score {
        user_id: "learner-1",
        score_given: 1.0,
        score_maximum: 1.0,
        activity_progress: ActivityProgress::Completed,
        grading_progress: GradingProgress::FullyGraded,
        timestamp: house.app.now(),
    };
    let first = ags::send_score(&platform.service(), &address, &score).await;
    let again = ags::send_score(&platform.service(), &address, &score).await;
    assert_eq!(
        (first.unwrap(), again.unwrap()),
        (Sent::Taken, Sent::AlreadyThere)
    );
    assert_eq!(house.platform.scored(), ["learner-1"]);
}

#[tokio::test]
async fn a_platform_that_forgot_all_its_tokens_is_asked_for_a_new_one() {
    let house = house().await;
    let column = house.link().await.line_item_url.unwrap();
    let platform = platform_services::of(&house.app, registration(&house).await).unwrap();
    let address = platform.address(&column).unwrap();
    roster(&house, false).await.unwrap();
    ags::results(&platform.service(), &address, None).await.unwrap();
    assert_eq!(house.platform.asked("/token"), 2);
    house.platform.forget_tokens();
    roster(&house, false).await.unwrap();
    ags::results(&platform.service(), &address, None).await.unwrap();
    assert_eq!(house.platform.asked("/token"), 4);
}
