//! The classes of [Open Badges 2.0](https://www.imsglobal.org/spec/ob/v2p0/), as they are read; none is written here.
//!
//! Badges of older versions are brought into these shapes first; what only 2.0 asks for is not asked of them.

mod alignment;
mod any_class;
mod assertion;
mod badge_class;
mod criteria;
mod endorsement;
mod evidence;
mod extension;
mod identity_object;
mod image;
mod profile;

pub(crate) use extension::extensions_of;

use super::reading::{Faults, Need, Node};

/// Which version's rules an object is held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rules {
    /// Those of 0.5, 1.0 and 1.1, in which parts have no identifier of their own and addresses may be relative.
    Older,
    /// Those of 2.0.
    V2,
}

impl Rules {
    /// Whether a member that 2.0 requires must be there.
    const fn required_in_v2(self) -> Need {
        match self {
            Self::Older => Need::Optional,
            Self::V2 => Need::Required,
        }
    }
}

/// Notes what is wrong with an [Assertion](https://www.imsglobal.org/spec/ob/v2p0/#Assertion).
pub(crate) fn check_assertion(node: Node<'_>, rules: Rules, faults: &mut Faults) {
    assertion::check(node, rules, faults);
}

/// Notes what is wrong with a [BadgeClass](https://www.imsglobal.org/spec/ob/v2p0/#BadgeClass).
pub(crate) fn check_badge_class(node: Node<'_>, rules: Rules, faults: &mut Faults) {
    badge_class::check(node, rules, faults);
}

/// Notes what is wrong with an [Endorsement](https://www.imsglobal.org/spec/ob/v2p0/#Endorsement).
pub(crate) fn check_endorsement(node: Node<'_>, faults: &mut Faults) {
    endorsement::check(node, faults);
}

/// Notes what is wrong with the [Profile](https://www.imsglobal.org/spec/ob/v2p0/#Profile) of an issuer.
pub(crate) fn check_profile(node: Node<'_>, rules: Rules, faults: &mut Faults) {
    profile::check(node, rules, faults);
}
