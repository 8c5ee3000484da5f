//! Handlers: take the request apart, call a service, choose a view.

pub(crate) mod admin;
pub(crate) mod claim;
mod extract;
pub(crate) mod lti;
pub(crate) mod public;
mod respond;
