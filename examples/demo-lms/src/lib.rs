//! A small stand-in for an LMS, to try a badge tool with and to test one against.
//!
//! It is an LTI 1.3 platform that answers as Moodle 4.5 was seen to answer: login initiation by an auto-submitted
//! form, message hints that work once, errors posted back to the tool or shown as a page, tokens that live 60 seconds.
//! It holds one course of three activities and a badge activity that opens when the three are done; a teacher adds more.
//! The gate is kept on the server, when the badge page is shown, when the launch starts, when the tool asks for the
//! identity, and on the roster of the activity.
//!
//! Beside launches it has deep linking, tokens, the roster, the grade book and dynamic registration. What is peculiar
//! about Moodle's has a switch each: [`Quirks`].
//!
//! Everything is in memory and the signing key is made at start: stopping it forgets what was done.

mod access_token;
mod activity;
mod auth;
mod config;
mod content;
mod draft;
mod gate;
mod grade_book;
mod id_token;
mod key;
mod language;
mod link;
mod lms;
mod memory;
mod person;
mod quirks;
mod random;
mod registration;
mod routes;
mod service_urls;
mod session;
mod texts;
mod tool;
mod tool_keys;
mod vocab;

pub use config::{Config, Privacy};
pub use lms::{Clock, Lms};
pub use quirks::Quirks;
pub use routes::build_router;
