//! The real router over a database in a temporary folder, without a socket.

mod admin;
mod badges;
mod catalogues;
mod claim;
mod public;
mod start;
mod support;
