//! What a condition says of everybody in a course, read from the platform at once.

use std::collections::BTreeMap;

use super::{
    Condition, Evidence, Finding, Reason, Rule, Seen, choice, claim_code,
    course::{Course, Learner, Roster, Trouble},
    course_completion,
    doubts::Doubts,
    event, gated_roster, grade, opening,
};
use crate::{
    db::{
        placements::Placement,
        qualifications::{self, Qualification},
    },
    state::App,
};

/// What the answer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Somebody looks at it, or opened the activity.
    Look,
    /// Badges are issued by it, without anybody looking.
    Issue,
}

/// What one rule found out about everybody.
pub(super) struct Sight {
    /// About some.
    pub(super) each: BTreeMap<String, Finding>,
    /// About all others.
    pub(super) others: Finding,
}

impl Sight {
    /// The same about everybody.
    pub(super) const fn of_all(finding: Finding) -> Self {
        Self {
            each: BTreeMap::new(),
            others: finding,
        }
    }

    /// What was found out about one person.
    fn of(&self, subject: &str) -> Finding {
        self.each.get(subject).unwrap_or(&self.others).clone()
    }
}

/// What the rules of a condition read.
pub(super) struct Reading<'a> {
    pub(super) app: &'a App,
    pub(super) placement: &'a Placement,
    pub(super) course: &'a Course<'a>,
    /// The whole roster.
    pub(super) roster: &'a Roster,
    /// What was known before.
    pub(super) known: &'a [Qualification],
    pub(super) purpose: Purpose,
}

/// Everybody in a course.
pub(super) struct Everybody {
    /// The people who take part as learners, whatever else they are.
    pub(super) people: BTreeMap<String, Assessed>,
    /// How many of them are learners and nothing else.
    pub(super) total_learners: usize,
    /// What was known before.
    pub(super) known: Vec<Qualification>,
    /// Whether everybody may open an activity that is to be open to some.
    pub(super) gate_is_open_to_all: bool,
    /// Whether nobody may: the activity is hidden, or nobody has done it yet.
    pub(super) gate_is_closed_to_all: bool,
    /// What keeps a rule from telling of anybody.
    pub(super) problem: Option<Reason>,
}

/// One of them.
pub(super) struct Assessed {
    pub(super) learner: Learner,
    pub(super) assessment: Assessment,
}

/// What a condition says of one person.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// What all rules together make.
    pub finding: Finding,
    /// What was seen of those that are met, whatever the others say.
    pub seen: Evidence,
}

impl Assessment {
    /// What `findings` make under `condition`. `doubt` says why a person has to decide about somebody all the same.
    pub(super) fn of(condition: &Condition, findings: Vec<Finding>, doubt: Option<Reason>) -> Self {
        let seen = findings.iter().filter_map(|finding| match finding {
            Finding::Met(evidence) => Some(evidence.seen.iter().cloned()),
            Finding::NotYet(_) | Finding::Held(_) | Finding::Unknown(_) => None,
        });
        let seen = Evidence {
            seen: seen.flatten().collect(),
        };
        let finding = match (condition.combine.of(findings), doubt) {
            (Finding::Met(evidence), Some(doubt)) if !is_beyond_doubt(&evidence) => Finding::Held(doubt),
            (finding, _) => finding,
        };
        Self { finding, seen }
    }
}

/// Whether evidence settles who somebody is: they came as a learner and nothing else, or their teacher chose them.
fn is_beyond_doubt(evidence: &Evidence) -> bool {
    evidence.of(Rule::Choice).is_some() || evidence.seen.iter().all(|seen| seen.source == "launch")
}

/// What the condition of `placement` says of everybody in its course.
pub(super) async fn assess(
    app: &App,
    placement: &Placement,
    condition: &Condition,
    purpose: Purpose,
) -> Result<Everybody, Trouble> {
    let course = Course::of(app, placement).await?;
    let roster = course.roster(None).await?;
    let known = qualifications::list(&app.db, &placement.id).await?;
    let reading = Reading {
        app,
        placement,
        course: &course,
        roster: &roster,
        known: &known,
        purpose,
    };
    let (mut gate_is_open_to_all, mut gate_is_closed_to_all) = (false, false);
    let mut sights = Vec::new();
    for rule in &condition.rules {
        sights.push(match rule {
            Rule::Opening => opening::everybody(&reading),
            Rule::GatedRoster => {
                let gate = gated_roster::everybody(&reading).await?;
                gate_is_open_to_all |= gate.is_open_to_all;
                gate_is_closed_to_all |= gate.is_closed_to_all;
                gate.sight
            }
            Rule::Grade { minimum_percent } => grade::everybody(&reading, *minimum_percent).await?,
            Rule::CourseCompletion => course_completion::everybody(&reading).await?,
            Rule::Event => event::everybody(&reading).await?,
            Rule::Choice => choice::everybody(&reading).await?,
            Rule::ClaimCode => claim_code::everybody(&reading).await?,
        });
    }
    let context_id = course.link.context_id.as_deref();
    let doubts = Doubts::of(app, placement, condition, context_id).await?;
    let people = roster.everybody().map(|(subject, learner)| {
        let findings = sights.iter().map(|sight| sight.of(subject)).collect();
        let doubt = doubts.about(subject, roster.with_other_roles.contains_key(subject));
        let assessed = Assessed {
            learner: learner.clone(),
            assessment: Assessment::of(condition, findings, doubt),
        };
        (subject.clone(), assessed)
    });
    let problem = sights.iter().find_map(|sight| match &sight.others {
        Finding::Unknown(reason) => Some(reason.clone()),
        Finding::Met(_) | Finding::NotYet(_) | Finding::Held(_) => None,
    });
    Ok(Everybody {
        people: people.collect(),
        total_learners: roster.learners.len(),
        gate_is_open_to_all,
        gate_is_closed_to_all,
        problem,
        known,
    })
}

/// What was seen before of `rule`, of those who met it.
pub(super) fn known_of(reading: &Reading<'_>, rule: Rule) -> BTreeMap<String, Seen> {
    let met = reading.known.iter().filter_map(|known| {
        let seen = Evidence::from_json(&known.evidence).of(rule)?.clone();
        Some((known.subject.clone(), seen))
    });
    met.collect()
}
