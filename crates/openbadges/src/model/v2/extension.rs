//! [Extensions](https://www.imsglobal.org/spec/ob/v2p0/extensions/): objects of classes that others defined.
//!
//! Each class has a JSON Schema, which its context names. Contexts and schemas are never fetched: the rules of the
//! classes below are written out here, and any other class is named as unread.

use serde_json::{Map, Value};

use super::super::reading::{FaultKind, Faults, Need, Node};

/// What a context of extensions calls its classes.
const PREFIX: &str = "extensions:";
/// The same written out.
const NAMESPACE: &str = "https://w3id.org/openbadges/extensions#";

/// An extension as an object carries it.
pub(crate) struct Extension<'a> {
    /// The class without its prefix, where it says one.
    pub(crate) class: Option<&'a str>,
    /// The member that holds it.
    pub(crate) name: &'a str,
    members: &'a Map<String, Value>,
}

impl Extension<'_> {
    /// Whether the rules of its class are known here.
    pub(crate) fn is_known(&self) -> bool {
        self.rules().is_some()
    }

    fn rules(&self) -> Option<fn(Node<'_>, &mut Faults)> {
        match self.class? {
            "ExampleExtension" => Some(check_example),
            "ApplyLink" => Some(check_apply_link),
            "GeoCoordinates" => Some(check_geo_coordinates),
            _ => None,
        }
    }
}

/// The extensions that an object carries.
pub(crate) fn extensions_of(members: &Map<String, Value>) -> impl Iterator<Item = Extension<'_>> {
    members.iter().flat_map(|(name, value)| {
        let many = match value {
            Value::Array(many) => many.as_slice(),
            one => std::slice::from_ref(one),
        };
        many.iter().filter_map(move |value| of(name, value.as_object()?))
    })
}

fn of<'a>(name: &'a str, members: &'a Map<String, Value>) -> Option<Extension<'a>> {
    let types = match members.get("type") {
        Some(Value::Array(many)) => many.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    let mut types = types.iter().filter_map(Value::as_str);
    let is_extension = name.starts_with(PREFIX) || types.clone().any(|class| class == "Extension");
    let class = types.find_map(|class| {
        class
            .strip_prefix(PREFIX)
            .or_else(|| class.strip_prefix(NAMESPACE))
    });
    is_extension.then_some(Extension { class, name, members })
}

/// Notes what is wrong with the extensions of `node` whose classes are known.
pub(super) fn check_all(node: Node<'_>, faults: &mut Faults) {
    for extension in extensions_of(node.members) {
        if let Some(check) = extension.rules() {
            node.inside(extension.name, extension.members, faults, check);
        }
    }
}

/// A member under the name that the extension's context gives it, or under what that name stands for.
fn require(
    node: Node<'_>,
    name: &str,
    iri: &str,
    expected: &'static str,
    is_good: fn(&Value) -> bool,
    faults: &mut Faults,
) {
    match node.members.get(name).or_else(|| node.members.get(iri)) {
        None => node.fault(FaultKind::MissingMember, name, expected, faults),
        Some(value) if !is_good(value) => node.fault(FaultKind::WrongValue, name, expected, faults),
        Some(_) => {}
    }
}

fn check_example(node: Node<'_>, faults: &mut Faults) {
    require(
        node,
        "exampleProperty",
        "http://schema.org/text",
        "text",
        Value::is_string,
        faults,
    );
}

fn check_apply_link(node: Node<'_>, faults: &mut Faults) {
    node.iri("url", Need::Required, faults);
}

fn check_geo_coordinates(node: Node<'_>, faults: &mut Faults) {
    node.text("name", Need::Optional, faults);
    require(
        node,
        "description",
        "http://schema.org/description",
        "text",
        Value::is_string,
        faults,
    );
    node.object("geo", Need::Required, faults, |geo, faults| {
        require(
            geo,
            "latitude",
            "http://schema.org/latitude",
            "number",
            Value::is_number,
            faults,
        );
        require(
            geo,
            "longitude",
            "http://schema.org/longitude",
            "number",
            Value::is_number,
            faults,
        );
    });
}
