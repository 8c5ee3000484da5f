//! What a placement asks: rules, how they are combined, and what happens when they are met.

use serde::{Deserialize, Serialize};

use crate::{db::placements::Placement, error::AppError};

/// What tells that a learner has done it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Rule {
    /// Opening the activity: the course lets in only those who did what it asks.
    Opening,
    /// Being on the roster of those who may open the activity, without having to open it.
    GatedRoster,
    /// A figure in the activity's own column of the grade book.
    Grade {
        /// The least that counts, in percent of the best possible figure, from 1 to 100.
        minimum_percent: u8,
    },
    /// The platform's own word that the course is complete.
    CourseCompletion,
    /// A signed message of the platform that the course is complete.
    Event,
    /// The teacher's own choice.
    Choice,
    /// A code that the teacher hands out.
    ClaimCode,
}

impl Rule {
    /// The word that stands for it in JSON and with an award.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::GatedRoster => "gated-roster",
            Self::Grade { .. } => "grade",
            Self::CourseCompletion => "course-completion",
            Self::Event => "event",
            Self::Choice => "choice",
            Self::ClaimCode => "claim-code",
        }
    }

    /// Whether it can tell of people who have not opened the activity.
    const fn tells_of_everybody(self) -> bool {
        match self {
            Self::Opening | Self::ClaimCode => false,
            Self::GatedRoster | Self::Grade { .. } | Self::CourseCompletion | Self::Event | Self::Choice => {
                true
            }
        }
    }

    const fn is_sound(self) -> bool {
        match self {
            // A platform leaves the grade 0 out of its answers, so it could never be told from none.
            Self::Grade { minimum_percent } => minimum_percent >= 1 && minimum_percent <= 100,
            Self::Opening
            | Self::GatedRoster
            | Self::CourseCompletion
            | Self::Event
            | Self::Choice
            | Self::ClaimCode => true,
        }
    }
}

/// How rules make one condition.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Combine {
    /// Every rule has to be met.
    #[default]
    All,
    /// One is enough.
    Any,
}

/// What a learner must have done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// How the rules are combined.
    pub combine: Combine,
    /// The rules; there is at least one.
    pub rules: Vec<Rule>,
}

impl Condition {
    /// The condition of this rule alone.
    #[must_use]
    pub fn only(rule: Rule) -> Self {
        Self {
            combine: Combine::All,
            rules: vec![rule],
        }
    }

    /// The condition of a placement.
    ///
    /// # Errors
    /// `rule-unknown` when it is one that this version does not know, wholly or in part: what is not understood
    /// must not be left out.
    pub fn of(placement: &Placement) -> Result<Self, AppError> {
        Self::from_json(&placement.condition)
    }

    /// The condition that the database keeps as `text`.
    ///
    /// # Errors
    /// As [`Condition::of`].
    pub fn from_json(text: &str) -> Result<Self, AppError> {
        let unknown = AppError::bad_request("rule-unknown");
        let Ok(condition) = serde_json::from_str::<Self>(text) else {
            return Err(unknown);
        };
        // Rules without fields would take any and forget them.
        let is_whole =
            serde_json::from_str::<serde_json::Value>(text).ok() == serde_json::to_value(&condition).ok();
        let is_sound = !condition.rules.is_empty() && condition.rules.iter().all(|rule| rule.is_sound());
        if is_whole && is_sound {
            Ok(condition)
        } else {
            Err(unknown)
        }
    }

    /// As the database keeps it.
    ///
    /// # Errors
    /// None in practice: its parts are words and numbers.
    pub fn to_json(&self) -> Result<String, AppError> {
        serde_json::to_string(self).map_err(AppError::failed)
    }

    /// Refuses a condition that could not work in this mode, or with scores going back to the platform.
    ///
    /// # Errors
    /// `condition-empty` without a rule; `grade-out-of-range` for a grade that is not from 1 to 100 percent;
    /// `grade-by-own-score` when a score of our own would be what the rule reads; `automatic-needs-more` when
    /// no rule tells of people before they open the activity.
    pub fn check(&self, mode: Mode, send_score: bool) -> Result<(), AppError> {
        if self.rules.is_empty() {
            return Err(AppError::bad_request("condition-empty"));
        }
        if !self.rules.iter().all(|rule| rule.is_sound()) {
            return Err(AppError::bad_request("grade-out-of-range"));
        }
        if send_score && self.rules.iter().any(|rule| matches!(rule, Rule::Grade { .. })) {
            return Err(AppError::bad_request("grade-by-own-score"));
        }
        if mode == Mode::Automatic && !self.rules.iter().any(|rule| rule.tells_of_everybody()) {
            return Err(AppError::bad_request("automatic-needs-more"));
        }
        Ok(())
    }
}

/// What happens when the condition is met.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// Learners take the badge when they open the activity.
    #[default]
    Claim,
    /// The badge is issued by itself, and they are told.
    Automatic,
}

impl Mode {
    /// The word that the database and forms keep.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Automatic => "automatic",
        }
    }

    /// The mode of a word; a word that is not known issues nothing by itself.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        if word == Self::Automatic.as_str() {
            Self::Automatic
        } else {
            Self::Claim
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_comes_back_from_the_database_as_it_went_there() {
        let condition = Condition {
            combine: Combine::Any,
            rules: vec![Rule::GatedRoster, Rule::Grade { minimum_percent: 80 }],
        };
        let text = condition.to_json().unwrap();
        assert_eq!(
            text,
            r#"{"combine":"any","rules":[{"rule":"gated-roster"},{"rule":"grade","minimum_percent":80}]}"#
        );
        assert_eq!(Condition::from_json(&text).unwrap(), condition);
    }

    #[test]
    fn a_condition_that_is_not_understood_whole_is_not_understood() {
        for text in [
            r#"{"combine":"all","rules":[]}"#,
            r#"{"combine":"all","rules":[{"rule":"of-a-newer-version"}]}"#,
            r#"{"combine":"all","rules":[{"rule":"opening","by":"2027-01-01"}]}"#,
            r#"{"combine":"all","rules":[{"rule":"grade","minimum_percent":0}]}"#,
            r#"{"combine":"all","rules":[{"rule":"grade","minimum_percent":101}]}"#,
            r#"{"combine":"two","rules":[{"rule":"opening"}]}"#,
            r#"{"combine":"all","rules":[{"rule":"opening"}],"by":"2027-01-01"}"#,
            "opening",
        ] {
            assert_eq!(
                Condition::from_json(text).unwrap_err().code(),
                "rule-unknown",
                "{text}"
            );
        }
    }

    #[test]
    fn a_condition_that_could_not_work_is_refused() {
        let grade = Condition::only(Rule::Grade { minimum_percent: 50 });
        let opening = Condition::only(Rule::Opening);
        let nothing = Condition {
            combine: Combine::All,
            rules: Vec::new(),
        };
        let high = Condition::only(Rule::Grade { minimum_percent: 101 });
        for (condition, mode, send_score, code) in [
            (&nothing, Mode::Claim, false, Some("condition-empty")),
            (&high, Mode::Claim, false, Some("grade-out-of-range")),
            (&grade, Mode::Claim, true, Some("grade-by-own-score")),
            (&grade, Mode::Automatic, false, None),
            (&opening, Mode::Automatic, false, Some("automatic-needs-more")),
            (&opening, Mode::Claim, true, None),
        ] {
            let found = condition.check(mode, send_score).err().map(|error| error.code());
            assert_eq!(found, code, "{condition:?} {mode:?} {send_score}");
        }
    }
}
