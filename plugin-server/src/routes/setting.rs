//! What a teacher or an administrator wrote about what a badge asks, and what happens then.

use crate::{
    db::placements::Placement,
    error::AppError,
    i18n::Texts,
    routes::extract::Submission,
    services::{
        completion::{Combine, Condition, Mode, Rule},
        managing::Setting,
    },
    views::design::Problem,
};

/// What is kept of a placement.
pub(crate) fn kept(placement: &Placement) -> Result<Setting, AppError> {
    Ok(Setting {
        condition: Condition::of(placement)?,
        mode: Mode::from_word(&placement.mode),
        send_score: placement.send_score,
    })
}

/// What the form says, among the rules that it offered.
pub(crate) fn read(submission: &Submission, offered: &[Rule]) -> Setting {
    let is_on = |field: &str| submission.text(field) == "on";
    let chosen = offered
        .iter()
        .filter(|rule| is_on(&format!("rule-{}", rule.as_str())));
    let rules = chosen.map(|rule| match rule {
        Rule::Grade { .. } => Rule::Grade {
            // What is no number is refused with the grades that cannot be.
            minimum_percent: submission
                .text("minimum_percent")
                .trim()
                .parse()
                .unwrap_or_default(),
        },
        Rule::Opening
        | Rule::GatedRoster
        | Rule::CourseCompletion
        | Rule::Event
        | Rule::Choice
        | Rule::ClaimCode => *rule,
    });
    Setting {
        condition: Condition {
            combine: if submission.text("combine") == "any" {
                Combine::Any
            } else {
                Combine::All
            },
            rules: rules.collect(),
        },
        mode: Mode::from_word(submission.text("mode")),
        send_score: is_on("send_score"),
    }
}

/// What is wrong with it, beside the field that it is about.
pub(crate) fn problem(t: Texts, code: &'static str) -> Problem {
    let (field, label) = match code {
        "grade-out-of-range" => ("minimum_percent", t.manage_rule_percent()),
        "automatic-needs-more" => ("mode-automatic", t.manage_mode_automatic()),
        "grade-by-own-score" => ("send_score", t.manage_send_score()),
        _ => ("setting", t.manage_legend_rules()),
    };
    Problem::new(field, &label, t.error(code))
}
