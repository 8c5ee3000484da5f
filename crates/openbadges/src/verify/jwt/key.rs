//! The key of a token, and whether it is the issuer's.
//!
//! A key that stands in the token's own header, or at an address that the header names, shows that the content was
//! not changed. It says nothing about whose it is: for that, the issuer must publish it.

use serde_json::Value;
use time::OffsetDateTime;

use super::key_set::KeySet;
use super::token::Token;
use crate::address::WebAddress;
use crate::did::{Method, split_fragment};
use crate::error::KeyError;
use crate::key::PublicKey;
use crate::suite::JwsAlgorithm;
use crate::verify::case::{Case, Wants};
use crate::verify::document::{NotRead, body};
use crate::verify::key::{Giver, NamedKey, Source};
use crate::verify::trace::KeyTrace;
use crate::verify::{Check, CheckId, Code, Outcome, WantedKind, issuer_binding};
use crate::vocab::{ACCEPT_CONTROLLER_DOCUMENT, ACCEPT_KEY_SET};

/// Where an issuer with an https address publishes its keys, on its host.
const KEY_SET_PATH: &str = "/.well-known/jwks.json";

/// What stands for the name of a key that has none.
const UNNAMED: &str = "jwk";

/// How the header says which key was used.
enum Reference {
    /// By a DID URL or an address.
    Name(String),
    /// By the key itself.
    Key(PublicKey),
    /// By a word that only the issuer's key set explains, or not at all.
    Hint(Option<String>),
}

/// What was found out about the key of a token.
pub(super) struct TokenKey {
    /// The key and its name, or the answer of the `signature` check without one.
    pub(super) key: Result<(PublicKey, String), Check>,
    pub(super) binding: Check,
}

impl TokenKey {
    /// The answer when the search ended with this `signature` check, before any question of whose the key is.
    fn none(signature: Check) -> Self {
        Self {
            key: Err(signature),
            binding: Check::not_checked(CheckId::IssuerBinding, Code::NotReached),
        }
    }
}

/// The key that the token names or brings along, and whether it is the issuer's.
pub(super) fn find_and_bind(
    case: &Case<'_>,
    token: &Token,
    algorithm: JwsAlgorithm,
    signed_at: Option<OffsetDateTime>,
    wants: &mut Wants,
) -> TokenKey {
    let reference = match Reference::of(case, token) {
        Ok(reference) => reference,
        Err(check) => return TokenKey::none(check),
    };
    let finder = Finder { case, algorithm };
    let named = match finder.find(&reference, token, wants) {
        Ok(named) => named,
        Err(not_found) => return *not_found,
    };
    let key = named.key();
    let binding = finder.binding(&named, key.as_ref().ok(), signed_at, wants);
    let key = key.map(|key| (key, named.name.to_owned()));
    TokenKey { key, binding }
}

/// Which key the token is checked with, and where it was found.
pub(super) fn trace(case: &Case<'_>, token: &Token, algorithm: JwsAlgorithm) -> Result<KeyTrace, Check> {
    let reference = Reference::of(case, token)?;
    let finder = Finder { case, algorithm };
    match finder.find(&reference, token, &mut Wants::new()) {
        Ok(named) => KeyTrace::of(&named),
        Err(not_found) => Err(not_found.key.err().unwrap_or(not_found.binding)),
    }
}

/// A key that the token, or a document that belongs to nobody, brings along.
const fn given(name: &str, key: PublicKey, giver: Giver) -> NamedKey<'_> {
    NamedKey {
        name,
        identity: name,
        source: Source::Given(key, giver),
    }
}

impl Reference {
    fn of(case: &Case<'_>, token: &Token) -> Result<Self, Check> {
        let issuer = case.issuer_id().unwrap_or_default();
        let is_key_itself = ["did:key:", "did:jwk:"]
            .iter()
            .any(|prefix| issuer.starts_with(prefix));
        let jwk = token.jws.header.get("jwk");
        let given = || jwk.map(Self::given).transpose();
        match token.header("kid") {
            Some(kid) if kid.starts_with("did:") || WebAddress::parse(kid).is_ok() => {
                Ok(Self::Name(kid.to_owned()))
            }
            // A bare hint says nothing that a key in the header does not say better.
            _ if jwk.is_some() => Ok(given()?.unwrap_or(Self::Hint(None))),
            _ if is_key_itself => Ok(Self::Name(issuer.to_owned())),
            Some(kid) if issuer.starts_with("did:") => {
                Ok(Self::Name(format!("{issuer}#{}", kid.trim_start_matches('#'))))
            }
            kid => Ok(Self::Hint(kid.map(str::to_owned))),
        }
    }

    fn given(jwk: &Value) -> Result<Self, Check> {
        let not_checked = |code| Check::not_checked(CheckId::Signature, code);
        PublicKey::from_jwk(jwk)
            .map(Self::Key)
            .map_err(|error| match error {
                KeyError::Unsupported(kind) => not_checked(Code::WrongKeyType).with("found", kind),
                _ => not_checked(Code::MalformedKey),
            })
    }
}

struct Finder<'a> {
    case: &'a Case<'a>,
    algorithm: JwsAlgorithm,
}

impl Finder<'_> {
    /// The key that the header points to; `Err` when it points to none, which ends the search.
    fn find<'n>(
        &self,
        reference: &'n Reference,
        token: &'n Token,
        wants: &mut Wants,
    ) -> Result<NamedKey<'n>, Box<TokenKey>> {
        match reference {
            Reference::Name(name) => Ok(self.by_name(name, wants)),
            Reference::Key(key) => {
                let name = token.header("kid").unwrap_or(UNNAMED);
                Ok(given(name, key.clone(), Giver::Header))
            }
            Reference::Hint(hint) => {
                let hint = hint.as_deref();
                self.by_hint(hint, hint.unwrap_or(UNNAMED), wants)
            }
        }
    }

    /// The key under a full name, whose document may be a key or a key set too.
    fn by_name<'n>(&self, name: &'n str, wants: &mut Wants) -> NamedKey<'n> {
        let (identity, fragment) = split_fragment(name);
        if let Ok(Method::Https(url)) = Method::of(identity, self.case.policy.allow_loopback_http)
            && let Ok(bytes) = body(
                self.case,
                &url,
                WantedKind::Key,
                ACCEPT_CONTROLLER_DOCUMENT,
                wants,
            )
            && let Some(set) = KeySet::read(bytes, &self.case.policy.limits)
        {
            let kids: Vec<&str> = fragment.into_iter().chain([name]).collect();
            let kids = if fragment.is_some() { kids.as_slice() } else { &[] };
            if let Some(key) = set.find(kids, self.algorithm) {
                return given(name, key, Giver::KeySet(url));
            }
        }
        NamedKey::find(self.case, name, wants)
    }

    /// The key that the issuer's key set has under `hint`, or has as its only one.
    fn by_hint<'n>(
        &self,
        hint: Option<&str>,
        name: &'n str,
        wants: &mut Wants,
    ) -> Result<NamedKey<'n>, Box<TokenKey>> {
        let no_key =
            Check::not_checked(CheckId::Signature, Code::KeyNotFound).with("verification_method", name);
        let mut not_found = Box::new(TokenKey::none(no_key));
        let Some(url) = self.key_set_url() else {
            return Err(not_found);
        };
        match self.key_set(&url, wants) {
            Ok(set) => {
                let kids: Vec<&str> = hint.into_iter().collect();
                let found = set.find(&kids, self.algorithm);
                let found = found.map(|key| given(name, key, Giver::KeySet(url.clone())));
                found.ok_or_else(|| {
                    // Without a name, the key may be any of several.
                    if hint.is_some() {
                        not_found.binding = Check::failed(CheckId::IssuerBinding, Code::KeyNotListed)
                            .with("key", name)
                            .with("url", url.as_str());
                    }
                    not_found
                })
            }
            Err(reason) => {
                let explain = |id| {
                    let check = Check::not_checked(id, Code::DocumentUnreachable);
                    reason.explain(check, &url, Code::DocumentUnreachable)
                };
                not_found.key = Err(explain(CheckId::Signature));
                not_found.binding = explain(CheckId::IssuerBinding);
                Err(not_found)
            }
        }
    }

    /// Whether the key is the issuer's, by whichever document says so.
    ///
    /// For a key whose name leads to a document, that document and the issuer's own are asked first; for a key
    /// that was brought along, the key set of the issuer's host.
    fn binding(
        &self,
        named: &NamedKey<'_>,
        key: Option<&PublicKey>,
        signed_at: Option<OffsetDateTime>,
        wants: &mut Wants,
    ) -> Check {
        let (Some(url), Some(key)) = (self.key_set_url(), key) else {
            return issuer_binding::check(self.case, named, key, signed_at, wants);
        };
        if matches!(named.source, Source::Given(..)) {
            let by_set = self.by_key_set(named, key, &url, wants);
            if by_set.outcome.is_good() || by_set.code == Code::DocumentNotFetched {
                return by_set;
            }
            let by_document = issuer_binding::check(self.case, named, Some(key), signed_at, wants);
            let set_failed = by_set.outcome == Outcome::Failed;
            if by_document.outcome.is_good()
                || !set_failed
                    && (by_document.outcome == Outcome::Failed
                        || by_document.code == Code::DocumentNotFetched)
            {
                by_document
            } else {
                by_set
            }
        } else {
            let by_document = issuer_binding::check(self.case, named, Some(key), signed_at, wants);
            if by_document.outcome != Outcome::NotChecked || by_document.code == Code::DocumentNotFetched {
                return by_document;
            }
            let by_set = self.by_key_set(named, key, &url, wants);
            if by_set.outcome == Outcome::NotChecked && by_set.code != Code::DocumentNotFetched {
                by_document
            } else {
                by_set
            }
        }
    }

    /// Whether the key set of the issuer's host holds the key.
    fn by_key_set(
        &self,
        named: &NamedKey<'_>,
        key: &PublicKey,
        url: &WebAddress,
        wants: &mut Wants,
    ) -> Check {
        let issuer = self.case.issuer_id().unwrap_or_default();
        let with_names = |check: Check| check.with("key", named.name).with("issuer", issuer);
        let set = match self.key_set(url, wants) {
            Ok(set) => set,
            Err(reason) => {
                let check = Check::not_checked(CheckId::IssuerBinding, Code::KeyNotBound);
                return reason.explain(with_names(check), url, Code::KeyNotBound);
            }
        };
        let check = match &set.issuer {
            Some(found) if found != issuer => {
                let other = Check::failed(CheckId::IssuerBinding, Code::DocumentOfAnother);
                other
                    .with("found", found.as_str())
                    .with("expected", issuer)
                    .with("url", url.as_str())
            }
            _ if set.holds(key, self.algorithm) => Check::passed(CheckId::IssuerBinding, Code::KeyBound)
                .with("by", "jwks")
                .with("domain", url.host()),
            _ => Check::failed(CheckId::IssuerBinding, Code::KeyNotListed).with("url", url.as_str()),
        };
        with_names(check)
    }

    /// The address of the key set of the issuer's host, for an issuer with an https address.
    fn key_set_url(&self) -> Option<WebAddress> {
        let issuer = self.case.issuer_id()?;
        let Ok(Method::Https(url)) = Method::of(issuer, self.case.policy.allow_loopback_http) else {
            return None;
        };
        let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
        WebAddress::parse(&format!("{}://{}{port}{KEY_SET_PATH}", url.scheme(), url.host())).ok()
    }

    fn key_set(&self, url: &WebAddress, wants: &mut Wants) -> Result<KeySet, NotRead> {
        let bytes = body(self.case, url, WantedKind::Key, ACCEPT_KEY_SET, wants)?;
        KeySet::read(bytes, &self.case.policy.limits).ok_or(NotRead::Unreadable)
    }
}
