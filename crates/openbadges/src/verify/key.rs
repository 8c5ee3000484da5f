//! Finding the key that a proof names.

use std::rc::Rc;

use super::case::{Case, Wants};
use super::document::{NotRead, controller_document};
use super::{Check, CheckId, Code};
use crate::address::WebAddress;
use crate::did::{ControllerDocument, ListedKey, Listing, Method, split_fragment};
use crate::error::KeyError;
use crate::key::PublicKey;

/// A key by the name that a proof gives it.
pub(super) struct NamedKey<'a> {
    /// The absolute identifier of the key.
    pub(super) name: &'a str,
    /// The identity that the name belongs to: what stands before `#`.
    pub(super) identity: &'a str,
    pub(super) source: Source,
}

/// Where a key was looked for.
pub(super) enum Source {
    /// The name holds the key itself; the text says how, as `by` of the report.
    Name(PublicKey, &'static str),
    /// The key was brought along, by the token or by a key set; the name says nothing about it.
    Given(PublicKey, Giver),
    /// The document of the identity was read.
    Document(Box<KeyDocument>),
    /// The document of the identity was not read.
    NoDocument { url: WebAddress, reason: NotRead },
    /// The name leads nowhere.
    Nowhere(KeyError),
}

/// Who brings a key along.
pub(super) enum Giver {
    /// The token's own header.
    Header,
    /// The key set at this address.
    KeySet(WebAddress),
}

/// A document that was read, and what it says about the key.
pub(super) struct KeyDocument {
    pub(super) url: WebAddress,
    pub(super) document: Rc<ControllerDocument>,
    pub(super) listing: Listing,
}

impl<'a> NamedKey<'a> {
    pub(super) fn find(case: &Case<'_>, name: &'a str, wants: &mut Wants) -> Self {
        let (identity, fragment) = split_fragment(name);
        let source = match Method::of(identity, case.policy.allow_loopback_http) {
            Ok(Method::Key(key))
                if fragment.is_none_or(|fragment| identity.strip_prefix("did:key:") == Some(fragment)) =>
            {
                Source::Name(key, "did-key")
            }
            Ok(Method::Jwk(key)) if fragment.is_none_or(|fragment| fragment == "0") => {
                Source::Name(key, "did-jwk")
            }
            Ok(Method::Key(_) | Method::Jwk(_)) => Source::Nowhere(KeyError::MalformedDid),
            Ok(Method::Web(url) | Method::Https(url)) => match controller_document(case, &url, wants) {
                Ok(document) => {
                    let listing = document.listing(name);
                    Source::Document(Box::new(KeyDocument {
                        url,
                        document,
                        listing,
                    }))
                }
                Err(reason) => Source::NoDocument { url, reason },
            },
            Err(error) => Source::Nowhere(error),
        };
        Self {
            name,
            identity,
            source,
        }
    }

    /// The key to check the signature with, or the answer of the `signature` check without one.
    ///
    /// A key that only stands in the name's fragment is good enough to say whether the content was changed. It
    /// says nothing about whose it is: that is [`issuer_binding`](super::issuer_binding).
    pub(super) fn key(&self) -> Result<PublicKey, Check> {
        let not_checked =
            |code| Check::not_checked(CheckId::Signature, code).with("verification_method", self.name);
        match &self.source {
            Source::Name(key, _) | Source::Given(key, _) => Ok(key.clone()),
            Source::Document(read) => match (read.listed(), read.document.single_key(self.name)) {
                (Some(listed), _) => Self::readable(&listed.key, not_checked),
                (None, Some(single)) => Self::readable(&single.key, not_checked),
                (None, None) => Err(not_checked(Code::KeyNotFound)),
            },
            Source::NoDocument { url, reason } => {
                match split_fragment(self.name).1.map(PublicKey::from_multibase) {
                    Some(Ok(key)) => Ok(key),
                    _ => Err(reason.explain(
                        not_checked(Code::DocumentUnreachable),
                        url,
                        Code::DocumentUnreachable,
                    )),
                }
            }
            Source::Nowhere(error) => Self::readable(&Err(error.clone()), not_checked),
        }
    }

    fn readable(
        key: &Result<PublicKey, KeyError>,
        not_checked: impl Fn(Code) -> Check,
    ) -> Result<PublicKey, Check> {
        key.clone().map_err(|error| match error {
            KeyError::Malformed | KeyError::PrivateKeyExposed => not_checked(Code::MalformedKey),
            KeyError::Unsupported(kind) => not_checked(Code::WrongKeyType).with("found", kind),
            KeyError::MalformedDid => not_checked(Code::MalformedDid),
            KeyError::UnsupportedDidMethod => not_checked(Code::UnsupportedKeyReference),
        })
    }
}

impl KeyDocument {
    /// What the document says about the key, whatever the purpose.
    pub(super) const fn listed(&self) -> Option<&ListedKey> {
        match &self.listing {
            Listing::ForAssertion(listed) | Listing::ForOtherPurpose(listed) => Some(listed),
            Listing::Absent => None,
        }
    }
}
