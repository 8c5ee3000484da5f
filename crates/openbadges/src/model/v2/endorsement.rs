//! [Endorsement](https://www.imsglobal.org/spec/ob/v2p0/#Endorsement): somebody stands by another object.

use super::super::reading::{Faults, Need, Node};
use super::{any_class, assertion};

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.iri("id", Need::Required, faults);
    node.require_type("Endorsement", faults);
    node.object("claim", Need::Required, faults, |claim, faults| {
        claim.iri("id", Need::Required, faults);
        claim.text("endorsementComment", Need::Optional, faults);
    });
    node.object_or_iri("issuer", Need::Required, faults, |_profile, _faults| {});
    node.object(
        "verification",
        Need::Required,
        faults,
        assertion::check_verification,
    );
    node.date_time("issuedOn", Need::Required, faults);
    any_class::check(node, faults);
}
