//! Values that the link or the tool's set-up added.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Claim;
use crate::vocab::claim;

/// Values that the link or the tool's set-up added. Any teacher can edit them, so they prove nothing.
///
/// [LTI Core, section 5.4.6](https://www.imsglobal.org/spec/lti/v1p3/#custom-properties-and-variable-substitution).
///
/// ```json
/// {"course_end": "2027-01-31T00:00:00+00:00", "group_ids": "", "link_title": null}
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Custom(Map<String, Value>);

impl Custom {
    /// The text under `name`. Moodle sends null where a variable has no value in this kind of launch.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_str)
    }
}

impl Claim for Custom {
    const KEY: &'static str = claim::CUSTOM;
}
