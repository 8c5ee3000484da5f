//! [ClrCredential](https://www.imsglobal.org/spec/clr/v2p0/#clrcredential): an envelope of credentials about one
//! learner.

use serde_json::{Map, Value};

use super::reading::{FaultKind, Faults, Need, Node};
use super::{achievement, endorsement, identity_object, image, profile, verifiable_credential};

/// What is wrong with an envelope; the credentials in it are read by themselves.
pub(crate) fn faults_of_clr(members: &Map<String, Value>) -> Faults {
    let mut faults = Faults::default();
    check(Node::root(members), &mut faults);
    faults
}

fn check(node: Node<'_>, faults: &mut Faults) {
    verifiable_credential::check(node, faults);
    node.iri("id", Need::Required, faults);
    node.object_or_iri("image", Need::Optional, faults, image::check);
    node.object_or_iri("issuer", Need::Required, faults, profile::check);
    // Verifiable Credentials 1.1 asks for a date of every credential; 2.0 leaves that to records.
    if !node.members.contains_key("issuanceDate") {
        node.date_time("validFrom", Need::Required, faults);
    }
    node.date_time("awardedDate", Need::Optional, faults);
    node.boolean("partial", Need::Optional, faults);
    node.object("credentialSubject", Need::Required, faults, check_subject);
    node.objects("endorsement", Need::Optional, faults, endorsement::check);
    node.texts("endorsementJwt", Need::Optional, faults);
}

/// [ClrSubject](https://www.imsglobal.org/spec/clr/v2p0/#clrsubject).
fn check_subject(subject: Node<'_>, faults: &mut Faults) {
    subject.iri("id", Need::Optional, faults);
    subject.require_type("ClrSubject", faults);
    subject.objects("identifier", Need::Optional, faults, identity_object::check);
    subject.objects("achievement", Need::Optional, faults, achievement::check);
    subject.objects("association", Need::Optional, faults, |association, faults| {
        association.require_type("Association", faults);
        association.text("associationType", Need::Required, faults);
        for end in ["sourceId", "targetId"] {
            association.iri(end, Need::Required, faults);
        }
    });
    let credentials = match subject.members.get("verifiableCredential") {
        None | Some(Value::Null) => &[][..],
        Some(Value::Array(many)) => many.as_slice(),
        Some(one) => std::slice::from_ref(one),
    };
    let name = "verifiableCredential";
    if credentials.is_empty() {
        subject.fault(FaultKind::MissingMember, name, "VerifiableCredential", faults);
    }
    // A credential is an object, or the text of a token.
    if !credentials.iter().all(|one| one.is_object() || one.is_string()) {
        subject.fault(FaultKind::WrongValue, name, "VerifiableCredential", faults);
    }
}
