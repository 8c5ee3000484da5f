//! What a teacher may say about the badge of an activity: what it asks, when it is given, and to whom in doubt.
//!
//! Nothing is awarded before somebody has looked at who would get it and turned it on. What they looked at is what
//! is turned on: if it changed in between, they are shown the change.

mod offered;

pub use offered::{BY_ADMINISTRATORS, offered};

use crate::{
    db::{
        decisions::{self, Decision},
        launches::Launch,
        placements::{self, Placement},
    },
    error::AppError,
    ids::fingerprint,
    services::{
        audit::{self, Action, Actor},
        choosing::TeachersMay,
        completion::{self, Condition, Mode},
        following, issuing, platforms,
    },
    state::App,
};

/// How many badges a course has before each further one is asked about.
pub const MANY_BADGES: i64 = 3;

/// Whether the person of a launch may say how its activity gives a badge. The administrator of Blason decides for
/// each platform, and may take it back at any time.
///
/// # Errors
/// `registration-unknown` when the registration is gone; when the database cannot be read.
pub async fn may(app: &App, launch: &Launch) -> Result<bool, AppError> {
    if !launch.may_manage || launch.subject.is_none() {
        return Ok(false);
    }
    let registration = platforms::find_registration(app, &launch.registration_id).await?;
    Ok(TeachersMay::from_word(&registration.teachers_may) != TeachersMay::Nothing)
}

/// The badge on the activity of a launch. Which course it belongs to is remembered, if nothing said it before.
///
/// # Errors
/// When the database cannot be read or written.
pub async fn placement(app: &App, launch: &Launch) -> Result<Option<Placement>, AppError> {
    let placement = placements::find_of_launch(&app.db, launch).await?;
    if let (Some(placement), Some(context_id)) = (&placement, &launch.context_id)
        && placement.context_id.is_none()
    {
        placements::set_context(&app.db, &placement.id, context_id).await?;
    }
    Ok(placement)
}

/// What a teacher says that an activity asks, and what happens then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// What a learner must have done.
    pub condition: Condition,
    /// What happens when they have.
    pub mode: Mode,
    /// Whether an award is told to the platform as a score.
    pub send_score: bool,
}

/// Keeps a setting. A badge that is on goes off when who gets it, or how, is no longer what was looked at.
///
/// # Errors
/// The codes of [`Condition::check`]; when the database cannot be written.
pub async fn change(
    app: &App,
    placement: &Placement,
    setting: &Setting,
    by: &Launch,
) -> Result<(), AppError> {
    setting.condition.check(setting.mode, setting.send_score)?;
    let condition = setting.condition.to_json()?;
    let mode = setting.mode.as_str();
    if (&condition, mode) == (&placement.condition, placement.mode.as_str()) {
        placements::set_send_score(&app.db, &placement.id, setting.send_score).await?;
    } else {
        // Off first, so that nobody gets it by what nobody has looked at.
        placements::turn_off(&app.db, &placement.id).await?;
        placements::set_condition(&app.db, &placement.id, &condition, mode, setting.send_score).await?;
    }
    note(app, placement, by, Action::ActivitySet).await
}

/// What stands for the badge as somebody looks at it: it is another as soon as who gets it, or how, is another.
#[must_use]
pub fn looked_at(placement: &Placement) -> String {
    fingerprint(
        &[
            &placement.id,
            &placement.badge_id,
            &placement.condition,
            &placement.mode,
        ]
        .map(String::as_str)
        .join("\n"),
    )
}

/// What somebody said as they turned a badge on.
#[derive(Debug, Clone, Copy)]
pub struct Confirmation<'a> {
    /// [`looked_at`] of what they saw.
    pub seen: &'a str,
    /// Whether they answered that each badge of the course is worth something on its own.
    pub is_worth_it: bool,
}

/// Turns a badge on. Asked twice, it is on.
///
/// # Errors
/// `changed-meanwhile` when it is not what they looked at; `worth-not-confirmed` when the course has several badges
/// and they did not say that each is worth something; `everyone-qualifies` when it would go to everybody by itself;
/// the codes of [`Condition::check`].
pub async fn turn_on(
    app: &App,
    placement: &Placement,
    confirmation: Confirmation<'_>,
    by: &Launch,
) -> Result<(), AppError> {
    if confirmation.seen != looked_at(placement) {
        return Err(AppError::conflict("changed-meanwhile"));
    }
    if placement.is_on {
        return Ok(());
    }
    let mode = Mode::from_word(&placement.mode);
    Condition::of(placement)?.check(mode, placement.send_score)?;
    if !confirmation.is_worth_it && others_in_course(app, placement, by).await? >= MANY_BADGES {
        return Err(AppError::bad_request("worth-not-confirmed"));
    }
    if mode == Mode::Automatic && completion::survey(app, placement).await?.roster_equals_gate {
        return Err(AppError::bad_request("everyone-qualifies"));
    }
    if !placements::turn_on(&app.db, placement, by.subject.as_deref(), app.timestamp()).await? {
        return Err(AppError::conflict("changed-meanwhile"));
    }
    note(app, placement, by, Action::BadgeTurnedOn).await
}

/// Turns a badge off. What was given stays.
///
/// # Errors
/// When the database cannot be written.
pub async fn turn_off(app: &App, placement: &Placement, by: &Launch) -> Result<(), AppError> {
    placements::turn_off(&app.db, &placement.id).await?;
    note(app, placement, by, Action::BadgeTurnedOff).await
}

/// How many other activities of the course give a badge.
///
/// # Errors
/// When the database cannot be read.
pub async fn others_in_course(app: &App, placement: &Placement, launch: &Launch) -> Result<i64, AppError> {
    match &launch.context_id {
        Some(context_id) => Ok(placements::count_others(&app.db, placement, context_id).await?),
        None => Ok(0),
    }
}

/// What a teacher decides about somebody who meets the condition and may not be a learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The badge is for them.
    Yes,
    /// It is not.
    No,
}

impl Answer {
    /// The word that the database and forms keep.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
        }
    }

    /// The answer of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Yes, Self::No]
            .into_iter()
            .find(|answer| answer.as_str() == word)
    }
}

/// Keeps what a teacher decided, with who decided and when. A yes counts from the next look at the course; a badge
/// that was given before a no stays.
///
/// # Errors
/// `decided-about-oneself` when it is about whoever decides; when the database cannot be written.
pub async fn decide(
    app: &App,
    placement: &Placement,
    subject: &str,
    answer: Answer,
    by: &Launch,
) -> Result<(), AppError> {
    let decided_by = by.subject.as_deref().unwrap_or_default();
    if decided_by == subject {
        return Err(AppError::forbidden("decided-about-oneself"));
    }
    let decision = Decision {
        placement_id: placement.id.clone(),
        subject: subject.to_owned(),
        answer: answer.as_str().to_owned(),
        decided_by: decided_by.to_owned(),
        decided_at: app.timestamp(),
    };
    decisions::upsert(&app.db, &decision).await?;
    placements::check_it_soon(&app.db, &placement.id).await?;
    note(app, placement, by, Action::PersonDecided).await
}

/// Issues the newest version of a badge to all who have an older one; see [`following::renew_all`].
///
/// # Errors
/// As [`following::renew_all`].
pub async fn renew(app: &App, placement: &Placement, by: &Launch) -> Result<(), AppError> {
    let (badge, _) = issuing::badge_and_organisation(app, &placement.badge_id).await?;
    following::renew_all(app, placement, &badge).await?;
    note(app, placement, by, Action::BadgesRenewed).await
}

/// Leaves in the trail what a teacher did.
async fn note(app: &App, placement: &Placement, by: &Launch, action: Action) -> Result<(), AppError> {
    let (badge, organisation) = issuing::badge_and_organisation(app, &placement.badge_id).await?;
    let actor = Actor::Person {
        registration_id: by.registration_id.clone(),
        subject: by.subject.clone(),
    };
    audit::note(app, &actor, Some(&organisation.id), action, &badge.name).await
}
