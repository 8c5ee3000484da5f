//! [Decentralized identifiers](https://www.w3.org/TR/did-1.0/) and the documents that say whose a key is.

mod document;
mod jwk;
mod key;
mod web;

pub use document::{ControllerDocument, ListedKey, Listing};

use crate::address::WebAddress;
use crate::error::KeyError;
use crate::key::PublicKey;

/// How the keys of an identity are found.
///
/// ```
/// use openbadges::address::WebAddress;
/// use openbadges::did::{Method, web_did};
///
/// let did = web_did(&WebAddress::parse("https://badges.example/issuers/1")?)?;
/// assert_eq!(did, "did:web:badges.example:issuers:1");
/// let document = Method::of(&did, false)?;
/// let url = document.document_url().map(WebAddress::as_str);
/// assert_eq!(url, Some("https://badges.example/issuers/1/did.json"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Method {
    /// [`did:key`](https://w3c-ccg.github.io/did-key-spec/): the identifier is the key.
    Key(PublicKey),
    /// [`did:jwk`](https://github.com/quartzjer/did-jwk/blob/main/spec.md): the identifier is the key.
    Jwk(PublicKey),
    /// [`did:web`](https://w3c-ccg.github.io/did-method-web/): a document at this address.
    Web(WebAddress),
    /// An https address: a [controller document](https://www.w3.org/TR/cid-1.0/#controlled-identifier-documents).
    Https(WebAddress),
}

impl Method {
    /// How the keys of `identity`, a DID or an address without its fragment, are found.
    ///
    /// With `allow_loopback_http`, loopback hosts are read over plain http; for development only.
    ///
    /// # Errors
    /// [`KeyError::UnsupportedDidMethod`] for what is neither; [`KeyError::MalformedDid`] or the key's own error.
    pub fn of(identity: &str, allow_loopback_http: bool) -> Result<Self, KeyError> {
        if let Some(id) = identity.strip_prefix("did:key:") {
            key::decode(id).map(Self::Key)
        } else if let Some(id) = identity.strip_prefix("did:jwk:") {
            jwk::decode(id).map(Self::Jwk)
        } else if let Some(id) = identity.strip_prefix("did:web:") {
            web::document_url(id, allow_loopback_http).map(Self::Web)
        } else {
            let url =
                WebAddress::parse(identity).map_err(|_not_an_address| KeyError::UnsupportedDidMethod)?;
            if url.scheme() == "https" || allow_loopback_http && url.is_loopback() {
                Ok(Self::Https(url))
            } else {
                Err(KeyError::UnsupportedDidMethod)
            }
        }
    }

    /// The address of the document, for the methods that have one.
    #[must_use]
    pub const fn document_url(&self) -> Option<&WebAddress> {
        match self {
            Self::Web(url) | Self::Https(url) => Some(url),
            Self::Key(_) | Self::Jwk(_) => None,
        }
    }
}

/// The `did:key` of a public key.
///
/// ```
/// use openbadges::did::{Method, key_did, key_verification_method, split_fragment};
/// use openbadges::key::{Ed25519Signer, Signer as _};
///
/// let key = Ed25519Signer::from_seed(&[7; 32]).public_key();
/// let did = key_did(&key);
/// assert_eq!(Method::of(&did, false)?, Method::Key(key.clone()));
/// assert_eq!(split_fragment(&key_verification_method(&key)).0, did);
/// # Ok::<(), openbadges::key::KeyError>(())
/// ```
#[must_use]
pub fn key_did(key: &PublicKey) -> String {
    format!("did:key:{}", key.to_multibase())
}

/// The identifier of the one verification method that a `did:key` has.
#[must_use]
pub fn key_verification_method(key: &PublicKey) -> String {
    let multibase = key.to_multibase();
    format!("did:key:{multibase}#{multibase}")
}

/// The `did:web` whose document is served under `base`, such as `did:web:badges.example%3A8080:issuers:1`.
///
/// # Errors
/// [`KeyError::MalformedDid`] when the name of the host is not in ASCII; punycode is.
pub fn web_did(base: &WebAddress) -> Result<String, KeyError> {
    web::did(base)
}

/// `id` in its two halves: the identity, and what stands after `#`.
#[must_use]
pub fn split_fragment(id: &str) -> (&str, Option<&str>) {
    match id.split_once('#') {
        Some((identity, fragment)) => (identity, Some(fragment)),
        None => (id, None),
    }
}
