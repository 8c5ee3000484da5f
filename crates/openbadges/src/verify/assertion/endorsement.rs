//! The endorsements of a badge before 3.0: each is a hosted document of its own, by whoever stands by a part of the
//! badge, and has a report of its own.

use serde_json::Value;

use super::object::{Missing, Object};
use super::upgrade::{Part, is_signed};
use super::{context, member, revocation, scope, summary};
use crate::address::WebAddress;
use crate::model::reading::{Faults, Node, Place};
use crate::model::v2::{check_endorsement, check_profile};
use crate::verify::case::{Case, Wants, list};
use crate::verify::nested::Tally;
use crate::verify::structure::of_faults;
use crate::verify::{Check, CheckId, Code, FormatInfo, Nested, Relation, Report, Verdict, trust, validity};

/// What was found out about the endorsements of one badge.
#[derive(Default)]
pub(super) struct Endorsements {
    pub(super) reports: Vec<Nested>,
    pub(super) tally: Tally,
    /// The documents that their checks lacked.
    pub(super) wants: Wants,
}

impl Endorsements {
    /// Those of a badge that was not read where it stands: none is confirmed.
    pub(super) fn unread(badge: &Object) -> Self {
        let mut all = Self::default();
        for _ in list(badge.members.get("endorsement")) {
            all.tally.add(Some(Verdict::Unconfirmed));
        }
        all
    }
}

/// Verifies each endorsement beside one of `parts`, which stand at these places.
pub(super) fn verify_all(case: &Case<'_>, parts: [(&str, Option<&Object>); 3]) -> Endorsements {
    let mut all = Endorsements::default();
    for (place, part) in parts {
        let Some(part) = part else { continue };
        for (index, value) in list(part.members.get("endorsement")).iter().enumerate() {
            if all.reports.len() >= case.policy.limits.max_nested {
                all.tally.add(None);
                continue;
            }
            let report = verify(case, value, part, &mut all.wants);
            all.tally.add(Some(report.verdict));
            all.reports.push(Nested {
                relation: Relation::Endorsement,
                pointer: format!("{place}/endorsement/{index}"),
                endorsed: Some(part.id.clone()),
                report,
            });
        }
    }
    all
}

/// The report on the endorsement that `value` names, which stands beside `endorsed`.
fn verify(case: &Case<'_>, value: &Value, endorsed: &Object, wants: &mut Wants) -> Report {
    let mut info = FormatInfo {
        version: Some(endorsed.version.as_str().to_owned()),
        ..FormatInfo::default()
    };
    let format = Check::passed(CheckId::Format, Code::CredentialFound);
    let own = match Object::resolve(case, Some(value), Part::Endorsement, endorsed.version, wants) {
        Ok(own) => own,
        Err(missing) => {
            let unread = [CheckId::Signature, CheckId::IssuerBinding].map(|id| missing.explain(id));
            let gone = missing.gone_from().map(revocation::gone);
            let checks = std::iter::once(format).chain(unread).chain(gone).collect();
            return Report::new(info, None, checks, Vec::new());
        }
    };
    info.version = Some(own.version.as_str().to_owned());
    info.proof = Some("hosted".to_owned());
    let profile = Object::resolve(case, own.members.get("issuer"), Part::Profile, own.version, wants);
    let signature = signature(&own);
    let remarks = profile
        .as_ref()
        .map_or_else(|_missing| Vec::new(), |profile| profile.notes.clone());
    let binding = scope::check(&own, &profile).notes(remarks);
    let is_shown = binding.outcome.is_good() && signature.outcome.is_good();
    let domain = binding
        .data
        .get("domain")
        .and_then(Value::as_str)
        .filter(|_| is_shown);
    let issuer = profile.as_ref().ok();
    let credential = summary::of_endorsement(&own, issuer, domain);
    let trusted = issuer.filter(|_| is_shown).map(|profile| profile.id.as_str());
    let checks = vec![
        format,
        structure(&own, &profile, endorsed),
        context::of_parts(&[("", Some(&own)), ("/issuer", issuer)], own.version),
        validity::of_dates(case, member(&own, "issuedOn"), member(&own, "expires")),
        revocation::check(case, &own, &profile, true, wants),
        Check::not_checked(CheckId::Image, Code::ImageNotSigned),
        Check::not_checked(CheckId::Recipient, Code::RecipientNotAsked),
        further(&own),
        trust::of_issuer(case.policy, trusted),
        signature,
        binding,
    ];
    Report::new(info, Some(credential), checks, Vec::new())
}

/// An endorsement counts where it stands; one inside another document, without an address, is what that one says.
fn signature(own: &Object) -> Check {
    let is_said_to_be_signed = own.object("verification").is_some_and(is_signed);
    match &own.address {
        _ if is_said_to_be_signed => Check::failed(CheckId::Signature, Code::NoProof),
        Some(address) => Check::passed(CheckId::Signature, Code::HostedConfirmed)
            .with("url", address.as_str())
            .notes(own.notes.iter().cloned()),
        None => Check::not_checked(CheckId::Signature, Code::NoHostedAddress),
    }
}

/// Whether it has the parts it needs, and is about what it stands beside.
fn structure(own: &Object, profile: &Result<Object, Missing>, endorsed: &Object) -> Check {
    let mut faults = Faults::default();
    let at_issuer = Place::name(None, "issuer");
    check_endorsement(Node::root(&own.members), &mut faults);
    if let Ok(profile) = profile {
        check_profile(
            Node::at(&profile.members, &at_issuer),
            profile.version.rules(),
            &mut faults,
        );
    }
    let about = own
        .object("claim")
        .and_then(|claim| claim.get("id"))
        .and_then(Value::as_str);
    let is_same = |about: &str| match (WebAddress::parse(about), WebAddress::parse(&endorsed.id)) {
        (Ok(about), Ok(endorsed)) => about.is_same_place(&endorsed),
        _ => about == endorsed.id,
    };
    match profile {
        _ if !faults.found.is_empty() => of_faults(&faults.found),
        _ if !about.is_some_and(is_same) => Check::failed(CheckId::Structure, Code::EndorsementOfAnother)
            .with("found", about)
            .with("expected", endorsed.id.as_str()),
        Ok(_) => Check::passed(CheckId::Structure, Code::StructureSound),
        Err(missing) => missing.explain(CheckId::Structure),
    }
}

/// Endorsements of endorsements are not followed, and do not count as absent.
fn further(own: &Object) -> Check {
    match list(own.members.get("endorsement")).len() {
        0 => Check::not_checked(CheckId::Endorsement, Code::NoEndorsement),
        count => Check::not_checked(CheckId::Endorsement, Code::WorkLimitReached)
            .with("limit", "nested-depth")
            .with("max", 1)
            .with("count", count),
    }
}
