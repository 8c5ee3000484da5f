//! Handlers: take the request apart, call a service, choose a view.

pub(crate) mod admin;
pub(crate) mod choose;
pub(crate) mod claim;
pub(crate) mod code;
mod design;
mod extract;
pub(crate) mod hooks;
pub(crate) mod lti;
pub(crate) mod manage;
pub(crate) mod public;
mod respond;
mod setting;
