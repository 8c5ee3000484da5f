//! [Achievement](https://www.imsglobal.org/spec/ob/v3p0/#achievement): what can be earned.

use serde::Serialize;

use super::reading::{Faults, Need, Node};
use super::{
    Alignment, Criteria, Image, Iri, Profile, ResultDescription, alignment, criteria, endorsement,
    identifier_entry, image, profile, related, result_description,
};

/// What can be earned, the same for everybody who earns it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Achievement {
    id: Iri,
    #[serde(rename = "type")]
    types: [&'static str; 1],
    name: String,
    description: String,
    criteria: Criteria,
    #[serde(skip_serializing_if = "Option::is_none")]
    achievement_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Profile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<Image>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tag: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alignment: Vec<Alignment>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    result_description: Vec<ResultDescription>,
}

impl Achievement {
    /// An achievement with the parts that every achievement has.
    #[must_use]
    pub fn new(id: Iri, name: impl Into<String>, description: impl Into<String>, criteria: Criteria) -> Self {
        Self {
            id,
            types: ["Achievement"],
            name: name.into(),
            description: description.into(),
            criteria,
            achievement_type: None,
            creator: None,
            image: None,
            in_language: None,
            tag: Vec::new(),
            alignment: Vec::new(),
            result_description: Vec::new(),
        }
    }

    /// The same with a [type](https://www.imsglobal.org/spec/ob/v3p0/#achievementtype-enumeration) such as `Badge`.
    #[must_use]
    pub fn with_achievement_type(mut self, achievement_type: impl Into<String>) -> Self {
        self.achievement_type = Some(achievement_type.into());
        self
    }

    /// The same with the one who designed it.
    #[must_use]
    pub fn with_creator(mut self, creator: Profile) -> Self {
        self.creator = Some(creator);
        self
    }

    /// The same with a picture.
    #[must_use]
    pub fn with_image(mut self, image: Image) -> Self {
        self.image = Some(image);
        self
    }

    /// The same with the language of its texts, as a BCP 47 tag.
    #[must_use]
    pub fn with_language(mut self, language: impl Into<String>) -> Self {
        self.in_language = Some(language.into());
        self
    }

    /// The same with one more tag.
    #[must_use]
    pub fn with_tag(mut self, tag: impl Into<String>) -> Self {
        self.tag.push(tag.into());
        self
    }

    /// The same with one more alignment.
    #[must_use]
    pub fn with_alignment(mut self, alignment: Alignment) -> Self {
        self.alignment.push(alignment);
        self
    }

    /// The same with one more thing that is measured.
    #[must_use]
    pub fn with_result_description(mut self, description: ResultDescription) -> Self {
        self.result_description.push(description);
        self
    }

    /// Whether a thing that is measured has the identifier `id`.
    pub(super) fn measures(&self, id: &Iri) -> bool {
        self.result_description
            .iter()
            .any(|description| description.id() == id)
    }
}

/// The kinds of achievement that are [listed](https://www.imsglobal.org/spec/ob/v3p0/#achievementtype-enumeration).
const ACHIEVEMENT_TYPES: &[&str] = &[
    "Achievement",
    "ApprenticeshipCertificate",
    "Assessment",
    "Assignment",
    "AssociateDegree",
    "Award",
    "Badge",
    "BachelorDegree",
    "Certificate",
    "CertificateOfCompletion",
    "Certification",
    "CommunityService",
    "Competency",
    "Course",
    "CoCurricular",
    "Degree",
    "Diploma",
    "DoctoralDegree",
    "Fieldwork",
    "GeneralEducationDevelopment",
    "JourneymanCertificate",
    "LearningProgram",
    "License",
    "Membership",
    "ProfessionalDoctorate",
    "QualityAssuranceCredential",
    "MasterCertificate",
    "MasterDegree",
    "MicroCredential",
    "ResearchDoctorate",
    "SecondarySchoolDiploma",
];

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.iri("id", Need::Required, faults);
    node.require_type("Achievement", faults);
    node.language_text("name", Need::Required, faults);
    node.language_text("description", Need::Required, faults);
    node.object("criteria", Need::Required, faults, criteria::check);
    node.extensible_word("achievementType", Need::Optional, ACHIEVEMENT_TYPES, faults);
    for name in [
        "fieldOfStudy",
        "humanCode",
        "inLanguage",
        "specialization",
        "version",
    ] {
        node.text(name, Need::Optional, faults);
    }
    node.texts("tag", Need::Optional, faults);
    node.number("creditsAvailable", Need::Optional, faults);
    node.object_or_iri("creator", Need::Optional, faults, profile::check);
    node.object_or_iri("image", Need::Optional, faults, image::check);
    node.objects("alignment", Need::Optional, faults, alignment::check);
    node.objects("related", Need::Optional, faults, related::check);
    node.objects(
        "resultDescription",
        Need::Optional,
        faults,
        result_description::check,
    );
    node.objects("otherIdentifier", Need::Optional, faults, identifier_entry::check);
    node.objects("endorsement", Need::Optional, faults, endorsement::check);
    node.texts("endorsementJwt", Need::Optional, faults);
}
