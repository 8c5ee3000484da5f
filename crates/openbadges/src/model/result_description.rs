//! [ResultDescription](https://www.imsglobal.org/spec/ob/v3p0/#resultdescription): what is measured.

use serde::Serialize;

use super::reading::{Faults, Need, Node};
use super::{Iri, alignment, rubric_criterion_level};

/// Something that an achievement measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResultDescription {
    id: Iri,
    #[serde(rename = "type")]
    types: [&'static str; 1],
    name: String,
    result_type: ResultType,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_min: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_max: Option<String>,
}

/// The kinds of [result](https://www.imsglobal.org/spec/ob/v3p0/#resulttype-enumeration) that a course can report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub enum ResultType {
    /// A grade average.
    GradePointAverage,
    /// A grade as letters.
    LetterGrade,
    /// A percentage, from 0 to 100.
    Percent,
    /// Points.
    RawScore,
    /// Completed, failed and the like.
    Status,
}

impl ResultDescription {
    /// Something called `name` that is measured in `result_type`.
    #[must_use]
    pub fn new(id: Iri, name: impl Into<String>, result_type: ResultType) -> Self {
        Self {
            id,
            types: ["ResultDescription"],
            name: name.into(),
            result_type,
            value_min: None,
            value_max: None,
        }
    }

    /// The same with the smallest and the largest value that can be reached.
    #[must_use]
    pub fn with_range(mut self, min: impl Into<String>, max: impl Into<String>) -> Self {
        self.value_min = Some(min.into());
        self.value_max = Some(max.into());
        self
    }

    pub(super) const fn id(&self) -> &Iri {
        &self.id
    }
}

/// The kinds of result that are [listed](https://www.imsglobal.org/spec/ob/v3p0/#resulttype-enumeration).
const RESULT_TYPES: &[&str] = &[
    "GradePointAverage",
    "LetterGrade",
    "Percent",
    "PerformanceLevel",
    "PredictedScore",
    "RawScore",
    "Result",
    "RubricCriterion",
    "RubricCriterionLevel",
    "RubricScore",
    "ScaledScore",
    "Status",
];

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.iri("id", Need::Required, faults);
    node.require_type("ResultDescription", faults);
    node.language_text("name", Need::Required, faults);
    node.extensible_word("resultType", Need::Required, RESULT_TYPES, faults);
    node.texts("allowedValue", Need::Optional, faults);
    node.iri("requiredLevel", Need::Optional, faults);
    for name in ["requiredValue", "valueMax", "valueMin"] {
        node.text(name, Need::Optional, faults);
    }
    node.objects(
        "rubricCriterionLevel",
        Need::Optional,
        faults,
        rubric_criterion_level::check,
    );
    node.objects("alignment", Need::Optional, faults, alignment::check);
}
