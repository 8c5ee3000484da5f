//! [Profile](https://www.imsglobal.org/spec/ob/v2p0/#Profile) of an issuer, which older versions call `Issuer`.

use super::super::reading::{FaultKind, Faults, Need, Node};
use super::{Rules, any_class, image};

pub(super) fn check(node: Node<'_>, rules: Rules, faults: &mut Faults) {
    node.iri("id", rules.required_in_v2(), faults);
    if !node.has_type("Issuer") {
        node.require_type("Profile", faults);
    }
    node.language_text("name", Need::Required, faults);
    node.iri("url", Need::Required, faults);
    let email = node.text("email", rules.required_in_v2(), faults);
    if email.is_some_and(|email| !email.contains('@')) {
        node.fault(FaultKind::WrongValue, "email", "e-mail address", faults);
    }
    for name in ["telephone", "revocationList"] {
        node.text(name, Need::Optional, faults);
    }
    image::check(node, image::DataUrl::Allowed, Need::Optional, rules, faults);
    node.references("publicKey", Need::Optional, faults, |_key, _faults| {});
    node.object("verification", Need::Optional, faults, check_verification);
    any_class::check(node, faults);
}

/// The [rule](https://www.imsglobal.org/spec/ob/v2p0/#VerificationObject) for where the issuer's badges are hosted.
fn check_verification(node: Node<'_>, faults: &mut Faults) {
    for name in ["startsWith", "allowedOrigins"] {
        node.texts(name, Need::Optional, faults);
    }
}
