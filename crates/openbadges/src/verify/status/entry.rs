//! One entry of `credentialStatus`.

use serde_json::{Map, Value};

use super::failed;
use crate::address::WebAddress;
use crate::verify::case::{Case, list};
use crate::verify::{Check, Code};

/// One entry of [`credentialStatus`](https://www.w3.org/TR/vc-data-model-2.0/#status), and where it stands.
pub(super) struct Entry<'a> {
    pub(super) members: &'a Map<String, Value>,
    place: String,
}

impl<'a> Entry<'a> {
    /// The entry that stands at `place`, a JSON pointer; the failed check when it has no type.
    pub(super) fn read(value: &'a Value, place: String) -> Result<Self, Check> {
        let Value::Object(members) = value else {
            return Err(malformed(place));
        };
        let entry = Self { members, place };
        if entry.types().next().is_none() {
            return Err(entry.malformed("type"));
        }
        Ok(entry)
    }

    /// The kinds of status that it says it is.
    pub(super) fn types(&self) -> impl Iterator<Item = &'a str> {
        list(self.members.get("type")).iter().filter_map(Value::as_str)
    }

    /// Text of a member.
    pub(super) fn text(&self, name: &str) -> Result<&'a str, Check> {
        let text = self.members.get(name).and_then(Value::as_str);
        text.ok_or_else(|| self.malformed(name))
    }

    /// The address of a list, in a member.
    pub(super) fn address(&self, name: &str, case: &Case<'_>) -> Result<WebAddress, Check> {
        WebAddress::parse(self.text(name)?)
            .ok()
            .filter(|url| url.scheme() == "https" || case.policy.allow_loopback_http && url.is_loopback())
            .ok_or_else(|| self.malformed(name))
    }

    /// The failed check that names a member, or a place inside one.
    pub(super) fn malformed(&self, member: &str) -> Check {
        malformed(format!("{}/{member}", self.place))
    }
}

fn malformed(pointer: String) -> Check {
    failed(Code::MalformedStatus).with("pointer", pointer)
}
