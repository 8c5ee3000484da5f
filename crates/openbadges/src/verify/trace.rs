//! What a verification computes on its way, for issuers who compare each step with their own.
//!
//! [`trace`] makes these values a second time, with the same code. [`verify`](super::verify()) keeps none of them,
//! so that those who do not ask pay nothing.

use serde_json::{Map, Value};
use time::OffsetDateTime;

use super::case::Case;
use super::format::{self, Badge};
use super::key::{Giver, NamedKey, Source};
use super::{Check, Evidence, Policy, assertion, context, jwt, signature};
use crate::did::split_fragment;
use crate::key::PublicKey;
use crate::suite::{Disclosure, HashInput};

/// The intermediate values of one verification.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Trace {
    /// One entry per proof in the order of the credential, or one for the signature of a token. Empty when the
    /// verification ended before any signature was looked at.
    pub signatures: Vec<SignatureTrace>,
}

/// How one signature was checked.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SignatureTrace {
    /// JSON pointer of the proof; empty for a token.
    pub pointer: String,
    /// The cryptosuite, the proof's type where it names none, or the token's algorithm, as they are written.
    pub suite: Option<String>,
    /// The key that the signature was checked with; the check that says why there is none.
    pub key: Result<KeyTrace, Check>,
    /// What was signed; the check that says why that could not be computed.
    pub signed: Result<Signed, Check>,
    /// Whether the signature is one of this key over what was signed; `None` when it cannot be held against it.
    pub matches: Option<bool>,
}

/// What a signature was made over.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Signed {
    /// The hashes of two canonical forms, for a [Data Integrity](https://www.w3.org/TR/vc-data-integrity/) proof.
    DataIntegrity {
        /// The algorithm of both canonical forms: `RDFC-1.0` or `JCS`.
        canonicalization: &'static str,
        /// Both canonical forms and the hash function.
        input: HashInput,
        /// The statements that the holder shows, for a suite that lets some be left out.
        disclosure: Option<Disclosure>,
        /// What the issuer's key signed.
        bytes: Vec<u8>,
        /// For each context of whose address several contents were published, the address and the SHA-256, in
        /// hexadecimal digits, of the content that was used.
        revisions: Vec<(&'static str, &'static str)>,
    },
    /// The header and the payload of a token.
    Token {
        /// What was signed: both in base64url with a point between them.
        signing_input: String,
        /// The header.
        header: Map<String, Value>,
        /// Each registered claim that stands for a member of the credential; none for a badge before 3.0, which is
        /// the payload itself.
        claims: Vec<ClaimTrace>,
    },
}

/// A claim of a token beside the member of the credential that says the same.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClaimTrace {
    /// The claim's name, such as `nbf`.
    pub claim: &'static str,
    /// Its value; `None` when the token has no such claim.
    pub value: Option<Value>,
    /// JSON pointer of the member, such as `/validFrom`.
    pub pointer: &'static str,
    /// The member's value; `None` when the credential has no such member.
    pub member: Option<Value>,
}

/// A key, and where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct KeyTrace {
    /// The name that the proof or the token gives it.
    pub name: String,
    /// The key.
    pub key: PublicKey,
    /// Where it was found.
    pub origin: KeyOrigin,
}

/// Where a key was found. Only the `issuer-binding` check says whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyOrigin {
    /// The name is the key: `did-key` or `did-jwk`.
    Name(&'static str),
    /// The fragment of the name is the key. The document that the name leads to was not read.
    Fragment,
    /// The controller document, or the DID document, at this address.
    Document(String),
    /// The key set at this address.
    KeySet(String),
    /// The header of the token.
    Header,
}

impl KeyOrigin {
    /// A stable kebab-case name.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Name(method) => method,
            Self::Fragment => "name-fragment",
            Self::Document(_) => "document",
            Self::KeySet(_) => "key-set",
            Self::Header => "token-header",
        }
    }

    /// The address of the document that the key was read from.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        match self {
            Self::Document(url) | Self::KeySet(url) => Some(url),
            Self::Name(_) | Self::Fragment | Self::Header => None,
        }
    }
}

impl KeyTrace {
    /// The key that was found under a name, or why there is none.
    pub(super) fn of(named: &NamedKey<'_>) -> Result<Self, Check> {
        let key = named.key()?;
        let origin = match &named.source {
            Source::Name(_, method) => KeyOrigin::Name(method),
            Source::Given(_, Giver::Header) => KeyOrigin::Header,
            Source::Given(_, Giver::KeySet(url)) => KeyOrigin::KeySet(url.as_str().to_owned()),
            Source::Document(read) => KeyOrigin::Document(read.url.as_str().to_owned()),
            Source::NoDocument { .. } | Source::Nowhere(_) => KeyOrigin::Fragment,
        };
        Ok(Self {
            name: named.name.to_owned(),
            key,
            origin,
        })
    }

    /// What stands after `#` in the name.
    #[must_use]
    pub fn fragment(&self) -> Option<&str> {
        split_fragment(&self.name).1
    }
}

/// The intermediate values of verifying `input`, given what [`verify`](super::verify()) is given.
///
/// Pure, like that. Call it once nothing is wanted any more: without the evidence there is no key.
///
/// ```
/// use openbadges::verify::{Evidence, Policy, trace::{Signed, trace}};
///
/// # let input = b"{}";
/// # let now = time::OffsetDateTime::UNIX_EPOCH;
/// for signature in trace(input, &Evidence::new(), now, &Policy::default()).signatures {
///     if let Ok(Signed::DataIntegrity { input, .. }) = signature.signed {
///         print!("{}", input.document);
///     }
/// }
/// ```
#[must_use]
pub fn trace(input: &[u8], evidence: &Evidence, now: OffsetDateTime, policy: &Policy) -> Trace {
    let signatures = match format::check(input, &policy.limits).badge {
        Some(Badge::Credential(members)) => {
            let case = Case::new(&members, evidence, now, policy);
            let rdf = context::check(&case).1;
            rdf.map_or_else(Vec::new, |rdf| signature::trace(&case, &rdf))
        }
        Some(Badge::Token(token)) => {
            let case = Case::new(&token.credential, evidence, now, policy);
            vec![jwt::trace(&case, &token)]
        }
        Some(Badge::Assertion(source)) => {
            let signature = assertion::trace(&source, evidence, now, policy);
            signature.into_iter().collect()
        }
        None => Vec::new(),
    };
    Trace { signatures }
}
