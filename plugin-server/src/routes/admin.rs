//! The administration pages, behind the one-time link.

pub(crate) mod audit;
pub(crate) mod badges;
pub(crate) mod completion;
pub(crate) mod entry;
pub(crate) mod invites;
pub(crate) mod legacy;
pub(crate) mod organisation;
pub(crate) mod outbox;
pub(crate) mod overview;
pub(crate) mod pasting;
pub(crate) mod placements;
pub(crate) mod registrations;
pub(crate) mod self_test;
