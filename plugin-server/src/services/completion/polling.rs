//! Placements that issue by themselves: the platform is asked now and then who meets the condition.
//!
//! Slowly, since it works out the answer for each person, and more slowly after it did not answer. One server asks at
//! a time; the award is one row whoever asks.

use std::collections::BTreeSet;

use super::{
    Condition, Finding, Reason,
    course::{TOO_LARGE, Trouble},
    everybody::{self, Everybody, Purpose},
    record,
};
use crate::{
    db::{
        awards,
        placements::{self, Checked, Placement},
    },
    entropy::bytes,
    error::AppError,
    services::{
        awarding,
        issuing::{self, Choice},
        outbox::mail,
    },
    state::App,
};

/// Asks the platforms of all placements that are due, and issues to those who meet their condition. It can be
/// called by several servers at once, and again after a crash: nobody is awarded twice.
///
/// # Errors
/// When the database cannot be read or written. A platform that does not answer is no error: it is asked again
/// later.
pub async fn poll_due(app: &App) -> Result<(), AppError> {
    let lease = app.config.polling.lease.whole_seconds();
    loop {
        let now = app.timestamp();
        let Some(placement) = placements::take_due(&app.db, now, now.saturating_add(lease)).await? else {
            return Ok(());
        };
        let ended = match poll(app, &placement).await {
            Ok(ended) => ended,
            Err(error) => {
                tracing::error!(placement.id, error.detail = ?error.to_string(), "a placement could not be polled");
                Ended::Failed(Reason::new(error.code()))
            }
        };
        finish(app, &placement, ended, app.config.polling.every).await?;
    }
}

/// Asks the platform of a placement whose activity somebody opened, unless that was done some minutes ago or does not
/// work just now. Nothing is issued.
pub(super) async fn refresh(app: &App, placement: &Placement, condition: &Condition) -> Result<(), AppError> {
    let polling = &app.config.polling;
    let now = app.timestamp();
    let lease_until = now.saturating_add(polling.lease.whole_seconds());
    let since = now.saturating_sub(polling.pause.whole_seconds());
    let Some(placement) = placements::take(&app.db, &placement.id, now, lease_until, since).await? else {
        return Ok(());
    };
    let ended = match everybody::assess(app, &placement, condition, Purpose::Look).await {
        Ok(found) => {
            record::everybody(app, &placement, &found, &BTreeSet::new()).await?;
            Ended::Done(found.problem)
        }
        Err(Trouble::Platform(reason)) => Ended::Failed(reason),
        Err(Trouble::Ours(error)) => return Err(error),
    };
    // Others may have got there too: those are issued to soon, where that happens by itself.
    finish(app, &placement, ended, polling.pause).await
}

/// How asking a platform ended.
enum Ended {
    /// It answered; something may still keep a rule from telling of anybody.
    Done(Option<Reason>),
    /// It did not, or could not.
    Failed(Reason),
}

async fn poll(app: &App, placement: &Placement) -> Result<Ended, AppError> {
    let condition = Condition::of(placement)?;
    match everybody::assess(app, placement, &condition, Purpose::Issue).await {
        Ok(found) => {
            award(app, placement, &found).await?;
            sign(app, placement, Some(&found)).await?;
            Ok(Ended::Done(found.problem))
        }
        Err(Trouble::Platform(reason)) => {
            // What was awarded as they opened the activity waits for no roster where there will be none.
            if !is_passing(&reason) {
                sign(app, placement, None).await?;
            }
            Ok(Ended::Failed(reason))
        }
        Err(Trouble::Ours(error)) => Err(error),
    }
}

/// Awards the badge to those who meet the condition and have no award, each in one transaction.
async fn award(app: &App, placement: &Placement, found: &Everybody) -> Result<(), AppError> {
    let have = awards::subjects(&app.db, &placement.badge_id, &placement.registration_id).await?;
    let earned: Vec<_> = found
        .people
        .iter()
        .filter(|(subject, _)| !have.contains(*subject))
        .filter_map(|(subject, assessed)| match &assessed.assessment.finding {
            Finding::Met(evidence) => Some((subject.as_str(), evidence)),
            Finding::NotYet(_) | Finding::Held(_) | Finding::Unknown(_) => None,
        })
        .collect();
    let later = earned.iter().map(|(subject, _)| *subject).collect();
    record::everybody(app, placement, found, &later).await?;
    for (subject, evidence) in earned {
        awarding::award(app, placement, subject, evidence).await?;
    }
    Ok(())
}

/// Signs what was awarded and has no credential yet: what was awarded just now, and what a server left that stopped
/// in between. The name stays out, since nobody was asked; the address goes in as a fingerprint, and is written to where there is a mail server.
async fn sign(app: &App, placement: &Placement, found: Option<&Everybody>) -> Result<(), AppError> {
    let mut ended = Ok(());
    for award in awards::list_unsigned(&app.db, &placement.id).await? {
        let assessed = found.and_then(|found| found.people.get(&award.subject));
        let email = assessed.and_then(|assessed| assessed.learner.email.as_deref());
        let email = email.and_then(issuing::address);
        if let Some(address) = &email {
            mail::put(app, &award, address).await?;
        }
        let choice = Choice { name: None, email };
        // One that cannot be signed keeps none of the others waiting.
        if let Err(error) = issuing::claim(app, &award, &choice).await {
            ended = ended.and(Err(error));
        }
    }
    ended
}

/// Whether the platform may answer the next time, with nothing changed.
fn is_passing(reason: &Reason) -> bool {
    reason.code == "platform-silent"
}

/// Notes how it ended, and when to ask again: after `every` when the platform answered, and later each time when it
/// did not.
async fn finish(
    app: &App,
    placement: &Placement,
    ended: Ended,
    every: time::Duration,
) -> Result<(), AppError> {
    let polling = &app.config.polling;
    let (problem, failures, wait) = match ended {
        Ended::Done(problem) => (problem, 0, every),
        Ended::Failed(reason) => {
            let failures = placement.check_failures.saturating_add(1);
            let wait = if reason.code == TOO_LARGE {
                polling.back_off_to
            } else {
                backed_off(failures, polling.back_off_from, polling.back_off_to)
            };
            (Some(reason), failures, wait)
        }
    };
    let at = app.timestamp();
    let checked = Checked {
        placement,
        at,
        next_check_at: at.saturating_add(spread(app, wait)?),
        failures,
        problem: problem.as_ref().map(Reason::to_json).transpose()?,
    };
    Ok(placements::finish_check(&app.db, &checked).await?)
}

/// How long to leave a platform alone that did not answer `failures` times in a row.
fn backed_off(failures: i64, from: time::Duration, to: time::Duration) -> time::Duration {
    let doublings = u32::try_from(failures.saturating_sub(1)).unwrap_or(u32::MAX);
    let wait = 2_i32
        .checked_pow(doublings)
        .and_then(|times| from.checked_mul(times));
    wait.unwrap_or(to).min(to)
}

/// `wait` in seconds, up to a tenth more or less by chance, so that the activities of a platform are not all asked
/// for at once.
fn spread(app: &App, wait: time::Duration) -> Result<i64, AppError> {
    let chance = i64::from(u16::from_be_bytes(bytes::<2>(app.entropy.as_ref())?));
    let tenth = wait.whole_seconds() / 10;
    Ok(wait.whole_seconds() - tenth + 2 * tenth * chance / i64::from(u16::MAX))
}

#[cfg(test)]
mod tests {
    use time::Duration;

    use super::*;

    #[test]
    fn a_platform_that_does_not_answer_is_left_alone_twice_as_long_each_time_up_to_a_day() {
        let waits: Vec<i64> = [1, 2, 3, 9, 10, 64, i64::MAX]
            .into_iter()
            .map(|failures| backed_off(failures, Duration::minutes(5), Duration::days(1)).whole_minutes())
            .collect();
        assert_eq!(waits, [5, 10, 20, 1280, 1440, 1440, 1440]);
    }
}
