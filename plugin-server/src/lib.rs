//! Blason's server and command line: an LTI tool that issues Open Badges.
//!
//! A shell around two pure crates: `openbadges` (credentials) and `lti-advantage` (launches). Everything that
//! touches a clock, a database, a network, a file or the environment lives here.

pub mod app;
pub mod cli;
pub mod clients;
pub mod clock;
pub mod config;
pub mod cookies;
pub mod csrf;
pub mod db;
pub mod entropy;
pub mod error;
pub mod i18n;
pub mod ids;
pub mod middleware;
mod router;
mod routes;
pub mod services;
mod spreadsheet;
pub mod state;
pub mod steps;
pub mod vault;
mod views;
