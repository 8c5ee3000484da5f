//! Names into addresses, refused ones left out.

use std::fmt::Debug;
use std::net::IpAddr;
use std::net::SocketAddr;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use thiserror::Error;

use super::Guard;

/// Asks for the addresses of a name. [`SystemLookup`] asks the operating system.
pub trait Lookup: Debug + Send + Sync + 'static {
    /// The addresses of `name`, in order of preference.
    fn lookup(&self, name: String) -> BoxFuture<'static, std::io::Result<Vec<IpAddr>>>;
}

/// The operating system's resolver.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemLookup;

impl Lookup for SystemLookup {
    fn lookup(&self, name: String) -> BoxFuture<'static, std::io::Result<Vec<IpAddr>>> {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name, 0)).await?;
            Ok(found.map(|address| address.ip()).collect())
        })
    }
}

/// The resolver that the HTTP client connects by.
///
/// The addresses that pass the guard are the ones the client connects to: there is no second lookup, so a
/// name that answers differently the next time gains nothing.
#[derive(Debug, Clone)]
pub(super) struct GuardedResolver {
    guard: Guard,
    lookup: Arc<dyn Lookup>,
}

impl GuardedResolver {
    pub(super) fn new(guard: Guard, lookup: Arc<dyn Lookup>) -> Self {
        Self { guard, lookup }
    }
}

/// Every address of a name was refused.
#[derive(Debug, Error)]
#[error("{name} is not on the public internet")]
pub(super) struct Blocked {
    pub(super) name: String,
}

impl Resolve for GuardedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let Self { guard, lookup } = self.clone();
        let name = name.as_str().to_owned();
        Box::pin(async move {
            let found = lookup.lookup(name.clone()).await?;
            let any_found = !found.is_empty();
            let permitted: Vec<SocketAddr> = found
                .into_iter()
                .filter(|&address| guard.permits(&name, address))
                .map(|address| SocketAddr::new(address, 0))
                .collect();
            if permitted.is_empty() && any_found {
                return Err(Blocked { name }.into());
            }
            Ok(Box::new(permitted.into_iter()) as Addrs)
        })
    }
}
