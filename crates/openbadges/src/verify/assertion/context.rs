//! The `context` check: do the words of the badge follow a version that is known here?
//!
//! Badges before 3.0 are read as plain JSON, by the names that the published context of their version defines. A
//! context beside that one could give a name another meaning for other readers; it is named and not read.

use serde_json::Value;

use super::object::{Missing, Object};
use super::version::{Version, is_v1, is_v2};
use crate::canon::{ContextSet, RevisionChoice};
use crate::verify::case::list;
use crate::verify::{Check, CheckId, Code, Note};
use crate::vocab::OPEN_BADGES_V2;

pub(super) fn check(
    assertion: &Object,
    class: &Result<Object, Missing>,
    profile: &Result<Object, Missing>,
) -> Check {
    let parts = [
        ("", Some(assertion)),
        ("/badge", class.as_ref().ok()),
        ("/badge/issuer", profile.as_ref().ok()),
    ];
    of_parts(&parts, assertion.version)
}

/// The check for these parts, as far as they were read, of what is of this version.
pub(super) fn of_parts(parts: &[(&str, Option<&Object>)], version: Version) -> Check {
    let mut notes = Vec::new();
    for (place, part) in parts {
        let Some(part) = part else { continue };
        let pointer = format!("{place}/@context");
        let contexts = list(part.written.get("@context"));
        // An object inside another has the context of the whole.
        if contexts.is_empty() && (part.version < Version::V1_1 || part.address.is_none()) {
            continue;
        }
        if !contexts.iter().any(is_known) {
            return Check::failed(CheckId::Context, Code::MissingContext).with("pointer", pointer);
        }
        if contexts.iter().any(|context| !is_known(context)) {
            notes.push(Note::new(Code::ContextNotRead).with("pointer", pointer));
        }
    }
    let code = if version < Version::V1_1 {
        Code::ContextImplied
    } else {
        Code::VersionKnown
    };
    Check::passed(CheckId::Context, code)
        .with("version", version.as_str())
        .notes(notes)
}

/// Whether a context is that of 1.1 or of 2.0, by its address or written out.
fn is_known(context: &Value) -> bool {
    match context {
        Value::String(url) => is_v1(url) || is_v2(url),
        Value::Object(_) => written_out().is_some_and(|known| known.get("@context") == Some(context)),
        _ => false,
    }
}

/// The document that stands at the address of the context of 2.0.
fn written_out() -> Option<std::sync::Arc<Value>> {
    let contexts = ContextSet::embedded(RevisionChoice::NEWEST);
    contexts
        .documents()
        .find_map(|(url, document)| (url == OPEN_BADGES_V2).then_some(document))
}
