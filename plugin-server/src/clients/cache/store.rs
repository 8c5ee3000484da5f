//! Answers in memory, bounded in number and bytes: those that were not asked for longest are dropped first.

use lru::LruCache;
use time::OffsetDateTime;

use super::Answer;
use crate::clients::{FetchRequest, Redirects};

/// What an entry costs beside its body, roughly, in bytes: its key, its headers and its place in the map.
const OVERHEAD_BYTES: usize = 2_048;

/// All of a request that an answer may depend on. Two requests share an answer only when they are the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Key {
    /// Without what stands after `#`, which no server is told.
    url: String,
    /// The only header that varies.
    accept: String,
    max_bytes: usize,
    redirects: Redirects,
}

impl Key {
    pub(super) fn of(request: &FetchRequest) -> Self {
        let mut url = request.url.clone();
        url.set_fragment(None);
        Self {
            url: url.into(),
            accept: request.accept.clone(),
            max_bytes: request.max_bytes,
            redirects: request.redirects,
        }
    }
}

/// An answer, and while it may be given again without asking.
#[derive(Clone)]
pub(super) struct Kept {
    pub(super) answer: Answer,
    pub(super) since: OffsetDateTime,
    pub(super) until: OffsetDateTime,
}

/// The answers that are kept.
pub(super) struct Store {
    entries: LruCache<Key, Kept>,
    max_entries: usize,
    max_bytes: usize,
    bytes: usize,
}

impl Store {
    pub(super) fn new(max_entries: usize, max_bytes: usize) -> Self {
        Self {
            entries: LruCache::unbounded(),
            max_entries,
            max_bytes,
            bytes: 0,
        }
    }

    /// What is kept for `key` and may be given without asking. A clock that was set back makes nothing fresh.
    pub(super) fn fresh(&mut self, key: &Key, now: OffsetDateTime) -> Option<Answer> {
        let kept = self.entries.get(key)?;
        (kept.since <= now && now < kept.until).then(|| Answer::clone(&kept.answer))
    }

    /// What is kept for `key`, if only to ask whether it is still good.
    pub(super) fn stale(&self, key: &Key) -> Option<Kept> {
        self.entries.peek(key).cloned()
    }

    pub(super) fn keep(&mut self, key: Key, kept: Kept) {
        self.forget(&key);
        self.bytes = self.bytes.saturating_add(Self::cost(&key, &kept.answer));
        self.entries.put(key, kept);
        while self.bytes > self.max_bytes || self.entries.len() > self.max_entries {
            let Some((key, dropped)) = self.entries.pop_lru() else {
                break;
            };
            self.bytes = self.bytes.saturating_sub(Self::cost(&key, &dropped.answer));
        }
    }

    pub(super) fn forget(&mut self, key: &Key) {
        if let Some((key, dropped)) = self.entries.pop_entry(key) {
            self.bytes = self.bytes.saturating_sub(Self::cost(&key, &dropped.answer));
        }
    }

    /// The bytes that an entry takes.
    pub(super) fn cost(key: &Key, answer: &Answer) -> usize {
        let body = answer.as_ref().as_ref().map_or(0, |response| {
            let headers = response.headers.iter();
            let headers = headers.map(|(_, value)| value.len());
            response.body.len().saturating_add(headers.sum())
        });
        body.saturating_add(key.url.len())
            .saturating_add(key.accept.len())
            .saturating_add(OVERHEAD_BYTES)
    }
}
