//! What the suites named `…-jcs-…` sign: the canonical JSON.

use serde_json::{Map, Value};

use super::{HashInput, ProofError};
use crate::canon::{HashAlgorithm, jcs};

/// [Transformation](https://www.w3.org/TR/vc-di-ecdsa/#transformation-ecdsa-jcs-2019) and
/// [proof configuration](https://www.w3.org/TR/vc-di-ecdsa/#proof-configuration-ecdsa-jcs-2019).
///
/// A proof that carries contexts was made when the document had just those, at the head of its list. Under other
/// contexts the same JSON could say something else, so that the signature must not count.
pub(super) fn hash_input(
    document: &Map<String, Value>,
    options: &Map<String, Value>,
    hash: HashAlgorithm,
) -> Result<HashInput, ProofError> {
    let mut document = document.clone();
    if let Some(at_signing) = options.get("@context") {
        let now = document.get("@context").ok_or(ProofError::OtherContexts)?;
        if !as_list(now).starts_with(as_list(at_signing)) {
            return Err(ProofError::OtherContexts);
        }
        document.insert("@context".to_owned(), at_signing.clone());
    }
    Ok(HashInput {
        document: jcs(&Value::Object(document))?,
        options: jcs(&Value::Object(options.clone()))?,
        hash,
    })
}

/// A proof of these suites carries the document's contexts.
pub(super) fn complete_options(document: &Map<String, Value>, options: &mut Map<String, Value>) {
    if let Some(context) = document.get("@context") {
        options.insert("@context".to_owned(), context.clone());
    }
}

fn as_list(value: &Value) -> &[Value] {
    match value {
        Value::Array(values) => values,
        single => std::slice::from_ref(single),
    }
}
