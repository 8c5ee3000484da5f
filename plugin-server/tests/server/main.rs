//! The real router over a database in a temporary folder, without a socket.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "in a test, a value that is missing is a failure"
)]

mod admin;
mod badges;
mod catalogues;
mod claim;
mod evidence;
mod keys;
mod legacy;
mod manage;
mod outbox;
mod people;
mod platform_services;
mod public;
mod registering;
mod relay;
mod rules;
mod self_test;
mod start;
mod support;
mod test_badge;
mod versions;
