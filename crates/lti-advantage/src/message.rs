//! The kinds of message that a launch can carry, each with the claims that it requires.

use crate::{
    claims::{DeepLinkingSettings, Payload, ResourceLink, required, required_value},
    error::LaunchError,
    vocab::{claim, message_type},
};

/// What a launch is for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Message {
    /// Somebody opened an activity.
    /// [LTI Core, section 5.3](https://www.imsglobal.org/spec/lti/v1p3/#required-message-claims).
    ResourceLink(ResourceLink),
    /// Somebody is choosing content for a course.
    /// [Deep Linking 2.0, section 4.4.1](https://www.imsglobal.org/spec/lti-dl/v2p0/#deep-linking-request-message).
    DeepLinking(DeepLinkingSettings),
}

impl Message {
    pub(crate) fn read(payload: &Payload) -> Result<Self, LaunchError> {
        let message_type: String = required_value(payload, claim::MESSAGE_TYPE)?;
        match message_type.as_str() {
            message_type::RESOURCE_LINK => required(payload).map(Self::ResourceLink),
            message_type::DEEP_LINKING => required(payload).map(Self::DeepLinking),
            _ => Err(LaunchError::MessageTypeUnsupported { message_type }),
        }
    }
}
