//! The key of a signed badge: a [CryptographicKey](https://www.imsglobal.org/spec/ob/v2p0/#CryptographicKey), or in
//! 1.x the key alone.

use serde_json::{Map, Value};

use super::document::{self, WantedDocument};
use super::object::{Missing, Object};
use crate::address::WebAddress;
use crate::error::KeyError;
use crate::key::PublicKey;
use crate::verify::case::{Case, Wants, list};
use crate::verify::document::NotRead;
use crate::verify::trace::{KeyOrigin, KeyTrace};
use crate::verify::{Check, CheckId, Code, Note};

/// Keys of one issuer that are tried for a badge that does not say which one it was signed with.
const MAX_KEYS: usize = 4;

/// A key, or why it was not read.
pub(super) struct SigningKey {
    /// What the badge, or else the issuer, calls it.
    pub(super) name: String,
    /// Where it was read.
    pub(super) address: Option<WebAddress>,
    /// Whose it says that it is.
    pub(super) owner: Option<String>,
    /// The key, or the answer of the `signature` check without it.
    pub(super) key: Result<PublicKey, Check>,
    pub(super) notes: Vec<Note>,
}

impl SigningKey {
    /// Whether `name` is the key's.
    pub(super) fn is_named(&self, name: &str) -> bool {
        match (WebAddress::parse(name), WebAddress::parse(&self.name)) {
            (Ok(name), Ok(own)) => name.is_same_place(&own),
            _ => name == self.name,
        }
    }
}

impl SigningKey {
    /// The key and where it was read: at its own address, or in the profile of its issuer.
    pub(super) fn trace(&self, profile: &Result<Object, Missing>) -> Result<KeyTrace, Check> {
        let in_profile = profile.as_ref().ok().and_then(|profile| profile.address.as_ref());
        let address = self.address.as_ref().or(in_profile);
        Ok(KeyTrace {
            name: self.name.clone(),
            key: self.key.clone()?,
            origin: KeyOrigin::Document(address.map(|url| url.as_str().to_owned()).unwrap_or_default()),
        })
    }
}

/// The keys that the badge may be signed with: the one that it names or, where it names none, the issuer's.
pub(super) fn named_by(
    case: &Case<'_>,
    assertion: &Object,
    profile: &Result<Object, Missing>,
    wants: &mut Wants,
) -> Result<Vec<SigningKey>, Check> {
    let listed = profile
        .as_ref()
        .ok()
        .map(|profile| list(profile.members.get("publicKey")));
    let creator = assertion
        .object("verification")
        .and_then(|verification| verification.get("creator"));
    if let Some(creator) = creator {
        return Ok(vec![find(case, creator, listed.unwrap_or_default(), wants)]);
    }
    match (profile, listed) {
        (Err(missing), _) => Err(missing.explain(CheckId::Signature)),
        (Ok(_), Some(listed)) if !listed.is_empty() => {
            let keys = listed.iter().take(MAX_KEYS);
            Ok(keys.map(|key| find(case, key, listed, wants)).collect())
        }
        (Ok(_), _) => Err(Check::not_checked(CheckId::Signature, Code::KeyNotFound)),
    }
}

/// The key that `reference` names, in the issuer's profile or at its own address.
fn find(case: &Case<'_>, reference: &Value, listed: &[Value], wants: &mut Wants) -> SigningKey {
    let name = reference
        .get("id")
        .unwrap_or(reference)
        .as_str()
        .unwrap_or_default();
    // A profile was read where the issuer says that it stands: a key that is written out in it is the issuer's.
    let in_profile = listed
        .iter()
        .filter_map(Value::as_object)
        .find(|key| key.get("id").and_then(Value::as_str) == Some(name) && key.contains_key("publicKeyPem"));
    let key = |key| SigningKey {
        name: name.to_owned(),
        address: None,
        owner: None,
        key,
        notes: Vec::new(),
    };
    if let Some(members) = in_profile {
        return SigningKey {
            owner: owner_of(members),
            ..key(of_members(members))
        };
    }
    let Ok(address) = WebAddress::parse(name) else {
        return key(Err(not_checked(Code::UnsupportedKeyReference)));
    };
    let found = match document::read(case, &address, WantedDocument::Key, wants) {
        Ok(found) => found,
        Err(reason) => return key(Err(not_read(&reason, &address))),
    };
    let read = match found.object(&case.policy.limits) {
        Some(document) => {
            let members = key_in(&document, name);
            SigningKey {
                owner: owner_of(members),
                ..key(of_members(members))
            }
        }
        // 1.x publishes the key alone, as text.
        None => match std::str::from_utf8(found.bytes) {
            Ok(text) if text.contains("-----BEGIN") => key(of_pem(text)),
            _ => key(Err(not_read(&NotRead::Unreadable, &address))),
        },
    };
    SigningKey {
        address: Some(address),
        notes: found.notes,
        ..read
    }
}

/// The key named `name` in a document that may be a whole profile.
fn key_in<'a>(document: &'a Map<String, Value>, name: &str) -> &'a Map<String, Value> {
    let mut keys = list(document.get("publicKey"))
        .iter()
        .filter_map(Value::as_object);
    keys.find(|key| key.get("id").is_some_and(|id| id == name))
        .unwrap_or(document)
}

fn owner_of(key: &Map<String, Value>) -> Option<String> {
    let owner = key.get("owner")?;
    owner.get("id").unwrap_or(owner).as_str().map(str::to_owned)
}

fn of_members(key: &Map<String, Value>) -> Result<PublicKey, Check> {
    match key.get("publicKeyPem").and_then(Value::as_str) {
        Some(pem) => of_pem(pem),
        None => Err(not_checked(Code::KeyNotFound)),
    }
}

fn of_pem(pem: &str) -> Result<PublicKey, Check> {
    PublicKey::from_pem(pem).map_err(|error| match error {
        KeyError::Unsupported(kind) => not_checked(Code::WrongKeyType).with("found", kind),
        _ => not_checked(Code::MalformedKey),
    })
}

fn not_read(reason: &NotRead, address: &WebAddress) -> Check {
    reason.explain(
        not_checked(Code::DocumentUnreachable),
        address,
        Code::DocumentUnreachable,
    )
}

fn not_checked(code: Code) -> Check {
    Check::not_checked(CheckId::Signature, code)
}
