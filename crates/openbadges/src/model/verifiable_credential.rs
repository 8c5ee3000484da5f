//! What [Verifiable Credentials](https://www.w3.org/TR/vc-data-model-2.0/#basic-concepts) 2.0 and
//! [1.1](https://www.w3.org/TR/vc-data-model-1.1/#basic-concepts) ask of every credential, a badge or not.

use serde_json::{Map, Value};

use super::reading::{Fault, FaultKind, Faults, Need, Node};
use crate::address::is_iri;
use crate::vocab::{CREDENTIALS_V1, CREDENTIALS_V2, VERIFIABLE_CREDENTIAL};

/// What is wrong with a credential of any kind, in the order in which it is read; empty when it is sound.
///
/// Which contexts it names and what its words mean is not looked at here.
///
/// ```
/// use openbadges::model::{FaultKind, faults_of_verifiable_credential};
/// use serde_json::json;
///
/// let credential = json!({
///     "@context": ["https://www.w3.org/ns/credentials/v2"],
///     "type": ["VerifiableCredential"],
///     "issuer": {"name": "Issuer One"},
///     "credentialSubject": {"id": "did:example:learner-one"},
/// });
/// let faults = faults_of_verifiable_credential(credential.as_object().ok_or("an object")?);
/// assert_eq!(faults.len(), 1);
/// assert_eq!((faults[0].kind, faults[0].pointer.as_str()), (FaultKind::MissingMember, "/issuer/id"));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn faults_of_verifiable_credential(credential: &Map<String, Value>) -> Vec<Fault> {
    let mut faults = Faults::default();
    check(Node::root(credential), &mut faults);
    faults.found
}

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    check_contexts(node, faults);
    node.iri("id", Need::Optional, faults);
    node.texts("type", Need::Required, faults);
    node.require_type(VERIFIABLE_CREDENTIAL, faults);
    for name in ["name", "description"] {
        node.language_text(name, Need::Optional, faults);
    }
    node.object_or_iri("issuer", Need::Required, faults, |issuer, faults| {
        issuer.iri("id", Need::Required, faults);
        for name in ["name", "description"] {
            issuer.language_text(name, Need::Optional, faults);
        }
    });
    check_dates(node, faults);
    node.objects("credentialSubject", Need::Required, faults, |subject, faults| {
        if subject.members.is_empty() {
            subject.fault(FaultKind::MissingMember, "id", "claim", faults);
        }
        subject.iri("id", Need::Optional, faults);
    });
    node.objects("credentialSchema", Need::Optional, faults, |schema, faults| {
        schema.iri("id", Need::Required, faults);
        schema.texts("type", Need::Required, faults);
    });
    for name in [
        "credentialStatus",
        "evidence",
        "proof",
        "refreshService",
        "termsOfUse",
    ] {
        node.objects(name, Need::Optional, faults, |part, faults| {
            part.iri("id", Need::Optional, faults);
            part.texts("type", Need::Required, faults);
        });
    }
    node.objects("relatedResource", Need::Optional, faults, |resource, faults| {
        resource.iri("id", Need::Required, faults);
        if !["digestSRI", "digestMultibase"]
            .iter()
            .any(|name| resource.members.contains_key(*name))
        {
            resource.fault(FaultKind::MissingMember, "digestSRI", "text", faults);
        }
    });
}

/// Every context is an address or a definition in place; the `context` check reads them.
fn check_contexts(node: Node<'_>, faults: &mut Faults) {
    let contexts = match node.members.get("@context") {
        None => return,
        Some(Value::Array(many)) => many.as_slice(),
        Some(one) => std::slice::from_ref(one),
    };
    for context in contexts {
        match context {
            Value::Object(_) => {}
            Value::String(text) if is_iri(text) => {}
            Value::String(_) => node.fault(FaultKind::InvalidIdentifier, "@context", "address", faults),
            _ => node.fault(FaultKind::WrongValue, "@context", "address", faults),
        }
    }
}

/// [`validFrom`](https://www.w3.org/TR/vc-data-model-2.0/#validity-period) in 2.0,
/// [`issuanceDate`](https://www.w3.org/TR/vc-data-model-1.1/#issuance-date) in 1.1.
fn check_dates(node: Node<'_>, faults: &mut Faults) {
    let (names, from) = match first_context(node) {
        Some(CREDENTIALS_V1) => (&["issuanceDate", "expirationDate"][..], Need::Required),
        Some(CREDENTIALS_V2) => (&["validFrom", "validUntil"][..], Need::Optional),
        // The context check names this; the dates are read whichever way they are written.
        _ => (
            &["validFrom", "validUntil", "issuanceDate", "expirationDate"][..],
            Need::Optional,
        ),
    };
    for (index, name) in names.iter().enumerate() {
        let need = if index == 0 { from } else { Need::Optional };
        node.date_time(name, need, faults);
    }
}

/// The context that says which version of the data model a credential follows.
pub(super) fn first_context<'a>(node: Node<'a>) -> Option<&'a str> {
    match node.members.get("@context")? {
        Value::Array(contexts) => contexts.first()?.as_str(),
        one => one.as_str(),
    }
}
