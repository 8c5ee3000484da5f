//! A figure in the activity's own column of the grade book: what a teacher typed, or what the platform calculated.
//!
//! A score that this tool sent is no proof of anything, so the rule does not read a column that scores go to.

use std::collections::BTreeMap;

use lti_advantage::ags::GradeResult;

use super::{
    Finding, Reason, Rule, Seen,
    course::{Course, Trouble},
    everybody::{Reading, Sight},
};
use crate::{db::placements::Placement, error::AppError, state::App};

/// The figures of everybody in the column.
pub(super) async fn everybody(reading: &Reading<'_>, minimum_percent: u8) -> Result<Sight, Trouble> {
    let column = match column(reading.course, reading.placement) {
        Ok(column) => column,
        Err(reason) => return Ok(Sight::of_all(Finding::Unknown(reason))),
    };
    let results = reading.course.results(column, None).await?;
    let each: BTreeMap<String, Finding> = results
        .iter()
        .map(|result| {
            let finding = judge(reading.app, column, result, minimum_percent);
            (result.user_id.clone(), finding)
        })
        .collect();
    Ok(Sight {
        each,
        others: none(minimum_percent),
    })
}

/// The figure of the learner who opened the activity, asked for as they wait.
pub(super) async fn at_launch(
    app: &App,
    placement: &Placement,
    minimum_percent: u8,
    subject: &str,
) -> Result<Finding, AppError> {
    match of_one(app, placement, minimum_percent, subject).await {
        Ok(finding) => Ok(finding),
        Err(Trouble::Platform(reason)) => Ok(Finding::Unknown(reason)),
        Err(Trouble::Ours(error)) => Err(error),
    }
}

async fn of_one(
    app: &App,
    placement: &Placement,
    minimum_percent: u8,
    subject: &str,
) -> Result<Finding, Trouble> {
    let course = Course::of(app, placement).await?;
    let column = match column(&course, placement) {
        Ok(column) => column,
        Err(reason) => return Ok(Finding::Unknown(reason)),
    };
    let results = course.results(column, Some(subject)).await?;
    Ok(results.first().map_or_else(
        || none(minimum_percent),
        |result| judge(app, column, result, minimum_percent),
    ))
}

/// The address of the column that the rule may read.
fn column<'a>(course: &'a Course<'_>, placement: &Placement) -> Result<&'a str, Reason> {
    if placement.send_score {
        return Err(Reason::new("grade-by-own-score"));
    }
    course
        .link
        .line_item_url
        .as_deref()
        .ok_or(Reason::new("no-column"))
}

/// What the platform rounds away must not cost a badge.
const ROUNDING: f64 = 1e-9;

fn judge(app: &App, column: &str, result: &GradeResult, minimum_percent: u8) -> Finding {
    let minimum = f64::from(minimum_percent) / 100.0;
    match result.share() {
        None => none(minimum_percent),
        Some(share) if share + ROUNDING >= minimum => {
            let rule = Rule::Grade { minimum_percent };
            let seen = Seen::new(rule, "results", app.timestamp())
                .with("column", column)
                .with("score", result.result_score)
                .with("maximum", result.result_maximum)
                .with("minimum_percent", minimum_percent);
            Finding::Met(seen.into())
        }
        Some(share) => Finding::NotYet(
            Reason::new("grade-too-low")
                .with("percent", (share * 100.0).floor())
                .with("minimum", minimum_percent),
        ),
    }
}

/// No figure, which is also how some platforms write the grade 0.
fn none(minimum_percent: u8) -> Finding {
    Finding::NotYet(Reason::new("grade-none").with("minimum", minimum_percent))
}
