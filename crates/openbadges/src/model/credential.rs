//! [OpenBadgeCredential](https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential): the badge itself.

use serde::Serialize;
use serde_json::{Map, Value};
use time::OffsetDateTime;

use super::reading::{Faults, Need, Node};
use super::{
    AchievementSubject, BitstringStatusListEntry, Evidence, Image, Iri, Profile, RelatedResource,
    achievement_subject, date_time, endorsement, evidence, image, profile, verifiable_credential,
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_resource: Vec<RelatedResource>,
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
            related_resource: Vec::new(),
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

    /// The same with a digest of one more file that it names.
    #[must_use]
    pub fn with_related_resource(mut self, resource: RelatedResource) -> Self {
        self.related_resource.push(resource);
        self
    }
}

/// What is wrong with a badge of Verifiable Credentials 2.0 or 1.1.
pub(crate) fn faults_of_badge(members: &Map<String, Value>) -> Faults {
    let mut faults = Faults::default();
    check(Node::root(members), &mut faults);
    faults
}

fn check(node: Node<'_>, faults: &mut Faults) {
    verifiable_credential::check(node, faults);
    node.iri("id", Need::Required, faults);
    node.object_or_iri("image", Need::Optional, faults, image::check);
    node.object_or_iri("issuer", Need::Required, faults, profile::check);
    check_start(node, faults);
    node.date_time("awardedDate", Need::Optional, faults);
    node.object(
        "credentialSubject",
        Need::Required,
        faults,
        achievement_subject::check,
    );
    node.objects("evidence", Need::Optional, faults, evidence::check);
    node.objects("refreshService", Need::Optional, faults, |service, faults| {
        service.iri("id", Need::Required, faults);
    });
    node.objects("endorsement", Need::Optional, faults, endorsement::check);
    node.texts("endorsementJwt", Need::Optional, faults);
}

/// Version 1.1 of the data model asks every credential for a date; version 2.0 leaves that to badges.
fn check_start(node: Node<'_>, faults: &mut Faults) {
    let is_dated = node.members.contains_key("issuanceDate");
    match verifiable_credential::first_context(node) {
        Some(CREDENTIALS_V1) => {}
        Some(CREDENTIALS_V2) => {
            node.date_time("validFrom", Need::Required, faults);
        }
        // The context check names this.
        _ if is_dated => {}
        _ => node.date_time("validFrom", Need::Required, faults),
    }
}
