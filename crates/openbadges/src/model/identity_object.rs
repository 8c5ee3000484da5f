//! [IdentityObject](https://www.imsglobal.org/spec/ob/v3p0/#identityobject): a learner named by something other
//! than an address, in clear or hashed.

use md5::Md5;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::identifier_entry::IDENTIFIER_TYPES;
use super::reading::{Faults, Need, Node};

/// A name of the learner, such as an e-mail address, in clear or hashed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IdentityObject {
    #[serde(rename = "type")]
    class: &'static str,
    hashed: bool,
    identity_hash: String,
    identity_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    salt: Option<String>,
}

impl IdentityObject {
    /// An identity in clear. `identity_type` is a
    /// [term](https://www.imsglobal.org/spec/ob/v3p0/#identifiertypeenum-enumeration) such as `emailAddress`.
    #[must_use]
    pub fn plain(identity_type: impl Into<String>, identity: impl Into<String>) -> Self {
        Self {
            class: "IdentityObject",
            hashed: false,
            identity_hash: identity.into(),
            identity_type: identity_type.into(),
            salt: None,
        }
    }

    /// An identity that only someone who knows it can recognise: SHA-256 over `identity` followed by `salt`.
    ///
    /// Let `salt` be random and different for each credential.
    #[must_use]
    pub fn hashed(identity_type: impl Into<String>, identity: &str, salt: impl Into<String>) -> Self {
        let salt = salt.into();
        let digest = Sha256::new()
            .chain_update(identity)
            .chain_update(&salt)
            .finalize();
        Self {
            class: "IdentityObject",
            hashed: true,
            identity_hash: format!("sha256${}", hex::encode(digest)),
            identity_type: identity_type.into(),
            salt: Some(salt),
        }
    }
}

/// How an identity compares with one that a credential gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HashMatch {
    /// They are the same.
    Matches,
    /// They differ.
    Differs,
    /// The credential hashes it in a way that is not known.
    UnknownHash,
}

/// Compares `identity` with `identity_hash`: clear text, or `md5$` or `sha256$` and hexadecimal digits over the
/// identity followed by the salt.
pub(crate) fn identity_matches(identity: &str, identity_hash: &str, hashed: bool, salt: &str) -> HashMatch {
    let is_same = if hashed {
        let Some((algorithm, expected)) = identity_hash.split_once('$') else {
            return HashMatch::UnknownHash;
        };
        let digest = match algorithm {
            "sha256" => hex::encode(Sha256::new().chain_update(identity).chain_update(salt).finalize()),
            "md5" => hex::encode(Md5::new().chain_update(identity).chain_update(salt).finalize()),
            _ => return HashMatch::UnknownHash,
        };
        digest.eq_ignore_ascii_case(expected)
    } else {
        identity == identity_hash
    };
    if is_same {
        HashMatch::Matches
    } else {
        HashMatch::Differs
    }
}

/// Whether `identity` has the form of a hash that is known here.
pub(crate) fn is_identity_hash(identity: &str) -> bool {
    identity.split_once('$').is_some_and(|(algorithm, digits)| {
        let length = match algorithm {
            "sha256" => 64,
            "md5" => 32,
            _ => return false,
        };
        digits.len() == length && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
    })
}

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.require_type("IdentityObject", faults);
    node.boolean("hashed", Need::Required, faults);
    node.text("identityHash", Need::Required, faults);
    node.extensible_word("identityType", Need::Required, IDENTIFIER_TYPES, faults);
    node.text("salt", Need::Optional, faults);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_salt_comes_after_the_identity() {
        for (identity, salt, digest) in [
            ("a@example.com", "Kosher", "b5809d8a"),
            ("nobody@example.org", "deadsea", "ecf5409f"),
        ] {
            let object = IdentityObject::hashed("emailAddress", identity, salt);
            assert!(
                object.identity_hash.starts_with(&format!("sha256${digest}")),
                "{}",
                object.identity_hash
            );
            let upper = object.identity_hash.to_uppercase().replace("SHA256", "sha256");
            assert_eq!(identity_matches(identity, &upper, true, salt), HashMatch::Matches);
            assert_eq!(
                identity_matches(identity, &upper, true, "other"),
                HashMatch::Differs
            );
        }
    }

    #[test]
    fn an_unknown_hash_is_told_from_a_difference() {
        // https://www.rfc-editor.org/rfc/rfc1321#appendix-A.5
        let md5 = "md5$900150983cd24fb0d6963f7d28e17f72";
        assert_eq!(identity_matches("abc", md5, true, ""), HashMatch::Matches);
        assert_eq!(
            identity_matches("abc", "sha1$00", true, ""),
            HashMatch::UnknownHash
        );
        assert_eq!(identity_matches("abc", "abc", true, ""), HashMatch::UnknownHash);
        assert_eq!(identity_matches("abc", "abc", false, ""), HashMatch::Matches);
    }
}
