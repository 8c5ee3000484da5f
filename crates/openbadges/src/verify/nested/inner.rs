//! Finding the credentials that stand inside another.

use serde_json::{Map, Value};

use crate::model::reading::Place;
use crate::verify::Relation;
use crate::verify::case::has_type;
use crate::vocab::CLR_CREDENTIAL;

/// A credential, or what stands in the place of one, inside another.
pub(super) struct Inner<'a> {
    pub(super) relation: Relation,
    /// Where it stands, as a JSON pointer.
    pub(super) pointer: String,
    /// The identifier of what it stands beside.
    pub(super) endorsed: Option<&'a str>,
    pub(super) value: &'a Value,
}

/// Every endorsement, on the credential, its achievement or a profile, however deep; and the credentials of an
/// envelope. What stands inside those belongs to them.
pub(super) fn all_of(credential: &Map<String, Value>) -> Vec<Inner<'_>> {
    let mut search = Search {
        is_envelope: has_type(credential, CLR_CREDENTIAL),
        found: Vec::new(),
    };
    search.object(credential, None);
    search.found
}

struct Search<'a> {
    is_envelope: bool,
    found: Vec<Inner<'a>>,
}

impl<'a> Search<'a> {
    /// As deep as JSON may be, which is bounded.
    fn object(&mut self, members: &'a Map<String, Value>, place: Option<&Place<'_>>) {
        for (name, value) in members {
            let place = Place::name(place, name);
            let relation = match name.as_str() {
                "@context" | "proof" => continue,
                "endorsement" | "endorsementJwt" => Relation::Endorsement,
                "verifiableCredential" if self.is_envelope => Relation::Credential,
                _ => {
                    self.value(value, &place);
                    continue;
                }
            };
            let endorsed = members.get("id").and_then(Value::as_str);
            let endorsed = endorsed.filter(|_| relation == Relation::Endorsement);
            let mut add = |place: &Place<'_>, value: &'a Value| {
                self.found.push(Inner {
                    relation,
                    pointer: place.to_string(),
                    endorsed,
                    value,
                });
            };
            match value {
                Value::Null => {}
                Value::Array(items) => {
                    for (index, item) in items.iter().enumerate() {
                        add(&place.index(index), item);
                    }
                }
                one => add(&place, one),
            }
        }
    }

    fn value(&mut self, value: &'a Value, place: &Place<'_>) {
        match value {
            Value::Object(members) => self.object(members, Some(place)),
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(item, &place.index(index));
                }
            }
            _ => {}
        }
    }
}
