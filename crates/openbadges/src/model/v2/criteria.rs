//! [Criteria](https://www.imsglobal.org/spec/ob/v2p0/#Criteria): a page that says how the badge is earned, or the
//! text itself.

use serde_json::Value;

use super::super::reading::{FaultKind, Faults, Need, Node};
use super::Rules;

/// The member `criteria` of `node`.
pub(super) fn check(node: Node<'_>, rules: Rules, faults: &mut Faults) {
    if rules == Rules::Older && node.members.get("criteria").is_some_and(Value::is_string) {
        return;
    }
    node.object_or_iri("criteria", Need::Required, faults, |criteria, faults| {
        let page = criteria.text("id", Need::Optional, faults);
        let narrative = criteria.text("narrative", Need::Optional, faults);
        if page.is_none() && narrative.is_none() {
            criteria.fault(FaultKind::MissingMember, "narrative", "text", faults);
        }
    });
}
