//! [Result](https://www.imsglobal.org/spec/ob/v3p0/#result): what was reached.

use serde::Serialize;

use super::reading::{Faults, Need, Node};
use super::{Iri, alignment};

/// What the learner reached in one of the things that the achievement measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Result {
    #[serde(rename = "type")]
    types: [&'static str; 1],
    result_description: Iri,
    value: String,
}

impl Result {
    /// The `value` reached in what the description `result_description` of the achievement measures.
    #[must_use]
    pub fn new(result_description: Iri, value: impl Into<String>) -> Self {
        Self {
            types: ["Result"],
            result_description,
            value: value.into(),
        }
    }

    pub(super) const fn description(&self) -> &Iri {
        &self.result_description
    }
}

/// What a [status](https://www.imsglobal.org/spec/ob/v3p0/#resultstatustype-enumeration) may be.
const STATUSES: &[&str] = &[
    "Completed",
    "Enrolled",
    "Failed",
    "InProgress",
    "OnHold",
    "Provisional",
    "Withdrew",
];

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.require_type("Result", faults);
    node.iri("resultDescription", Need::Optional, faults);
    node.iri("achievedLevel", Need::Optional, faults);
    node.listed_word("status", Need::Optional, STATUSES, faults);
    node.text("value", Need::Optional, faults);
    node.objects("alignment", Need::Optional, faults, alignment::check);
}
