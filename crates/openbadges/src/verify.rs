//! Verification as a pure function: bytes, evidence, time and policy in; a [`Report`] out.

mod assertion;
mod case;
mod code;
mod context;
mod document;
mod endorsement;
mod envelope;
mod evidence;
mod format;
mod image;
mod issuer_binding;
mod jwt;
mod key;
mod nested;
mod rdf;
mod recipient;
mod refresh;
mod report;
mod signature;
mod status;
mod structure;
mod summary;
mod test_badge;
pub mod trace;
mod trust;
mod validity;

pub use crate::bake::Container;
pub use code::Code;
pub use evidence::{Document, Evidence, Wanted, WantedKind};
pub use report::{
    Check, CheckId, Encoding, FormatInfo, Nested, Note, Outcome, Relation, Report, State, Verdict, state,
    verdict,
};
pub use status::status_list_lifetime;
pub use summary::{
    AchievedResult, Alignment, Criteria, Evidence as EvidenceItem, Image, Issuer, Recipient, Summary,
};
pub use trust::{Register, RegisterError};

use case::{Case, Wants};
use format::Badge;
use jwt::Token;
use nested::Room;

use crate::limits::Limits;

/// What the caller wants beyond the checks that every verification makes.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Policy {
    /// An identity (an e-mail address, a name) that the badge must have been given to.
    pub recipient: Option<String>,
    /// Registers of issuers that the caller trusts. An issuer in none of them is neutral.
    pub registers: Vec<Register>,
    /// Bounds on what is read.
    pub limits: Limits,
    /// Whether `did:web` of a loopback host may be read over plain http. For development only.
    pub allow_loopback_http: bool,
    /// Whether a picture whose digest is signed is wanted, to be compared, when it is not at hand. Off, because
    /// whoever serves the picture learns that somebody looks at the badge.
    pub fetch_images: bool,
    /// Whether to look for a newer version of the badge where its issuer offers one, and to answer for that one.
    pub refresh: bool,
}

/// Verifies the badge in `input` at the time `now`.
///
/// Pure: it reads no clock and no network. Call it with empty [`Evidence`], fetch what [`Report::wanted`]
/// lists, add it to the evidence and call again, until nothing is wanted or the caller's budget is spent.
/// A badge that is bad, damaged or absent is a [`Report`] too; there is no error.
///
/// ```
/// use openbadges::verify::{CheckId, Evidence, Outcome, Policy, State, verify};
///
/// let now = time::macros::datetime!(2026-06-01 12:00 UTC);
/// let report = verify(b"no badge at all", &Evidence::new(), now, &Policy::default());
/// let format = report.check(CheckId::Format).ok_or("every report has every check")?;
/// assert_eq!((format.outcome, format.code.as_str()), (Outcome::Failed, "no-badge"));
/// assert_eq!(report.state, State::None);
/// # Ok::<(), &str>(())
/// ```
///
/// The crate's first page has the whole way of a badge, and the loop that fetches.
#[must_use]
pub fn verify(input: &[u8], evidence: &Evidence, now: time::OffsetDateTime, policy: &Policy) -> Report {
    let found = format::check(input, &policy.limits);
    let mut room = Room::new(&policy.limits);
    match found.badge {
        None => Report::new(found.info, None, vec![found.check], Vec::new()),
        Some(Badge::Assertion(source)) => {
            assertion::verify(found.check, found.info, &source, evidence, now, policy)
        }
        Some(Badge::Credential(members)) => {
            let case = Case::new(&members, evidence, now, policy);
            let report = verify_credential(found.check, found.info, input, &case, None, &mut room);
            refresh::follow(report, input, &case)
        }
        Some(Badge::Token(token)) => {
            let case = Case::new(&token.credential, evidence, now, policy);
            let report = verify_credential(found.check, found.info, input, &case, Some(&token), &mut room);
            refresh::follow(report, input, &case)
        }
    }
}

/// The checks of [verification](https://www.imsglobal.org/spec/ob/v3p0/#verification-and-validation), layer by
/// layer: a check that fails does not keep the next from saying what it can.
fn verify_credential(
    format: Check,
    mut info: FormatInfo,
    input: &[u8],
    case: &Case<'_>,
    token: Option<&Token>,
    room: &mut Room,
) -> Report {
    let mut wants = Wants::new();
    let structure = structure::check(case);
    let (context, rdf) = context::check(case);
    let mut signed = match token {
        None => signature::check(case, rdf.as_ref(), &mut wants),
        Some(token) => jwt::check(case, token, &mut wants),
    };
    if let Some(test) = test_badge::check(case) {
        signed.binding = test;
    }
    info.proof = signed.suite;
    // Only what the signature covers is shown, and only a context that is known says what it covers.
    let domain = signed
        .binding
        .data
        .get("domain")
        .and_then(serde_json::Value::as_str);
    let domain = domain.filter(|_| signed.binding.outcome.is_good() && signed.signature.outcome.is_good());
    let trust = trust::check(case, &signed.binding);
    let credential = context
        .outcome
        .is_good()
        .then(|| summary::of_credential(case.members, domain));
    let validity = validity::check(case);
    let validity = match token {
        None => validity,
        Some(token) => jwt::dates(case, token, validity),
    };
    let status = status::check(case, &mut wants);
    let file = image::File {
        bytes: input,
        container: info.container,
    };
    let image = image::check(case, file, &mut wants);
    let inside = nested::verify_all(case, room);
    let limits = &case.policy.limits;
    let checks = vec![
        format,
        envelope::structure(structure, &inside.credentials, limits),
        context,
        signed.signature,
        signed.binding,
        validity,
        status,
        image,
        recipient::check(case),
        endorsement::check(&inside.endorsements, limits),
        trust,
    ];
    // The credential's own documents first, so that no endorsement uses up what may be fetched for it.
    let wants = if wants.is_empty() { inside.wants } else { wants };
    let mut report = Report::new(info, credential, checks, wants.into_iter().collect());
    report.nested = inside.reports;
    report
}
