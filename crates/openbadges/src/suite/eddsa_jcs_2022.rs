//! [`eddsa-jcs-2022`](https://www.w3.org/TR/vc-di-eddsa/#eddsa-jcs-2022): Ed25519 over the canonical JSON.

use serde_json::{Map, Value};

use super::HashInput;
use crate::canon::{CanonError, HashAlgorithm, jcs};

pub(super) const NAME: &str = "eddsa-jcs-2022";

/// [Transformation](https://www.w3.org/TR/vc-di-eddsa/#transformation-eddsa-jcs-2022) and
/// [proof configuration](https://www.w3.org/TR/vc-di-eddsa/#proof-configuration-eddsa-jcs-2022).
///
/// A proof that carries contexts was made when the document had just those, at the head of its list.
pub(super) fn hash_input(
    document: &Map<String, Value>,
    options: &Map<String, Value>,
) -> Result<HashInput, CanonError> {
    let mut document = document.clone();
    if let Some(at_signing) = options.get("@context")
        && document
            .get("@context")
            .is_some_and(|now| starts_with(now, at_signing))
    {
        document.insert("@context".to_owned(), at_signing.clone());
    }
    let hash = HashAlgorithm::Sha256;
    Ok(HashInput {
        document: jcs(&Value::Object(document))?,
        options: jcs(&Value::Object(options.clone()))?,
        hash,
    })
}

/// A proof of this suite carries the document's contexts.
pub(super) fn complete_options(document: &Map<String, Value>, options: &mut Map<String, Value>) {
    if let Some(context) = document.get("@context") {
        options.insert("@context".to_owned(), context.clone());
    }
}

fn starts_with(contexts: &Value, head: &Value) -> bool {
    as_list(contexts).starts_with(as_list(head))
}

fn as_list(value: &Value) -> &[Value] {
    match value {
        Value::Array(values) => values,
        single => std::slice::from_ref(single),
    }
}
