//! The `signature` check of a hosted badge: does the address that it names publish it?
//!
//! See [hosted verification](https://www.imsglobal.org/spec/ob/v2p0/#hosted-verification). A file that anybody may
//! have written counts for nothing but that address; everything else is checked on what is published there.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::object::{Missing, Object};
use super::upgrade::{Part, is_signed};
use super::version::{Version, is_before_3};
use crate::address::WebAddress;
use crate::verify::case::{Case, Wants};
use crate::verify::document::NotRead;
use crate::verify::{Check, CheckId, Code, Note};

/// A hosted badge, as far as it was found.
pub(super) struct Hosted {
    /// The published assertion, or the file's own while nothing is published; `None` where there is neither.
    pub(super) assertion: Option<Object>,
    pub(super) signature: Check,
    /// Why the assertion that counts was not read.
    pub(super) missing: Option<Missing>,
}

/// The badge that is published where `file` says.
pub(super) fn of_file(case: &Case<'_>, file: &Map<String, Value>, wants: &mut Wants) -> Hosted {
    let own = Object::inside(file, Part::Assertion, Version::of(file));
    let Some(address) = own.text("id").and_then(|id| WebAddress::parse(id).ok()) else {
        return Hosted {
            assertion: Some(own),
            signature: Check::not_checked(CheckId::Signature, Code::NoHostedAddress),
            missing: Some(Missing::NotNamed),
        };
    };
    match published_at(case, &address, wants) {
        Err(missing) => Hosted {
            assertion: Some(own),
            ..Hosted::absent(missing)
        },
        Ok(published) => match other_name(&published, &address, Some(&own)) {
            Some(found) => Hosted {
                assertion: Some(own),
                signature: other_badge(&address, &found),
                missing: Some(Missing::NotNamed),
            },
            None => {
                let names = differences(file, &published.written);
                let hosted = confirmed(published, &address);
                if names.is_empty() {
                    return hosted;
                }
                let note = Note::new(Code::FileDiffers)
                    .with("url", address.as_str())
                    .with("members", names);
                Hosted {
                    signature: hosted.signature.note(note),
                    ..hosted
                }
            }
        },
    }
}

/// The badge whose address stood in a picture.
pub(super) fn of_address(case: &Case<'_>, address: &WebAddress, wants: &mut Wants) -> Hosted {
    match published_at(case, address, wants) {
        Err(missing) => Hosted::absent(missing),
        Ok(published) => match other_name(&published, address, None) {
            // It leads on to where the badge says that it is published; from there on it leads nowhere else.
            Some(_) => of_file(case, &published.written, wants),
            None => confirmed(published, address),
        },
    }
}

impl Hosted {
    fn absent(missing: Missing) -> Self {
        Self {
            assertion: None,
            signature: missing.explain(CheckId::Signature),
            missing: Some(missing),
        }
    }
}

fn published_at(case: &Case<'_>, address: &WebAddress, wants: &mut Wants) -> Result<Object, Missing> {
    let object = Object::at(case, address, Part::Assertion, wants)?;
    if is_before_3(&object.written) || is_revoked(&object.members) {
        Ok(object)
    } else {
        Err(Missing::NotRead {
            url: address.clone(),
            reason: NotRead::Unreadable,
        })
    }
}

/// Whether an assertion says that it was withdrawn; what is left of it may say nothing else.
pub(super) fn is_revoked(members: &Map<String, Value>) -> bool {
    members.get("revoked") == Some(&Value::Bool(true))
}

/// What the published assertion calls itself, where that is another one than the one that was asked for.
fn other_name(published: &Object, address: &WebAddress, file: Option<&Object>) -> Option<String> {
    if let Some(id) = published.text("id") {
        let is_same = WebAddress::parse(id).is_ok_and(|id| id.is_same_place(address));
        if !is_same {
            return Some(id.to_owned());
        }
    }
    // Before 1.1 an assertion had a number of its own beside its address.
    let uid = published.text("uid")?;
    let asked = file?.text("uid")?;
    (uid != asked).then(|| uid.to_owned())
}

fn other_badge(address: &WebAddress, found: &str) -> Check {
    Check::failed(CheckId::Signature, Code::HostedIdDiffers)
        .with("url", address.as_str())
        .with("found", found)
        .with("expected", address.as_str())
}

fn confirmed(mut published: Object, address: &WebAddress) -> Hosted {
    let verification = published.object("verification");
    let signature = if verification.is_some_and(is_signed) {
        // A copy of a signed badge without its signature.
        Check::failed(CheckId::Signature, Code::NoProof)
    } else {
        Check::passed(CheckId::Signature, Code::HostedConfirmed)
            .with("url", address.as_str())
            .notes(std::mem::take(&mut published.notes))
    };
    Hosted {
        assertion: Some(published),
        signature,
        missing: None,
    }
}

/// The names of the members that are not the same in both, in alphabetical order.
fn differences(file: &Map<String, Value>, published: &Map<String, Value>) -> Vec<String> {
    let names = file.keys().chain(published.keys());
    let differing = names.filter(|name| file.get(*name) != published.get(*name));
    let sorted: BTreeSet<&String> = differing.collect();
    sorted.into_iter().cloned().collect()
}
