//! Identifiers of the student information system.

use serde::Deserialize;

use super::Claim;
use crate::vocab::claim;

/// Identifiers of the student information system.
/// [LTI Core, appendix D](https://www.imsglobal.org/spec/lti/v1p3/#lislti).
///
/// ```json
/// {"person_sourcedid": "L-1", "course_section_sourcedid": "SIS-DEMO-101"}
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Lis {
    /// The person; Moodle sends the empty text where it knows none.
    #[serde(default)]
    pub person_sourcedid: Option<String>,
    /// The course section.
    #[serde(default)]
    pub course_section_sourcedid: Option<String>,
}

impl Claim for Lis {
    const KEY: &'static str = claim::LIS;
}
