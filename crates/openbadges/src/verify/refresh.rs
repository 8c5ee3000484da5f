//! The newer version of a credential, where its issuer offers one and the caller asks for it.
//!
//! See [credential refresh](https://www.imsglobal.org/spec/ob/v3p0/#refresh). It is followed once: where the newer
//! version offers one too, that one is left alone.

use serde_json::Value;

use super::case::{Case, Wants, has_type, list};
use super::document::body;
use super::format::{self, Badge};
use super::image::File;
use super::nested::Room;
use super::{Check, CheckId, Code, Note, Report, WantedKind, verify_credential};
use crate::address::WebAddress;
use crate::vocab::{ACCEPT_CREDENTIAL, CREDENTIAL_REFRESH};

/// What makes somebody's words the issuer's.
const PROVEN: [CheckId; 3] = [CheckId::Context, CheckId::Signature, CheckId::IssuerBinding];

/// The report on the newer version of the credential, with a remark on its `format`; or `original`, with a remark
/// that says why the newer version does not count.
///
/// `input` is the file that the credential was read from; its picture stays the one that is looked at.
pub(super) fn follow(mut original: Report, input: &[u8], case: &Case<'_>) -> Report {
    // An address that the issuer did not sign is nobody's offer.
    let Some(url) = offered_at(case).filter(|_| first_unproven(&original).is_none()) else {
        return original;
    };
    let mut wants = Wants::new();
    let file = File {
        bytes: input,
        container: original.format.container,
    };
    match newer_version(case, file, &url, &mut wants) {
        Ok(newer) => remark(newer, Note::new(Code::Refreshed).with("url", url.as_str())),
        Err(note) => {
            original.wanted.extend(wants);
            remark(original, note)
        }
    }
}

/// Where the issuer offers a newer version, when the caller asks for it.
fn offered_at(case: &Case<'_>) -> Option<WebAddress> {
    if !case.policy.refresh {
        return None;
    }
    let mut services = list(case.members.get("refreshService"))
        .iter()
        .filter_map(Value::as_object)
        .filter(|service| has_type(service, CREDENTIAL_REFRESH));
    let url = WebAddress::parse(services.next()?.get("id")?.as_str()?).ok()?;
    let is_allowed = url.scheme() == "https" || case.policy.allow_loopback_http && url.is_loopback();
    is_allowed.then_some(url)
}

/// The report on what is offered at `url`, if it is the same credential of the same issuer.
fn newer_version(
    case: &Case<'_>,
    file: File<'_>,
    url: &WebAddress,
    wants: &mut Wants,
) -> Result<Report, Note> {
    let note = |code| Note::new(code).with("url", url.as_str());
    let not_good = |code: Code| note(Code::RefreshNotGood).with("code", code.as_str());
    let read = body(case, url, WantedKind::Refresh, ACCEPT_CREDENTIAL, wants);
    let bytes = read.map_err(|reason| {
        let unread = Check::not_checked(CheckId::Format, Code::RefreshUnreachable);
        let check = reason.explain(unread, url, Code::RefreshUnreachable);
        Note {
            code: check.code,
            data: check.data,
        }
    })?;
    let limits = &case.policy.limits;
    let mut found = format::check(bytes, limits);
    found.info.container = file.container;
    let (members, token) = match &found.badge {
        Some(Badge::Credential(members)) => (members, None),
        Some(Badge::Token(token)) => (&token.credential, Some(&**token)),
        Some(_) => return Err(not_good(Code::NotSupported)),
        None => return Err(not_good(found.check.code)),
    };
    let newer = Case::new(members, case.evidence, case.now, case.policy);
    let id = |case: &Case<'_>| {
        let id = case.members.get("id").and_then(Value::as_str);
        id.map(str::to_owned)
    };
    for (found, expected) in [
        (id(&newer), id(case)),
        (
            newer.issuer_id().map(str::to_owned),
            case.issuer_id().map(str::to_owned),
        ),
    ] {
        if found.is_none() || found != expected {
            let note = note(Code::RefreshOfAnother);
            return Err(note.with("found", found).with("expected", expected));
        }
    }
    let mut room = Room::new(limits);
    let report = verify_credential(found.check, found.info, file.bytes, &newer, token, &mut room);
    match first_unproven(&report).map(|check| not_good(check.code)) {
        None => Ok(report),
        Some(note) => {
            wants.extend(report.wanted);
            Err(note)
        }
    }
}

fn first_unproven(report: &Report) -> Option<&Check> {
    let mut checks = report.checks.iter();
    checks.find(|check| PROVEN.contains(&check.id) && !check.outcome.is_good())
}

/// The same report with a remark on which badge was checked.
fn remark(report: Report, note: Note) -> Report {
    let mut checks = report.checks;
    if let Some(format) = checks.iter_mut().find(|check| check.id == CheckId::Format) {
        *format = format.clone().note(note);
    }
    let mut remarked = Report::new(report.format, report.credential, checks, report.wanted);
    remarked.nested = report.nested;
    remarked
}
