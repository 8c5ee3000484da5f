//! One struct for each template. All text in templates is escaped.

pub(crate) mod admin;
pub(crate) mod choose;
pub(crate) mod claim;
pub(crate) mod code;
pub(crate) mod connecting;
pub(crate) mod design;
pub(crate) mod error;
pub(crate) mod legacy;
pub(crate) mod lti;
pub(crate) mod manage;
pub(crate) mod outbox;
pub(crate) mod placements;
pub(crate) mod public;
pub(crate) mod register;
