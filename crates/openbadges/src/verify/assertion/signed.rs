//! The `signature` and `issuer-binding` checks of a signed badge: is it signed, and by a key of its issuer?
//!
//! See [signed verification](https://www.imsglobal.org/spec/ob/v2p0/#signed-verification).

use serde_json::Value;

use super::key::{self, SigningKey};
use super::object::{Missing, Object};
use super::version::Version;
use crate::address::WebAddress;
use crate::key::PublicKey;
use crate::suite::{CompactJws, JwsAlgorithm};
use crate::verify::case::{Case, Wants, list};
use crate::verify::jwt::of_header_error;
use crate::verify::trace::{self, KeyTrace, SignatureTrace};
use crate::verify::{Check, CheckId, Code, Note};

/// What was found out about the signature.
pub(super) struct Signed {
    pub(super) signature: Check,
    pub(super) binding: Check,
}

pub(super) fn check(
    case: &Case<'_>,
    jws: &CompactJws,
    assertion: &Object,
    profile: &Result<Object, Missing>,
    wants: &mut Wants,
) -> Signed {
    let not_bound = || Check::not_checked(CheckId::IssuerBinding, Code::NotReached);
    if let Err(signature) = require_rs256(jws) {
        return Signed {
            signature,
            binding: not_bound(),
        };
    }
    let keys = match key::named_by(case, assertion, profile, wants) {
        Ok(keys) => keys,
        Err(signature) => {
            let binding = match profile {
                Ok(_) => not_bound(),
                Err(missing) => missing.explain(CheckId::IssuerBinding),
            };
            return Signed { signature, binding };
        }
    };
    let (signature, key) = signature(jws, &keys);
    let binding = key.map_or_else(not_bound, |key| binding(key, assertion.version, profile));
    Signed {
        signature: signature.with("cryptosuite", JwsAlgorithm::Rs256.name()),
        binding,
    }
}

/// How the signature was checked.
pub(super) fn trace(
    case: &Case<'_>,
    jws: &CompactJws,
    assertion: &Object,
    profile: &Result<Object, Missing>,
) -> SignatureTrace {
    let key = require_rs256(jws)
        .and_then(|()| key::named_by(case, assertion, profile, &mut Wants::new()))
        .and_then(|keys| match signature(jws, &keys) {
            (_, Some(key)) => key.trace(profile),
            (unread, None) => Err(unread),
        });
    let found: Option<&KeyTrace> = key.as_ref().ok();
    let matches = found.map(|found| jws.is_signed_by(JwsAlgorithm::Rs256, &found.key));
    SignatureTrace {
        pointer: String::new(),
        suite: jws.header.get("alg").and_then(Value::as_str).map(str::to_owned),
        key,
        signed: Ok(trace::Signed::Token {
            signing_input: jws.signing_input().to_owned(),
            header: jws.header.clone(),
            claims: Vec::new(),
        }),
        matches,
    }
}

/// Badges before 3.0 are signed by
/// [RSA with SHA-256](https://www.imsglobal.org/spec/ob/v2p0/#signed-verification) and by nothing else.
fn require_rs256(jws: &CompactJws) -> Result<(), Check> {
    match jws.algorithm() {
        Ok(JwsAlgorithm::Rs256) => Ok(()),
        Ok(other) => Err(
            Check::not_checked(CheckId::Signature, Code::UnsupportedCryptosuite)
                .with("cryptosuite", other.name()),
        ),
        Err(error) => Err(of_header_error(&error)),
    }
}

/// The check, and the key that it speaks of.
fn signature<'k>(jws: &CompactJws, keys: &'k [SigningKey]) -> (Check, Option<&'k SigningKey>) {
    let named = |check: Check, key: &SigningKey| check.with("verification_method", key.name.as_str());
    let verifies = |key: &&SigningKey| {
        let public_key: Option<&PublicKey> = key.key.as_ref().ok();
        public_key.is_some_and(|public_key| jws.is_signed_by(JwsAlgorithm::Rs256, public_key))
    };
    if let Some(key) = keys.iter().find(verifies) {
        let good = Check::passed(CheckId::Signature, Code::SignatureGood).notes(key.notes.iter().cloned());
        return (named(good, key), Some(key));
    }
    // Any key that was not read may be the right one.
    if let Some((key, unread)) = keys.iter().find_map(|key| Some((key, key.key.as_ref().err()?))) {
        return (named(unread.clone(), key), None);
    }
    match keys.first() {
        Some(key) => {
            let changed = Check::failed(CheckId::Signature, Code::ChangedAfterSigning);
            (named(changed, key), Some(key))
        }
        None => (Check::not_checked(CheckId::Signature, Code::KeyNotFound), None),
    }
}

/// Whether the key is one of the issuer's.
fn binding(key: &SigningKey, version: Version, profile: &Result<Object, Missing>) -> Check {
    let profile = match profile {
        Ok(profile) => profile,
        Err(missing) => return missing.explain(CheckId::IssuerBinding),
    };
    let named = |check: Check| {
        check
            .with("key", key.name.as_str())
            .with("issuer", profile.id.as_str())
    };
    let Some(address) = &profile.address else {
        return named(Check::not_checked(CheckId::IssuerBinding, Code::IssuerNotHosted));
    };
    let check = named(Check::passed(CheckId::IssuerBinding, Code::KeyBound))
        .with("url", address.as_str())
        .with("domain", address.host());
    let other = |code| named(Check::failed(CheckId::IssuerBinding, code)).with("url", address.as_str());
    if let Some(owner) = &key.owner
        && !is_same(owner, address)
    {
        return other(Code::ControllerDiffers).with("controller", owner.as_str());
    }
    let listed = list(profile.members.get("publicKey"));
    let is_listed = listed.iter().any(|listed| {
        let name = listed.get("id").unwrap_or(listed).as_str();
        name.is_some_and(|name| key.is_named(name))
    });
    if is_listed {
        let check = check.with("by", "profile");
        return match key.owner {
            Some(_) => check,
            None => check.note(Note::new(Code::KeyOwnerMissing).with("key", key.name.as_str())),
        };
    }
    // In 1.0 a profile lists no keys: the key stands on the issuer's own host. An issuer of 2.0 would list it.
    let by_host = version.max(profile.version) < Version::V2_0 && listed.is_empty();
    match &key.address {
        Some(place) if by_host && place.host_and_port() == address.host_and_port() => {
            check.with("by", "host")
        }
        _ if by_host => named(Check::not_checked(CheckId::IssuerBinding, Code::KeyNotBound)),
        _ => other(Code::KeyNotListed),
    }
}

fn is_same(name: &str, address: &WebAddress) -> bool {
    WebAddress::parse(name).is_ok_and(|name| name.is_same_place(address))
}
