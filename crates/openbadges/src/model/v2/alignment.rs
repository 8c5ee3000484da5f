//! [AlignmentObject](https://www.imsglobal.org/spec/ob/v2p0/#Alignment): a skill or a standard that a badge stands for.

use super::super::reading::{Faults, Need, Node};

/// The member `alignment` of `node`.
pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.objects("alignment", Need::Optional, faults, |alignment, faults| {
        alignment.text("targetName", Need::Required, faults);
        alignment.iri("targetUrl", Need::Required, faults);
        for name in ["targetDescription", "targetFramework", "targetCode"] {
            alignment.text(name, Need::Optional, faults);
        }
    });
}
