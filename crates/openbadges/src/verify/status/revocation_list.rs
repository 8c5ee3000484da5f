//! [Revocation lists of 1EdTech](https://www.imsglobal.org/spec/vcrl/v1p0/): the identifiers of withdrawn credentials
//! in a document that nobody signed.
//!
//! The badge's signature covers the address, and the connection shows whose host answered. So a credential that is
//! found on the list is withdrawn. One that is not found is good only when the list belongs to the badge's issuer:
//! it names that issuer, or it stands on the host that is the issuer's own name.

use serde_json::{Map, Value};

use super::bitstring::refuse_other_id;
use super::entry::Entry;
use super::list_credential::read_object;
use super::{failed, fetch, not_checked};
use crate::address::{WebAddress, percent_decoded};
use crate::did::Method;
use crate::verify::case::{Case, Wants, list};
use crate::verify::{Check, CheckId, Code, Note};
use crate::vocab::ACCEPT_REVOCATION_LIST;

/// Names of the member that lists withdrawn credentials: as specified, and as also seen.
const REVOKED: [&str; 2] = ["revokedCredential", "revokedCredentials"];

/// Looks up one entry of type `1EdTechRevocationList`; `Err` where the entry could not give an answer.
pub(super) fn check(case: &Case<'_>, entry: &Entry<'_>, wants: &mut Wants) -> Result<Check, Check> {
    let url = entry.address("id", case)?;
    let Some(credential) = case.members.get("id").and_then(Value::as_str) else {
        // What has no name is on no list.
        return Err(failed(Code::MalformedStatus).with("pointer", "/id"));
    };
    let check = match look_up(case, credential, &url, wants) {
        Ok(check) | Err(check) => check,
    };
    Ok(check.with("url", url.as_str()))
}

fn look_up(case: &Case<'_>, credential: &str, url: &WebAddress, wants: &mut Wants) -> Result<Check, Check> {
    let body = fetch(case, url, ACCEPT_REVOCATION_LIST, wants)?;
    let document = read_object(body, &case.policy.limits)?;
    refuse_other_id(&document, url)?;
    if let Some(revoked) = find(&document, credential)? {
        return Ok(revoked);
    }
    let good = Check::passed(CheckId::Status, Code::NotRevoked);
    let issuer = match document.get("issuer") {
        Some(Value::Object(profile)) => profile.get("id"),
        other => other,
    };
    let issuer = issuer.and_then(Value::as_str);
    match issuer {
        Some(named) if Some(named) == case.issuer_id() => Ok(good),
        None if is_on_issuers_host(case, url) => Ok(good),
        Some(other) if is_on_issuers_host(case, url) => {
            Ok(good.note(Note::new(Code::StatusOfAnotherIssuer).with("issuer", other)))
        }
        _ => Err(not_checked(Code::StatusListNotBound)),
    }
}

/// The failed check when the list has the credential.
fn find(document: &Map<String, Value>, credential: &str) -> Result<Option<Check>, Check> {
    let damaged = || failed(Code::StatusListDamaged);
    // With nothing withdrawn the member may be left out, but then the document must say that it is the list.
    if !REVOKED.iter().any(|name| document.contains_key(*name)) && !document.contains_key("id") {
        return Err(damaged());
    }
    for revoked in REVOKED.into_iter().flat_map(|name| list(document.get(name))) {
        let (id, counts, reason) = match revoked {
            Value::String(id) => (id.as_str(), true, None),
            Value::Object(members) => {
                let id = members.get("id").and_then(Value::as_str).ok_or_else(damaged)?;
                let counts = match members.get("revoked") {
                    None => true,
                    Some(value) => value.as_bool().ok_or_else(damaged)?,
                };
                (
                    id,
                    counts,
                    members.get("revocationReason").and_then(Value::as_str),
                )
            }
            _ => return Err(damaged()),
        };
        if counts && is_same_credential(id, credential) {
            let check = failed(Code::Revoked);
            return Ok(Some(match reason {
                Some(reason) => check.with("reason", reason),
                None => check,
            }));
        }
    }
    Ok(None)
}

/// Whether two identifiers name one credential: whatever space is around them, and whatever is percent-encoded.
///
/// See [equality](https://www.imsglobal.org/spec/ob/v3p0/#equality-and-comparison).
fn is_same_credential(one: &str, other: &str) -> bool {
    percent_decoded(one.trim()) == percent_decoded(other.trim())
}

/// Whether the list stands on the host that the issuer's own identifier names.
fn is_on_issuers_host(case: &Case<'_>, url: &WebAddress) -> bool {
    let Some(issuer) = case.issuer_id() else {
        return false;
    };
    Method::of(issuer, case.policy.allow_loopback_http)
        .is_ok_and(|method| method.document_url().is_some_and(|own| own.is_same_origin(url)))
}
