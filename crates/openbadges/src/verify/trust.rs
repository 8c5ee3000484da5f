//! The `trust` check: is the issuer in a register that the caller trusts?

use super::{Check, CheckId, Code};

/// No register can be given yet: nobody is asked, and an issuer in no register is neutral.
pub(super) fn check() -> Check {
    Check::not_checked(CheckId::Trust, Code::TrustNotAsked)
}
