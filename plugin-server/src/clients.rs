//! What goes out to the network: one guard, one fetcher, a cache in front of it, and the loop that gathers what a
//! verification wants.

mod cache;
pub mod evidence;
mod fetch;
mod guard;
mod guarded;
mod resolver;
mod resources;

use std::sync::Arc;

pub use cache::{CacheRules, CachingFetcher};
pub use fetch::{
    DEFAULT_MAX_BYTES, Fetch, FetchError, FetchRequest, FetchResponse, Hop, JWKS_MAX_BYTES, Pending,
    Redirects,
};
pub use guard::Guard;
pub use guarded::GuardedFetcher;
pub use resolver::{Lookup, SystemLookup};
pub use resources::{Offline, Resources, ResourcesError};

use crate::clock::SystemClock;
use crate::config::Config;

/// The way out to the network that a server uses, with its cache.
///
/// # Errors
/// `no-tls`: TLS or the system's certificate store could not be set up.
pub fn client(config: &Config) -> Result<Arc<dyn Fetch>, FetchError> {
    let guard = if config.development {
        Guard::with_loopback()
    } else {
        Guard::public_only()
    };
    let fetcher = Box::new(GuardedFetcher::new(guard)?);
    Ok(Arc::new(CachingFetcher::new(
        fetcher,
        Arc::new(SystemClock),
        CacheRules::SERVER,
    )))
}
