//! The one function that turns checks into an answer: every case that matters.

use super::*;

/// A good report's checks: what is required is passed, the rest does not apply.
fn good() -> Vec<Check> {
    vec![
        Check::passed(CheckId::Format, Code::BadgeFound),
        Check::passed(CheckId::Structure, Code::StructureSound),
        Check::passed(CheckId::Context, Code::ContextKnown),
        Check::passed(CheckId::Signature, Code::SignatureGood),
        Check::passed(CheckId::IssuerBinding, Code::KeyBound),
        Check::passed(CheckId::Validity, Code::NoExpiry),
        Check::not_checked(CheckId::Status, Code::StatusNotDeclared),
        Check::not_checked(CheckId::Image, Code::ImageNotSigned),
        Check::not_checked(CheckId::Recipient, Code::RecipientNotAsked),
        Check::not_checked(CheckId::Endorsement, Code::NoEndorsement),
        Check::not_checked(CheckId::Trust, Code::TrustNotAsked),
    ]
}

fn with(changed: Check) -> Vec<Check> {
    good()
        .into_iter()
        .map(|check| {
            if check.id == changed.id {
                changed.clone()
            } else {
                check
            }
        })
        .collect()
}

fn answer(checks: &[Check]) -> (Verdict, State) {
    (verdict(checks), state(checks))
}

#[test]
fn everything_good_is_verified_and_genuine() {
    assert_eq!(answer(&good()), (Verdict::Verified, State::Genuine));
}

#[test]
fn a_warning_is_good() {
    for id in CheckId::ALL {
        let checks = with(Check::new(id, Outcome::Warning, Code::NotReached));
        assert_eq!(answer(&checks), (Verdict::Verified, State::Genuine), "{id:?}");
    }
}

#[test]
fn a_check_that_is_missing_is_never_verified() {
    for id in CheckId::ALL {
        let checks: Vec<Check> = good().into_iter().filter(|check| check.id != id).collect();
        assert_eq!(
            answer(&checks),
            (Verdict::Unconfirmed, State::Unchecked),
            "{id:?}"
        );
        let report = Report::new(FormatInfo::default(), None, checks, Vec::new());
        assert_eq!(report.checks.len(), CheckId::ALL.len());
        // An endorsement that was forgotten weighs as little as one that was not checked.
        let expected = if id == CheckId::Endorsement {
            Verdict::Verified
        } else {
            Verdict::Unconfirmed
        };
        assert_eq!(report.verdict, expected, "{id:?}");
    }
}

#[test]
fn a_check_that_could_not_be_made_is_never_verified() {
    for id in CheckId::ALL.into_iter().filter(|id| *id != CheckId::Endorsement) {
        for code in Code::ALL.iter().copied().filter(|code| !code.does_not_apply()) {
            let checks = with(Check::not_checked(id, code));
            assert_eq!(
                answer(&checks),
                (Verdict::Unconfirmed, State::Unchecked),
                "{id:?} {}",
                code.as_str()
            );
        }
    }
}

#[test]
fn a_failure_is_never_verified_and_only_some_leave_the_badge_genuine() {
    for id in CheckId::ALL.into_iter().filter(|id| *id != CheckId::Endorsement) {
        for code in Code::ALL.iter().copied() {
            let expected = match code {
                Code::NoBadge => State::None,
                Code::Expired | Code::NotYetValid | Code::Suspended => State::Caution,
                Code::ImageDiffers | Code::RecipientDiffers | Code::NestedCredentialBad => State::Caution,
                _ => State::Invalid,
            };
            let checks = with(Check::failed(id, code));
            assert_eq!(
                answer(&checks),
                (Verdict::NotVerified, expected),
                "{id:?} {}",
                code.as_str()
            );
        }
    }
}

#[test]
fn a_failed_endorsement_does_not_sink_the_badge() {
    let checks = with(Check::failed(CheckId::Endorsement, Code::ChangedAfterSigning));
    assert_eq!(answer(&checks), (Verdict::Verified, State::Genuine));
}

#[test]
fn the_worst_counts() {
    let mut checks = with(Check::failed(CheckId::Validity, Code::Expired));
    assert_eq!(state(&checks), State::Caution);
    checks[6] = Check::not_checked(CheckId::Status, Code::StatusUnreachable);
    assert_eq!(answer(&checks), (Verdict::NotVerified, State::Unchecked));
    checks[3] = Check::failed(CheckId::Signature, Code::ChangedAfterSigning);
    assert_eq!(answer(&checks), (Verdict::NotVerified, State::Invalid));
}

#[test]
fn no_check_at_all_is_unconfirmed() {
    assert_eq!(answer(&[]), (Verdict::Unconfirmed, State::Unchecked));
}

#[test]
fn a_remark_turns_passed_into_a_warning_and_nothing_else() {
    let remark = || Note::new(Code::RepeatedBadge);
    assert_eq!(
        Check::passed(CheckId::Format, Code::BadgeFound)
            .note(remark())
            .outcome,
        Outcome::Warning
    );
    assert_eq!(
        Check::failed(CheckId::Format, Code::NoBadge)
            .note(remark())
            .outcome,
        Outcome::Failed
    );
    assert_eq!(
        Check::not_checked(CheckId::Status, Code::NotReached)
            .note(remark())
            .outcome,
        Outcome::NotChecked
    );
}

#[test]
fn codes_are_kebab_case_and_unique() {
    let mut texts: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert!(
        texts
            .iter()
            .all(|text| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
    );
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), Code::ALL.len());
}
