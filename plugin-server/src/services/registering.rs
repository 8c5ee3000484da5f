//! Registration by the platform itself, at an administrator's invitation: nobody copies anything.
//!
//! The administrator makes a one-time address and pastes it into the platform. The platform opens it with the
//! address of its own description and a token; a person reads what is asked for and agrees; one request registers
//! the tool. [LTI Dynamic Registration 1.0](https://www.imsglobal.org/spec/lti-dr/v1p0/).
//!
//! The platform's token passes through the page that asks and through that one request. It is neither kept nor
//! logged.

mod invites;
mod person;
mod proposal;
mod refusal;
mod registration;
mod tool;

pub use invites::{Invited, NewInvite, invite};
pub use person::Person;
pub use proposal::{Proposal, propose};
pub use refusal::Refusal;
pub use registration::{Connected, FirstDeployment, register};
pub use tool::{CONTEXT_HISTORY, tool};
