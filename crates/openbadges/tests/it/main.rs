//! The crate from outside: what a caller gives, and what it gets back.

#![expect(clippy::unwrap_used, reason = "a helper of a test may stop the test")]

mod assertion;
mod bake_png;
mod bake_svg;
mod clr;
mod codes;
mod context;
mod ecdsa_sd;
mod endorsement;
mod examples;
mod format;
mod holes;
mod image;
mod issuer_binding;
mod jwt;
mod negatives;
mod obstacles;
mod proof_chain;
mod recipient;
mod refresh;
mod signature;
mod status;
mod structure;
mod suites;
mod summary;
mod support;
mod trace;
mod trust;
mod validity;
mod work_limits;
