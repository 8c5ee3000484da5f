//! What comes out: the report contract, member for member.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::{Config, TS};

use super::declaration;

/// What was found out about one badge, layer by layer.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct Report {
    /// The answer for programs.
    verdict: Verdict,
    /// The answer for people.
    state: State,
    /// What kind of file held the badge.
    format: FormatInfo,
    /// What the credential says, signed terms only; `null` when no credential could be read.
    credential: Option<Summary>,
    /// One entry for each check, in the order of the list.
    checks: Vec<Check>,
    /// One entry for each credential that stands inside this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    nested: Option<Vec<Nested>>,
    /// Documents that would let more checks be carried out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    wanted: Option<Vec<Wanted>>,
}

/// The answer for programs.
#[derive(Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
enum Verdict {
    Verified,
    NotVerified,
    Unconfirmed,
}

/// The answer for people. The worst wins: `none`, `invalid`, `unchecked`, `caution`, `genuine`.
#[derive(Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
enum State {
    Genuine,
    Caution,
    Invalid,
    Unchecked,
    None,
}

/// One question about a badge, answered.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
struct Check {
    /// Which question.
    #[ts(type = "CheckId")]
    id: String,
    /// The answer.
    outcome: Outcome,
    /// Why.
    #[ts(type = "Code")]
    code: String,
    /// What the sentence of the code needs. Text in it comes from the badge: untrusted.
    #[ts(type = "Record<string, unknown>")]
    data: Map<String, Value>,
    /// Further remarks that do not change the outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    notes: Option<Vec<Note>>,
}

/// A remark beside a check.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
struct Note {
    /// What was noticed.
    #[ts(type = "Code")]
    code: String,
    /// What the sentence of the code needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "Record<string, unknown>")]
    data: Option<Map<String, Value>>,
}

/// How a check ended.
#[derive(Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
enum Outcome {
    Passed,
    Warning,
    Failed,
    NotChecked,
}

/// What kind of file held the badge.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
struct FormatInfo {
    /// The kind of file; `null` when the bytes were not recognised.
    container: Option<Container>,
    /// How the credential is secured.
    encoding: Option<Encoding>,
    /// The Open Badges version, such as `3.0`.
    version: Option<String>,
    /// The cryptosuite or JWS algorithm of the proof that was used.
    proof: Option<String>,
}

/// The kind of file.
#[derive(Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
enum Container {
    Png,
    Svg,
    Json,
    Jwt,
}

/// How the credential is secured.
#[derive(Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
enum Encoding {
    Json,
    Jwt,
}

/// A credential that stands inside the one under verification, with the report of its own.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
struct Nested {
    /// What it is to the credential around it.
    relation: Relation,
    /// Where it stands in the credential around it, as a JSON pointer.
    pointer: String,
    /// The identifier of what an endorsement stands beside; `null` for other relations.
    endorsed: Option<String>,
    /// What was found out about it, layer by layer. What it still wants is listed by the outermost report.
    report: Report,
}

/// What a credential is to the one around it.
#[derive(Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
enum Relation {
    Endorsement,
    Credential,
}

/// A document that would let more checks be carried out.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
struct Wanted {
    /// Where it is.
    url: String,
    /// What it is for.
    kind: WantedKind,
    /// Media types to ask for, as an `Accept` header.
    accept: String,
}

/// What a document is for.
#[derive(Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
enum WantedKind {
    Key,
    Status,
    Hosted,
    Refresh,
    Image,
}

/// What a credential says, version by version the same shape. All text is the issuer's: untrusted.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct Summary {
    /// The credential's own identifier.
    id: Option<String>,
    /// The achievement's name.
    name: Option<String>,
    /// The achievement's description.
    description: Option<String>,
    /// The language of the texts, as a BCP 47 tag.
    language: Option<String>,
    /// The achievement's identifier.
    achievement_id: Option<String>,
    /// What the learner had to do.
    criteria: Option<Criteria>,
    /// The achievement's picture: an address or a data URL. It is never fetched without being asked.
    image: Option<Image>,
    /// Who gave it.
    issuer: Option<Issuer>,
    /// From when it is valid, as it stands in the badge.
    valid_from: Option<String>,
    /// Until when it is valid, as it stands in the badge.
    valid_until: Option<String>,
    /// When the achievement was awarded, as it stands in the badge.
    awarded: Option<String>,
    /// To whom it was given.
    recipient: Recipient,
    /// What shows that the work was done.
    evidence: Vec<Evidence>,
    /// The skills and frameworks it is aligned with.
    alignments: Vec<Alignment>,
    /// The results that were reached.
    results: Vec<AchievedResult>,
}

/// What the learner had to do.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
struct Criteria {
    /// A page that says so.
    id: Option<String>,
    /// The text itself, in Markdown.
    narrative: Option<String>,
}

/// A picture.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
struct Image {
    /// Its address, or a data URL.
    id: String,
    /// A text that stands for it.
    caption: Option<String>,
}

/// Who gave the badge.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
struct Issuer {
    /// The identifier: an address or a DID.
    id: String,
    /// The name that the badge gives; nothing proves it.
    name: Option<String>,
    /// The web page that the badge gives.
    url: Option<String>,
    /// The host that the key proves.
    domain: Option<String>,
}

/// To whom the badge was given.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
struct Recipient {
    /// The subject's identifier, such as a DID.
    id: Option<String>,
    /// A name that the badge states in clear.
    name: Option<String>,
    /// The kinds of identity it names the learner by.
    identity_types: Vec<String>,
}

/// Something that shows that the work was done.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
struct Evidence {
    /// Its address.
    id: Option<String>,
    /// Its title.
    name: Option<String>,
    /// Its description.
    description: Option<String>,
    /// Its text, in Markdown.
    narrative: Option<String>,
    /// What kind of thing it is, such as `Poetry`.
    genre: Option<String>,
    /// For whom it was made.
    audience: Option<String>,
}

/// A skill or framework that the achievement is aligned with.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
struct Alignment {
    /// The name of the target.
    name: Option<String>,
    /// The address of the target.
    url: Option<String>,
    /// The framework it belongs to.
    framework: Option<String>,
    /// The target's code in that framework.
    code: Option<String>,
    /// What the target is.
    description: Option<String>,
}

/// A result that was reached.
#[derive(Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
struct AchievedResult {
    /// What was measured.
    name: Option<String>,
    /// How it was measured, such as `Percent` or `RubricCriterionLevel`.
    result_type: Option<String>,
    /// What was reached, as it stands in the badge.
    value: Option<String>,
    /// The name of the level that was reached.
    level: Option<String>,
    /// The status, such as `Completed`.
    status: Option<String>,
}

pub(super) fn declarations(config: &Config) -> Vec<String> {
    vec![
        declaration::<Report>(config),
        declaration::<Verdict>(config),
        declaration::<State>(config),
        declaration::<Check>(config),
        declaration::<Note>(config),
        declaration::<Outcome>(config),
        declaration::<FormatInfo>(config),
        declaration::<Container>(config),
        declaration::<Encoding>(config),
        declaration::<Nested>(config),
        declaration::<Relation>(config),
        declaration::<Wanted>(config),
        declaration::<WantedKind>(config),
        declaration::<Summary>(config),
        declaration::<Criteria>(config),
        declaration::<Image>(config),
        declaration::<Issuer>(config),
        declaration::<Recipient>(config),
        declaration::<Evidence>(config),
        declaration::<Alignment>(config),
        declaration::<AchievedResult>(config),
    ]
}
