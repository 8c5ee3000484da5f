//! The `trust` check: is the issuer in a register that the caller trusts?

mod register;

pub use register::{Register, RegisterError};

use super::case::Case;
use super::{Check, CheckId, Code, Policy};

/// A register says something about an identifier, so it counts only when the key is shown to be that
/// identifier's. An issuer in no register is neutral.
pub(super) fn check(case: &Case<'_>, binding: &Check) -> Check {
    of_issuer(
        case.policy,
        case.issuer_id().filter(|_| binding.outcome.is_good()),
    )
}

/// The check for the issuer with this identifier; `None` where it is not shown who the issuer is.
pub(super) fn of_issuer(policy: &Policy, issuer: Option<&str>) -> Check {
    let registers = &policy.registers;
    if registers.is_empty() {
        return Check::not_checked(CheckId::Trust, Code::TrustNotAsked);
    }
    let Some(issuer) = issuer else {
        return Check::not_checked(CheckId::Trust, Code::NotReached);
    };
    match registers.iter().find(|register| register.lists(issuer)) {
        Some(register) => {
            let check = Check::passed(CheckId::Trust, Code::IssuerListed);
            match register.name() {
                Some(name) => check.with("register", name),
                None => check,
            }
        }
        None => Check::not_checked(CheckId::Trust, Code::IssuerUnknown),
    }
}
