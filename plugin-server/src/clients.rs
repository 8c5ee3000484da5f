//! What goes out to the network: one guard, one client, a cache in front of what it reads, and the loop that gathers
//! what a verification wants.

mod cache;
mod call;
pub mod evidence;
mod fetch;
mod guard;
mod guarded;
mod mail;
mod resolver;
mod resources;

use std::sync::Arc;

pub use cache::{CacheRules, CachingFetcher};
pub use call::{Call, Network, Outbound};
pub use fetch::{
    DEFAULT_MAX_BYTES, Fetch, FetchError, FetchRequest, FetchResponse, Hop, JWKS_MAX_BYTES, Pending,
    Redirects,
};
pub use guard::Guard;
pub use guarded::GuardedFetcher;
pub use mail::{Letter, MailError, Mailer, mailer};
pub use resolver::{Lookup, SystemLookup};
pub use resources::{Offline, Resources, ResourcesError};

use lti_advantage::http::{Request, Response};

use crate::clock::SystemClock;
use crate::config::Config;

/// The way out to the network that a server uses, with a cache for the documents that it reads.
///
/// # Errors
/// `no-tls`: TLS or the system's certificate store could not be set up.
pub fn client(config: &Config) -> Result<Arc<dyn Network>, FetchError> {
    let guard = if config.development {
        Guard::with_loopback()
    } else {
        Guard::public_only()
    };
    let calls = GuardedFetcher::new(guard)?;
    let documents = CachingFetcher::new(Box::new(calls.clone()), Arc::new(SystemClock), CacheRules::SERVER);
    Ok(Arc::new(ServerNetwork { documents, calls }))
}

/// Documents pass through the cache, calls do not.
#[derive(Debug)]
struct ServerNetwork {
    documents: CachingFetcher,
    calls: GuardedFetcher,
}

impl Fetch for ServerNetwork {
    fn fetch(&self, request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>> {
        self.documents.fetch(request)
    }
}

impl Call for ServerNetwork {
    fn call(&self, request: Request) -> Pending<'_, Result<Response, FetchError>> {
        self.calls.call(request)
    }
}
