//! [Controlled identifier documents](https://www.w3.org/TR/cid-1.0/#controlled-identifier-documents), of which
//! DID documents are one kind: which keys an identity lists, and what for.

use serde_json::{Map, Value};

use crate::error::KeyError;
use crate::json;
use crate::key::PublicKey;
use crate::limits::Limits;
use crate::vocab::ASSERTION_METHOD;

/// Longer lists of keys are not read: each key costs work, and each name is looked up among all.
const MAX_KEYS: usize = 256;

/// A document that was read; nothing in it is trusted but for what its address proves.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ControllerDocument {
    /// The identity that the document is about, as it says itself.
    pub id: Option<String>,
    /// The owner that a document of a single key names.
    pub controller: Option<String>,
    members: Map<String, Value>,
}

/// What a document says about one key.
#[derive(Debug, Clone, PartialEq)]
pub enum Listing {
    /// The key may sign credentials.
    ForAssertion(ListedKey),
    /// The key is there, for other purposes only.
    ForOtherPurpose(ListedKey),
    /// The key is not there.
    Absent,
}

/// A key as a document lists it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListedKey {
    /// The owner that the entry names.
    pub controller: Option<String>,
    /// The key, or why it could not be read.
    pub key: Result<PublicKey, KeyError>,
    /// Until when the key counts, as it stands in the document.
    pub expires: Option<String>,
    /// From when the key no longer counts, as it stands in the document.
    pub revoked: Option<String>,
}

impl ControllerDocument {
    /// The document in `body`; `None` when it is not a JSON object, or one that lists more keys than anybody has.
    #[must_use]
    pub fn read(body: &[u8], limits: &Limits) -> Option<Self> {
        let Ok(json::Parsed {
            value: Value::Object(members),
            ..
        }) = json::parse(body, limits)
        else {
            return None;
        };
        let is_long = |name| {
            let entries = members.get(name).and_then(Value::as_array);
            entries.is_some_and(|entries| entries.len() > MAX_KEYS)
        };
        if is_long("verificationMethod") || is_long(ASSERTION_METHOD) {
            return None;
        }
        let text = |name: &str| members.get(name).and_then(Value::as_str).map(str::to_owned);
        Some(Self {
            id: text("id"),
            controller: text("controller"),
            members,
        })
    }

    /// Whether the document lists keys at all, as a profile page or a status page does not.
    #[must_use]
    pub fn lists_keys(&self) -> bool {
        self.members.contains_key("verificationMethod") || self.members.contains_key(ASSERTION_METHOD)
    }

    /// The key of this name, where the document is that of one key and not of an identity.
    #[must_use]
    pub fn single_key(&self, verification_method: &str) -> Option<ListedKey> {
        let is_named = self.id.as_deref().is_none_or(|id| id == verification_method);
        let has_key =
            self.members.contains_key("publicKeyMultibase") || self.members.contains_key("publicKeyJwk");
        (is_named && has_key && !self.lists_keys()).then(|| listed_key(&self.members))
    }

    /// What the document says about the key named `verification_method`, an absolute identifier.
    #[must_use]
    pub fn listing(&self, verification_method: &str) -> Listing {
        let is_it = |entry: &Value| match entry {
            Value::String(id) => self.is_same(id, verification_method),
            Value::Object(method) => method
                .get("id")
                .and_then(Value::as_str)
                .is_some_and(|id| self.is_same(id, verification_method)),
            _ => false,
        };
        // https://www.w3.org/TR/cid-1.0/#verification-methods
        let defined = self
            .entries("verificationMethod")
            .find(|entry| is_it(entry))
            .and_then(Value::as_object);
        match self.entries(ASSERTION_METHOD).find(|entry| is_it(entry)) {
            Some(Value::Object(embedded)) => Listing::ForAssertion(listed_key(embedded)),
            Some(_reference) => defined.map_or(Listing::Absent, |method| {
                Listing::ForAssertion(listed_key(method))
            }),
            None => self
                .other_relationships(is_it)
                .or(defined)
                .map_or(Listing::Absent, |method| {
                    Listing::ForOtherPurpose(listed_key(method))
                }),
        }
    }

    /// Whether `verification_method`, a name that holds its own key, is among those that may sign credentials.
    #[must_use]
    pub fn refers_to(&self, verification_method: &str) -> bool {
        self.entries(ASSERTION_METHOD)
            .any(|entry| entry == verification_method)
    }

    /// The keys that may sign credentials, wherever they are defined.
    pub fn assertion_keys(&self) -> impl Iterator<Item = ListedKey> + '_ {
        self.entries(ASSERTION_METHOD).filter_map(|entry| match entry {
            Value::Object(embedded) => Some(listed_key(embedded)),
            Value::String(id) => match self.listing(&self.absolute(id)) {
                Listing::ForAssertion(listed) => Some(listed),
                Listing::ForOtherPurpose(_) | Listing::Absent => None,
            },
            _ => None,
        })
    }

    /// A method that is embedded under a purpose other than asserting.
    fn other_relationships(&self, is_it: impl Fn(&Value) -> bool) -> Option<&Map<String, Value>> {
        [
            "authentication",
            "capabilityInvocation",
            "capabilityDelegation",
            "keyAgreement",
        ]
        .into_iter()
        .flat_map(|name| self.entries(name))
        .filter(|entry| is_it(entry))
        .find_map(Value::as_object)
    }

    /// The values of a member that may be one value or a list.
    fn entries(&self, name: &str) -> impl Iterator<Item = &Value> {
        let (one, many) = match self.members.get(name) {
            Some(Value::Array(entries)) => (None, entries.as_slice()),
            other => (other, [].as_slice()),
        };
        one.into_iter().chain(many)
    }

    fn is_same(&self, id: &str, absolute: &str) -> bool {
        match (id.strip_prefix('#'), &self.id) {
            (Some(fragment), Some(identity)) => {
                absolute
                    .strip_prefix(identity.as_str())
                    .and_then(|rest| rest.strip_prefix('#'))
                    == Some(fragment)
            }
            _ => id == absolute,
        }
    }

    fn absolute(&self, id: &str) -> String {
        match &self.id {
            Some(identity) if id.starts_with('#') => format!("{identity}{id}"),
            _ => id.to_owned(),
        }
    }
}

fn listed_key(method: &Map<String, Value>) -> ListedKey {
    let text = |name: &str| method.get(name).and_then(Value::as_str);
    let is_private = method
        .keys()
        .any(|name| name.starts_with("privateKey") || name.starts_with("secretKey"));
    let key = match (text("publicKeyMultibase"), method.get("publicKeyJwk")) {
        _ if is_private => Err(KeyError::PrivateKeyExposed),
        (Some(multibase), None) => PublicKey::from_multibase(multibase),
        (None, Some(jwk)) => PublicKey::from_jwk(jwk),
        // https://www.w3.org/TR/cid-1.0/#verification-methods: never the same key in two forms.
        (Some(_), Some(_)) | (None, None) => Err(KeyError::Malformed),
    };
    ListedKey {
        controller: text("controller").map(str::to_owned),
        key,
        expires: text("expires").map(str::to_owned),
        revoked: text("revoked").map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const KEY: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    fn document(value: &Value) -> ControllerDocument {
        ControllerDocument::read(value.to_string().as_bytes(), &Limits::default()).unwrap()
    }

    fn method(id: &str) -> Value {
        json!({"id": id, "type": "Multikey", "controller": "did:web:a.example", "publicKeyMultibase": KEY})
    }

    #[test]
    fn a_document_with_more_keys_than_anybody_has_is_not_read() {
        let list = |count: usize| json!({"assertionMethod": vec![method("#1"); count]}).to_string();
        let read = |count| ControllerDocument::read(list(count).as_bytes(), &Limits::default());
        assert!(read(MAX_KEYS).is_some());
        assert_eq!(read(MAX_KEYS + 1), None);
    }

    fn is_for_assertion(listing: &Listing) -> bool {
        matches!(listing, Listing::ForAssertion(listed) if listed.key.is_ok())
    }

    #[test]
    fn a_key_is_found_by_reference_or_embedded_with_absolute_or_relative_id() {
        for (method_id, reference) in [
            ("did:web:a.example#k", json!(["did:web:a.example#k"])),
            ("#k", json!("did:web:a.example#k")),
            ("did:web:a.example#k", json!(["#k"])),
            ("did:web:a.example#other", json!([method("#k")])),
        ] {
            let document = document(&json!({
                "id": "did:web:a.example", "verificationMethod": [method(method_id)], "assertionMethod": reference,
            }));
            assert!(
                is_for_assertion(&document.listing("did:web:a.example#k")),
                "{method_id} {reference}"
            );
            assert_eq!(document.listing("did:web:b.example#k"), Listing::Absent);
        }
    }

    #[test]
    fn a_key_for_another_purpose_is_not_for_assertion() {
        let document = document(&json!({
            "id": "did:web:a.example", "verificationMethod": [method("#k")], "authentication": ["#k"],
        }));
        assert!(matches!(
            document.listing("did:web:a.example#k"),
            Listing::ForOtherPurpose(_)
        ));
    }

    #[test]
    fn a_reference_to_a_key_that_is_not_defined_is_absent() {
        let document = document(&json!({"id": "did:web:a.example", "assertionMethod": ["#k"]}));
        assert_eq!(document.listing("did:web:a.example#k"), Listing::Absent);
    }

    #[test]
    fn an_entry_with_a_private_key_is_no_key() {
        let mut exposed = method("#k");
        exposed["privateKeyMultibase"] = json!("z3u2");
        let document = document(&json!({"id": "did:web:a.example", "assertionMethod": [exposed]}));
        let Listing::ForAssertion(listed) = document.listing("did:web:a.example#k") else {
            panic!("listed")
        };
        assert_eq!(listed.key, Err(KeyError::PrivateKeyExposed));
    }
}
