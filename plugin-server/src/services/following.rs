//! What became of the badge of an activity: who qualified, who has it, what was not delivered, and what to issue
//! anew.

use crate::{
    db::{
        awards,
        badges::Badge,
        follow_up::{self, Followed},
        placements::Placement,
    },
    error::AppError,
    services::{completion::State, issuing},
    state::App,
};

/// How many people are where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Met the condition, or have the badge.
    pub qualified: usize,
    /// The badge is theirs.
    pub issued: usize,
    /// The badge is signed: they took it, or it was issued by itself.
    pub claimed: usize,
    /// Something about their badge did not arrive yet.
    pub undelivered: usize,
    /// A teacher has to decide about them.
    pub held: usize,
    /// Their signed badge says an older version.
    pub outdated: usize,
}

impl Counts {
    /// Of these people, with `badge` as it is now.
    #[must_use]
    pub fn of(people: &[Followed], badge: &Badge) -> Self {
        let count = |is: &dyn Fn(&Followed) -> bool| people.iter().filter(|person| is(person)).count();
        Self {
            qualified: count(&|person| person.award_id.is_some() || person.first_met_at.is_some()),
            issued: count(&|person| person.award_id.is_some()),
            claimed: count(&|person| person.issued_at.is_some()),
            undelivered: count(&|person| person.undelivered.is_some()),
            held: count(&|person| is_held(person)),
            outdated: count(&|person| is_outdated(person, badge)),
        }
    }
}

/// Everybody whom the badge of `placement` concerns.
///
/// # Errors
/// When the database cannot be read.
pub async fn people(app: &App, placement: &Placement) -> Result<Vec<Followed>, AppError> {
    Ok(follow_up::list(&app.db, placement).await?)
}

/// Whether a teacher has to decide about somebody.
#[must_use]
pub fn is_held(person: &Followed) -> bool {
    person.state.as_deref() == Some(State::Held.as_str()) && person.award_id.is_none()
}

/// Whether somebody's signed badge says an older version than `badge`.
#[must_use]
pub fn is_outdated(person: &Followed, badge: &Badge) -> bool {
    person.issued_at.is_some()
        && person
            .badge_version
            .is_some_and(|version| version < badge.version)
}

/// Issues the newest version to all whose signed badge says an older one, each under its own identifier. Asked
/// again, it goes on where it stopped.
///
/// # Errors
/// As [`issuing::renew`].
pub async fn renew_all(app: &App, placement: &Placement, badge: &Badge) -> Result<(), AppError> {
    let people = people(app, placement).await?;
    for person in people.iter().filter(|person| is_outdated(person, badge)) {
        let award = awards::find(&app.db, &badge.id, &placement.registration_id, &person.subject).await?;
        if let Some(award) = award {
            issuing::renew(app, &award).await?;
        }
    }
    Ok(())
}
