//! What a deep linking request accepts.

use serde::{Deserialize, Serialize};

use super::Claim;
use crate::vocab::claim;

/// What a deep linking request accepts, and where the answer goes.
/// [Deep Linking 2.0, section 4.4.1.4](https://www.imsglobal.org/spec/lti-dl/v2p0/#deep-linking-settings).
///
/// ```json
/// {"accept_types": ["ltiResourceLink"], "accept_presentation_document_targets": ["frame", "iframe", "window"],
///  "accept_multiple": true, "deep_link_return_url": "https://moodle.example/mod/lti/contentitem_return.php?course=2"}
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct DeepLinkingSettings {
    /// Where the answer is posted.
    pub deep_link_return_url: String,
    /// Which kinds of content the platform takes.
    pub accept_types: Vec<String>,
    /// How the content may be shown.
    #[serde(default)]
    pub accept_presentation_document_targets: Vec<String>,
    /// Whether several items may be answered.
    #[serde(default)]
    pub accept_multiple: Option<bool>,
    /// A value to send back as it came.
    #[serde(default)]
    pub data: Option<String>,
}

impl Claim for DeepLinkingSettings {
    const KEY: &'static str = claim::DEEP_LINKING_SETTINGS;
}
