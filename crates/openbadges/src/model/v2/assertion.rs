//! [Assertion](https://www.imsglobal.org/spec/ob/v2p0/#Assertion): this badge was given to this person.

use super::super::reading::{FaultKind, Faults, Need, Node};
use super::{Rules, any_class, evidence, identity_object, image};

/// Kinds of [verification](https://www.imsglobal.org/spec/ob/v2p0/#VerificationObject), by both of their names.
const VERIFICATION_TYPES: [&str; 4] = ["hosted", "HostedBadge", "signed", "SignedBadge"];

pub(super) fn check(node: Node<'_>, rules: Rules, faults: &mut Faults) {
    node.iri("id", rules.required_in_v2(), faults);
    node.require_type("Assertion", faults);
    node.object("recipient", Need::Required, faults, identity_object::check);
    node.object_or_iri("badge", Need::Required, faults, |_badge_class, _faults| {});
    node.object("verification", Need::Required, faults, check_verification);
    node.date_time("issuedOn", rules.required_in_v2(), faults);
    node.date_time("expires", Need::Optional, faults);
    // The picture of one person's badge is a file of its own, which holds the badge.
    image::check(node, image::DataUrl::Refused, Need::Optional, rules, faults);
    node.text("narrative", Need::Optional, faults);
    evidence::check(node, rules, faults);
    any_class::check(node, faults);
}

/// A [verification object](https://www.imsglobal.org/spec/ob/v2p0/#VerificationObject), other than a profile's.
pub(super) fn check_verification(node: Node<'_>, faults: &mut Faults) {
    if !VERIFICATION_TYPES.iter().any(|class| node.has_type(class)) {
        node.fault(FaultKind::MissingType, "type", "hosted or signed", faults);
    }
    node.object_or_iri("creator", Need::Optional, faults, |_key, _faults| {});
}
