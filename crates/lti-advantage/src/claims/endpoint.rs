//! Addresses of the grade service.

use serde::Deserialize;

use super::Claim;
use crate::vocab::claim;

/// Addresses of the Assignment and Grade Services for this link, and what the tool may do there.
/// [AGS 2.0, section 3.1](https://www.imsglobal.org/spec/lti-ags/v2p0/#assignment-and-grade-service-claim).
///
/// ```json
/// {"scope": ["https://purl.imsglobal.org/spec/lti-ags/scope/score"],
///  "lineitems": "https://moodle.example/mod/lti/services.php/2/lineitems?type_id=1",
///  "lineitem": "https://moodle.example/mod/lti/services.php/2/lineitems/3/lineitem?type_id=1"}
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Endpoint {
    /// What the tool may do.
    #[serde(default)]
    pub scope: Vec<String>,
    /// The columns of the course.
    #[serde(default)]
    pub lineitems: Option<String>,
    /// The column of this link, if it has exactly one.
    #[serde(default)]
    pub lineitem: Option<String>,
}

impl Claim for Endpoint {
    const KEY: &'static str = claim::AGS_ENDPOINT;
}
