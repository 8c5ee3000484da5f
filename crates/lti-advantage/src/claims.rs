//! The claims of a launch, one per file, each with a sample of what platforms send.
//!
//! Everything in them is text that somebody else wrote: names, titles and labels may hold markup, and any
//! teacher can edit the custom values.

mod context;
mod custom;
mod deep_linking_settings;
mod endpoint;
mod launch_presentation;
mod lis;
mod migration;
mod names_role_service;
mod person;
mod resource_link;
mod roles;
mod tool_platform;

pub use context::Context;
pub use custom::Custom;
pub use deep_linking_settings::DeepLinkingSettings;
pub use endpoint::Endpoint;
pub use launch_presentation::LaunchPresentation;
pub use lis::Lis;
pub use migration::Migration;
pub use names_role_service::NamesRoleService;
pub use person::Person;
pub use resource_link::ResourceLink;
pub use roles::Roles;
pub use tool_platform::ToolPlatform;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::error::LaunchError;

/// The signed content of a token.
pub(crate) type Payload = Map<String, Value>;

/// A claim that stands under one key.
pub trait Claim: DeserializeOwned {
    /// The key.
    const KEY: &'static str;
}

/// The claim `T`, or nothing if it is absent or null.
pub(crate) fn optional<T: Claim>(payload: &Payload) -> Result<Option<T>, LaunchError> {
    value(payload, T::KEY)
}

/// The claim `T`, which has to be there.
pub(crate) fn required<T: Claim>(payload: &Payload) -> Result<T, LaunchError> {
    required_value(payload, T::KEY)
}

/// The value of `key`, or nothing if it is absent or null.
pub(crate) fn value<T: DeserializeOwned>(
    payload: &Payload,
    key: &'static str,
) -> Result<Option<T>, LaunchError> {
    match payload.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => T::deserialize(value)
            .map(Some)
            .map_err(|_shape| LaunchError::ClaimMalformed { claim: key }),
    }
}

/// The value of `key`, which has to be there.
pub(crate) fn required_value<T: DeserializeOwned>(
    payload: &Payload,
    key: &'static str,
) -> Result<T, LaunchError> {
    value(payload, key)?.ok_or(LaunchError::ClaimMissing { claim: key })
}

#[cfg(test)]
mod tests;
