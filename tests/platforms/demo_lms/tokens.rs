//! Tokens, and what they are good for.

use lti_advantage::{
    ags::{self, LineItemFilter, NewLineItem},
    error::{ServiceError, TokenError},
    nrps::{self, Filter},
    service::AccessTokens as _,
    vocab::scope,
};
use time::Duration;

use crate::world::World;

async fn roster(world: &World) -> Result<usize, ServiceError> {
    let members = nrps::members(&world.service(), world.roster(), Filter::default(), 100).await;
    members.map(|members| members.len())
}

const NEW: NewLineItem<'_> = NewLineItem {
    label: "Badge",
    score_maximum: 1.0,
    resource_id: "p1",
    resource_link_id: None,
};

#[tokio::test]
async fn a_token_that_calls_itself_a_page_is_read() {
    for (on, content_type) in [(true, "text/html; charset=utf-8"), (false, "application/json")] {
        let world = World::with(&[("token-as-page", on)]).await;
        assert_eq!(roster(&world).await, Ok(5));
        assert_eq!(world.last("/token").header("content-type"), content_type);
    }
}

#[tokio::test]
async fn an_assertion_is_back_dated_enough_for_a_clock_without_leeway() {
    for on in [true, false] {
        let world = World::with(&[("no-leeway", on)]).await;
        let world = world.ahead_by(Duration::seconds(30));
        assert_eq!(roster(&world).await, Ok(5), "no-leeway={on}");
    }
    let world = World::with(&[]).await.ahead_by(Duration::seconds(31));
    let error = roster(&world).await.unwrap_err();
    assert_eq!(error.code(), "token-refused");
    let tolerant = World::with(&[("no-leeway", false)]).await;
    assert_eq!(roster(&tolerant.ahead_by(Duration::seconds(31))).await, Ok(5));
}

#[tokio::test]
async fn an_error_that_is_no_json_is_a_refusal_in_the_platforms_words() {
    for (on, is_json) in [(true, false), (false, true)] {
        let world = World::with(&[("broken-errors", on)])
            .await
            .signing_with_another_key();
        let error = roster(&world).await.unwrap_err();
        assert_eq!(error.code(), "token-refused");
        let answer = world.last("/token");
        assert_eq!(answer.response.status, 400);
        let read = serde_json::from_slice::<serde_json::Value>(&answer.response.body);
        assert_eq!(read.is_ok(), is_json);
    }
}

#[tokio::test]
async fn a_scope_that_was_left_out_is_named_and_the_others_work() {
    let world = World::with(&[("reduced-scopes", true)]).await;
    let error = world.token(&[scope::LINE_ITEM, scope::RESULT_READ_ONLY]).await;
    let scope = scope::LINE_ITEM.to_owned();
    assert_eq!(error.unwrap_err(), TokenError::ScopeMissing { scope });
    assert_eq!(
        world.last("/token").response.status,
        200,
        "the platform did give a token"
    );
    let error = ags::create_line_item(&world.service(), &world.columns(), &NEW)
        .await
        .unwrap_err();
    assert_eq!((error.code(), error.is_passing()), ("token-refused", false));
    let listed = ags::line_items(&world.service(), world.columns(), LineItemFilter::default()).await;
    assert_eq!(listed, Ok(Vec::new()));

    let generous = World::with(&[("reduced-scopes", false)]).await;
    let made = ags::create_line_item(&generous.service(), &generous.columns(), &NEW).await;
    assert_eq!(made.unwrap().resource_id.as_deref(), Some("p1"));
}

#[tokio::test]
async fn one_token_serves_calls_of_the_same_scopes() {
    let world = World::with(&[]).await;
    for _ in 0..3 {
        assert_eq!(roster(&world).await, Ok(5));
    }
    let asked = world
        .answers()
        .iter()
        .filter(|answer| answer.url.ends_with("/token"))
        .count();
    assert_eq!(asked, 1);
}

#[tokio::test]
async fn services_that_are_down_are_a_passing_failure() {
    let world = World::with(&[("services-down", true)]).await;
    assert!(roster(&world).await.unwrap_err().is_passing());
    let off = serde_json::json!({ "services-down": false });
    world.control(reqwest::Method::PATCH, "quirks", off).await;
    assert_eq!(roster(&world).await, Ok(5));
}
