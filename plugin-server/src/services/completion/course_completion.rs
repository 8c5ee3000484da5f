//! The platform's own word that the course is complete.

use super::{
    Finding, Reason,
    course::Trouble,
    everybody::{Reading, Sight},
};
use crate::{
    db::{launches::Launch, placements::Placement},
    error::AppError,
    state::App,
};

/// Nothing can be found out about the learner yet.
pub(super) async fn at_launch(
    _app: &App,
    _launch: &Launch,
    _placement: &Placement,
    _subject: &str,
) -> Result<Finding, AppError> {
    Ok(Finding::Unknown(Reason::new("rule-not-set-up")))
}

/// Nothing can be found out about anybody yet.
pub(super) async fn everybody(_reading: &Reading<'_>) -> Result<Sight, Trouble> {
    Ok(Sight::of_all(Finding::Unknown(Reason::new("rule-not-set-up"))))
}
