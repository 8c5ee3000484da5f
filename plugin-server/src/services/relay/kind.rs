//! What the relay reads: keys and lists of withdrawn badges, told by their content.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

/// What a document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A key, or the document that lists keys.
    Key,
    /// A list of withdrawn badges.
    Status,
}

/// Members that a DID document, a controller document, a key set, a key or an issuer's profile with one has.
const OF_A_KEY: &[&str] = &[
    "verificationMethod",
    "assertionMethod",
    "publicKey",
    "publicKeyPem",
    "publicKeyJwk",
    "publicKeyMultibase",
    "keys",
];
/// Types of lists, of every version.
const TYPES_OF_LISTS: &[&str] = &[
    "BitstringStatusList",
    "BitstringStatusListCredential",
    "StatusList2021",
    "StatusList2021Credential",
    "1EdTechRevocationList",
    "RevocationList",
];

impl Kind {
    /// The kind of this name, as a verifier says what it wants a document for.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "key" => Some(Self::Key),
            "status" => Some(Self::Status),
            _ => None,
        }
    }

    /// Media types to ask for.
    pub(super) const fn accept(self) -> &'static str {
        match self {
            Self::Key => "application/did+json, application/jwk-set+json, application/json;q=0.9, */*;q=0.1",
            Self::Status => "application/vc, application/vc+jwt, application/json;q=0.9, */*;q=0.1",
        }
    }

    /// Whether the body is a document of this kind: JSON, or a token with such a payload.
    pub(super) fn is_of(self, body: &[u8]) -> bool {
        let Some(document) = serde_json::from_slice(body).ok().or_else(|| payload(body)) else {
            return false;
        };
        match self {
            Self::Key => OF_A_KEY.iter().any(|member| document.get(member).is_some()),
            Self::Status => is_list(&document) || document.get("vc").is_some_and(is_list),
        }
    }
}

fn is_list(document: &Value) -> bool {
    let subject = document.get("credentialSubject");
    [Some(document), subject]
        .into_iter()
        .flatten()
        .any(|object| types(object).any(|name| TYPES_OF_LISTS.contains(&name)))
}

fn types(object: &Value) -> impl Iterator<Item = &str> {
    let value = object.get("type");
    value.and_then(Value::as_str).into_iter().chain(
        value
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str),
    )
}

/// What a compact token carries.
fn payload(body: &[u8]) -> Option<Value> {
    let text = std::str::from_utf8(body).ok()?.trim();
    let mut parts = text.split('.');
    let (_header, payload, _signature, None) = (parts.next()?, parts.next()?, parts.next()?, parts.next())
    else {
        return None;
    };
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_lists_are_told_by_their_content() {
        for (kind, body) in [
            (
                Kind::Key,
                r#"{"id": "did:web:a.example", "verificationMethod": []}"#,
            ),
            (Kind::Key, r#"{"keys": []}"#),
            (
                Kind::Key,
                r#"{"id": "https://a.example/key", "publicKeyPem": "x"}"#,
            ),
            (
                Kind::Status,
                r#"{"type": ["VerifiableCredential", "BitstringStatusListCredential"]}"#,
            ),
            (
                Kind::Status,
                r#"{"credentialSubject": {"type": "StatusList2021"}}"#,
            ),
            (
                Kind::Status,
                r#"{"type": "RevocationList", "revokedAssertions": []}"#,
            ),
        ] {
            assert!(kind.is_of(body.as_bytes()), "{kind:?}: {body}");
        }
    }

    #[test]
    fn a_list_may_be_a_token() {
        let payload = URL_SAFE_NO_PAD.encode(r#"{"vc": {"type": ["BitstringStatusListCredential"]}}"#);
        assert!(Kind::Status.is_of(format!("e30.{payload}.c2ln\n").as_bytes()));
    }

    #[test]
    fn a_badge_a_page_and_a_list_of_people_are_neither() {
        for body in [
            r#"{"type": ["VerifiableCredential", "OpenBadgeCredential"], "credentialSubject": {"type": "AchievementSubject"}}"#,
            "<!doctype html><title>x</title>",
            r#"["learner.one@example.org"]"#,
            "",
            "a.b.c",
        ] {
            for kind in [Kind::Key, Kind::Status] {
                assert!(!kind.is_of(body.as_bytes()), "{kind:?}: {body}");
            }
        }
    }
}
