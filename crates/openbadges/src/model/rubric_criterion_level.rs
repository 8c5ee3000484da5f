//! [RubricCriterionLevel](https://www.imsglobal.org/spec/ob/v3p0/#rubriccriterionlevel): one level of a rubric.

use super::alignment;
use super::reading::{Faults, Need, Node};

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.iri("id", Need::Required, faults);
    node.require_type("RubricCriterionLevel", faults);
    node.language_text("name", Need::Required, faults);
    node.language_text("description", Need::Optional, faults);
    for name in ["level", "points"] {
        node.text(name, Need::Optional, faults);
    }
    node.objects("alignment", Need::Optional, faults, alignment::check);
}
