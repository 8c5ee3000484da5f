//! Badges of Open Badges 0.5, 1.0, 1.1, 2.0 and 2.1: an assertion, its badge class and the profile of its issuer, each
//! a document at an address.
//!
//! A hosted badge is what stands at its address, on a host where its issuer publishes badges. A signed badge is what
//! its issuer's key signed. In both, whoever the issuer is stands in a profile that was read at its own address.

mod context;
mod date;
mod document;
mod endorsement;
mod hosted;
mod key;
mod object;
mod revocation;
mod scope;
mod signed;
mod structure;
mod summary;
mod upgrade;
mod version;

pub(super) use version::is_before_3;

use serde_json::{Map, Value};
use time::OffsetDateTime;

use super::case::{Case, Wants};
use super::trace::SignatureTrace;
use super::{Check, CheckId, Code, Evidence, FormatInfo, Policy, Report, recipient, trust, validity};
use crate::address::WebAddress;
use crate::suite::{CompactJws, JwsAlgorithm};
use endorsement::Endorsements;
use object::{Missing, Object};
use signed::Signed;
use upgrade::{Part, is_hosted, is_signed};
use version::Version;

/// How a badge before 3.0 was handed in.
pub(super) enum Source {
    /// An assertion without a signature.
    File(Map<String, Value>),
    /// An assertion that is signed.
    Token(CompactJws),
    /// The address of an assertion, as 1.0 put it into pictures.
    Address(WebAddress),
}

impl Source {
    /// The version that the badge itself says.
    pub(super) fn version(&self) -> &'static str {
        match self {
            Self::File(members) | Self::Token(CompactJws { payload: members, .. }) => {
                Version::of(members).as_str()
            }
            Self::Address(_) => Version::V1_0.as_str(),
        }
    }
}

/// The proof of a badge, as far as it is known before its issuer is.
enum Proof<'a> {
    Hosted(Check),
    Signed(&'a CompactJws),
    /// It says that it is signed, and is not.
    Absent,
}

/// Verifies a badge before 3.0, by the same eleven checks as any other.
pub(super) fn verify(
    format: Check,
    mut info: FormatInfo,
    source: &Source,
    evidence: &Evidence,
    now: OffsetDateTime,
    policy: &Policy,
) -> Report {
    let nothing = Map::new();
    let file = match source {
        Source::File(members) => members,
        Source::Token(jws) => &jws.payload,
        Source::Address(_) => &nothing,
    };
    let case = Case::new(file, evidence, now, policy);
    let mut wants = Wants::new();
    let (assertion, proof, missing) = match find(&case, source, &mut wants) {
        Found::Badge {
            assertion,
            proof,
            missing,
        } => (assertion, proof, missing),
        Found::Nothing { signature, missing } => {
            let gone = missing
                .as_ref()
                .and_then(Missing::gone_from)
                .map(revocation::gone);
            let checks = [format, signature].into_iter().chain(gone).collect();
            return Report::new(info, None, checks, wants.into_iter().collect());
        }
    };
    info.version = Some(assertion.version.as_str().to_owned());

    let part = |value: Option<&Value>, class, outer: &Object, wants: &mut Wants| {
        Object::resolve(&case, value, class, outer.version, wants)
    };
    let class = match &missing {
        Some(missing) => Err(missing.clone()),
        None => part(
            assertion.members.get("badge"),
            Part::BadgeClass,
            &assertion,
            &mut wants,
        ),
    };
    let profile = match &class {
        Ok(class) => part(class.members.get("issuer"), Part::Profile, class, &mut wants),
        Err(missing) => Err(missing.clone()),
    };
    let is_hosted = matches!(proof, Proof::Hosted(_));
    let signed = match proof {
        Proof::Hosted(signature) => {
            info.proof = Some("hosted".to_owned());
            let binding = match &missing {
                Some(_) => Check::not_checked(CheckId::IssuerBinding, Code::NotReached),
                None => scope::check(&assertion, &profile),
            };
            Signed { signature, binding }
        }
        Proof::Signed(jws) => {
            info.proof = Some(JwsAlgorithm::Rs256.name().to_owned());
            signed::check(&case, jws, &assertion, &profile, &mut wants)
        }
        Proof::Absent => Signed {
            signature: Check::failed(CheckId::Signature, Code::NoProof),
            binding: Check::not_checked(CheckId::IssuerBinding, Code::NotReached),
        },
    };
    let remarks = [&class, &profile]
        .into_iter()
        .flatten()
        .flat_map(|part| part.notes.clone());
    let binding = signed.binding.notes(remarks);

    let is_bound = binding.outcome.is_good();
    let domain = binding.data.get("domain").and_then(Value::as_str);
    let domain = domain.filter(|_| is_bound && signed.signature.outcome.is_good());
    let issuer = profile.as_ref().ok().filter(|_| is_bound);
    // While nothing is read where the badge stands, a file says nothing that its issuer said.
    let credential = missing
        .is_none()
        .then(|| summary::of(&assertion, class.as_ref().ok(), profile.as_ref().ok(), domain));
    // Nothing that an unread badge names is fetched for it.
    let endorsements = match missing {
        Some(_) => Endorsements::unread(&assertion),
        None => {
            let class = class.as_ref().ok();
            let parts = [
                ("", Some(&assertion)),
                ("/badge", class),
                ("/badge/issuer", profile.as_ref().ok()),
            ];
            endorsement::verify_all(&case, parts)
        }
    };
    let checks = vec![
        format,
        structure::check(&assertion, &class, &profile),
        context::check(&assertion, &class, &profile),
        validity::of_dates(
            &case,
            member(&assertion, "issuedOn"),
            member(&assertion, "expires"),
        ),
        match missing.as_ref().and_then(Missing::gone_from) {
            Some(address) => revocation::gone(address),
            None => revocation::check(&case, &assertion, &profile, is_hosted, &mut wants),
        },
        Check::not_checked(CheckId::Image, Code::ImageNotSigned),
        recipient::of_identity_object(policy.recipient.as_deref(), assertion.object("recipient")),
        super::endorsement::check(&endorsements.tally, &policy.limits),
        trust::of_issuer(policy, issuer.map(|profile| profile.id.as_str())),
        signed.signature,
        binding,
    ];
    // The badge's own documents first, so that no endorsement uses up what may be fetched for it.
    let wants = if wants.is_empty() {
        endorsements.wants
    } else {
        wants
    };
    let mut report = Report::new(info, credential, checks, wants.into_iter().collect());
    report.nested = endorsements.reports;
    report
}

/// The intermediate values of the signature; nothing for a badge that is hosted.
pub(super) fn trace(
    source: &Source,
    evidence: &Evidence,
    now: OffsetDateTime,
    policy: &Policy,
) -> Option<SignatureTrace> {
    let Source::Token(CompactJws { payload, .. }) = source else {
        return None;
    };
    let case = Case::new(payload, evidence, now, policy);
    let mut wants = Wants::new();
    let Found::Badge {
        assertion,
        proof: Proof::Signed(jws),
        ..
    } = find(&case, source, &mut wants)
    else {
        return None;
    };
    let mut part = |outer: &Object, name: &str, class| {
        Object::resolve(&case, outer.members.get(name), class, outer.version, &mut wants)
    };
    let class = part(&assertion, "badge", Part::BadgeClass);
    let profile = class.and_then(|class| part(&class, "issuer", Part::Profile));
    Some(signed::trace(&case, jws, &assertion, &profile))
}

/// Where the search for the assertion ended.
enum Found<'a> {
    Badge {
        assertion: Object,
        proof: Proof<'a>,
        /// Why the assertion that counts was not read.
        missing: Option<Missing>,
    },
    /// There is no assertion, not even one that counts for nothing.
    Nothing {
        signature: Check,
        missing: Option<Missing>,
    },
}

fn find<'a>(case: &Case<'_>, source: &'a Source, wants: &mut Wants) -> Found<'a> {
    let hosted = match source {
        Source::Address(address) => hosted::of_address(case, address, wants),
        Source::File(members) | Source::Token(CompactJws { payload: members, .. }) => {
            let own = Object::inside(members, Part::Assertion, Version::of(members));
            let says = |is: fn(&Map<String, Value>) -> bool| own.object("verification").is_some_and(is);
            match source {
                Source::Token(jws) if !says(is_hosted) => {
                    return Found::Badge {
                        assertion: own,
                        proof: Proof::Signed(jws),
                        missing: None,
                    };
                }
                _ if says(is_signed) => {
                    return Found::Badge {
                        assertion: own,
                        proof: Proof::Absent,
                        missing: Some(Missing::NotNamed),
                    };
                }
                _ => hosted::of_file(case, members, wants),
            }
        }
    };
    match hosted.assertion {
        Some(assertion) => Found::Badge {
            assertion,
            proof: Proof::Hosted(hosted.signature),
            missing: hosted.missing,
        },
        None => Found::Nothing {
            signature: hosted.signature,
            missing: hosted.missing,
        },
    }
}

/// A member and its name, where it is there.
fn member<'a>(assertion: &'a Object, name: &'static str) -> Option<(&'static str, &'a Value)> {
    let value = assertion.members.get(name)?;
    (!value.is_null()).then_some((name, value))
}
