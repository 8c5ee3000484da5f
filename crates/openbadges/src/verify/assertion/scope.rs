//! The `issuer-binding` check of a hosted badge: does its issuer publish badges at this address?
//!
//! The issuer's own profile says where, by a
//! [verification object](https://www.imsglobal.org/spec/ob/v2p0/#VerificationObject); without one, badges stand on
//! the profile's own host.

use serde_json::{Map, Value};

use super::object::{Missing, Object};
use super::version::Version;
use crate::address::WebAddress;
use crate::verify::case::list;
use crate::verify::{Check, CheckId, Code};

/// Whether `assertion` is published where the issuer in `profile` publishes badges.
pub(super) fn check(assertion: &Object, profile: &Result<Object, Missing>) -> Check {
    let profile = match profile {
        Ok(profile) => profile,
        Err(missing) => return missing.explain(CheckId::IssuerBinding),
    };
    let (Some(place), Some(issuer)) = (&assertion.address, address_of(profile)) else {
        return Check::not_checked(CheckId::IssuerBinding, Code::IssuerNotHosted)
            .with("issuer", profile.id.as_str());
    };
    let check = match rule_that_fits(profile, place, &issuer) {
        Some(rule) => Check::passed(CheckId::IssuerBinding, Code::WithinIssuersScope)
            .with("by", rule)
            .with("domain", issuer.host()),
        None => Check::failed(CheckId::IssuerBinding, Code::OutsideIssuersScope),
    };
    check
        .with("url", place.as_str())
        .with("issuer", profile.id.as_str())
}

/// Where the profile was read; for one of 0.5, which has no document of its own, the website that it names.
///
/// That website proves nothing until the badge is found to stand on its host.
fn address_of(profile: &Object) -> Option<WebAddress> {
    let website =
        || (profile.version == Version::V0_5).then(|| WebAddress::parse(profile.text("url")?).ok())?;
    profile.address.clone().or_else(website)
}

/// The rule that lets the issuer's badges stand at `place`. Where there are two, both must.
fn rule_that_fits(profile: &Object, place: &WebAddress, issuer: &WebAddress) -> Option<&'static str> {
    let empty = Map::new();
    // Only a profile that was read where it stands has a say in where else badges may stand.
    let rules = profile
        .object("verification")
        .filter(|_| profile.address.is_some());
    let rules = rules.unwrap_or(&empty);
    let beginnings = texts(rules, "startsWith");
    let origins = texts(rules, "allowedOrigins");
    match (beginnings.as_slice(), origins.as_slice()) {
        ([], []) => (place.host_and_port() == issuer.host_and_port()).then_some("host"),
        (beginnings, []) => begins_with_one_of(beginnings, place).then_some("starts-with"),
        ([], origins) => is_at_one_of(origins, place).then_some("allowed-origins"),
        (beginnings, origins) => {
            (begins_with_one_of(beginnings, place) && is_at_one_of(origins, place)).then_some("starts-with")
        }
    }
}

fn begins_with_one_of(beginnings: &[&str], place: &WebAddress) -> bool {
    beginnings.iter().any(|beginning| {
        // By its host too: `https://badges.example` is also how `https://badges.example.org` begins.
        WebAddress::parse(beginning).is_ok_and(|beginning| {
            beginning.is_same_origin(place) && place.as_str().starts_with(beginning.as_str())
        })
    })
}

/// An origin is a host's name, with its port if it has one.
fn is_at_one_of(origins: &[&str], place: &WebAddress) -> bool {
    origins
        .iter()
        .any(|origin| origin.eq_ignore_ascii_case(place.host_and_port()))
}

fn texts<'a>(rules: &'a Map<String, Value>, name: &str) -> Vec<&'a str> {
    list(rules.get(name)).iter().filter_map(Value::as_str).collect()
}
