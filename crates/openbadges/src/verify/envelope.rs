//! What the credentials inside a [Comprehensive Learner Record](https://www.imsglobal.org/spec/clr/v2p0/) do to
//! the record.

use super::nested::Tally;
use super::{Check, Code, Outcome};
use crate::limits::Limits;

/// The `structure` check of an envelope that holds these credentials: they are the parts that it is made of.
///
/// The other checks of the envelope stay its own. A credential inside that does not hold leaves the envelope
/// genuine, since its issuer did sign it; the envelope is not verified, so that nobody reads "verified" over a
/// forged or withdrawn credential.
pub(super) fn structure(own: Check, credentials: &Tally, limits: &Limits) -> Check {
    if credentials.count() == 0 || !own.outcome.is_good() {
        return own;
    }
    let mut check = credentials.describe(own);
    if credentials.bad > 0 {
        (check.outcome, check.code) = (Outcome::Failed, Code::NestedCredentialBad);
    } else if credentials.left_out > 0 {
        (check.outcome, check.code) = (Outcome::NotChecked, Code::WorkLimitReached);
        check = check.with("limit", "nested").with("max", limits.max_nested);
    } else if credentials.unconfirmed > 0 {
        (check.outcome, check.code) = (Outcome::NotChecked, Code::NestedCredentialNotConfirmed);
    }
    check
}
