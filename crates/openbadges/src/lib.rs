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
