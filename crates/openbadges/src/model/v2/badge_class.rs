//! [BadgeClass](https://www.imsglobal.org/spec/ob/v2p0/#BadgeClass): what a badge stands for, whoever has it.

use super::super::reading::{Faults, Need, Node};
use super::{Rules, alignment, any_class, criteria, image};

pub(super) fn check(node: Node<'_>, rules: Rules, faults: &mut Faults) {
    node.iri("id", rules.required_in_v2(), faults);
    node.require_type("BadgeClass", faults);
    node.language_text("name", Need::Required, faults);
    node.language_text("description", Need::Required, faults);
    image::check(node, image::DataUrl::Allowed, Need::Required, rules, faults);
    criteria::check(node, rules, faults);
    node.object_or_iri("issuer", Need::Required, faults, |_profile, _faults| {});
    alignment::check(node, faults);
    any_class::check(node, faults);
}
