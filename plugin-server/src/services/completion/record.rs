//! Keeping where people stand, so that the next question need not be asked again and a change is seen.

use std::collections::BTreeSet;

use sqlx::{Sqlite, Transaction};

use super::{Assessment, Evidence, Finding, Reason, State, everybody::Everybody};
use crate::{
    db::{
        placements::Placement,
        qualifications::{self, Qualification},
    },
    error::AppError,
    state::App,
};

/// Keeps where everybody of a course stands, except those of `later`, whose row is written with their award.
pub(super) async fn everybody(
    app: &App,
    placement: &Placement,
    found: &Everybody,
    later: &BTreeSet<&str>,
) -> Result<(), AppError> {
    let now = app.timestamp();
    let known = |subject: &str| found.known.iter().find(|known| known.subject == subject);
    let mut rows = Vec::new();
    for (subject, assessed) in &found.people {
        if !later.contains(subject.as_str()) {
            rows.extend(row(
                placement,
                subject,
                &assessed.assessment,
                known(subject),
                now,
            )?);
        }
    }
    let gone = found
        .known
        .iter()
        .filter(|known| known.state == State::Met.as_str() && !found.people.contains_key(&known.subject));
    for known in gone {
        rows.push(Qualification {
            state: State::NoLonger.as_str().to_owned(),
            reason: Some(Reason::new("left-course").to_json()?),
            checked_at: now,
            ..known.clone()
        });
    }
    let mut tx = app.db.begin().await?;
    for row in &rows {
        qualifications::upsert(&mut tx, row).await?;
    }
    Ok(tx.commit().await?)
}

/// Keeps where one person stands who opened the activity.
pub(crate) async fn one(
    app: &App,
    placement: &Placement,
    subject: &str,
    assessment: &Assessment,
) -> Result<(), AppError> {
    let known = qualifications::find(&app.db, &placement.id, subject).await?;
    let mut tx = app.db.begin().await?;
    if let Some(row) = row(placement, subject, assessment, known.as_ref(), app.timestamp())? {
        qualifications::upsert(&mut tx, &row).await?;
    }
    Ok(tx.commit().await?)
}

/// Keeps that somebody met the condition, in the transaction of their award.
pub(crate) async fn met(
    tx: &mut Transaction<'_, Sqlite>,
    placement: &Placement,
    subject: &str,
    evidence: &Evidence,
    now: i64,
) -> Result<(), AppError> {
    let row = Qualification {
        placement_id: placement.id.clone(),
        subject: subject.to_owned(),
        state: State::Met.as_str().to_owned(),
        reason: None,
        evidence: evidence.to_json()?,
        first_met_at: Some(now),
        checked_at: now,
    };
    Ok(qualifications::upsert(tx, &row).await?)
}

/// The row of one person; `None` when there is nothing to keep, or when nothing was found out that could change
/// what is kept.
fn row(
    placement: &Placement,
    subject: &str,
    assessment: &Assessment,
    known: Option<&Qualification>,
    now: i64,
) -> Result<Option<Qualification>, AppError> {
    let had_met = known.is_some_and(|known| known.first_met_at.is_some());
    let (state, reason) = match &assessment.finding {
        Finding::Met(_) => (State::Met, None),
        Finding::Held(reason) => (State::Held, Some(reason)),
        Finding::NotYet(reason) if had_met => (State::NoLonger, Some(reason)),
        Finding::Unknown(_) if had_met => return Ok(None),
        Finding::NotYet(reason) | Finding::Unknown(reason) => (State::NotYet, Some(reason)),
    };
    if state == State::NotYet && known.is_none() && assessment.seen.seen.is_empty() {
        return Ok(None);
    }
    Ok(Some(Qualification {
        placement_id: placement.id.clone(),
        subject: subject.to_owned(),
        state: state.as_str().to_owned(),
        reason: reason.map(Reason::to_json).transpose()?,
        evidence: assessment.seen.to_json()?,
        first_met_at: (state == State::Met).then_some(now),
        checked_at: now,
    }))
}
