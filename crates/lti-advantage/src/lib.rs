//! An LTI 1.3 tool with no I/O: the host stores records and sends requests, this crate decides.
//!
//! | step | call | what the host does |
//! |---|---|---|
//! | login | [`login::read`] | finds the registrations of the issuer |
//! | | [`login::begin`] | stores the [`records::LoginState`], sets the cookie, redirects |
//! | launch | [`launch::read`] | reads the form that the platform posted |
//! | | [`launch::run()`] | answers the questions of [`launch::LaunchStore`] and [`launch::PlatformKeys`], in the order in which they are asked |
//! | services | [`token::obtain`] | keeps the [`token::TokenCache`], sends the request |
//! | | [`nrps::members`], [`ags::results`], [`ags::send_score`] | sends the requests |
//! | choosing content | [`deep_linking::response`] | posts the answer from the browser |
//! | registration | [`registration::registration_request`] | shows a person what was found, sends, stores |
//!
//! Time comes in as an argument, and so does randomness. A [`launch::VerifiedLaunch`] can be had from
//! [`launch::run()`] alone, after every check has passed and the login state has been consumed.
//!
//! Specifications: [LTI Core 1.3](https://www.imsglobal.org/spec/lti/v1p3/) and the
//! [1EdTech Security Framework 1.0](https://www.imsglobal.org/spec/security/v1p0/).

pub mod ags;
pub mod claims;
pub mod deep_linking;
pub mod error;
pub mod http;
pub mod jwks;
pub mod launch;
pub mod login;
pub mod message;
pub mod nrps;
pub mod records;
pub mod registration;
pub mod service;
pub mod token;
pub mod tool_key;
pub mod vocab;
