//! Servers that are killed at every step between a badge that is earned and everything that follows from it, and
//! servers that race on one database: there is one award, one credential and one score in the end.
//!
//! Real `blason serve` processes and a platform on this machine's loopback.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of tests end a test as tests do"
)]

mod house;
mod learner;
mod lms;
#[expect(dead_code, reason = "the tests of the router use all of it")]
#[path = "../server/support/platform.rs"]
mod platform;
mod server;

use plugin_server::{services::completion::Mode, steps::Step};

use self::{
    house::House,
    learner::{LEARNER, claim},
    server::Server,
};

/// The moment of what a platform graded before; any in the past will do.
const NOW: time::OffsetDateTime = time::OffsetDateTime::UNIX_EPOCH;

/// Kills a server at `step`, starts it again, and lets it come to its end.
async fn survives(step: Step, mode: Mode) {
    let house = House::new(mode).await;
    let mut doomed = Server::start(&house, Some(step)).await;
    let under_way = match mode {
        // The page never comes, or the server goes on without it: either way the learner comes again later.
        Mode::Claim => Some(tokio::spawn(claim(
            doomed.origin.clone(),
            house.base_url.clone(),
            house.lms(),
        ))),
        Mode::Automatic => None,
    };
    doomed.wait_for(&format!("paused at {}", step.as_str())).await;
    doomed.kill();
    if let Some(under_way) = under_way {
        under_way.abort();
    }
    let next = Server::start(&house, None).await;
    if mode == Mode::Claim {
        claim(next.origin.clone(), house.base_url.clone(), house.lms())
            .await
            .unwrap();
    }
    house.settle().await;
    drop(next);
    house
        .expect_one_of_each(&format!("{} {}", mode.as_str(), step.as_str()))
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_killed_at_any_step_of_a_claim_loses_nothing_and_doubles_nothing() {
    for step in Step::ALL {
        survives(step, Mode::Claim).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_killed_at_any_step_while_it_issues_by_itself_loses_nothing_and_doubles_nothing() {
    for step in Step::ALL {
        survives(step, Mode::Automatic).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_learner_launched_fifty_times_at_once_on_two_servers_gets_one_of_each() {
    let house = House::new(Mode::Claim).await;
    let servers = [
        Server::start(&house, None).await,
        Server::start(&house, None).await,
    ];
    let mut launches = tokio::task::JoinSet::new();
    for number in 0..50 {
        launches.spawn(claim(
            servers[number % 2].origin.clone(),
            house.base_url.clone(),
            house.lms(),
        ));
    }
    for launched in launches.join_all().await {
        launched.unwrap();
    }
    house.settle().await;
    drop(servers);
    house.expect_one_of_each("fifty launches").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_that_issue_by_themselves_at_once_give_one_of_each() {
    let house = House::new(Mode::Automatic).await;
    let servers = [
        Server::start(&house, None).await,
        Server::start(&house, None).await,
    ];
    house.settle().await;
    drop(servers);
    house.expect_one_of_each("two servers").await;
    assert_eq!(house.lms().scored(), [LEARNER]);
}
