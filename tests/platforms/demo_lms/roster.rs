//! The roster, whole and as far as it may open one link.

use std::collections::BTreeSet;

use lti_advantage::{
    error::ServiceError,
    nrps::{self, Filter, Member},
    service::ServiceAddress,
    vocab::role,
};
use serde_json::json;

use crate::world::{ASSISTANT, ONE, SUSPENDED, TEACHER, TWO, World};

const OF_LINK: Filter<'_> = Filter {
    resource_link_id: Some("badge-1"),
    role: None,
};
const LEARNERS: Filter<'_> = Filter {
    resource_link_id: None,
    role: Some(role::LEARNER),
};

async fn members(world: &World, roster: ServiceAddress, filter: Filter<'_>) -> Vec<Member> {
    nrps::members(&world.service(), roster, filter, 1000)
        .await
        .unwrap()
}

fn ids(members: &[Member]) -> BTreeSet<&str> {
    members.iter().map(|member| member.user_id.as_str()).collect()
}

fn learners(members: &[Member]) -> BTreeSet<&str> {
    let learners = members.iter().filter(|member| member.is_active_learner());
    learners.map(|member| member.user_id.as_str()).collect()
}

#[tokio::test]
async fn the_roster_of_a_restricted_link_lists_who_did_what_it_asks() {
    let world = World::with(&[]).await;
    world.done_by(&["learner-one"]).await;
    let gated = members(&world, world.roster(), OF_LINK).await;
    assert_eq!(learners(&gated), BTreeSet::from([ONE, ASSISTANT]));
    assert!(ids(&gated).contains(TEACHER), "the gate does not hold teachers");
    let whole = members(&world, world.roster(), Filter::default()).await;
    assert_eq!(learners(&whole), BTreeSet::from([ONE, TWO, ASSISTANT]));
}

#[tokio::test]
async fn each_kind_of_gate_is_seen_through_the_roster() {
    let world = World::with(&[]).await;
    world.done_by(&["learner-one"]).await;
    for (gate, expected) in [
        (json!({}), vec![ONE, TWO]),
        (json!({ "hidden": true }), vec![]),
        (json!({ "from": "2026-11-22" }), vec![ONE, TWO]),
        (json!({ "from": "2026-11-23" }), vec![]),
        (json!({ "done": ["quiz"] }), vec![ONE]),
    ] {
        world
            .control(reqwest::Method::PATCH, "links/badge-1", gate.clone())
            .await;
        let gated = members(&world, world.roster(), OF_LINK).await;
        let mut found = learners(&gated);
        assert!(found.remove(ASSISTANT));
        assert_eq!(found, expected.into_iter().collect(), "{gate}");
    }
}

#[tokio::test]
async fn a_platform_that_does_not_know_the_filter_lists_everybody() {
    let world = World::with(&[("gate-in-roster", false)]).await;
    world.done_by(&["learner-one"]).await;
    let gated = members(&world, world.roster(), OF_LINK).await;
    let whole = members(&world, world.roster(), Filter::default()).await;
    assert_eq!(ids(&gated), ids(&whole));
}

#[tokio::test]
async fn the_role_is_asked_for_again_on_each_page_that_forgets_it() {
    for (on, is_kept) in [(true, false), (false, true)] {
        let world = World::start(&[("role-lost", on)], 12).await;
        let roster = world.roster().asking("limit", "3");
        let found = members(&world, roster, LEARNERS).await;
        assert_eq!(
            (found.len(), ids(&found).len()),
            (13, 13),
            "each once, the assistant among them"
        );
        assert!(found.iter().all(Member::is_active_learner));
        let first = world
            .answers()
            .into_iter()
            .find(|answer| answer.url.contains("memberships"))
            .unwrap();
        assert_eq!(first.header("link").contains("role="), is_kept, "role-lost={on}");
        assert!(first.header("link").ends_with("rel=\"next\""));
    }
}

#[tokio::test]
async fn the_link_is_asked_for_on_each_page_too() {
    let world = World::start(&[], 12).await;
    world.done_by(&["learner-3", "learner-12"]).await;
    let both = Filter {
        role: Some(role::LEARNER),
        ..OF_LINK
    };
    let found = members(&world, world.roster().asking("limit", "1"), both).await;
    assert_eq!(ids(&found), BTreeSet::from(["103", "112", ASSISTANT]));
}

#[tokio::test]
async fn short_and_long_roles_are_the_same_roles() {
    for (on, written) in [(true, "\"Learner\""), (false, "membership#Learner")] {
        let world = World::with(&[("short-roles", on)]).await;
        let whole = members(&world, world.roster(), Filter::default()).await;
        assert_eq!(learners(&whole), BTreeSet::from([ONE, TWO, ASSISTANT]));
        let answer = world.last("memberships");
        assert!(String::from_utf8_lossy(&answer.response.body).contains(written));
    }
}

#[tokio::test]
async fn a_teacher_who_changes_nothing_is_a_learner_on_moodles_roster_only() {
    for (on, is_learner) in [(true, true), (false, false)] {
        let world = World::with(&[("assistant-as-learner", on)]).await;
        let whole = members(&world, world.roster(), Filter::default()).await;
        assert_eq!(learners(&whole).contains(ASSISTANT), is_learner);
    }
}

#[tokio::test]
async fn somebody_suspended_is_no_active_learner_whether_listed_or_not() {
    for (on, is_listed) in [(true, false), (false, true)] {
        let world = World::with(&[("active-only", on)]).await;
        let whole = members(&world, world.roster(), Filter::default()).await;
        assert_eq!(ids(&whole).contains(SUSPENDED), is_listed);
        assert!(!learners(&whole).contains(SUSPENDED));
    }
}

#[tokio::test]
async fn a_course_that_the_platform_finds_too_large_is_too_large() {
    let world = World::with(&[("roster-refused", true)]).await;
    let error = nrps::members(&world.service(), world.roster(), Filter::default(), 1000).await;
    assert_eq!(error.unwrap_err(), ServiceError::TooMany { max: 1000 });
}
