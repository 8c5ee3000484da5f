//! What [every class](https://www.imsglobal.org/spec/ob/v2p0/#properties) may have, extensions among it.

use super::super::reading::{Faults, Need, Node};
use super::extension;

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.text("@language", Need::Optional, faults);
    // Other editions of the same object, in other languages for one: they are named and not read.
    node.references("related", Need::Optional, faults, |_related, _faults| {});
    node.references("endorsement", Need::Optional, faults, |_endorsement, _faults| {});
    extension::check_all(node, faults);
}
