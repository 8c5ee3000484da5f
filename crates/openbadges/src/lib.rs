//! Open Badges: read, bake, sign and verify, with no I/O, no clock and no global state that can be written.

pub mod limits;
pub mod verify;
