//! What a credential says, for people: signed terms only.

pub(super) mod read;

use serde::Serialize;

pub(super) use read::of_credential;

/// What a credential says, version by version the same shape.
///
/// Only terms that a known context defines (and that the signature therefore covers) are copied here; a
/// caller that displays this and nothing else never shows an unsigned word as if it were signed. All text is
/// the issuer's: untrusted, to be escaped.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Summary {
    /// The credential's own identifier.
    pub id: Option<String>,
    /// The achievement's name.
    pub name: Option<String>,
    /// The achievement's description.
    pub description: Option<String>,
    /// The language of the texts, as a BCP 47 tag, where the badge says it.
    pub language: Option<String>,
    /// The achievement's identifier.
    pub achievement_id: Option<String>,
    /// What the learner had to do.
    pub criteria: Option<Criteria>,
    /// The achievement's picture: an address or a data URL. It is never fetched without being asked.
    pub image: Option<Image>,
    /// Who gave it.
    pub issuer: Option<Issuer>,
    /// From when it is valid (`validFrom`, `issuanceDate` or `issuedOn`), as it stands in the badge.
    pub valid_from: Option<String>,
    /// Until when it is valid, as it stands in the badge.
    pub valid_until: Option<String>,
    /// When the achievement was awarded, as it stands in the badge.
    pub awarded: Option<String>,
    /// To whom it was given.
    pub recipient: Recipient,
    /// What shows that the work was done.
    pub evidence: Vec<Evidence>,
    /// The skills and frameworks it is aligned with.
    pub alignments: Vec<Alignment>,
    /// The results that were reached.
    pub results: Vec<AchievedResult>,
}

/// What the learner had to do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Criteria {
    /// A page that says so.
    pub id: Option<String>,
    /// The text itself, in Markdown.
    pub narrative: Option<String>,
}

/// A picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Image {
    /// Its address, or a data URL.
    pub id: String,
    /// A text that stands for it.
    pub caption: Option<String>,
}

/// Who gave the badge.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Issuer {
    /// The identifier: an address or a DID.
    pub id: String,
    /// The name that the badge gives; nothing proves it.
    pub name: Option<String>,
    /// The web page that the badge gives.
    pub url: Option<String>,
    /// The host that the key proves, when the `issuer-binding` check passed through a host.
    pub domain: Option<String>,
}

/// To whom the badge was given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Recipient {
    /// The subject's identifier, such as a DID.
    pub id: Option<String>,
    /// A name that the badge states in clear.
    pub name: Option<String>,
    /// The kinds of identity it names the learner by, such as `emailAddress`; hashed or not.
    pub identity_types: Vec<String>,
}

/// Something that shows that the work was done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Its address.
    pub id: Option<String>,
    /// Its title.
    pub name: Option<String>,
    /// Its description.
    pub description: Option<String>,
    /// Its text, in Markdown.
    pub narrative: Option<String>,
    /// What kind of thing it is, such as `Poetry`.
    pub genre: Option<String>,
    /// For whom it was made.
    pub audience: Option<String>,
}

/// A skill or framework that the achievement is aligned with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Alignment {
    /// The name of the target.
    pub name: Option<String>,
    /// The address of the target.
    pub url: Option<String>,
    /// The framework it belongs to.
    pub framework: Option<String>,
    /// The target's code in that framework.
    pub code: Option<String>,
    /// What the target is.
    pub description: Option<String>,
}

/// A result that was reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct AchievedResult {
    /// What was measured.
    pub name: Option<String>,
    /// How it was measured, such as `Percent` or `RubricCriterionLevel`.
    pub result_type: Option<String>,
    /// What was reached, as it stands in the badge.
    pub value: Option<String>,
    /// The name of the level that was reached.
    pub level: Option<String>,
    /// The status, such as `Completed`.
    pub status: Option<String>,
}
