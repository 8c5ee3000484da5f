//! Open Badges: read, bake, sign and verify, with no I/O, no clock and no global state that can be written.

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
