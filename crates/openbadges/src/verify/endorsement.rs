//! The `endorsement` check: are the endorsements inside the badge good?

use super::nested::Tally;
use super::{Check, CheckId, Code};
use crate::limits::Limits;

/// The worst counts. Each endorsement has a report of its own beside this check.
pub(super) fn check(endorsements: &Tally, limits: &Limits) -> Check {
    let id = CheckId::Endorsement;
    if endorsements.count() == 0 {
        return Check::not_checked(id, Code::NoEndorsement);
    }
    endorsements.describe(if endorsements.bad > 0 {
        Check::failed(id, Code::EndorsementBad)
    } else if endorsements.left_out > 0 {
        Check::not_checked(id, Code::WorkLimitReached)
            .with("limit", "nested")
            .with("max", limits.max_nested)
    } else if endorsements.unconfirmed > 0 {
        Check::not_checked(id, Code::EndorsementNotConfirmed)
    } else {
        Check::passed(id, Code::EndorsementsGood)
    })
}
