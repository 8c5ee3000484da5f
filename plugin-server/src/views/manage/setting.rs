//! The form in which a teacher says what a badge asks, and what happens then.

use super::today::in_words;
use crate::{
    i18n::Texts,
    services::{
        completion::{Combine, Mode, Rule},
        managing::Setting,
    },
};

/// The form.
#[derive(Debug)]
pub(crate) struct SettingForm {
    pub(crate) rules: Vec<RuleChoice>,
    pub(crate) is_any: bool,
    pub(crate) is_automatic: bool,
    pub(crate) send_score: bool,
}

/// One rule in it.
#[derive(Debug)]
pub(crate) struct RuleChoice {
    pub(crate) word: &'static str,
    pub(crate) label: String,
    pub(crate) help: Option<String>,
    pub(crate) is_chosen: bool,
    /// The least grade, where the rule has one.
    pub(crate) percent: Option<u8>,
}

impl SettingForm {
    /// The form for `setting`, with the rules that can be chosen.
    pub(crate) fn new(t: Texts, setting: &Setting, offered: &[Rule]) -> Self {
        let rules = offered.iter().map(|rule| {
            let chosen = setting
                .condition
                .rules
                .iter()
                .find(|chosen| chosen.as_str() == rule.as_str());
            choice(t, *chosen.unwrap_or(rule), chosen.is_some())
        });
        Self {
            rules: rules.collect(),
            is_any: setting.condition.combine == Combine::Any,
            is_automatic: setting.mode == Mode::Automatic,
            send_score: setting.send_score,
        }
    }
}

fn choice(t: Texts, rule: Rule, is_chosen: bool) -> RuleChoice {
    let (label, help, percent) = match rule {
        Rule::Opening => (in_words(t, rule), Some(t.manage_rule_opening_help()), None),
        Rule::GatedRoster => (in_words(t, rule), Some(t.manage_rule_gated_roster_help()), None),
        Rule::Grade { minimum_percent } => (
            t.manage_rule_grade_choice(),
            Some(t.manage_rule_grade_help()),
            Some(minimum_percent),
        ),
        Rule::CourseCompletion | Rule::Event | Rule::Choice | Rule::ClaimCode => {
            (in_words(t, rule), None, None)
        }
    };
    RuleChoice {
        word: rule.as_str(),
        label,
        help,
        is_chosen,
        percent,
    }
}
