//! The `endorsement` check: are the endorsements inside the badge good?

use serde_json::Value;

use super::case::{Case, list};
use super::{Check, CheckId, Code};

/// Endorsements are counted wherever they stand, and not verified yet; they never read as good.
pub(super) fn check(case: &Case<'_>) -> Check {
    let count: usize = case
        .unsecured
        .iter()
        .map(|(name, value)| count_in(name, value))
        .sum();
    if count == 0 {
        Check::not_checked(CheckId::Endorsement, Code::NoEndorsement)
    } else {
        Check::not_checked(CheckId::Endorsement, Code::NotSupported)
            .with("what", "endorsement")
            .with("count", count)
    }
}

/// The endorsements that stand in the member `name`, at any depth; JSON's own depth is bounded.
fn count_in(name: &str, value: &Value) -> usize {
    if matches!(name, "endorsement" | "endorsementJwt") {
        return list(Some(value)).len();
    }
    match value {
        Value::Object(members) => members.iter().map(|(name, value)| count_in(name, value)).sum(),
        Value::Array(items) => items.iter().map(|item| count_in("", item)).sum(),
        _ => 0,
    }
}
