//! The command line, run as a program: what it prints, and with which exit status it ends.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the helpers of tests end a test as tests do"
)]

mod bake;
mod batch;
mod explain;
mod sheet;
mod support;
mod text;
mod usage;
mod verify;
