//! Why an operation was refused: one enum for each operation, every reason with a stable code and with who can
//! do something about it.

mod deep_linking;
mod jwks;
mod launch;
mod login;
mod registration;
mod service;
mod token;
mod tool_key;

pub use deep_linking::DeepLinkingError;
pub use jwks::JwksError;
pub use launch::LaunchError;
pub use login::LoginError;
pub use registration::RegistrationError;
pub use service::ServiceError;
pub use token::TokenError;
pub use tool_key::ToolKeyError;

/// Who can do something about a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Actor {
    /// The platform sent something wrong.
    Platform,
    /// The administrator of the tool or of the platform has to set something right.
    Administrator,
    /// The person at the browser can open the activity again.
    Learner,
    /// This tool is at fault.
    Us,
}
