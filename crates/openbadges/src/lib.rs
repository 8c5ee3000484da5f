#![doc = include_str!("../README.md")]

pub mod address;
pub mod bake;
pub mod canon;
pub mod did;
pub mod error;
pub mod json;
pub mod key;
pub mod limits;
pub mod model;
pub mod sign;
pub mod suite;
pub mod verify;
pub mod vocab;

/// The page for people who write programs: its blocks are compiled and run with the documentation.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/verify-in-rust.md")]
mod verify_in_rust {}
