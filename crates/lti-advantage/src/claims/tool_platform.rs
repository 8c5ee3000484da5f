//! The platform.

use serde::Deserialize;

use super::Claim;
use crate::vocab::claim;

/// Which platform, and which product it runs.
/// [LTI Core, section 5.4.2](https://www.imsglobal.org/spec/lti/v1p3/#platform-instance-claim).
///
/// ```json
/// {"product_family_code": "moodle", "version": "2024100705.01", "guid": "8ab29419659b5d42ff66bc120af41310",
///  "name": "TM", "description": "Test Moodle"}
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ToolPlatform {
    /// The platform's identifier of itself.
    #[serde(default)]
    pub guid: Option<String>,
    /// Its name.
    #[serde(default)]
    pub name: Option<String>,
    /// The product.
    #[serde(default)]
    pub product_family_code: Option<String>,
    /// The product's version.
    #[serde(default)]
    pub version: Option<String>,
}

impl Claim for ToolPlatform {
    const KEY: &'static str = claim::TOOL_PLATFORM;
}
