//! [EndorsementCredential](https://www.imsglobal.org/spec/ob/v3p0/#endorsementcredential): one who stands by a
//! badge, an achievement or a profile.

use serde::Serialize;
use serde_json::{Map, Value};
use time::OffsetDateTime;

use super::reading::{Faults, Need, Node};
use super::{Iri, Profile, date_time, image, profile, verifiable_credential};
use crate::vocab::{CREDENTIALS_V2, ENDORSEMENT_CREDENTIAL, OPEN_BADGES_V3P0, VERIFIABLE_CREDENTIAL};

/// A credential that says something good about what `endorsed` names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EndorsementCredential {
    #[serde(rename = "@context")]
    context: [&'static str; 2],
    id: Iri,
    #[serde(rename = "type")]
    types: [&'static str; 2],
    issuer: Profile,
    #[serde(serialize_with = "date_time::serialize")]
    valid_from: OffsetDateTime,
    credential_subject: EndorsementSubject,
}

/// [EndorsementSubject](https://www.imsglobal.org/spec/ob/v3p0/#endorsementsubject).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct EndorsementSubject {
    id: Iri,
    #[serde(rename = "type")]
    types: [&'static str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    endorsement_comment: Option<String>,
}

impl EndorsementCredential {
    /// The endorsement of `endorsed` by `issuer`, valid from `valid_from` on.
    #[must_use]
    pub const fn new(id: Iri, issuer: Profile, valid_from: OffsetDateTime, endorsed: Iri) -> Self {
        Self {
            context: [CREDENTIALS_V2, OPEN_BADGES_V3P0],
            id,
            types: [VERIFIABLE_CREDENTIAL, ENDORSEMENT_CREDENTIAL],
            issuer,
            valid_from,
            credential_subject: EndorsementSubject {
                id: endorsed,
                types: ["EndorsementSubject"],
                endorsement_comment: None,
            },
        }
    }

    /// The same with what the endorser says, in Markdown.
    #[must_use]
    pub fn with_comment(mut self, comment: impl Into<String>) -> Self {
        self.credential_subject.endorsement_comment = Some(comment.into());
        self
    }
}

/// What is wrong with an endorsement of Verifiable Credentials 2.0 or 1.1.
pub(crate) fn faults_of_endorsement(members: &Map<String, Value>) -> Faults {
    let mut faults = Faults::default();
    let node = Node::root(members);
    check(node, &mut faults);
    check_parts(node, &mut faults);
    faults
}

fn check_parts(node: Node<'_>, faults: &mut Faults) {
    verifiable_credential::check(node, faults);
    node.object_or_iri("image", Need::Optional, faults, image::check);
    node.object_or_iri("issuer", Need::Required, faults, profile::check);
    // Verifiable Credentials 1.1 asks for a date of every credential; 2.0 leaves that to endorsements.
    if !node.members.contains_key("issuanceDate") {
        node.date_time("validFrom", Need::Required, faults);
    }
    node.date_time("awardedDate", Need::Optional, faults);
    node.object("credentialSubject", Need::Required, faults, |subject, faults| {
        subject.iri("id", Need::Required, faults);
        subject.require_type("EndorsementSubject", faults);
        subject.text("endorsementComment", Need::Optional, faults);
    });
}

/// What must hold for the badge around it; the endorsement's own rules belong to its own report.
pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.iri("id", Need::Required, faults);
    node.require_type(VERIFIABLE_CREDENTIAL, faults);
    node.require_type(ENDORSEMENT_CREDENTIAL, faults);
}
