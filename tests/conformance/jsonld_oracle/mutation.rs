//! Changes at random, the same for the same seed.

use fastrand::Rng;
use serde_json::{Map, Value, json};

/// The document with one or two changes.
pub(crate) fn mutate(base: &Value, seed: u64) -> Value {
    let mut random = Rng::with_seed(seed);
    let mut document = base.clone();
    for _ in 0..random.u8(1..=2) {
        let donor = subtree(base, random.usize(..count(base))).clone();
        let place = random.usize(..count(&document));
        if let Some(value) = subtree_mut(&mut document, &mut { place }) {
            change(value, donor, &mut random);
        }
    }
    document
}

fn change(value: &mut Value, donor: Value, random: &mut Rng) {
    match random.u8(..10) {
        0 | 1 => *value = odd_value(random),
        2 => *value = json!([value, value]),
        3 => *value = json!([[value], null]),
        4 => *value = donor,
        5 => *value = json!({"@list": [value]}),
        6 => *value = json!({"@set": value}),
        _ => match value {
            Value::Object(members) => change_members(members, donor, random),
            Value::Array(items) if !items.is_empty() => {
                let index = random.usize(..items.len());
                items.remove(index);
            }
            _ => *value = odd_value(random),
        },
    }
}

fn change_members(members: &mut Map<String, Value>, donor: Value, random: &mut Rng) {
    let names: Vec<String> = members.keys().cloned().collect();
    let name = random.choice(&names).cloned();
    match (random.u8(..6), name) {
        (0, Some(name)) => {
            members.remove(&name);
        }
        (1, Some(name)) => {
            let value = members.remove(&name).unwrap_or_default();
            members.insert(odd_name(random), value);
        }
        (2, _) => {
            members.insert(odd_name(random), donor);
        }
        (3, _) => {
            members.insert("@context".to_owned(), odd_context(random));
        }
        (4, _) => {
            members.insert("type".to_owned(), odd_types(random));
        }
        _ => {
            members.insert(odd_name(random), odd_value(random));
        }
    }
}

fn odd_value(random: &mut Rng) -> Value {
    let values = [
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(-0.0),
        json!(3),
        json!(3.0),
        json!(3.5),
        json!(-12.125),
        json!(0.1),
        json!(1e-7),
        json!(1.5e-7),
        json!(1e20),
        json!(1e21),
        json!(1.23e300),
        json!(9_007_199_254_740_992_u64),
        json!(9_007_199_254_740_993_u64),
        json!(u64::MAX),
        json!(""),
        json!("plain"),
        json!("two words"),
        json!("quote \" back \\ line \n tab \t bell \u{7} del \u{7f} é \u{1f600}"),
        json!("https://example.org/{x}"),
        json!("https://example.org/a b"),
        json!("https://example.org/ok"),
        json!("urn:x"),
        json!("_:b0"),
        json!("xsd:date"),
        json!("@type"),
        json!("@other"),
        json!([]),
        json!({}),
        json!([[], [null]]),
        json!({"id": "urn:x"}),
        json!({"@id": "relative"}),
        json!({"@id": 5}),
        json!({"id": "_:b0", "name": "n"}),
        json!({"type": "Profile", "name": "n", "url": true}),
        json!({"@value": "v"}),
        json!({"@value": true}),
        json!({"@value": 3.5}),
        json!({"@value": null}),
        json!({"@value": ["v"]}),
        json!({"@value": "v", "@language": "FR-ca"}),
        json!({"@value": "v", "@language": "not a language"}),
        json!({"@value": "v", "@language": "ar", "@direction": "rtl"}),
        json!({"@value": "v", "@direction": "ltr"}),
        json!({"@value": 3, "@language": "fr"}),
        json!({"@value": "v", "@direction": "up"}),
        json!({"@value": "v", "@type": "http://www.w3.org/2001/XMLSchema#date"}),
        json!({"@value": 3, "@type": "http://www.w3.org/2001/XMLSchema#double"}),
        json!({"@value": "v", "@type": "relative"}),
        json!({"@value": "v", "@type": "_:b0"}),
        json!({"@value": {"b": [1, 2.50, "\u{20ac}"], "a": null}, "@type": "@json"}),
        json!({"@value": "v", "name": "n"}),
        json!({"@language": "fr"}),
        json!({"@graph": [{"id": "urn:x", "name": "n"}]}),
        json!({"id": "urn:g", "@graph": {"type": "Profile"}}),
        json!({"@list": []}),
        json!({"@list": ["a", {"id": "urn:x"}, 3]}),
        json!({"@set": []}),
        json!({"fr": "un", "en": "one"}),
    ];
    random.choice(values).unwrap_or_default()
}

fn odd_name(random: &mut Rng) -> String {
    let names = [
        "@id",
        "@type",
        "@value",
        "@language",
        "@graph",
        "@list",
        "@index",
        "@included",
        "@reverse",
        "@nest",
        "@other",
        "id",
        "type",
        "name",
        "description",
        "proof",
        "endorsement",
        "verifiableCredential",
        "evidence",
        "image",
        "validFrom",
        "validUntil",
        "url",
        "achievement",
        "issuer",
        "credentialSubject",
        "relatedResource",
        "termsOfUse",
        "undefined",
        "https://example.org/property",
        "_:property",
        "xsd:property",
        "",
    ];
    random.choice(names).unwrap_or_default().to_owned()
}

fn odd_types(random: &mut Rng) -> Value {
    let types = [
        "VerifiableCredential",
        "VerifiablePresentation",
        "OpenBadgeCredential",
        "EndorsementCredential",
        "Achievement",
        "AchievementSubject",
        "Profile",
        "Evidence",
        "Image",
        "DataIntegrityProof",
        "BitstringStatusListEntry",
        "https://example.org/Type",
        "_:type",
        "Undefined",
    ];
    let chosen: Vec<_> = (0..random.u8(1..=3))
        .filter_map(|_| random.choice(types))
        .collect();
    json!(chosen)
}

fn odd_context(random: &mut Rng) -> Value {
    let contexts = [
        json!(null),
        json!([]),
        json!({}),
        json!("https://www.w3.org/ns/credentials/v2"),
        json!("https://www.w3.org/2018/credentials/v1"),
        json!("https://w3id.org/security/data-integrity/v2"),
        json!("https://example.org/unknown"),
        json!({"@vocab": "https://example.org/"}),
        json!({"@vocab": "relative"}),
        json!({"@language": "fr"}),
        json!({"undefined": "https://example.org/undefined"}),
        json!({"name": "https://example.org/name"}),
        json!({"undefined": {"@id": "https://example.org/u", "@type": "@json"}}),
        json!({"undefined": {"@id": "https://example.org/u", "@container": "@list"}}),
        json!({"undefined": {"@id": "https://example.org/u", "@context": {"name": "https://example.org/n"}}}),
        json!({"Profile": {"@id": "https://example.org/P", "@context": {"url": "https://example.org/url"}}}),
        json!({"a": "b:c", "b": "a:d"}),
        json!(["https://www.w3.org/ns/credentials/v2", {"x": "https://example.org/x#", "y": "x:y"}]),
        json!(5),
    ];
    random.choice(contexts).unwrap_or_default()
}

/// How many values there are in a document, itself included.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0_usize,
    }
}

/// The value at `place`, counted from 0 in document order.
fn subtree(value: &Value, place: usize) -> &Value {
    let mut left = place;
    let children: Vec<&Value> = match value {
        _ if place == 0 => return value,
        Value::Array(items) => items.iter().collect(),
        Value::Object(members) => members.values().collect(),
        _ => return value,
    };
    left -= 1;
    for child in children {
        let size = count(child);
        if left < size {
            return subtree(child, left);
        }
        left -= size;
    }
    value
}

fn subtree_mut<'a>(value: &'a mut Value, left: &mut usize) -> Option<&'a mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| subtree_mut(item, left)),
        Value::Object(members) => members.values_mut().find_map(|item| subtree_mut(item, left)),
        _ => None,
    }
}
