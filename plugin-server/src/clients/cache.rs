//! A cache in front of another fetcher, by the rules of [RFC 9111](https://www.rfc-editor.org/rfc/rfc9111).
//!
//! Many badges name the same issuer, so its keys and lists are asked for once and not once for each badge. An answer
//! is kept no longer than it permits itself, and a status list no longer than its issuer says in the list.

mod lifetime;
mod store;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, Shared, WeakShared};

use self::store::{Kept, Key, Store};
use super::{Fetch, FetchError, FetchRequest, FetchResponse, Pending};
use crate::clock::Clock;

/// How much is kept, and for how long at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct CacheRules {
    /// Most answers.
    pub max_entries: usize,
    /// Most bytes of all answers together.
    pub max_bytes: usize,
    /// Larger answers are passed on and not kept, in bytes.
    pub max_entry_bytes: usize,
    /// How long an answer is kept that says nothing about it.
    pub unstated: Duration,
    /// How long an error is kept at most, whatever it says: it may be over soon.
    pub negative: Duration,
    /// How long any answer is kept at most, so that a key that was withdrawn is noticed.
    pub longest: Duration,
}

impl CacheRules {
    /// For a process that answers strangers for months.
    pub const SERVER: Self = Self {
        max_entries: 1_000,
        max_bytes: 32 * 1024 * 1024,
        max_entry_bytes: 2 * 1024 * 1024,
        unstated: Duration::from_secs(60),
        negative: Duration::from_secs(10),
        longest: Duration::from_secs(60 * 60),
    };

    /// For one run of a command: what says nothing is asked for once, and a server that is down not for each badge.
    pub const ONE_RUN: Self = Self {
        unstated: Duration::from_secs(5 * 60),
        negative: Duration::from_secs(60),
        ..Self::SERVER
    };
}

type Answer = Arc<Result<FetchResponse, FetchError>>;

/// An answer under way, for everybody who asks meanwhile.
type Flight = Shared<BoxFuture<'static, Answer>>;

/// Answers from memory as long as that is permitted, and asks another fetcher otherwise: once, however many ask at
/// the same time.
///
/// An answer counts for the request that it was given to and for no other address, not even for one that it was
/// redirected to: what a stranger's address says stays there.
#[derive(Clone)]
pub struct CachingFetcher(Arc<Inner>);

struct Inner {
    fetch: Box<dyn Fetch>,
    clock: Arc<dyn Clock>,
    rules: CacheRules,
    state: Mutex<State>,
}

struct State {
    store: Store,
    flights: HashMap<Key, WeakShared<BoxFuture<'static, Answer>>>,
}

impl fmt::Debug for CachingFetcher {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CachingFetcher")
            .field("fetch", &self.0.fetch)
            .field("rules", &self.0.rules)
            .finish_non_exhaustive()
    }
}

impl CachingFetcher {
    /// A cache, empty at first, in front of `fetch`.
    #[must_use]
    pub fn new(fetch: Box<dyn Fetch>, clock: Arc<dyn Clock>, rules: CacheRules) -> Self {
        let state = State {
            store: Store::new(rules.max_entries, rules.max_bytes),
            flights: HashMap::new(),
        };
        Self(Arc::new(Inner {
            fetch,
            clock,
            rules,
            state: Mutex::new(state),
        }))
    }

    /// The answer to `request`, from memory or on its way.
    fn answer(&self, request: FetchRequest) -> Flight {
        let key = Key::of(&request);
        let now = self.0.clock.now();
        let mut state = self.0.state();
        if let Some(kept) = state.store.fresh(&key, now) {
            return std::future::ready(kept).boxed().shared();
        }
        if let Some(flight) = state.flights.get(&key).and_then(WeakShared::upgrade) {
            return flight;
        }
        let stale = state.store.stale(&key);
        let inner = Arc::clone(&self.0);
        let flight = inner.fly(key.clone(), request, stale).boxed().shared();
        // Those that nobody waited for to the end are still there.
        state.flights.retain(|_, flight| flight.upgrade().is_some());
        if let Some(weak) = flight.downgrade() {
            state.flights.insert(key, weak);
        }
        flight
    }
}

impl Fetch for CachingFetcher {
    fn fetch(&self, request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>> {
        if request.is_fresh_wanted {
            return self.0.fetch.fetch(request);
        }
        let answer = self.answer(request);
        Box::pin(async move { answer.await.as_ref().clone() })
    }
}

impl Inner {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Fetches, or asks whether what is kept is still good; keeps the answer as long as that is permitted.
    async fn fly(self: Arc<Self>, key: Key, request: FetchRequest, stale: Option<Kept>) -> Answer {
        let revalidation = stale
            .as_ref()
            .and_then(|kept| lifetime::revalidation(&request, kept));
        let answer = match revalidation {
            Some(revalidation) => {
                let asked = FetchRequest {
                    validators: revalidation.validators(),
                    ..request.clone()
                };
                match self.fetch.fetch(asked).await {
                    Ok(answer) if answer.status == 304 => {
                        match revalidation.renewed(&answer, self.clock.now()) {
                            Some(renewed) => Ok(renewed),
                            // It speaks of another content than the one that is kept.
                            None => self.fetch.fetch(request.clone()).await,
                        }
                    }
                    other => other,
                }
            }
            None => self.fetch.fetch(request.clone()).await,
        };
        let now = self.clock.now();
        let lifetime = lifetime::of(&request, &answer, now, &self.rules);
        let answer = Arc::new(answer);
        let mut state = self.state();
        state.flights.remove(&key);
        match lifetime {
            Some(lifetime) if Store::cost(&key, &answer) <= self.rules.max_entry_bytes => {
                state.store.keep(
                    key,
                    Kept {
                        answer: Arc::clone(&answer),
                        since: now,
                        until: now + lifetime,
                    },
                );
            }
            Some(_) | None => state.store.forget(&key),
        }
        answer
    }
}

#[cfg(test)]
mod tests;
