//! [OpenBadgeCredential](https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential): the badge itself.

use serde::Serialize;
use serde_json::{Map, Value};
use time::OffsetDateTime;

use super::reading::{Fault, FaultKind, Faults, Need, Node};
use super::{
    AchievementSubject, BitstringStatusListEntry, Evidence, Image, Iri, Profile, achievement_subject,
    date_time, endorsement, evidence, image, profile, status_entry,
};
use crate::vocab::{
    CREDENTIALS_V1, CREDENTIALS_V2, OPEN_BADGE_CREDENTIAL, OPEN_BADGES_V3P0, VERIFIABLE_CREDENTIAL,
};

/// A badge before it is signed: issuer, subject and dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OpenBadgeCredential {
    #[serde(rename = "@context")]
    context: [&'static str; 2],
    id: Iri,
    #[serde(rename = "type")]
    types: [&'static str; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<Image>,
    issuer: Profile,
    #[serde(serialize_with = "date_time::serialize")]
    valid_from: OffsetDateTime,
    #[serde(
        serialize_with = "date_time::serialize_some",
        skip_serializing_if = "Option::is_none"
    )]
    valid_until: Option<OffsetDateTime>,
    #[serde(
        serialize_with = "date_time::serialize_some",
        skip_serializing_if = "Option::is_none"
    )]
    awarded_date: Option<OffsetDateTime>,
    credential_subject: AchievementSubject,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<Evidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credential_status: Option<BitstringStatusListEntry>,
}

impl OpenBadgeCredential {
    /// The badge `id`, given by `issuer` to the learner that `subject` names, valid from `valid_from` on.
    #[must_use]
    pub const fn new(
        id: Iri,
        issuer: Profile,
        valid_from: OffsetDateTime,
        subject: AchievementSubject,
    ) -> Self {
        Self {
            context: [CREDENTIALS_V2, OPEN_BADGES_V3P0],
            id,
            types: [VERIFIABLE_CREDENTIAL, OPEN_BADGE_CREDENTIAL],
            name: None,
            description: None,
            image: None,
            issuer,
            valid_from,
            valid_until: None,
            awarded_date: None,
            credential_subject: subject,
            evidence: Vec::new(),
            credential_status: None,
        }
    }

    /// The same with a name for wallets to show.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same with a description for wallets to show.
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// The same with a picture of its own.
    #[must_use]
    pub fn with_image(mut self, image: Image) -> Self {
        self.image = Some(image);
        self
    }

    /// The same with an end date.
    #[must_use]
    pub const fn with_valid_until(mut self, valid_until: OffsetDateTime) -> Self {
        self.valid_until = Some(valid_until);
        self
    }

    /// The same with the date of the award, where it differs from the start of validity.
    #[must_use]
    pub const fn with_awarded_date(mut self, awarded: OffsetDateTime) -> Self {
        self.awarded_date = Some(awarded);
        self
    }

    /// The same with one more piece of evidence.
    #[must_use]
    pub fn with_evidence(mut self, evidence: Evidence) -> Self {
        self.evidence.push(evidence);
        self
    }

    /// The same with a place in a list by which it can be withdrawn.
    #[must_use]
    pub fn with_status(mut self, status: BitstringStatusListEntry) -> Self {
        self.credential_status = Some(status);
        self
    }
}

/// What is wrong with a badge of Verifiable Credentials 2.0 or 1.1, in the order in which it is read.
pub(crate) fn faults_of_credential(members: &Map<String, Value>) -> Vec<Fault> {
    let node = Node::root(members);
    let mut faults = Faults::default();
    check(node, &mut faults);
    faults.0
}

fn check(node: Node<'_>, faults: &mut Faults) {
    node.iri("id", Need::Required, faults);
    node.require_type(VERIFIABLE_CREDENTIAL, faults);
    for name in ["name", "description"] {
        node.language_text(name, Need::Optional, faults);
    }
    if node.members.get("image").is_some_and(Value::is_object) {
        node.object("image", Need::Optional, faults, image::check);
    }
    check_issuer(node, faults);
    check_dates(node, faults);
    node.object(
        "credentialSubject",
        Need::Required,
        faults,
        achievement_subject::check,
    );
    node.objects("evidence", Need::Optional, faults, evidence::check);
    node.objects("credentialStatus", Need::Optional, faults, status_entry::check);
    node.objects("endorsement", Need::Optional, faults, endorsement::check);
    node.objects("proof", Need::Optional, faults, |_, _| {});
}

/// [`issuer`](https://www.w3.org/TR/vc-data-model-2.0/#issuer): an address, or a profile with one.
fn check_issuer(node: Node<'_>, faults: &mut Faults) {
    if node.members.get("issuer").is_some_and(Value::is_string) {
        node.iri("issuer", Need::Required, faults);
    } else {
        node.object("issuer", Need::Required, faults, profile::check);
    }
}

/// [`validFrom`](https://www.w3.org/TR/vc-data-model-2.0/#validity-period) in 2.0,
/// [`issuanceDate`](https://www.w3.org/TR/vc-data-model-1.1/#issuance-date) in 1.1.
fn check_dates(node: Node<'_>, faults: &mut Faults) {
    let first_context = match node.members.get("@context") {
        Some(Value::Array(contexts)) => contexts.first(),
        other => other,
    };
    match first_context.and_then(Value::as_str) {
        Some(CREDENTIALS_V1) => {
            node.date_time("issuanceDate", Need::Required, faults);
            node.date_time("expirationDate", Need::Optional, faults);
        }
        Some(CREDENTIALS_V2) => {
            node.date_time("validFrom", Need::Required, faults);
            node.date_time("validUntil", Need::Optional, faults);
        }
        // The context check names this; the dates are read whichever way they are written.
        _ => {
            for name in ["issuanceDate", "expirationDate", "validFrom", "validUntil"] {
                node.date_time(name, Need::Optional, faults);
            }
            if !node.members.contains_key("validFrom") && !node.members.contains_key("issuanceDate") {
                node.fault(FaultKind::MissingMember, "validFrom", "date-time", faults);
            }
        }
    }
    node.date_time("awardedDate", Need::Optional, faults);
}
