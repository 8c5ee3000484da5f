//! What a rule found out about one person, and how several findings make one.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Combine;
use crate::error::AppError;

/// What was found out about one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// They have done it, and this shows it.
    Met(Evidence),
    /// They have not, and this is what is missing.
    NotYet(Reason),
    /// They may have, but a person has to decide.
    Held(Reason),
    /// It could not be found out.
    Unknown(Reason),
}

impl Finding {
    /// Whether they have done it.
    #[must_use]
    pub const fn is_met(&self) -> bool {
        matches!(self, Self::Met(_))
    }
}

/// Why not, as a stable code with data. The catalogues hold the sentence `why-<code>`, which tells the learner
/// what to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The code, in kebab-case.
    pub code: Cow<'static, str>,
    /// What the sentence speaks of, by the names of its variables.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub data: BTreeMap<Cow<'static, str>, Value>,
}

impl Reason {
    /// A reason without data.
    #[must_use]
    pub const fn new(code: &'static str) -> Self {
        Self {
            code: Cow::Borrowed(code),
            data: BTreeMap::new(),
        }
    }

    /// The same reason, with `name` for its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.data.insert(Cow::Borrowed(name), value.into());
        self
    }

    /// As the database keeps it.
    ///
    /// # Errors
    /// None in practice: its parts are words and numbers.
    pub fn to_json(&self) -> Result<String, AppError> {
        serde_json::to_string(self).map_err(AppError::failed)
    }

    /// The reason that the database keeps as `text`; `None` for one that cannot be read.
    #[must_use]
    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// What one rule saw: enough to explain an award later, and no name or address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The rule, [`super::Rule::as_str`].
    pub rule: Cow<'static, str>,
    /// From where: `launch`, `roster`, `results`, or what else a rule reads.
    pub source: Cow<'static, str>,
    /// When, in seconds since 1970.
    pub at: i64,
    /// What, in the words of the rule.
    #[serde(flatten)]
    pub data: BTreeMap<Cow<'static, str>, Value>,
}

impl Seen {
    /// That `rule` saw something at `source`.
    #[must_use]
    pub const fn new(rule: super::Rule, source: &'static str, at: i64) -> Self {
        Self {
            rule: Cow::Borrowed(rule.as_str()),
            source: Cow::Borrowed(source),
            at,
            data: BTreeMap::new(),
        }
    }

    /// The same, with `name` = `value`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.data.insert(Cow::Borrowed(name), value.into());
        self
    }
}

impl From<Seen> for Evidence {
    fn from(seen: Seen) -> Self {
        Self { seen: vec![seen] }
    }
}

/// What the rules saw that are met.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// One entry for each rule.
    pub seen: Vec<Seen>,
}

impl Evidence {
    /// What `rule` saw, if it saw anything.
    #[must_use]
    pub fn of(&self, rule: super::Rule) -> Option<&Seen> {
        self.seen.iter().find(|seen| seen.rule == rule.as_str())
    }

    /// The rules, by their words, joined by `+`.
    #[must_use]
    pub fn rules(&self) -> String {
        let words: Vec<&str> = self.seen.iter().map(|seen| seen.rule.as_ref()).collect();
        words.join("+")
    }

    /// As the database keeps it.
    ///
    /// # Errors
    /// None in practice: its parts are words and numbers.
    pub fn to_json(&self) -> Result<String, AppError> {
        serde_json::to_string(self).map_err(AppError::failed)
    }

    /// The evidence that the database keeps as `text`; empty when it cannot be read, which proves nothing.
    #[must_use]
    pub fn from_json(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}

impl Combine {
    /// One finding of several, in three-valued logic: what is not known makes neither true nor false of itself.
    /// No findings at all show nothing.
    #[must_use]
    pub fn of(self, findings: Vec<Finding>) -> Finding {
        let mut seen = Vec::new();
        let (mut not_yet, mut held, mut unknown) = (None, None, None);
        for finding in findings {
            match finding {
                Finding::Met(evidence) => seen.extend(evidence.seen),
                Finding::NotYet(reason) => not_yet = not_yet.or(Some(reason)),
                Finding::Held(reason) => held = held.or(Some(reason)),
                Finding::Unknown(reason) => unknown = unknown.or(Some(reason)),
            }
        }
        let met = (!seen.is_empty()).then_some(Finding::Met(Evidence { seen }));
        let not_yet = not_yet.map(Finding::NotYet);
        let held = held.map(Finding::Held);
        let unknown = unknown.map(Finding::Unknown);
        let finding = match self {
            Self::All => not_yet.or(held).or(unknown).or(met),
            Self::Any => met.or(held).or(unknown).or(not_yet),
        };
        finding.unwrap_or(Finding::Unknown(Reason::new("rule-not-set-up")))
    }
}

/// Where a person stands, as the database keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// They have done it.
    Met,
    /// They have not.
    NotYet,
    /// A person has to decide.
    Held,
    /// They had, and have no longer. What was issued stays.
    NoLonger,
}

impl State {
    /// The word that the database keeps.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotYet => "not-yet",
            Self::Held => "held",
            Self::NoLonger => "no-longer",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Rule, *};

    fn met() -> Finding {
        Finding::Met(Seen::new(Rule::Opening, "launch", 1).into())
    }

    fn not_yet() -> Finding {
        Finding::NotYet(Reason::new("not-yet"))
    }

    fn held() -> Finding {
        Finding::Held(Reason::new("held"))
    }

    fn unknown() -> Finding {
        Finding::Unknown(Reason::new("unknown"))
    }

    fn word(finding: &Finding) -> &str {
        match finding {
            Finding::Met(_) => "met",
            Finding::NotYet(reason) | Finding::Held(reason) | Finding::Unknown(reason) => &reason.code,
        }
    }

    #[test]
    fn all_rules_and_any_rule_in_three_valued_logic() {
        let findings = [met, not_yet, held, unknown];
        let all = [
            ["met", "not-yet", "held", "unknown"],
            ["not-yet", "not-yet", "not-yet", "not-yet"],
            ["held", "not-yet", "held", "held"],
            ["unknown", "not-yet", "held", "unknown"],
        ];
        let any = [
            ["met", "met", "met", "met"],
            ["met", "not-yet", "held", "unknown"],
            ["met", "held", "held", "held"],
            ["met", "unknown", "held", "unknown"],
        ];
        for (row, one) in findings.iter().enumerate() {
            for (column, other) in findings.iter().enumerate() {
                let both = || vec![one(), other()];
                assert_eq!(
                    word(&Combine::All.of(both())),
                    all[row][column],
                    "all {row} {column}"
                );
                assert_eq!(
                    word(&Combine::Any.of(both())),
                    any[row][column],
                    "any {row} {column}"
                );
            }
        }
    }

    #[test]
    fn no_rule_at_all_shows_nothing() {
        for combine in [Combine::All, Combine::Any] {
            assert_eq!(word(&combine.of(Vec::new())), "rule-not-set-up");
        }
        // Evidence that is empty is none.
        let empty = Finding::Met(Evidence::default());
        assert_eq!(word(&Combine::Any.of(vec![empty])), "rule-not-set-up");
    }

    #[test]
    fn the_evidence_of_every_rule_that_is_met_is_kept() {
        let grade = Seen::new(Rule::Grade { minimum_percent: 50 }, "results", 2).with("score", 80);
        let both = Combine::All.of(vec![met(), Finding::Met(grade.into())]);
        let Finding::Met(evidence) = both else {
            panic!("{both:?}");
        };
        assert_eq!(evidence.rules(), "opening+grade");
        assert_eq!(
            evidence.to_json().unwrap(),
            r#"{"seen":[{"rule":"opening","source":"launch","at":1},{"rule":"grade","source":"results","at":2,"score":80}]}"#
        );
        assert_eq!(Evidence::from_json(&evidence.to_json().unwrap()), evidence);
    }
}
