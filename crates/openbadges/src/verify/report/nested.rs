//! Reports inside a report: one for each credential that stands inside another.

use serde::Serialize;

use super::Report;

/// A credential that stands inside the one under verification, with the report of its own.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Nested {
    /// What it is to the credential around it.
    pub relation: Relation,
    /// Where it stands in the credential around it, as a [JSON pointer](https://www.rfc-editor.org/rfc/rfc6901).
    pub pointer: String,
    /// The identifier of what an endorsement stands beside, where that has one; `None` for other relations.
    pub endorsed: Option<String>,
    /// What was found out about it, layer by layer. What it still wants is listed by the outermost report.
    pub report: Report,
}

/// What a credential is to the one around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Relation {
    /// Somebody stands by the credential, the achievement or the profile beside which it stands.
    Endorsement,
    /// One of the credentials that an envelope, such as a Comprehensive Learner Record, is made of.
    Credential,
}
