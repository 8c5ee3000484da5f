//! Who gets which badge: the rule, the evidence it saw, and the one award that follows.

use serde_json::json;

use crate::{
    db::{
        awards::{self, Award},
        launches::Launch,
        placements::Placement,
    },
    error::AppError,
    ids::{random_id, random_urn},
    services::launches::Role,
    state::App,
};

/// What decides that a learner has earned a badge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rule {
    /// Opening the activity: the course lets in only those who did what it asks.
    Opening,
}

impl Rule {
    /// The word that the database keeps.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Opening => "opening",
        }
    }

    /// The rule of a word; `None` for a word of a newer version.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        (word == Self::Opening.as_str()).then_some(Self::Opening)
    }
}

/// What a person who opened the activity gets.
#[derive(Debug)]
pub enum Standing {
    /// The badge is theirs.
    Earned(Box<Award>),
    /// They teach here: they see the badge, and earn nothing.
    Preview,
    /// The platform did not say who they are: nothing can be given to nobody.
    Anonymous,
    /// Neither a learner nor staff.
    NotALearner,
}

/// Applies the placement's rule to a launch. A learner who meets it has one award, however often and from
/// however many servers this is asked.
///
/// # Errors
/// When the database cannot be written, or the rule is one that this version does not know.
pub async fn decide(app: &App, launch: &Launch, placement: &Placement) -> Result<Standing, AppError> {
    match (Role::from_word(&launch.role), &launch.subject) {
        (Role::Staff, _) => Ok(Standing::Preview),
        (Role::Other, _) => Ok(Standing::NotALearner),
        (Role::Learner, None) => Ok(Standing::Anonymous),
        (Role::Learner, Some(subject)) => Ok(Standing::Earned(Box::new(
            award(app, launch, placement, subject).await?,
        ))),
    }
}

async fn award(app: &App, launch: &Launch, placement: &Placement, subject: &str) -> Result<Award, AppError> {
    let rule = Rule::from_word(&placement.rule).ok_or(AppError::bad_request("rule-unknown"))?;
    if let Some(award) = awards::find(&app.db, &placement.badge_id, &launch.registration_id, subject).await? {
        return Ok(award);
    }
    let entropy = app.entropy.as_ref();
    let award = Award {
        id: random_id(entropy)?,
        badge_id: placement.badge_id.clone(),
        registration_id: launch.registration_id.clone(),
        subject: subject.to_owned(),
        credential_id: random_urn(entropy)?,
        page_id: random_id(entropy)?,
        rule: rule.as_str().to_owned(),
        evidence: evidence(launch).to_string(),
        awarded_at: app.timestamp(),
        is_public: false,
    };
    Ok(awards::insert_or_find(&app.db, &award).await?)
}

/// What the rule saw: enough to explain the award later, and no name or address.
fn evidence(launch: &Launch) -> serde_json::Value {
    json!({
        "launch": launch.id,
        "launched_at": launch.launched_at,
        "deployment_id": launch.deployment_id,
        "resource_link_id": launch.resource_link_id,
        "context_id": launch.context_id,
    })
}
