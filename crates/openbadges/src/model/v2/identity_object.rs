//! [IdentityObject](https://www.imsglobal.org/spec/ob/v2p0/#IdentityObject): the recipient, in clear or hashed.

use super::super::is_identity_hash;
use super::super::reading::{FaultKind, Faults, Need, Node};

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.text("type", Need::Required, faults);
    node.boolean("hashed", Need::Required, faults);
    node.text("salt", Need::Optional, faults);
    let Some(identity) = node.text("identity", Need::Required, faults) else {
        return;
    };
    // A hash that is said to be clear text would be compared with names, and never match.
    let is_said_to_be_hashed = node.members.get("hashed").and_then(serde_json::Value::as_bool);
    if is_said_to_be_hashed.is_some_and(|said| said != is_identity_hash(identity)) {
        let expected = if is_said_to_be_hashed == Some(true) {
            "hash"
        } else {
            "clear text"
        };
        node.fault(FaultKind::WrongValue, "identity", expected, faults);
    }
}
