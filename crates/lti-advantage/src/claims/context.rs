//! The course.

use serde::Deserialize;

use super::Claim;
use crate::vocab::claim;

/// The course or other place in which the activity stands.
/// [LTI Core, section 5.4.1](https://www.imsglobal.org/spec/lti/v1p3/#context-claim).
///
/// ```json
/// {"id": "2", "label": "DEMO101", "title": "Demo course: badges & more", "type": ["CourseSection"]}
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Context {
    /// The platform's identifier, unique within the deployment.
    pub id: String,
    /// A short name.
    #[serde(default)]
    pub label: Option<String>,
    /// A full name.
    #[serde(default)]
    pub title: Option<String>,
    /// What kind of place; Moodle sends the short form, others addresses.
    #[serde(default, rename = "type")]
    pub types: Option<Vec<String>>,
}

impl Claim for Context {
    const KEY: &'static str = claim::CONTEXT;
}
