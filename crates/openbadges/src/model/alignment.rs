//! [Alignment](https://www.imsglobal.org/spec/ob/v3p0/#alignment): a skill or a framework.

use serde::Serialize;

use super::Iri;
use super::reading::{Faults, Need, Node};

/// A skill, a standard or a framework that an achievement is aligned with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Alignment {
    #[serde(rename = "type")]
    types: [&'static str; 1],
    target_name: String,
    target_url: Iri,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_framework: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_code: Option<String>,
}

impl Alignment {
    /// The target called `name` at `url`.
    #[must_use]
    pub fn new(name: impl Into<String>, url: Iri) -> Self {
        Self {
            types: ["Alignment"],
            target_name: name.into(),
            target_url: url,
            target_description: None,
            target_framework: None,
            target_code: None,
        }
    }

    /// The same target with a description.
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.target_description = Some(description.into());
        self
    }

    /// The same target in the framework of this name.
    #[must_use]
    pub fn with_framework(mut self, framework: impl Into<String>) -> Self {
        self.target_framework = Some(framework.into());
        self
    }

    /// The same target under its code in the framework.
    #[must_use]
    pub fn with_code(mut self, code: impl Into<String>) -> Self {
        self.target_code = Some(code.into());
        self
    }
}

/// The kinds of target that are [listed](https://www.imsglobal.org/spec/ob/v3p0/#alignmenttargettype-enumeration).
const TARGET_TYPES: &[&str] = &[
    "ceasn:Competency",
    "ceterms:Credential",
    "CFItem",
    "CFRubric",
    "CFRubricCriterion",
    "CFRubricCriterionLevel",
    "CTDL",
];

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.require_type("Alignment", faults);
    node.text("targetName", Need::Required, faults);
    node.iri("targetUrl", Need::Required, faults);
    node.extensible_word("targetType", Need::Optional, TARGET_TYPES, faults);
    for name in ["targetCode", "targetDescription", "targetFramework"] {
        node.text(name, Need::Optional, faults);
    }
}
