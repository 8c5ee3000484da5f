//! Who meets the condition today, in words.

use crate::{
    db::decisions::Decision,
    i18n::Texts,
    services::completion::{Combine, Condition, Person, Rule, Survey},
    views::manage::moment,
};

/// Who meets the condition today.
#[derive(Debug)]
pub(crate) struct Today {
    /// The condition: what to say before its parts, and its parts.
    pub(crate) asked: (Option<String>, Vec<String>),
    /// How many meet it; `None` when the course could not be counted.
    pub(crate) count: Option<String>,
    /// What else there is to know before it is turned on.
    pub(crate) remarks: Vec<String>,
    /// Whether the condition lets in everybody.
    pub(crate) is_everyone: bool,
    /// How many meet it.
    pub(crate) met: usize,
    /// Their names.
    pub(crate) people: Vec<String>,
    /// About whom a teacher has to decide.
    pub(crate) held: Vec<Held>,
    /// Who met it once, and why not now.
    pub(crate) no_longer: Vec<(String, String)>,
}

/// Somebody about whom a teacher has to decide.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) subject: String,
    pub(crate) name: String,
    pub(crate) reason: String,
    /// What was decided, and when.
    pub(crate) decided: Option<String>,
}

impl Today {
    /// A survey in words.
    pub(crate) fn new(t: Texts, condition: &Condition, survey: &Survey, decisions: &[Decision]) -> Self {
        let (met, total) = (survey.met.len(), survey.total_learners);
        let mut remarks = Vec::new();
        remarks.extend(
            survey
                .problem
                .as_ref()
                .map(|problem| t.look(&problem.code, &problem.data)),
        );
        if survey.roster_equals_gate {
            remarks.push(t.manage_everyone(total));
        } else if survey.problem.is_none() && met == 0 {
            remarks.push(t.manage_nobody());
        }
        let is_countable = total > 0 && !condition.rules.iter().all(|rule| *rule == Rule::Opening);
        Self {
            asked: asked(t, condition),
            count: is_countable.then(|| t.manage_count(met, total)),
            remarks,
            is_everyone: survey.roster_equals_gate,
            met,
            people: survey.met.iter().map(name).collect(),
            held: survey
                .held
                .iter()
                .map(|person| held(t, person, decisions))
                .collect(),
            no_longer: survey
                .no_longer
                .iter()
                .map(|person| (name(person), reason(t, person)))
                .collect(),
        }
    }
}

/// What a condition asks, in words: what to say before its parts, and its parts.
pub(crate) fn asked(t: Texts, condition: &Condition) -> (Option<String>, Vec<String>) {
    let parts: Vec<String> = condition.rules.iter().map(|rule| in_words(t, *rule)).collect();
    let lead = (parts.len() > 1).then(|| match condition.combine {
        Combine::All => t.manage_combine_all(),
        Combine::Any => t.manage_combine_any(),
    });
    (lead, parts)
}

/// What a rule asks of a learner.
pub(super) fn in_words(t: Texts, rule: Rule) -> String {
    match rule {
        Rule::Opening => t.manage_rule_opening(),
        Rule::GatedRoster => t.manage_rule_gated_roster(),
        Rule::Grade { minimum_percent } => t.manage_rule_grade(minimum_percent),
        Rule::CourseCompletion => t.manage_rule_course_completion(),
        Rule::Event => t.manage_rule_event(),
        Rule::Choice => t.manage_rule_choice(),
        Rule::ClaimCode => t.manage_rule_claim_code(),
    }
}

fn held(t: Texts, person: &Person, decisions: &[Decision]) -> Held {
    let decision = decisions
        .iter()
        .find(|decision| decision.subject == person.subject);
    Held {
        subject: person.subject.clone(),
        name: name(person),
        reason: reason(t, person),
        decided: decision
            .map(|decision| t.manage_decided(decision.answer.as_str(), moment(t, decision.decided_at))),
    }
}

fn name(person: &Person) -> String {
    person.name.clone().unwrap_or_else(|| person.subject.clone())
}

fn reason(t: Texts, person: &Person) -> String {
    person
        .reason
        .as_ref()
        .map(|reason| t.look(&reason.code, &reason.data))
        .unwrap_or_default()
}
