//! Address of the roster service.

use serde::Deserialize;

use super::Claim;
use crate::vocab::claim;

/// Address of the Names and Role Provisioning Service for this context.
/// [NRPS 2.0, section 3.6.1.1](https://www.imsglobal.org/spec/lti-nrps/v2p0/#claim-for-inclusion-in-lti-messages).
///
/// ```json
/// {"context_memberships_url": "https://moodle.example/mod/lti/services.php/CourseSection/2/bindings/1/memberships",
///  "service_versions": ["1.0", "2.0"]}
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct NamesRoleService {
    /// The roster.
    pub context_memberships_url: String,
    /// The versions that the platform speaks.
    #[serde(default)]
    pub service_versions: Vec<String>,
}

impl Claim for NamesRoleService {
    const KEY: &'static str = claim::NAMES_ROLE_SERVICE;
}
