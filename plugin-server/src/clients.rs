//! What goes out to the network: one guard, one fetcher, and the loop that gathers what a verification wants.

pub mod evidence;
mod fetch;
mod guard;
mod guarded;
mod resolver;
mod resources;

use std::sync::Arc;

pub use fetch::{
    DEFAULT_MAX_BYTES, Fetch, FetchError, FetchRequest, FetchResponse, JWKS_MAX_BYTES, Pending, Redirects,
};
pub use guard::Guard;
pub use guarded::GuardedFetcher;
pub use resolver::{Lookup, SystemLookup};
pub use resources::{Offline, Resources, ResourcesError};

use crate::config::Config;

/// The way out to the network that a server uses.
///
/// # Errors
/// `no-tls`: TLS or the system's certificate store could not be set up.
pub fn client(config: &Config) -> Result<Arc<dyn Fetch>, FetchError> {
    let guard = if config.development {
        Guard::with_loopback()
    } else {
        Guard::public_only()
    };
    Ok(Arc::new(GuardedFetcher::new(guard)?))
}
