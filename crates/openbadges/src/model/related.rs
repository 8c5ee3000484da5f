//! [Related](https://www.imsglobal.org/spec/ob/v3p0/#related): another edition of an achievement.

use super::reading::{Faults, Need, Node};

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.iri("id", Need::Required, faults);
    node.require_type("Related", faults);
    for name in ["inLanguage", "version"] {
        node.text(name, Need::Optional, faults);
    }
}
