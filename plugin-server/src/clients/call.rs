//! Calls to the services of platforms: requests with a body and credentials, in the words of `lti_advantage`.

use std::fmt::Debug;

use lti_advantage::http::{Request, Response, Transport, TransportError};

use super::{Fetch, FetchError, Pending};

/// Sends requests that may carry credentials. No redirect is followed and nothing is kept: what a service answers
/// is for its caller alone, and a redirect would carry the credentials elsewhere.
pub trait Call: Debug + Send + Sync {
    /// The answer to `request`, whatever its HTTP status, redirects included.
    ///
    /// # Errors
    /// [`FetchError`] when there is no answer to read.
    fn call(&self, request: Request) -> Pending<'_, Result<Response, FetchError>>;
}

/// The whole way out of a server: documents for anybody, and calls in its own name.
pub trait Network: Fetch + Call {}

impl<T: Fetch + Call> Network for T {}

/// A server's way out, as `lti_advantage` asks for it.
#[derive(Debug, Clone, Copy)]
pub struct Outbound<'a>(pub &'a dyn Network);

impl Transport for Outbound<'_> {
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
        let answer = self.0.call(request).await;
        answer.map_err(|error| TransportError {
            code: error.code().to_owned(),
        })
    }
}
