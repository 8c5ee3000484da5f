//! Documents from a file instead of the network, for tests, audits and machines without a connection.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lti_advantage::http::{Request, Response};
use serde::Deserialize;
use thiserror::Error;
use url::Url;

use super::{Call, Fetch, FetchError, FetchRequest, FetchResponse, Pending};

/// Answers every fetch from a map of addresses; an address that is absent is unreachable.
#[derive(Debug, Clone, Default)]
pub struct Resources {
    documents: BTreeMap<Url, FetchResponse>,
}

/// Why a resources file cannot be used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ResourcesError {
    /// The file is not JSON of the documented shape.
    #[error("it must be a JSON object of address to {{status, content_type, body or body_base64}}: {0}")]
    Shape(#[from] serde_json::Error),
    /// An entry's key is no address.
    #[error("this is not an address: {0}")]
    Address(String),
    /// An entry's `body_base64` is not Base64.
    #[error("the body_base64 of {0} is not Base64")]
    Base64(String),
}

impl ResourcesError {
    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Shape(_) => "resources-shape",
            Self::Address(_) => "resources-address",
            Self::Base64(_) => "resources-base64",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    status: u16,
    content_type: Option<String>,
    #[serde(flatten)]
    body: Body,
}

#[derive(Deserialize)]
enum Body {
    #[serde(rename = "body")]
    Text(String),
    #[serde(rename = "body_base64")]
    Base64(String),
}

impl Resources {
    /// Reads the JSON map `{URL: {status, content_type, body | body_base64}}`.
    ///
    /// # Errors
    /// The file has another shape, a key is no address, or a body is not Base64.
    pub fn parse(json: &[u8]) -> Result<Self, ResourcesError> {
        let entries: BTreeMap<String, Entry> = serde_json::from_slice(json)?;
        let documents = entries
            .into_iter()
            .map(|(address, entry)| {
                let url = Url::parse(&address)
                    .map_err(|_not_an_address| ResourcesError::Address(address.clone()))?;
                let body = match entry.body {
                    Body::Text(text) => text.into_bytes(),
                    Body::Base64(text) => STANDARD
                        .decode(text)
                        .map_err(|_not_base64| ResourcesError::Base64(address.clone()))?,
                };
                let Entry {
                    status, content_type, ..
                } = entry;
                Ok((
                    url,
                    FetchResponse {
                        status,
                        content_type,
                        body,
                        ..FetchResponse::default()
                    },
                ))
            })
            .collect::<Result<_, ResourcesError>>()?;
        Ok(Self { documents })
    }
}

impl Fetch for Resources {
    fn fetch(&self, request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>> {
        Box::pin(async move {
            self.documents
                .get(&request.url)
                .cloned()
                .ok_or(FetchError::Unreachable)
        })
    }
}

/// Reads nothing, and says so.
#[derive(Debug, Clone, Copy, Default)]
pub struct Offline;

impl Fetch for Offline {
    fn fetch(&self, _request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>> {
        Box::pin(async { Err(FetchError::Offline) })
    }
}

impl Call for Offline {
    fn call(&self, _request: Request) -> Pending<'_, Result<Response, FetchError>> {
        Box::pin(async { Err(FetchError::Offline) })
    }
}
