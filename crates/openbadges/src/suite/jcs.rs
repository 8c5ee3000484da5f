//! What the suites named `…-jcs-…` sign: the canonical JSON.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::signable::Signable;
use super::{HashInput, ProofError};
use crate::canon::{HashAlgorithm, jcs};

/// [Transformation](https://www.w3.org/TR/vc-di-ecdsa/#transformation-ecdsa-jcs-2019) and
/// [proof configuration](https://www.w3.org/TR/vc-di-ecdsa/#proof-configuration-ecdsa-jcs-2019).
pub(super) fn hash_input(
    document: &Map<String, Value>,
    options: &Map<String, Value>,
    hash: HashAlgorithm,
) -> Result<HashInput, ProofError> {
    Ok(HashInput {
        document: jcs(&Value::Object(at_signing(document, options)?.into_owned()))?,
        options: jcs(&Value::Object(options.clone()))?,
        hash,
    })
}

/// As [`hash_input`], for many proofs over one document.
pub(super) fn hash_input_of(
    document: &Signable<'_>,
    options: &Signable<'_>,
    hash: HashAlgorithm,
) -> Result<HashInput, ProofError> {
    Ok(HashInput {
        document: match at_signing(&document.members, &options.members)? {
            Cow::Borrowed(_) => document.jcs()?,
            Cow::Owned(earlier) => jcs(&Value::Object(earlier))?,
        },
        options: options.jcs()?,
        hash,
    })
}

/// The document as it was when the proof with these options was made.
///
/// A proof that carries contexts was made when the document had just those, at the head of its list. Under other
/// contexts the same JSON could say something else, so that the signature must not count.
fn at_signing<'d>(
    document: &'d Map<String, Value>,
    options: &Map<String, Value>,
) -> Result<Cow<'d, Map<String, Value>>, ProofError> {
    let Some(then) = options.get("@context") else {
        return Ok(Cow::Borrowed(document));
    };
    let now = document.get("@context").ok_or(ProofError::OtherContexts)?;
    if now == then {
        return Ok(Cow::Borrowed(document));
    }
    if !as_list(now).starts_with(as_list(then)) {
        return Err(ProofError::OtherContexts);
    }
    let mut document = document.clone();
    document.insert("@context".to_owned(), then.clone());
    Ok(Cow::Owned(document))
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
