//! Dynamic registration: a platform and this tool exchange their addresses, and nobody copies anything.
//!
//! The host fetches what [`configuration_request`] says, reads it with [`PlatformConfiguration::read`], shows a
//! person what it found, posts [`registration_request`] once that person agrees, and reads the answer with
//! [`Registered::read`]. The new registration opens nothing until somebody approves it.
//!
//! [LTI Dynamic Registration 1.0](https://www.imsglobal.org/spec/lti-dr/v1p0/).

mod configuration;
mod registered;
mod tool;

pub use configuration::{PlatformConfiguration, configuration_request};
pub use registered::Registered;
pub use tool::{ToolConfiguration, registration_request, requested_scopes};

/// The largest answer that is read, in bytes.
const MAX_RESPONSE_BYTES: usize = 256 * 1024;

#[cfg(test)]
mod tests;
