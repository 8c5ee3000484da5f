//! A code that the teacher hands out; see [`crate::services::claim_codes`].

use super::{
    Finding, Reason, Rule, Seen,
    course::Trouble,
    everybody::{Reading, Sight},
};
use crate::{
    db::{
        claim_codes::{self, ClaimCodeUse},
        launches::Launch,
        placements::Placement,
    },
    error::AppError,
    state::App,
};

/// The code of what a learner is told who has to give a code.
pub const CODE_NEEDED: &str = "code-needed";

/// Whether the learner used a code.
pub(super) async fn at_launch(
    app: &App,
    _launch: &Launch,
    placement: &Placement,
    subject: &str,
) -> Result<Finding, AppError> {
    let used = claim_codes::find_use(&app.db, &placement.id, subject).await?;
    Ok(used.as_ref().map_or_else(code_needed, met))
}

/// Those who used one.
pub(super) async fn everybody(reading: &Reading<'_>) -> Result<Sight, Trouble> {
    let uses = claim_codes::list_uses(&reading.app.db, &reading.placement.id).await?;
    let each = uses.into_iter().map(|used| (used.subject.clone(), met(&used)));
    Ok(Sight {
        each: each.collect(),
        others: code_needed(),
    })
}

fn met(used: &ClaimCodeUse) -> Finding {
    let seen = Seen::new(Rule::ClaimCode, "code", used.used_at).with("code", used.code_id.as_str());
    Finding::Met(seen.into())
}

const fn code_needed() -> Finding {
    Finding::NotYet(Reason::new(CODE_NEEDED))
}
