//! The `recipient` check: was the badge given to the person whom the caller names?

use serde_json::{Map, Value};

use super::case::{Case, Role, list};
use super::{Check, CheckId, Code, Note};
use crate::model::{HashMatch, identity_matches};

pub(super) fn check(case: &Case<'_>) -> Check {
    // The subject of an endorsement is no learner.
    let is_asked = !matches!(case.role, Role::Endorsement { .. });
    let Some(asked) = case.policy.recipient.as_deref().filter(|_| is_asked) else {
        return Check::not_checked(CheckId::Recipient, Code::RecipientNotAsked);
    };
    let Some(subject) = case.members.get("credentialSubject") else {
        return Check::not_checked(CheckId::Recipient, Code::NotReached);
    };
    compare(asked, &Identity::all_of(subject).collect::<Vec<_>>())
}

/// The check of a badge before 3.0, which names its recipient in one
/// [IdentityObject](https://www.imsglobal.org/spec/ob/v2p0/#IdentityObject).
pub(super) fn of_identity_object(asked: Option<&str>, recipient: Option<&Map<String, Value>>) -> Check {
    let Some(asked) = asked else {
        return Check::not_checked(CheckId::Recipient, Code::RecipientNotAsked);
    };
    let identity = recipient.and_then(|recipient| Identity::of(recipient, "type", "identity"));
    compare(asked, identity.as_slice())
}

fn compare(asked: &str, identities: &[Identity<'_>]) -> Check {
    // No rule says how an identity is written before it is hashed: first as it was asked, then in small letters.
    let lower = asked.to_lowercase();
    let mut unknown_hash = false;
    for (spelling, is_lowered) in [(asked, false), (lower.as_str(), true)] {
        for identity in identities {
            match identity.compare(spelling) {
                HashMatch::Matches => {
                    let check = Check::passed(CheckId::Recipient, Code::RecipientMatches)
                        .with("identity_type", identity.kind)
                        .with("hashed", identity.hashed);
                    let is_other_spelling = is_lowered && lower != asked;
                    return if is_other_spelling {
                        check.note(Note::new(Code::MatchedLowerCase))
                    } else {
                        check
                    };
                }
                HashMatch::UnknownHash => unknown_hash = true,
                HashMatch::Differs => {}
            }
        }
    }
    if unknown_hash {
        Check::not_checked(CheckId::Recipient, Code::NotSupported).with("what", "identity-hash")
    } else if identities.is_empty() {
        Check::not_checked(CheckId::Recipient, Code::RecipientNotNamed)
    } else {
        Check::failed(CheckId::Recipient, Code::RecipientDiffers)
    }
}

/// One name that the badge gives the learner.
struct Identity<'a> {
    kind: &'a str,
    value: &'a str,
    hashed: bool,
    salt: &'a str,
}

impl<'a> Identity<'a> {
    fn all_of(subject: &'a Value) -> impl Iterator<Item = Self> {
        let id = subject.get("id").and_then(Value::as_str);
        let id = id.map(|value| Self {
            kind: "id",
            value,
            hashed: false,
            salt: "",
        });
        id.into_iter().chain(
            list(subject.get("identifier"))
                .iter()
                .filter_map(|object| Self::of(object.as_object()?, "identityType", "identityHash")),
        )
    }

    /// The identity of an object, under the names that its version gives to kind and value.
    fn of(object: &'a Map<String, Value>, kind: &str, value: &str) -> Option<Self> {
        let text = |name: &str| object.get(name).and_then(Value::as_str);
        Some(Self {
            kind: text(kind).unwrap_or_default(),
            value: text(value)?,
            hashed: object.get("hashed").and_then(Value::as_bool)?,
            salt: text("salt").unwrap_or_default(),
        })
    }

    fn compare(&self, asked: &str) -> HashMatch {
        if self.kind == "id" && self.value.strip_prefix("mailto:") == Some(asked) {
            return HashMatch::Matches;
        }
        identity_matches(asked, self.value, self.hashed, self.salt)
    }
}
