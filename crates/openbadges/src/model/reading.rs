//! How a stranger's JSON is read: every departure from the rules is noted with the place where it stands.

mod fault;

pub use fault::{Fault, FaultKind};
pub(crate) use fault::{Faults, Need, Place};

use serde_json::{Map, Value};

use super::{DateTime, parse_date_time};
use crate::address::is_iri;

/// One object of a document, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node<'a> {
    pub(crate) members: &'a Map<String, Value>,
    place: Option<&'a Place<'a>>,
}

impl<'a> Node<'a> {
    /// The document itself.
    pub(crate) const fn root(members: &'a Map<String, Value>) -> Self {
        Self { members, place: None }
    }

    /// An object that stands at `place` of what is read.
    pub(crate) const fn at(members: &'a Map<String, Value>, place: &'a Place<'a>) -> Self {
        Self {
            members,
            place: Some(place),
        }
    }

    /// Notes a fault of the member `name`.
    pub(crate) fn fault(&self, kind: FaultKind, name: &str, expected: &'static str, faults: &mut Faults) {
        faults.add(kind, Place::name(self.place, name), expected);
    }

    /// Notes that the member `name` is against the rules and understood all the same.
    pub(crate) fn tolerate(&self, kind: FaultKind, name: &str, expected: &'static str, faults: &mut Faults) {
        let place = Place::name(self.place, name);
        faults.tolerate(kind, place, expected);
    }

    /// The member `name`, where it is there; `null` counts as absent.
    fn value(
        &self,
        name: &str,
        need: Need,
        expected: &'static str,
        faults: &mut Faults,
    ) -> Option<&'a Value> {
        match self.members.get(name) {
            Some(Value::Null) | None => {
                if need == Need::Required {
                    self.fault(FaultKind::MissingMember, name, expected, faults);
                }
                None
            }
            found => found,
        }
    }

    /// Text.
    pub(crate) fn text(&self, name: &str, need: Need, faults: &mut Faults) -> Option<&'a str> {
        self.text_of(name, need, "text", faults)
    }

    /// Text that is to be of the kind `expected`, which is for the caller to see to.
    fn text_of(
        &self,
        name: &str,
        need: Need,
        expected: &'static str,
        faults: &mut Faults,
    ) -> Option<&'a str> {
        let value = self.value(name, need, expected, faults)?;
        if value.as_str().is_none() {
            self.fault(FaultKind::WrongValue, name, expected, faults);
        }
        value.as_str()
    }

    /// Text, or [a text per language](https://www.w3.org/TR/vc-data-model-2.0/#language-and-base-direction).
    pub(crate) fn language_text(&self, name: &str, need: Need, faults: &mut Faults) {
        let is_sound = match self.value(name, need, "text", faults) {
            None => true,
            Some(Value::Array(texts)) => texts.iter().all(is_language_text),
            Some(text) => is_language_text(text),
        };
        if !is_sound {
            self.fault(FaultKind::WrongValue, name, "text", faults);
        }
    }

    /// One text or a list of them.
    pub(crate) fn texts(&self, name: &str, need: Need, faults: &mut Faults) -> Vec<&'a str> {
        let texts = match self.value(name, need, "text", faults) {
            None => return Vec::new(),
            Some(Value::Array(many)) => many.as_slice(),
            Some(one) => std::slice::from_ref(one),
        };
        if texts.iter().any(|text| !text.is_string()) {
            self.fault(FaultKind::WrongValue, name, "text", faults);
        }
        texts.iter().filter_map(Value::as_str).collect()
    }

    /// One of the words of a closed list.
    pub(crate) fn listed_word(&self, name: &str, need: Need, list: &[&str], faults: &mut Faults) {
        if let Some(word) = self.text_of(name, need, "word", faults)
            && !list.contains(&word)
        {
            self.fault(FaultKind::UnlistedWord, name, "word", faults);
        }
    }

    /// One of the words of a list that issuers may
    /// [extend](https://www.imsglobal.org/spec/ob/v3p0/#extending-and-profiling-the-standard) with `ext:`.
    pub(crate) fn extensible_word(&self, name: &str, need: Need, list: &[&str], faults: &mut Faults) {
        if let Some(word) = self.text_of(name, need, "word", faults)
            && !list.contains(&word)
            && !is_extension(word)
        {
            self.fault(FaultKind::UnlistedWord, name, "word", faults);
        }
    }

    /// An absolute address. Even where there need be none, `null` is no address.
    pub(crate) fn iri(&self, name: &str, need: Need, faults: &mut Faults) -> Option<&'a str> {
        if self.members.get(name).is_some_and(Value::is_null) {
            self.fault(FaultKind::WrongValue, name, "address", faults);
            return None;
        }
        let text = self.text_of(name, need, "address", faults)?;
        if !is_iri(text) {
            self.fault(FaultKind::InvalidIdentifier, name, "address", faults);
        }
        Some(text)
    }

    /// A date with a time zone.
    pub(crate) fn date_time(&self, name: &str, need: Need, faults: &mut Faults) {
        let Some(text) = self.text_of(name, need, "date-time", faults) else {
            return;
        };
        match DateTime::read(text) {
            None => self.fault(FaultKind::InvalidDate, name, "date-time", faults),
            Some(date) if date.is_unusual => {
                self.tolerate(FaultKind::UnusualDate, name, "date-time", faults);
            }
            Some(_) => {}
        }
    }

    /// A day without a time, such as `2001-12-31`.
    pub(crate) fn date(&self, name: &str, need: Need, faults: &mut Faults) {
        if let Some(text) = self.text_of(name, need, "date", faults)
            && parse_date_time(&format!("{text}T00:00:00Z")).is_none()
        {
            self.fault(FaultKind::InvalidDate, name, "date", faults);
        }
    }

    /// `true` or `false`.
    pub(crate) fn boolean(&self, name: &str, need: Need, faults: &mut Faults) {
        if let Some(value) = self.value(name, need, "boolean", faults)
            && !value.is_boolean()
        {
            self.fault(FaultKind::WrongValue, name, "boolean", faults);
        }
    }

    /// A number.
    pub(crate) fn number(&self, name: &str, need: Need, faults: &mut Faults) {
        if let Some(value) = self.value(name, need, "number", faults)
            && !value.is_number()
        {
            self.fault(FaultKind::WrongValue, name, "number", faults);
        }
    }

    /// One object, handed to `read`, or its address alone.
    pub(crate) fn object_or_iri(
        &self,
        name: &str,
        need: Need,
        faults: &mut Faults,
        read: impl FnOnce(Node<'_>, &mut Faults),
    ) {
        if self.members.get(name).is_some_and(Value::is_string) {
            self.iri(name, need, faults);
        } else {
            self.object(name, need, faults, read);
        }
    }

    /// One object, handed to `read`.
    pub(crate) fn object(
        &self,
        name: &str,
        need: Need,
        faults: &mut Faults,
        read: impl FnOnce(Node<'_>, &mut Faults),
    ) {
        match self.value(name, need, "object", faults) {
            None => {}
            Some(Value::Object(members)) => {
                read(
                    Node {
                        members,
                        place: Some(&Place::name(self.place, name)),
                    },
                    faults,
                );
            }
            Some(_) => self.fault(FaultKind::WrongValue, name, "object", faults),
        }
    }

    /// One object or a list of them, each handed to `read`.
    pub(crate) fn objects(
        &self,
        name: &str,
        need: Need,
        faults: &mut Faults,
        mut read: impl FnMut(Node<'_>, &mut Faults),
    ) {
        match self.value(name, need, "object", faults) {
            None => {}
            Some(Value::Array(items)) => {
                let list = Place::name(self.place, name);
                if items.is_empty() && need == Need::Required {
                    faults.add(FaultKind::MissingMember, list, "object");
                }
                for (index, item) in items.iter().enumerate() {
                    let place = list.index(index);
                    match item {
                        Value::Object(members) => read(
                            Node {
                                members,
                                place: Some(&place),
                            },
                            faults,
                        ),
                        _ => faults.add(FaultKind::WrongValue, place, "object"),
                    }
                }
            }
            Some(Value::Object(members)) => {
                read(
                    Node {
                        members,
                        place: Some(&Place::name(self.place, name)),
                    },
                    faults,
                );
            }
            Some(_) => self.fault(FaultKind::WrongValue, name, "object", faults),
        }
    }

    /// An object that stands in the member `name`, alone or in a list, handed to `read`.
    pub(crate) fn inside(
        &self,
        name: &str,
        members: &Map<String, Value>,
        faults: &mut Faults,
        read: impl FnOnce(Node<'_>, &mut Faults),
    ) {
        read(Node::at(members, &Place::name(self.place, name)), faults);
    }

    /// Addresses or objects, one or a list; each object is handed to `read`.
    pub(crate) fn references(
        &self,
        name: &str,
        need: Need,
        faults: &mut Faults,
        mut read: impl FnMut(Node<'_>, &mut Faults),
    ) {
        let items = match self.value(name, need, "address", faults) {
            None => return,
            Some(Value::Array(items)) if items.is_empty() && need == Need::Required => {
                self.fault(FaultKind::MissingMember, name, "address", faults);
                return;
            }
            Some(Value::Array(items)) => items.as_slice(),
            Some(one) => std::slice::from_ref(one),
        };
        let place = Place::name(self.place, name);
        for (index, item) in items.iter().enumerate() {
            let place = if self.members.get(name).is_some_and(Value::is_array) {
                place.index(index)
            } else {
                place
            };
            match item {
                Value::Object(members) => read(Node::at(members, &place), faults),
                Value::String(text) if is_iri(text) => {}
                Value::String(_) => faults.add(FaultKind::InvalidIdentifier, place, "address"),
                _ => faults.add(FaultKind::WrongValue, place, "address"),
            }
        }
    }

    /// Whether `type` has `class` among its values.
    pub(crate) fn has_type(&self, class: &str) -> bool {
        match self.members.get("type") {
            Some(Value::String(one)) => one == class,
            Some(Value::Array(many)) => many.iter().any(|one| one == class),
            _ => false,
        }
    }

    /// Notes a fault unless `type` has `class` among its values.
    pub(crate) fn require_type(&self, class: &'static str, faults: &mut Faults) {
        if !self.has_type(class) {
            self.fault(FaultKind::MissingType, "type", class, faults);
        }
    }
}

/// A text, or a value object of JSON-LD with nothing but the text, its language and its direction.
fn is_language_text(value: &Value) -> bool {
    match value {
        Value::String(_) => true,
        Value::Object(members) => {
            members.contains_key("@value")
                && members.iter().all(|(name, value)| {
                    matches!(name.as_str(), "@value" | "@language" | "@direction") && value.is_string()
                })
        }
        _ => false,
    }
}

/// Whether `word` is an issuer's own: `ext:` and letters, digits, dots, hyphens, bars or underscores.
fn is_extension(word: &str) -> bool {
    word.strip_prefix("ext:").is_some_and(|own| {
        !own.is_empty()
            && own
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b".-_|".contains(&byte))
    })
}
