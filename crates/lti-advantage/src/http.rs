//! Plain requests and responses: this crate writes and reads them, the host sends them.

use std::future::Future;

use url::Url;

/// A request for the host to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The address.
    pub url: Url,
    /// Header names and values. Some platforms accept one exact media type in `Accept` and nothing else.
    pub headers: Vec<(&'static str, String)>,
    /// The body; empty for a `GET`.
    pub body: Vec<u8>,
    /// The largest answer that will be read, in bytes.
    pub max_response_bytes: usize,
}

/// The method of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Method {
    /// `GET`.
    Get,
    /// `POST`.
    Post,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// Header names, in any case, and values as bytes: Moodle sends some that are not ASCII.
    pub headers: Vec<(String, Vec<u8>)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Response {
    /// The first value of the header `name`, whatever its case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&[u8]> {
        self.headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_slice())
    }
}

/// Sends requests. The host's implementation keeps to https, checks the resolved address, follows no redirect
/// to another host, and gives up after a few seconds.
pub trait Transport {
    /// The answer to `request`, whatever its status.
    ///
    /// # Errors
    /// [`TransportError`] when there is no answer to read.
    fn send(&self, request: Request) -> impl Future<Output = Result<Response, TransportError>> + Send;
}

/// Why there is no answer to read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no answer: {code}")]
pub struct TransportError {
    /// The transport's own stable code, such as `timeout`.
    pub code: String,
}
