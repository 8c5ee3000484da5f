//! [Evidence](https://www.imsglobal.org/spec/ob/v2p0/#Evidence): pages or texts that show the work.

use serde_json::Value;

use super::super::reading::{Faults, Need, Node};
use super::Rules;

/// The member `evidence` of `node`.
pub(super) fn check(node: Node<'_>, rules: Rules, faults: &mut Faults) {
    if rules == Rules::Older && node.members.get("evidence").is_some_and(Value::is_string) {
        return;
    }
    node.references("evidence", Need::Optional, faults, |evidence, faults| {
        for name in ["id", "narrative", "name", "description", "genre", "audience"] {
            evidence.text(name, Need::Optional, faults);
        }
    });
}
