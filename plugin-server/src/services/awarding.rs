//! Who gets which badge: the condition of the activity, the evidence it saw, and the one award that follows.

use crate::{
    db::{
        awards::{self, Award},
        launches::Launch,
        placements::{self, Placement},
    },
    error::AppError,
    ids::{random_id, random_urn},
    services::{
        completion::{self, Evidence, Finding, Reason, record},
        launches::Role,
        outbox::score,
    },
    state::App,
    steps::{self, Step},
};

/// What a person who opened the activity gets.
#[derive(Debug)]
pub enum Standing {
    /// The badge is theirs.
    Earned(Box<Award>),
    /// Not now, and why.
    NotYet(Reason),
    /// They teach here: they see the badge, and earn nothing.
    Preview,
    /// The platform did not say who they are: nothing can be given to nobody.
    Anonymous,
    /// Neither a learner nor staff.
    NotALearner,
}

/// Applies the placement's condition to a launch.
///
/// A learner who meets it has one award, however often and from however many servers this is asked. A learner who
/// has the badge keeps it, whatever the condition says since.
///
/// # Errors
/// When the database cannot be written; `rule-unknown` when the condition is one that this version does not know.
pub async fn decide(app: &App, launch: &Launch, placement: &Placement) -> Result<Standing, AppError> {
    match (Role::from_word(&launch.role), &launch.subject) {
        (Role::Staff, _) => Ok(Standing::Preview),
        (Role::Other, _) => Ok(Standing::NotALearner),
        (Role::Learner, None) => Ok(Standing::Anonymous),
        (Role::Learner, Some(subject)) => of_learner(app, launch, placement, subject).await,
    }
}

async fn of_learner(
    app: &App,
    launch: &Launch,
    placement: &Placement,
    subject: &str,
) -> Result<Standing, AppError> {
    if let Some(award) =
        awards::find(&app.db, &placement.badge_id, &placement.registration_id, subject).await?
    {
        return Ok(Standing::Earned(Box::new(award)));
    }
    if !placement.is_on {
        return Ok(Standing::NotYet(Reason::new("not-turned-on")));
    }
    if let Some(context_id) = &launch.context_id
        && placement.context_id.is_none()
    {
        placements::set_context(&app.db, &placement.id, context_id).await?;
    }
    let assessment = completion::at_launch(app, launch, placement, subject).await?;
    match &assessment.finding {
        Finding::Met(evidence) => {
            let award = award(app, placement, subject, evidence).await?;
            Ok(award.map_or_else(
                || Standing::NotYet(Reason::new("asks-something-else")),
                |award| Standing::Earned(Box::new(award)),
            ))
        }
        Finding::NotYet(reason) | Finding::Held(reason) | Finding::Unknown(reason) => {
            record::one(app, placement, subject, &assessment).await?;
            Ok(Standing::NotYet(reason.clone()))
        }
    }
}

/// The award that `evidence` gives to a learner, made unless they have it already.
///
/// The award, and that they met the condition, are kept together or not at all. `None`, and nothing is kept, when
/// `placement` is not what the database says any more: somebody turned it off, or asks something else by now.
///
/// # Errors
/// When the database cannot be written.
pub async fn award(
    app: &App,
    placement: &Placement,
    subject: &str,
    evidence: &Evidence,
) -> Result<Option<Award>, AppError> {
    let entropy = app.entropy.as_ref();
    let now = app.timestamp();
    let award = Award {
        id: random_id(entropy)?,
        badge_id: placement.badge_id.clone(),
        registration_id: placement.registration_id.clone(),
        subject: subject.to_owned(),
        credential_id: random_urn(entropy)?,
        page_id: random_id(entropy)?,
        placement_id: Some(placement.id.clone()),
        rule: evidence.rules(),
        evidence: evidence.to_json()?,
        awarded_at: now,
        is_public: false,
    };
    steps::reached(app, Step::Qualified).await;
    let mut tx = app.db.begin().await?;
    let award = awards::insert_or_find(&mut tx, &award).await?;
    if !placements::is_unchanged(&mut tx, placement).await? {
        return Ok(None);
    }
    record::met(&mut tx, placement, subject, evidence, now).await?;
    score::put(app, &mut tx, placement, &award).await?;
    steps::reached(app, Step::AwardWritten).await;
    tx.commit().await?;
    steps::reached(app, Step::AwardKept).await;
    Ok(Some(award))
}
