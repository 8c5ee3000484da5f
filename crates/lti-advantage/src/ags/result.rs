//! Results: what the grade book holds for each person, whoever put it there.

use serde::Deserialize;

use crate::{
    error::ServiceError,
    http::Transport,
    service::{AccessTokens, Service, ServiceAddress, text_or_number},
    vocab::scope::RESULT_READ_ONLY,
};

const MEDIA_TYPE: &str = "application/vnd.ims.lis.v2.resultcontainer+json";

/// The most results of one column that are read.
const MAX_RESULTS: usize = 100_000;

/// What the grade book holds for one person: a score of the tool's, a teacher's own figure or a calculated one.
///
/// [AGS 2.0, section 3.3.4](https://www.imsglobal.org/spec/lti-ags/v2p0/#result-service-media-type-and-schema).
///
/// ```json
/// {"userId": "4", "resultScore": 85, "resultMaximum": 100}
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GradeResult {
    /// The same identifier as a launch's subject; some platforms write a number.
    #[serde(deserialize_with = "text_or_number")]
    pub user_id: String,
    /// The figure; absent for somebody who has none.
    #[serde(default)]
    pub result_score: Option<f64>,
    /// The best possible figure; 1 where the platform does not say.
    #[serde(default)]
    pub result_maximum: Option<f64>,
}

impl GradeResult {
    /// The figure as a share of the best one, from 0 to 1 or above where the platform lets somebody exceed it.
    /// `None` when there is no figure, or none that can be compared.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        let maximum = self.result_maximum.unwrap_or(1.0);
        let share = self.result_score? / maximum;
        (maximum > 0.0 && share.is_finite() && share >= 0.0).then_some(share)
    }
}

/// The results in the column `line_item`, of one person if `user_id` is given.
///
/// No page size is asked for: Moodle fails on it. Open edX has each person's result under a path of its own and
/// ignores the question, so what it lists beyond the person is left out here.
///
/// # Errors
/// [`ServiceError`].
pub async fn results<T: Transport + Sync, K: AccessTokens + Sync>(
    service: &Service<'_, T, K>,
    line_item: &ServiceAddress,
    user_id: Option<&str>,
) -> Result<Vec<GradeResult>, ServiceError> {
    let ask = |address: ServiceAddress| match user_id {
        Some(user_id) => address.asking("user_id", user_id),
        None => address,
    };
    let listed = service
        .read_pages(
            ask(line_item.below("results")),
            &[RESULT_READ_ONLY],
            MEDIA_TYPE,
            MAX_RESULTS,
            ask,
            |page: Vec<GradeResult>| page,
        )
        .await?;
    let is_meant = |result: &GradeResult| user_id.is_none_or(|user_id| user_id == result.user_id);
    Ok(listed.into_iter().filter(is_meant).collect())
}
