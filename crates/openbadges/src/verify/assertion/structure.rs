//! The `structure` check: do assertion, badge class and profile have the parts that their version asks for?

use serde_json::Value;

use super::hosted::is_revoked;
use super::object::{Missing, Object};
use crate::model::reading::{Faults, Node, Place};
use crate::model::v2::{check_assertion, check_badge_class, check_profile, extensions_of};
use crate::verify::case::list;
use crate::verify::structure::of_faults;
use crate::verify::{Check, CheckId, Code, Note};

/// The classes that other documents of Open Badges 2.0 are of.
const OTHER_CLASSES: [&str; 7] = [
    "BadgeClass",
    "Profile",
    "Issuer",
    "Endorsement",
    "CryptographicKey",
    "RevocationList",
    "Extension",
];

/// Holds every part that was read to the rules of its version. Places in the badge class begin with `/badge`, those
/// in the profile with `/badge/issuer`.
pub(super) fn check(
    assertion: &Object,
    class: &Result<Object, Missing>,
    profile: &Result<Object, Missing>,
) -> Check {
    let is = |name: &&str| {
        list(assertion.members.get("type"))
            .iter()
            .any(|class| class == *name)
    };
    if OTHER_CLASSES.iter().any(is) && !is(&"Assertion") {
        let types: Vec<&str> = list(assertion.members.get("type"))
            .iter()
            .filter_map(Value::as_str)
            .collect();
        return Check::failed(CheckId::Structure, Code::NotAnOpenBadge).with("types", types);
    }
    // An issuer may leave nothing of a withdrawn badge but that it was withdrawn.
    if is_revoked(&assertion.members) && !assertion.members.contains_key("badge") {
        return Check::not_checked(CheckId::Structure, Code::NotReached);
    }
    let mut faults = Faults::default();
    let at_class = Place::name(None, "badge");
    let at_profile = Place::name(Some(&at_class), "issuer");
    check_assertion(
        Node::root(&assertion.members),
        assertion.version.rules(),
        &mut faults,
    );
    if let Ok(class) = class {
        check_badge_class(
            Node::at(&class.members, &at_class),
            class.version.rules(),
            &mut faults,
        );
    }
    if let Ok(profile) = profile {
        check_profile(
            Node::at(&profile.members, &at_profile),
            profile.version.rules(),
            &mut faults,
        );
    }
    match (class, profile) {
        _ if !faults.found.is_empty() => of_faults(&faults.found),
        (Err(missing), _) | (_, Err(missing)) => missing.explain(CheckId::Structure),
        (Ok(class), Ok(profile)) => {
            let unread = [assertion, class, profile].map(unread_extensions);
            Check::passed(CheckId::Structure, Code::StructureSound).notes(unread.into_iter().flatten())
        }
    }
}

/// A remark for each extension whose rules are not known here.
fn unread_extensions(part: &Object) -> Vec<Note> {
    extensions_of(&part.members)
        .filter(|extension| !extension.is_known())
        .map(|extension| {
            let class = extension.class.unwrap_or(extension.name);
            Note::new(Code::ExtensionNotRead).with("name", class)
        })
        .collect()
}
