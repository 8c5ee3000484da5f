//! Badges that say of themselves that they are tests: made so that an author can look at one, and given to nobody.

use serde_json::Value;

use super::case::{Case, list};
use super::{Check, CheckId, Code};
use crate::vocab::TEST_ACHIEVEMENT;

/// The `issuer-binding` check of a badge that says that it is a test; `None` for every other badge.
///
/// It fails whoever signed: taking the mark away breaks the signature, and setting it takes from nobody but its
/// own issuer.
pub(super) fn check(case: &Case<'_>) -> Option<Check> {
    let subjects = list(case.members.get("credentialSubject"));
    let mut achievements = subjects
        .iter()
        .flat_map(|subject| list(subject.get("achievement")));
    achievements
        .any(|achievement| {
            achievement.get("achievementType").and_then(Value::as_str) == Some(TEST_ACHIEVEMENT)
        })
        .then(|| {
            Check::failed(CheckId::IssuerBinding, Code::TestBadge)
                .with("issuer", case.issuer_id().unwrap_or_default())
        })
}
