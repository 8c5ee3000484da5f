//! The client that uses the network, under the guard: it reads documents and calls services.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use lti_advantage::http;
use reqwest::header::{
    ACCEPT, AGE, CACHE_CONTROL, CONTENT_TYPE, DATE, ETAG, EXPIRES, HeaderMap, HeaderName, HeaderValue,
    LAST_MODIFIED, LOCATION, PRAGMA, VARY,
};
use reqwest::{Client, Method, Response, redirect};
use url::Url;

use super::resolver::{Blocked, GuardedResolver, Lookup, SystemLookup};
use super::{Call, Fetch, FetchError, FetchRequest, FetchResponse, Guard, Hop, Pending, Redirects};

/// How long one fetch may take, redirects and body included.
const TIMEOUT: Duration = Duration::from_secs(5);

/// How long one call to a service may take. A platform works out anew who may open a link for each person on a
/// roster, which takes many seconds for a large course.
const CALL_TIMEOUT: Duration = Duration::from_secs(30);

/// How many redirects are followed.
const MAX_REDIRECTS: usize = 3;

/// Who asks, for the logs of the servers that are asked.
const USER_AGENT: &str = concat!(
    "Blason/",
    env!("CARGO_PKG_VERSION"),
    " (Open Badges issuer and verifier)"
);

/// Reads documents from the public internet over https, bounded in time, size and redirects, and calls services there
/// without following any redirect.
///
/// No cookies, no credentials of its own, no proxy from the environment: a proxy would resolve the names itself,
/// behind the guard's back.
#[derive(Debug, Clone)]
pub struct GuardedFetcher {
    guard: Guard,
    client: Client,
    timeout: Duration,
    call_timeout: Duration,
}

impl GuardedFetcher {
    /// A fetcher under `guard`, with the operating system's resolver.
    ///
    /// # Errors
    /// `no-tls`: TLS or the system's certificate store could not be set up.
    pub fn new(guard: Guard) -> Result<Self, FetchError> {
        Self::with_lookup(guard, Arc::new(SystemLookup))
    }

    /// The same with another resolver.
    ///
    /// # Errors
    /// `no-tls`: TLS or the system's certificate store could not be set up.
    pub fn with_lookup(guard: Guard, lookup: Arc<dyn Lookup>) -> Result<Self, FetchError> {
        let builder = Client::builder()
            .user_agent(USER_AGENT)
            .redirect(redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .dns_resolver(GuardedResolver::new(guard, lookup));
        let client = builder.build().map_err(|error| FetchError::NoTls {
            reason: error.to_string(),
        })?;
        Ok(Self {
            guard,
            client,
            timeout: TIMEOUT,
            call_timeout: CALL_TIMEOUT,
        })
    }

    /// The same fetcher with another bound on the time that one fetch or one call may take.
    #[must_use]
    pub const fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self.call_timeout = timeout;
        self
    }

    async fn follow(&self, request: FetchRequest) -> Result<FetchResponse, FetchError> {
        let mut url = request.url.clone();
        let mut hops = Vec::new();
        for _ in 0..=MAX_REDIRECTS {
            self.guard.check_url(&url)?;
            let mut asking = self.client.get(url.clone()).header(ACCEPT, &request.accept);
            if hops.is_empty() {
                asking = asking.headers(request.validators.clone());
            }
            let response = asking.send().await.map_err(|error| unread(&error))?;
            let Some(target) = redirect_target(&url, &response) else {
                let redirected_to = (url != request.url).then_some(url);
                return Ok(FetchResponse {
                    status: response.status().as_u16(),
                    content_type: text(response.headers(), &CONTENT_TYPE),
                    headers: caching_headers(response.headers()),
                    body: body(response, request.max_bytes).await?,
                    redirected_to,
                    hops,
                });
            };
            hops.push(Hop {
                status: response.status().as_u16(),
                headers: caching_headers(response.headers()),
            });
            url = permitted_target(request.redirects, &url, target)?;
        }
        Err(FetchError::TooManyRedirects { limit: MAX_REDIRECTS })
    }

    async fn send(&self, request: http::Request) -> Result<http::Response, FetchError> {
        self.guard.check_url(&request.url)?;
        let method = match request.method {
            http::Method::Get => Method::GET,
            http::Method::Post => Method::POST,
            _ => return Err(FetchError::Unsendable),
        };
        let headers = headers(&request)?;
        let asking = self.client.request(method, request.url).headers(headers);
        let response = asking.body(request.body).send().await;
        let response = response.map_err(|error| unread(&error))?;
        let headers = response.headers().iter();
        Ok(http::Response {
            status: response.status().as_u16(),
            headers: headers
                .map(|(name, value)| (name.as_str().to_owned(), value.as_bytes().to_vec()))
                .collect(),
            body: body(response, request.max_response_bytes).await?,
        })
    }
}

impl Call for GuardedFetcher {
    fn call(&self, request: http::Request) -> Pending<'_, Result<http::Response, FetchError>> {
        Box::pin(async move {
            let outcome = tokio::time::timeout(self.call_timeout, self.send(request)).await;
            outcome.unwrap_or(Err(FetchError::Timeout))
        })
    }
}

impl Fetch for GuardedFetcher {
    fn fetch(&self, request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>> {
        Box::pin(async move {
            let outcome = tokio::time::timeout(self.timeout, self.follow(request)).await;
            outcome.unwrap_or(Err(FetchError::Timeout))
        })
    }
}

/// Where a redirect leads; `None` for any other answer.
fn redirect_target(url: &Url, response: &Response) -> Option<Url> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let location = response.headers().get(LOCATION)?.to_str().ok()?;
    url.join(location).ok()
}

fn permitted_target(redirects: Redirects, from: &Url, target: Url) -> Result<Url, FetchError> {
    let same_host = from.origin() == target.origin();
    match redirects {
        Redirects::SameHost if !same_host => Err(FetchError::OtherHost {
            url: target.to_string(),
        }),
        Redirects::SameHost | Redirects::Permitted => Ok(target),
    }
}

/// The headers of a call. Those that carry a secret stay out of the client's own logs.
fn headers(request: &http::Request) -> Result<HeaderMap, FetchError> {
    let mut headers = HeaderMap::new();
    for (name, value) in &request.headers {
        let mut value = HeaderValue::from_str(value).map_err(|_line_end| FetchError::Unsendable)?;
        value.set_sensitive(name.eq_ignore_ascii_case("authorization"));
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_no_name| FetchError::Unsendable)?;
        headers.append(name, value);
    }
    Ok(headers)
}

/// The body of an answer, up to `max_bytes`.
async fn body(mut response: Response, max_bytes: usize) -> Result<Vec<u8>, FetchError> {
    let too_large = || FetchError::TooLarge { max_bytes };
    let announced = response.content_length().map(usize::try_from);
    if announced.is_some_and(|length| length.map_or(true, |length| length > max_bytes)) {
        return Err(too_large());
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| unread(&error))? {
        // Subtracting cannot wrap: the body never grows past the bound.
        if chunk.len() > max_bytes - body.len() {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// Those of the headers that [RFC 9111](https://www.rfc-editor.org/rfc/rfc9111) goes by.
fn caching_headers(headers: &HeaderMap) -> HeaderMap {
    let names = [
        AGE,
        CACHE_CONTROL,
        DATE,
        ETAG,
        EXPIRES,
        LAST_MODIFIED,
        PRAGMA,
        VARY,
    ];
    names
        .into_iter()
        .flat_map(|name| {
            let values = headers.get_all(&name).iter().cloned();
            values.map(move |value| (name.clone(), value)).collect::<Vec<_>>()
        })
        .collect()
}

fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// Tells a refusal of our own resolver from a network that failed.
fn unread(error: &reqwest::Error) -> FetchError {
    let mut cause: Option<&(dyn Error + 'static)> = error.source();
    while let Some(inner) = cause {
        if let Some(Blocked { name }) = inner.downcast_ref() {
            return FetchError::BlockedAddress { host: name.clone() };
        }
        cause = inner.source();
    }
    if error.is_timeout() {
        FetchError::Timeout
    } else {
        FetchError::Unreachable
    }
}

#[cfg(test)]
mod tests;
