//! Older badges in the shapes of 2.0.
//!
//! See [how 1.x differs](https://www.imsglobal.org/spec/ob/v2p0/history/1.1-specification.html). Only names and
//! notations change, nothing is added that the issuer did not say: an address that a part was read from is given to
//! it as its identifier, and what is not understood is left as it is, for the `structure` check to name.

use serde_json::{Map, Value, json};

use super::date;
use super::version::Version;
use crate::address::WebAddress;

/// Which part of a badge an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Assertion,
    BadgeClass,
    Profile,
    Endorsement,
}

/// `written`, which was read at `address`, as 2.0 would write it.
pub(super) fn upgrade(
    written: &Map<String, Value>,
    class: Part,
    version: Version,
    address: Option<&WebAddress>,
) -> Map<String, Value> {
    let mut members = written.clone();
    match class {
        Part::Assertion => assertion(&mut members, version),
        Part::BadgeClass => rename_alignments(&mut members),
        Part::Profile if version == Version::V0_5 => issuer_of_0_5(&mut members),
        Part::Endorsement => write_dates(&mut members, version),
        Part::Profile => {}
    }
    if version < Version::V2_0 {
        let name = match class {
            Part::Assertion => "Assertion",
            Part::BadgeClass => "BadgeClass",
            Part::Profile => "Profile",
            Part::Endorsement => "Endorsement",
        };
        fill(&mut members, "type", || Some(name.into()));
        fill(&mut members, "id", || {
            address.map(|address| address.as_str().into())
        });
    }
    members
}

fn assertion(members: &mut Map<String, Value>, version: Version) {
    // Another name of the same term, in every version.
    rename(members, "verify", "verification");
    if version == Version::V0_5 {
        rename(members, "issued_on", "issuedOn");
        recipient_of_0_5(members);
        fill(members, "verification", || Some(json!({"type": "hosted"})));
    }
    let verification = members.get("verification").and_then(Value::as_object);
    if let Some(address) = verification
        .and_then(|verification| verification.get("url"))
        .cloned()
        && version < Version::V2_0
    {
        let is_signed = verification.is_some_and(is_signed);
        if !is_signed {
            fill(members, "id", || Some(address));
        } else if let Some(Value::Object(verification)) = members.get_mut("verification") {
            fill(verification, "creator", || Some(address));
        }
    }
    write_dates(members, version);
}

fn write_dates(members: &mut Map<String, Value>, version: Version) {
    for name in ["issuedOn", "expires"] {
        if let Some(date) = members.get(name).and_then(|value| date::in_full(value, version)) {
            members.insert(name.to_owned(), date.into());
        }
    }
}

/// Whether a verification object says that the badge is signed.
pub(super) fn is_signed(verification: &Map<String, Value>) -> bool {
    has_type(verification, "signed", "SignedBadge")
}

/// Whether a verification object says that the badge is hosted.
pub(super) fn is_hosted(verification: &Map<String, Value>) -> bool {
    has_type(verification, "hosted", "HostedBadge")
}

fn has_type(verification: &Map<String, Value>, short: &str, long: &str) -> bool {
    use crate::verify::case;
    case::has_type(verification, short) || case::has_type(verification, long)
}

/// 0.5 has the recipient's address, or a hash of it, with the salt beside it.
fn recipient_of_0_5(members: &mut Map<String, Value>) {
    let Some(Value::String(identity)) = members.get("recipient") else {
        return;
    };
    let mut recipient = json!({"type": "email", "identity": identity, "hashed": !identity.contains('@')});
    if let Some(salt) = members.remove("salt") {
        recipient["salt"] = salt;
    }
    members.insert("recipient".to_owned(), recipient);
}

/// 0.5 names an issuer by its website.
fn issuer_of_0_5(members: &mut Map<String, Value>) {
    rename(members, "origin", "url");
    rename(members, "contact", "email");
}

/// 1.1 has shorter names for the members of an alignment.
fn rename_alignments(members: &mut Map<String, Value>) {
    let alignments = match members.get_mut("alignment") {
        Some(Value::Array(many)) => many.as_mut_slice(),
        Some(one) => std::slice::from_mut(one),
        None => return,
    };
    for alignment in alignments.iter_mut().filter_map(Value::as_object_mut) {
        rename(alignment, "name", "targetName");
        rename(alignment, "url", "targetUrl");
        rename(alignment, "description", "targetDescription");
    }
}

fn rename(members: &mut Map<String, Value>, old: &str, new: &str) {
    if !members.contains_key(new)
        && let Some(value) = members.remove(old)
    {
        members.insert(new.to_owned(), value);
    }
}

fn fill(members: &mut Map<String, Value>, name: &str, value: impl FnOnce() -> Option<Value>) {
    if !members.contains_key(name)
        && let Some(value) = value()
    {
        members.insert(name.to_owned(), value);
    }
}
