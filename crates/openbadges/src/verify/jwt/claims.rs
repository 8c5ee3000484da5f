//! The registered claims of a token, held against the credential in it.
//!
//! See [JWT encoding](https://www.w3.org/TR/vc-data-model-1.1/#jwt-encoding).

use serde_json::Value;
use time::OffsetDateTime;

use super::token::{Token, moment_of};
use crate::model::format_date_time;
use crate::verify::case::Case;
use crate::verify::validity::Period;
use crate::verify::{Check, CheckId, Code, Note, Outcome};

/// The claims that Open Badges 3.0 asks for.
const EXPECTED: [&str; 4] = ["iss", "sub", "jti", "nbf"];

/// Whether issuer, subject and identifier are the credential's; the remarks, or the failed `signature` check.
pub(super) fn identity(case: &Case<'_>, token: &Token) -> Result<Vec<Note>, Check> {
    let claims = &token.jws.payload;
    let mut remarks = Vec::new();
    let subject = case
        .members
        .get("credentialSubject")
        .and_then(|subject| subject.get("id"));
    for (claim, own, code) in [
        ("iss", case.issuer_id(), Code::ClaimedIssuerDiffers),
        (
            "sub",
            subject.and_then(Value::as_str),
            Code::ClaimedSubjectDiffers,
        ),
        (
            "jti",
            case.members.get("id").and_then(Value::as_str),
            Code::ClaimedIdDiffers,
        ),
    ] {
        let Some(value) = claims.get(claim) else { continue };
        let Some(found) = value.as_str() else {
            return Err(Check::failed(CheckId::Signature, Code::MalformedClaim).with("claim", claim));
        };
        match own {
            Some(own) if own != found => {
                let check = Check::failed(CheckId::Signature, code);
                return Err(check.with("found", found).with("expected", own));
            }
            Some(_) => {}
            None => remarks.push(Note::new(Code::ClaimNotInBadge).with("claim", claim)),
        }
    }
    let missing: Vec<&str> = EXPECTED
        .into_iter()
        .filter(|name| !claims.contains_key(*name))
        .collect();
    if !missing.is_empty() {
        remarks.push(Note::new(Code::ClaimsMissing).with("claims", missing.join(", ")));
    }
    Ok(remarks)
}

/// The `validity` check of the credential, with the token's own dates taken into account: the narrower count, and
/// dates that differ are refused.
pub(in crate::verify) fn dates(case: &Case<'_>, token: &Token, of_credential: Check) -> Check {
    let (from, until) = match (moment(token, "nbf"), moment(token, "exp")) {
        (Ok(from), Ok(until)) => (from, until),
        (Err(claim), _) | (_, Err(claim)) => {
            return Check::failed(CheckId::Validity, Code::MalformedClaim).with("claim", claim);
        }
    };
    if of_credential.outcome == Outcome::Failed {
        return of_credential;
    }
    let failed = |code, key: &str, moment: Option<OffsetDateTime>| {
        let text = moment.and_then(format_date_time).unwrap_or_default();
        Check::failed(CheckId::Validity, code).with(key, text)
    };
    if until.is_some_and(|until| case.is_past(until)) {
        return failed(Code::Expired, "valid_until", until);
    }
    if from.is_some_and(|from| case.is_future(from)) {
        return failed(Code::NotYetValid, "valid_from", from);
    }
    // A date that cannot be read is the answer already.
    let Ok(period) = Period::of(case) else {
        return of_credential;
    };
    let mut check = of_credential;
    for (claim, claimed, own, code, datum) in [
        ("nbf", from, period.start, Code::ClaimedStartDiffers, "valid_from"),
        ("exp", until, period.end, Code::ClaimedEndDiffers, "valid_until"),
    ] {
        let Some(claimed) = claimed else { continue };
        match own {
            // Claims have whole seconds, credentials may have parts of them.
            Some(own) if own.moment.unix_timestamp() != claimed.unix_timestamp() => {
                return failed(code, "claimed", Some(claimed)).with(datum, own.text);
            }
            Some(_) => {}
            None => check = check.note(Note::new(Code::ClaimNotInBadge).with("claim", claim)),
        }
    }
    check
}

/// The moment of a claim that is a date; its name when the value is none.
pub(super) fn moment(token: &Token, claim: &'static str) -> Result<Option<OffsetDateTime>, &'static str> {
    match token.jws.payload.get(claim) {
        None => Ok(None),
        value => moment_of(value).map(Some).ok_or(claim),
    }
}
