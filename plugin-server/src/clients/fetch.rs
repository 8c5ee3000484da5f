//! Reading one document from the web, as a trait, so that tests and the offline command line need no network.

use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;

use reqwest::header::HeaderMap;
use thiserror::Error;
use url::Url;

/// Largest document that a verification reads, in bytes, where the caller sets no other bound.
pub const DEFAULT_MAX_BYTES: usize = 1024 * 1024;

/// Largest key set that is read from a platform, in bytes.
pub const JWKS_MAX_BYTES: usize = 256 * 1024;

/// An answer that is not there yet.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Reads documents. [`GuardedFetcher`](super::GuardedFetcher) is the one that uses the network.
pub trait Fetch: Debug + Send + Sync {
    /// The answer to `request`, whatever its HTTP status.
    ///
    /// # Errors
    /// [`FetchError`] when nothing was read.
    fn fetch(&self, request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>>;
}

/// What to read, and under which bounds. Always a GET.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchRequest {
    /// Where the document is.
    pub url: Url,
    /// Media types to ask for, as an `Accept` header.
    pub accept: String,
    /// Largest body, in bytes.
    pub max_bytes: usize,
    /// Which redirects are followed.
    pub redirects: Redirects,
    /// What a cache asks with whether its answer is still good: `If-None-Match`, `If-Modified-Since`. Sent to the
    /// address itself and to none that it redirects to.
    pub validators: HeaderMap,
    /// Whether a cache must pass the request on, because its reader keeps the answer itself.
    pub is_fresh_wanted: bool,
}

impl FetchRequest {
    /// A request for a document that a badge names: up to [`DEFAULT_MAX_BYTES`], redirected to any host that
    /// the guard permits.
    #[must_use]
    pub fn document(url: Url, accept: impl Into<String>) -> Self {
        Self {
            url,
            accept: accept.into(),
            max_bytes: DEFAULT_MAX_BYTES,
            redirects: Redirects::Permitted,
            validators: HeaderMap::new(),
            is_fresh_wanted: false,
        }
    }

    /// A request for a platform's key set: up to [`JWKS_MAX_BYTES`], redirected within its own host only, and never
    /// answered from a cache.
    #[must_use]
    pub fn jwks(url: Url) -> Self {
        let accept = "application/jwk-set+json, application/json";
        Self {
            max_bytes: JWKS_MAX_BYTES,
            redirects: Redirects::SameHost,
            is_fresh_wanted: true,
            ..Self::document(url, accept)
        }
    }
}

/// Which redirects are followed. Each is put through the guard again, whatever is chosen here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Redirects {
    /// To any host that the guard permits.
    Permitted,
    /// To the same scheme, host and port only.
    SameHost,
}

/// A server's answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FetchResponse {
    /// HTTP status, such as 200 or 404.
    pub status: u16,
    /// The `Content-Type` header, if there was one.
    pub content_type: Option<String>,
    /// The headers that say how long the answer may be kept, and how to ask whether it is still good.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
    /// Where the answer came from, when redirects led elsewhere.
    pub redirected_to: Option<Url>,
    /// The redirects that led there, in their order.
    pub hops: Vec<Hop>,
}

/// A redirect that was followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    /// HTTP status, such as 301.
    pub status: u16,
    /// The headers that say how long it may be kept.
    pub headers: HeaderMap,
}

/// Why nothing was read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum FetchError {
    /// The address cannot be fetched: it has no host, or it carries a user name or a password.
    #[error("this is not an address that can be read: {url}")]
    InvalidUrl {
        /// The address.
        url: String,
    },
    /// The address is not https, and not one of this machine's own while developing.
    #[error("only https addresses are read: {url}")]
    NotHttps {
        /// The address.
        url: String,
    },
    /// The name leads to an address that is not on the public internet.
    #[error("{host} is not on the public internet")]
    BlockedAddress {
        /// The host name or the address.
        host: String,
    },
    /// A redirect led to another host, where only the same was permitted.
    #[error("redirected to another host: {url}")]
    OtherHost {
        /// Where the redirect led.
        url: String,
    },
    /// There were more redirects than are followed.
    #[error("more than {limit} redirects")]
    TooManyRedirects {
        /// How many are followed.
        limit: usize,
    },
    /// The body is larger than asked for.
    #[error("larger than {max_bytes} bytes")]
    TooLarge {
        /// The bound, in bytes.
        max_bytes: usize,
    },
    /// No complete answer came in time.
    #[error("no complete answer in time")]
    Timeout,
    /// The name is unknown, nobody listens there, or the connection broke.
    #[error("cannot be reached")]
    Unreachable,
    /// The request holds what cannot be sent, such as a line end in a header.
    #[error("the request cannot be sent")]
    Unsendable,
    /// TLS or the system's certificate store could not be set up.
    #[error("TLS could not be set up: {reason}")]
    NoTls {
        /// What the TLS library says.
        reason: String,
    },
    /// The caller asked that nothing be read from the network.
    #[error("nothing is read from the network")]
    Offline,
}

impl FetchError {
    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::InvalidUrl { .. } => "invalid-url",
            Self::NotHttps { .. } => "not-https",
            Self::BlockedAddress { .. } => "blocked-address",
            Self::OtherHost { .. } => "redirect-to-other-host",
            Self::TooManyRedirects { .. } => "too-many-redirects",
            Self::TooLarge { .. } => "too-large",
            Self::Timeout => "timeout",
            Self::Unreachable => "unreachable",
            Self::Unsendable => "unsendable",
            Self::NoTls { .. } => "no-tls",
            Self::Offline => "offline",
        }
    }
}
