//! The `issuer-binding` check: does the key belong to the issuer that the credential names?
//!
//! Only the issuer can answer: by an identifier that is the key, or by a document that the issuer publishes.
//! What the proof says about its own key is no answer.

use time::OffsetDateTime;

use super::case::{Case, Wants};
use super::document::controller_document;
use super::key::{KeyDocument, NamedKey, Source};
use super::{Check, CheckId, Code, Note};
use crate::address::WebAddress;
use crate::did::{ListedKey, Listing, Method};
use crate::error::KeyError;
use crate::key::PublicKey;
use crate::model::parse_date_time;

/// The check for a proof that was made with `key` at the time `created`.
pub(super) fn check(
    case: &Case<'_>,
    named: &NamedKey<'_>,
    key: Option<&PublicKey>,
    created: Option<OffsetDateTime>,
    wants: &mut Wants,
) -> Check {
    let Some(issuer) = case.issuer_id() else {
        return Check::not_checked(CheckId::IssuerBinding, Code::NotReached);
    };
    let binding = Binding {
        case,
        named,
        issuer,
        created,
    };
    if named.identity == issuer {
        binding.by_own_document()
    } else {
        binding.by_issuers_document(key, wants)
    }
}

struct Binding<'a> {
    case: &'a Case<'a>,
    named: &'a NamedKey<'a>,
    issuer: &'a str,
    created: Option<OffsetDateTime>,
}

impl Binding<'_> {
    /// The key's name begins with the issuer's identifier.
    fn by_own_document(&self) -> Check {
        match &self.named.source {
            Source::Name(_, by) => self.passed(by, None),
            Source::Given(..) => self.not_checked(Code::KeyNotBound),
            Source::Document(read) => {
                let other = self.other_identity(read.document.id.as_deref(), &read.url);
                other.unwrap_or_else(|| self.by_listing(&read.listing, &read.url))
            }
            Source::NoDocument { url, reason } => {
                let check = self.not_checked(Code::DocumentUnreachable);
                reason.explain(check, url, Code::DocumentUnreachable)
            }
            Source::Nowhere(error) => self.not_checked(match error {
                KeyError::UnsupportedDidMethod => Code::UnsupportedDidMethod,
                KeyError::MalformedDid => Code::MalformedDid,
                KeyError::Malformed | KeyError::Unsupported(_) | KeyError::PrivateKeyExposed => {
                    Code::MalformedKey
                }
            }),
        }
    }

    /// The key's name belongs to somebody else; the issuer's own document may still list it.
    fn by_issuers_document(&self, key: Option<&PublicKey>, wants: &mut Wants) -> Check {
        if let Source::Document(read) = &self.named.source
            && let Some(check) = self.by_keys_document(read)
        {
            return check;
        }
        match Method::of(self.issuer, self.case.policy.allow_loopback_http) {
            Ok(Method::Key(own) | Method::Jwk(own)) => {
                let by = if self.issuer.starts_with("did:key:") {
                    "did-key"
                } else {
                    "did-jwk"
                };
                if Some(&own) == key {
                    self.passed(by, None)
                } else {
                    self.failed(Code::KeyNotListed)
                }
            }
            Ok(Method::Web(url) | Method::Https(url)) => match controller_document(self.case, &url, wants) {
                Ok(document) => {
                    if let Some(other) = self.other_identity(document.id.as_deref(), &url) {
                        return other;
                    }
                    let is_in_name = matches!(self.named.source, Source::Name(..));
                    let mut assertion_keys = document.assertion_keys();
                    let under_another_name =
                        key.and_then(|key| assertion_keys.find(|listed| listed.key.as_ref() == Ok(key)));
                    match document.listing(self.named.name) {
                        // The name in the issuer's document counts for the key that it stands for there.
                        Listing::ForAssertion(listed) if listed.key.as_ref().ok() != key => {
                            self.failed(Code::KeyNotListed).with("url", url.as_str())
                        }
                        Listing::Absent if is_in_name && document.refers_to(self.named.name) => {
                            self.passed(self.by(), Some(&url))
                        }
                        Listing::Absent => match under_another_name {
                            Some(listed) => self.while_it_counts(&listed, &url),
                            // A profile page says nothing about keys, neither for nor against.
                            None if !document.lists_keys() && !self.issuer.starts_with("did:") => {
                                self.not_checked(Code::KeyNotBound).with("url", url.as_str())
                            }
                            None => self.by_listing(&Listing::Absent, &url),
                        },
                        listing => self.by_listing(&listing, &url),
                    }
                }
                Err(reason) => reason.explain(self.not_checked(Code::KeyNotBound), &url, Code::KeyNotBound),
            },
            Err(KeyError::UnsupportedDidMethod) if self.issuer.starts_with("did:") => {
                self.not_checked(Code::UnsupportedDidMethod)
            }
            Err(_) => self.not_checked(Code::KeyNotBound),
        }
    }

    /// What the key's own document settles: it names another owner than the issuer, or the issuer on whose own
    /// host it stands. What a document elsewhere says about the issuer settles nothing.
    fn by_keys_document(&self, read: &KeyDocument) -> Option<Check> {
        let single = read.document.single_key(self.named.name);
        let owner = read
            .listed()
            .or(single.as_ref())
            .and_then(|key| key.controller.as_deref());
        let owner = owner
            .or(read.document.controller.as_deref())
            .or(read.document.id.as_deref());
        if let Some(owner) = owner.filter(|owner| *owner != self.issuer) {
            return Some(self.failed(Code::ControllerDiffers).with("controller", owner));
        }
        let single = single.filter(|key| key.controller.as_deref() == Some(self.issuer))?;
        is_same_origin(&read.url, self.issuer).then(|| self.while_it_counts(&single, &read.url))
    }

    fn by_listing(&self, listing: &Listing, url: &WebAddress) -> Check {
        match listing {
            Listing::ForAssertion(listed) => match listed.controller.as_deref() {
                Some(owner) if owner != self.issuer => {
                    self.failed(Code::ControllerDiffers).with("controller", owner)
                }
                _ => self.while_it_counts(listed, url),
            },
            Listing::ForOtherPurpose(_) => self.failed(Code::KeyNotForAssertion).with("url", url.as_str()),
            Listing::Absent => self.failed(Code::KeyNotListed).with("url", url.as_str()),
        }
    }

    /// A key may be listed with an end: it counts for what was signed before.
    fn while_it_counts(&self, listed: &ListedKey, url: &WebAddress) -> Check {
        let mut check = self.passed(self.by(), Some(url));
        for since in [&listed.revoked, &listed.expires].into_iter().flatten() {
            match parse_date_time(since) {
                Some(end) if !self.case.is_past(end) => {}
                Some(end) if self.created.is_some_and(|created| created < end) => {
                    let note = Note::new(Code::KeyRetired)
                        .with("key", self.named.name)
                        .with("since", since.as_str());
                    check = check.note(note);
                }
                _ => {
                    let check = self.failed(Code::KeyRevoked).with("url", url.as_str());
                    return check.with("since", since.as_str());
                }
            }
        }
        check
    }

    /// The answer when the document is about somebody else than the issuer.
    fn other_identity(&self, found: Option<&str>, url: &WebAddress) -> Option<Check> {
        if found == Some(self.issuer) {
            return None;
        }
        let check = match found {
            Some(found) => self
                .failed(Code::DocumentOfAnother)
                .with("found", found)
                .with("expected", self.issuer),
            None => self.not_checked(Code::DocumentUnreadable),
        };
        Some(check.with("url", url.as_str()))
    }

    fn by(&self) -> &'static str {
        if self.issuer.starts_with("did:") {
            "did-document"
        } else {
            "controller-document"
        }
    }

    fn passed(&self, by: &str, url: Option<&WebAddress>) -> Check {
        let check = Check::passed(CheckId::IssuerBinding, Code::KeyBound)
            .with("by", by)
            .with("key", self.named.name)
            .with("issuer", self.issuer);
        match url {
            Some(url) => check.with("domain", url.host()),
            None => check,
        }
    }

    fn failed(&self, code: Code) -> Check {
        self.named(Check::failed(CheckId::IssuerBinding, code))
    }

    fn not_checked(&self, code: Code) -> Check {
        self.named(Check::not_checked(CheckId::IssuerBinding, code))
    }

    fn named(&self, check: Check) -> Check {
        check.with("key", self.named.name).with("issuer", self.issuer)
    }
}

fn is_same_origin(url: &WebAddress, issuer: &str) -> bool {
    WebAddress::parse(issuer).is_ok_and(|issuer| issuer.is_same_origin(url))
}
