//! Scores: what the tool puts into its own column.

use serde::Serialize;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::{
    error::ServiceError,
    http::Transport,
    service::{AccessTokens, Service, ServiceAddress},
    vocab::scope::SCORE,
};

const MEDIA_TYPE: &str = "application/vnd.ims.lis.v1.score+json";

/// A score for one person.
/// [AGS 2.0, section 3.4](https://www.imsglobal.org/spec/lti-ags/v2p0/#score-publish-service).
#[derive(Debug, Clone, PartialEq)]
pub struct Score<'a> {
    /// A launch's subject.
    pub user_id: &'a str,
    /// The figure, from 0.
    pub score_given: f64,
    /// The best possible figure, above 0.
    pub score_maximum: f64,
    /// How far the person is.
    pub activity_progress: ActivityProgress,
    /// How far the grading is. Moodle keeps the figure of [`GradingProgress::FullyGraded`] only.
    pub grading_progress: GradingProgress,
    /// When it came to be. A platform keeps the latest: to send a score again, send it with the same time.
    pub timestamp: OffsetDateTime,
}

/// How far a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub enum ActivityProgress {
    /// Begun.
    Started,
    /// Done.
    Completed,
}

/// How far the grading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub enum GradingProgress {
    /// Nothing to be graded yet.
    NotReady,
    /// Done.
    FullyGraded,
}

/// What became of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// The platform took it.
    Taken,
    /// The platform has one of the same time or a later one already: this very score, sent twice, or a newer one.
    AlreadyThere,
}

/// Puts `score` into the column `line_item`.
///
/// # Errors
/// [`ServiceError`]. A platform answers 400 for somebody who has no place in the grade book, such as a teacher.
pub async fn send_score<T: Transport + Sync, K: AccessTokens + Sync>(
    service: &Service<'_, T, K>,
    line_item: &ServiceAddress,
    score: &Score<'_>,
) -> Result<Sent, ServiceError> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Body<'a> {
        user_id: &'a str,
        score_given: f64,
        score_maximum: f64,
        activity_progress: ActivityProgress,
        grading_progress: GradingProgress,
        timestamp: String,
    }
    let unwritable = ServiceError::Malformed { status: 0 };
    let Ok(timestamp) = score.timestamp.format(&Rfc3339) else {
        return Err(unwritable);
    };
    let body = Body {
        user_id: score.user_id,
        score_given: score.score_given,
        score_maximum: score.score_maximum,
        activity_progress: score.activity_progress,
        grading_progress: score.grading_progress,
        timestamp,
    };
    let Ok(body) = serde_json::to_vec(&body) else {
        return Err(unwritable);
    };
    let address = line_item.below("scores");
    match service
        .post(&address, &[SCORE], MEDIA_TYPE, "application/json", body)
        .await
    {
        Ok(_empty) => Ok(Sent::Taken),
        Err(ServiceError::Refused { status: 409, .. }) => Ok(Sent::AlreadyThere),
        Err(error) => Err(error),
    }
}
