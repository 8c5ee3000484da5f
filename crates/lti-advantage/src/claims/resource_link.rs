//! The activity.

use serde::Deserialize;

use super::Claim;
use crate::vocab::claim;

/// The activity that was opened.
/// [LTI Core, section 5.3.5](https://www.imsglobal.org/spec/lti/v1p3/#resource-link-claim).
///
/// ```json
/// {"id": "1", "title": "Badge tool", "description": ""}
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ResourceLink {
    /// The platform's identifier, unique within the deployment.
    pub id: String,
    /// Its title.
    #[serde(default)]
    pub title: Option<String>,
    /// Its description.
    #[serde(default)]
    pub description: Option<String>,
}

impl Claim for ResourceLink {
    const KEY: &'static str = claim::RESOURCE_LINK;
}
