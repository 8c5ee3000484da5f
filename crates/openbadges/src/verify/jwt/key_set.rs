//! [JSON Web Key Sets](https://www.rfc-editor.org/rfc/rfc7517#section-5).

use serde_json::{Map, Value};

use crate::json;
use crate::key::PublicKey;
use crate::limits::Limits;
use crate::suite::JwsAlgorithm;

/// Longer sets are cut: each key costs work.
const MAX_KEYS: usize = 100;

/// A key set, or a single key, that was read from a document; nothing in it is trusted but for what its address
/// proves.
#[derive(Debug, Clone)]
pub(super) struct KeySet {
    /// The owner that the set names itself by.
    pub(super) issuer: Option<String>,
    keys: Vec<Map<String, Value>>,
}

impl KeySet {
    /// The set in `body`, or the single key as a set of one; `None` when it is neither.
    pub(super) fn read(body: &[u8], limits: &Limits) -> Option<Self> {
        let Value::Object(members) = json::parse(body, limits).ok()?.value else {
            return None;
        };
        let keys = match members.get("keys") {
            Some(Value::Array(keys)) => keys
                .iter()
                .filter_map(Value::as_object)
                .take(MAX_KEYS)
                .cloned()
                .collect(),
            None if members.contains_key("kty") => vec![members.clone()],
            _ => return None,
        };
        let issuer = members.get("iss").and_then(Value::as_str).map(str::to_owned);
        Some(Self { issuer, keys })
    }

    /// Whether `key` is in the set, for signatures of this algorithm.
    pub(super) fn holds(&self, key: &PublicKey, algorithm: JwsAlgorithm) -> bool {
        self.fitting(algorithm).any(|(_, listed)| listed == *key)
    }

    /// The key that one of `kids` names; without any name, the only key for signatures of this algorithm.
    pub(super) fn find(&self, kids: &[&str], algorithm: JwsAlgorithm) -> Option<PublicKey> {
        let kid_of = |jwk: &Map<String, Value>| jwk.get("kid").and_then(Value::as_str).map(str::to_owned);
        let mut matching = self.fitting(algorithm).filter(|(jwk, _)| {
            kids.is_empty() || kid_of(jwk).is_some_and(|kid| kids.contains(&kid.as_str()))
        });
        let (_, found) = matching.next()?;
        // Two keys under one name: which one is meant cannot be known.
        matching.next().is_none().then_some(found)
    }

    /// The keys that may check signatures of this algorithm, with their entries.
    fn fitting(&self, algorithm: JwsAlgorithm) -> impl Iterator<Item = (&Map<String, Value>, PublicKey)> {
        self.keys.iter().filter_map(move |jwk| {
            let is_or_absent = |name: &str, value: &str| jwk.get(name).is_none_or(|found| found == value);
            let may_verify = jwk.get("key_ops").is_none_or(|operations| {
                operations
                    .as_array()
                    .is_some_and(|operations| operations.iter().any(|operation| operation == "verify"))
            });
            let key = PublicKey::from_jwk(&Value::Object(jwk.clone())).ok()?;
            let fits = is_or_absent("use", "sig") && is_or_absent("alg", algorithm.name()) && may_verify;
            (fits && JwsAlgorithm::of_key(&key) == Some(algorithm)).then_some((jwk, key))
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn jwk() -> Value {
        // https://www.rfc-editor.org/rfc/rfc8037#appendix-A.2
        json!({"kid": "a", "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})
    }

    fn set(value: &Value) -> KeySet {
        KeySet::read(value.to_string().as_bytes(), &Limits::default()).unwrap()
    }

    #[test]
    fn a_key_is_found_by_its_name_or_as_the_only_one() {
        for set in [set(&json!({"keys": [jwk()]})), set(&jwk())] {
            assert!(set.find(&["a"], JwsAlgorithm::EdDsa).is_some());
            assert!(set.find(&[], JwsAlgorithm::EdDsa).is_some());
            assert!(set.find(&["b"], JwsAlgorithm::EdDsa).is_none());
            assert!(set.find(&["a"], JwsAlgorithm::Es256).is_none());
        }
    }

    #[test]
    fn two_keys_of_one_name_are_none() {
        let set = set(&json!({"keys": [jwk(), jwk()]}));
        assert!(set.find(&["a"], JwsAlgorithm::EdDsa).is_none());
    }

    #[test]
    fn keys_for_other_uses_and_private_ones_are_passed_over() {
        for (name, value) in [
            ("use", json!("enc")),
            ("alg", json!("ES256")),
            ("key_ops", json!(["encrypt"])),
            ("d", json!("AA")),
        ] {
            let mut other = jwk();
            other[name] = value;
            assert!(
                set(&json!({"keys": [other]}))
                    .find(&["a"], JwsAlgorithm::EdDsa)
                    .is_none(),
                "{name}"
            );
        }
    }
}
