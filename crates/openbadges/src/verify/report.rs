//! The answer of a verification: eleven checks, and the one function that turns them into a verdict.

mod nested;

pub use nested::{Nested, Relation};

use serde::Serialize;
use serde_json::{Map, Value};

use super::{Code, Summary, Wanted};
use crate::bake::Container;

/// What was found out about one badge, layer by layer.
///
/// Serialised with serde it is the part of the command line's JSON that does not depend on the shell:
/// `verdict`, `state`, `format`, `credential`, `checks`, `nested`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// The answer for programs; always [`verdict`] of the checks.
    pub verdict: Verdict,
    /// The answer for people; always [`state`] of the checks.
    pub state: State,
    /// What kind of file held the badge.
    pub format: FormatInfo,
    /// What the credential says, signed terms only; `None` when no credential could be read.
    pub credential: Option<Summary>,
    /// One entry per [`CheckId`], in that order.
    pub checks: Vec<Check>,
    /// One entry per credential that stands inside this one: endorsements, and the credentials of an envelope.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nested: Vec<Nested>,
    /// Documents that would let more checks be carried out. Fetch them, add them to the
    /// [`Evidence`](super::Evidence) and verify again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wanted: Vec<Wanted>,
}

impl Report {
    /// Builds the report from its checks; the verdict and the state are derived here and nowhere else.
    ///
    /// A check that is absent from `found` is added as `not-checked`, so a forgotten check can never read
    /// as passed.
    pub(crate) fn new(
        format: FormatInfo,
        credential: Option<Summary>,
        found: Vec<Check>,
        wanted: Vec<Wanted>,
    ) -> Self {
        let checks: Vec<Check> = CheckId::ALL
            .into_iter()
            .map(|id| {
                found
                    .iter()
                    .find(|check| check.id == id)
                    .cloned()
                    .unwrap_or_else(|| Check::not_checked(id, Code::NotReached))
            })
            .collect();
        Self {
            verdict: verdict(&checks),
            state: state(&checks),
            format,
            credential,
            checks,
            nested: Vec::new(),
            wanted,
        }
    }

    /// The report on a badge whose bytes could not be read: nothing is known, and nothing failed.
    ///
    /// `data` tells why: `url`, and `reason` or the HTTP `status`.
    #[must_use]
    pub fn unread(data: Map<String, Value>) -> Self {
        let mut format = Check::not_checked(CheckId::Format, Code::DocumentUnreachable);
        format.data = data;
        Self::new(FormatInfo::default(), None, vec![format], Vec::new())
    }

    /// The report on a file that could not be read: nothing is known, and nothing failed.
    ///
    /// `reason` is `not-found`, `permission-denied` or `read-error`.
    #[must_use]
    pub fn unreadable_file(reason: &str) -> Self {
        let format = Check::not_checked(CheckId::Format, Code::FileUnreadable).with("reason", reason);
        Self::new(FormatInfo::default(), None, vec![format], Vec::new())
    }

    /// The checks that keep the badge from being verified: those that failed, or else those that are needed and
    /// could not be carried out. None when the verdict is [`Verdict::Verified`].
    pub fn obstacles(&self) -> impl Iterator<Item = &Check> {
        let sought = match self.verdict {
            Verdict::Verified => None,
            Verdict::NotVerified => Some(Outcome::Failed),
            Verdict::Unconfirmed => Some(Outcome::NotChecked),
        };
        self.checks
            .iter()
            .filter(move |check| Some(check.outcome) == sought && !is_satisfied(&self.checks, check.id))
    }

    /// The check named `id`; every report has all of them.
    #[must_use]
    pub fn check(&self, id: CheckId) -> Option<&Check> {
        self.checks.iter().find(|check| check.id == id)
    }
}

/// One question about a badge, answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Check {
    /// Which question.
    pub id: CheckId,
    /// The answer.
    pub outcome: Outcome,
    /// Why, as a stable kebab-case code; sentences live in the catalogues under `locales/`.
    pub code: Code,
    /// What the sentence needs: dates, names, addresses. Never a sentence.
    pub data: Map<String, Value>,
    /// Further things worth saying that do not change the outcome, each a code with its data.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

/// A remark beside a check: a tolerated fault, a second proof that was not used.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Note {
    /// What was noticed.
    pub code: Code,
    /// What the sentence needs.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub data: Map<String, Value>,
}

impl Check {
    /// A check with this outcome and code and no data.
    pub(crate) fn new(id: CheckId, outcome: Outcome, code: Code) -> Self {
        Self {
            id,
            outcome,
            code,
            data: Map::new(),
            notes: Vec::new(),
        }
    }

    /// The check was carried out and is good.
    pub(crate) fn passed(id: CheckId, code: Code) -> Self {
        Self::new(id, Outcome::Passed, code)
    }

    /// The check was carried out and is bad.
    pub(crate) fn failed(id: CheckId, code: Code) -> Self {
        Self::new(id, Outcome::Failed, code)
    }

    /// The check could not be carried out, or there was nothing to check.
    pub(crate) fn not_checked(id: CheckId, code: Code) -> Self {
        Self::new(id, Outcome::NotChecked, code)
    }

    /// The same check with one more piece of data.
    #[must_use]
    pub(crate) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.data.insert(key.to_owned(), value.into());
        self
    }

    /// The same check with a remark; a passed check becomes a warning.
    #[must_use]
    pub(crate) fn note(mut self, note: Note) -> Self {
        if self.outcome == Outcome::Passed {
            self.outcome = Outcome::Warning;
        }
        self.notes.push(note);
        self
    }

    /// The same check with these remarks.
    #[must_use]
    pub(crate) fn notes(self, notes: impl IntoIterator<Item = Note>) -> Self {
        notes.into_iter().fold(self, Self::note)
    }
}

impl Note {
    /// A remark with no data.
    pub(crate) fn new(code: Code) -> Self {
        Self {
            code,
            data: Map::new(),
        }
    }

    /// The same remark with one more piece of data.
    #[must_use]
    pub(crate) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.data.insert(key.to_owned(), value.into());
        self
    }
}

/// The eleven questions, in the order of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckId {
    /// Is there exactly one badge in these bytes?
    Format,
    /// Does it have the parts that the specification asks for?
    Structure,
    /// Is every term defined by a context known by hash?
    Context,
    /// Does the signature match the content?
    Signature,
    /// Does the key belong to the issuer?
    IssuerBinding,
    /// Is it valid at this time?
    Validity,
    /// Has the issuer withdrawn or suspended it?
    Status,
    /// Is the picture the one that was signed?
    Image,
    /// Was it given to the person the caller names?
    Recipient,
    /// Are the endorsements inside it good?
    Endorsement,
    /// Is the issuer in a register that the caller trusts?
    Trust,
}

impl CheckId {
    /// All checks, in the order of a report.
    pub const ALL: [Self; 11] = [
        Self::Format,
        Self::Structure,
        Self::Context,
        Self::Signature,
        Self::IssuerBinding,
        Self::Validity,
        Self::Status,
        Self::Image,
        Self::Recipient,
        Self::Endorsement,
        Self::Trust,
    ];

    /// The stable kebab-case name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Structure => "structure",
            Self::Context => "context",
            Self::Signature => "signature",
            Self::IssuerBinding => "issuer-binding",
            Self::Validity => "validity",
            Self::Status => "status",
            Self::Image => "image",
            Self::Recipient => "recipient",
            Self::Endorsement => "endorsement",
            Self::Trust => "trust",
        }
    }
}

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Carried out, and good.
    Passed,
    /// Carried out, and good, with something to mention.
    Warning,
    /// Carried out, and bad.
    Failed,
    /// Not carried out: nothing to check, not asked, or something needed could not be read.
    NotChecked,
}

impl Outcome {
    /// Whether the check was carried out and is good.
    #[must_use]
    pub const fn is_good(self) -> bool {
        matches!(self, Self::Passed | Self::Warning)
    }
}

/// The answer for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Every required check was carried out and is good.
    Verified,
    /// A check failed.
    NotVerified,
    /// Nothing failed, but a required check could not be carried out.
    Unconfirmed,
}

/// The answer for people. The worst wins: `none`, `invalid`, `unchecked`, `caution`, `genuine`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Genuine and still good.
    Genuine,
    /// Genuine, but expired, not yet valid, suspended, with another picture, or somebody else's.
    Caution,
    /// Changed, forged, withdrawn or incomplete.
    Invalid,
    /// Nothing failed, but something needed could not be read.
    Unchecked,
    /// There is no badge in these bytes.
    None,
}

/// Turns checks into the answer for programs. It fails closed: a check that is missing, or that says
/// `not-checked`, never reads as good.
#[must_use]
pub fn verdict(checks: &[Check]) -> Verdict {
    if checks
        .iter()
        .any(|check| check.outcome == Outcome::Failed && check.id != CheckId::Endorsement)
    {
        return Verdict::NotVerified;
    }
    if CheckId::ALL.into_iter().all(|id| is_satisfied(checks, id)) {
        Verdict::Verified
    } else {
        Verdict::Unconfirmed
    }
}

/// Turns checks into the answer for people.
#[must_use]
pub fn state(checks: &[Check]) -> State {
    let failed = |check: &&Check| check.outcome == Outcome::Failed && check.id != CheckId::Endorsement;
    if checks
        .iter()
        .filter(failed)
        .any(|check| check.code == Code::NoBadge)
    {
        return State::None;
    }
    if checks
        .iter()
        .filter(failed)
        .any(|check| !check.code.leaves_genuine())
    {
        return State::Invalid;
    }
    let anything_failed = checks.iter().any(|check| failed(&check));
    let satisfied = CheckId::ALL
        .into_iter()
        .all(|id| is_satisfied(checks, id) || checks.iter().any(|check| check.id == id && failed(&check)));
    match (satisfied, anything_failed) {
        (false, _) => State::Unchecked,
        (true, true) => State::Caution,
        (true, false) => State::Genuine,
    }
}

/// Whether check `id` is good, or says of itself that this badge or this caller does not need it.
fn is_satisfied(checks: &[Check], id: CheckId) -> bool {
    let Some(check) = checks.iter().find(|check| check.id == id) else {
        return false;
    };
    match check.outcome {
        Outcome::Passed | Outcome::Warning => true,
        Outcome::Failed => id == CheckId::Endorsement,
        Outcome::NotChecked => check.code.does_not_apply() || id == CheckId::Endorsement,
    }
}

/// What kind of file held the badge.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FormatInfo {
    /// `png`, `svg`, `json`, `jwt` or `text`; `None` when the bytes were not recognised.
    pub container: Option<Container>,
    /// How the credential is secured: an embedded proof or a JSON Web Token.
    pub encoding: Option<Encoding>,
    /// The Open Badges version, such as `3.0`.
    pub version: Option<String>,
    /// The cryptosuite or the JWS algorithm of the proof that was used, such as `eddsa-rdfc-2022`.
    pub proof: Option<String>,
}

/// How the credential is secured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// A JSON document with an embedded proof, or with none.
    Json,
    /// A compact JSON Web Signature.
    Jwt,
}

#[cfg(test)]
mod tests;
