//! The keys of a platform: which one checks a token, and when to fetch the set again.
//!
//! [1EdTech Security Framework 1.0, section 6](https://www.imsglobal.org/spec/security/v1p0/#key-management).

mod key_set;

pub use key_set::{KeySet, VerificationKey};

use time::{Duration, OffsetDateTime};

use crate::{
    error::JwksError,
    http::{Method, Request, Response, Transport},
    records::{Algorithm, Registration},
};

/// The least time between two fetches of one platform's keys, so that tokens with invented key identifiers
/// cannot make this tool call the platform again and again.
pub const MIN_REFRESH_AGE: Duration = Duration::minutes(1);

/// The largest key set that is read, in bytes.
pub const MAX_KEY_SET_BYTES: usize = 256 * 1024;

const MIN_LIFETIME: Duration = Duration::minutes(5);
const MAX_LIFETIME: Duration = Duration::days(1);
const DEFAULT_LIFETIME: Duration = Duration::hours(1);

/// What is known of one platform's keys. The host keeps one for each registration.
#[derive(Debug, Clone, Default)]
pub struct KeyCache {
    good: Option<Good>,
    attempted_at: Option<OffsetDateTime>,
    failure: Option<JwksError>,
}

/// The last set that could be read. It is kept when a later fetch fails.
#[derive(Debug, Clone)]
struct Good {
    set: KeySet,
    fresh_until: OffsetDateTime,
}

/// The key, or that the set has to be fetched first.
#[derive(Debug, Clone)]
pub enum Choice {
    /// The key to check with.
    Key(VerificationKey),
    /// Fetch the set, tell the cache by [`KeyCache::store`] or [`KeyCache::store_failure`], and ask again.
    Refresh,
}

impl KeyCache {
    /// The key `kid` for `algorithm`, or that the set has to be fetched.
    ///
    /// # Errors
    /// [`JwksError`] when there is no such key and it is too early to fetch again.
    pub fn choose(&self, kid: &str, algorithm: Algorithm, now: OffsetDateTime) -> Result<Choice, JwksError> {
        // A clock that was set back must not forbid fetching for long, hence the absolute value.
        let may_refresh = self
            .attempted_at
            .is_none_or(|attempted_at| (now - attempted_at).abs() >= MIN_REFRESH_AGE);
        let Some(good) = &self.good else {
            let failure = || {
                self.failure.clone().unwrap_or(JwksError::Unreachable {
                    reason: "not-fetched".to_owned(),
                })
            };
            return if may_refresh {
                Ok(Choice::Refresh)
            } else {
                Err(failure())
            };
        };
        if may_refresh && now >= good.fresh_until {
            return Ok(Choice::Refresh);
        }
        match good.set.key(kid, algorithm) {
            Ok(key) => Ok(Choice::Key(key)),
            Err(_unknown_or_unsuitable) if may_refresh => Ok(Choice::Refresh),
            Err(error) => Err(error),
        }
    }

    /// Takes in the answer to [`request`].
    ///
    /// # Errors
    /// [`JwksError::Malformed`] when it is not a key set; the last good one stays.
    pub fn store(&mut self, response: &Response, now: OffsetDateTime) -> Result<(), JwksError> {
        match KeySet::read(response) {
            Ok(set) => {
                self.attempted_at = Some(now);
                self.failure = None;
                self.good = Some(Good {
                    set,
                    fresh_until: now.saturating_add(lifetime(response)),
                });
                Ok(())
            }
            Err(error) => {
                self.store_failure(error.clone(), now);
                Err(error)
            }
        }
    }

    /// Takes in that there was no answer; the last good set stays.
    pub fn store_failure(&mut self, failure: JwksError, now: OffsetDateTime) {
        self.attempted_at = Some(now);
        self.failure = Some(failure);
    }
}

/// The request that fetches the keys of `registration`.
#[must_use]
pub fn request(registration: &Registration) -> Request {
    Request {
        method: Method::Get,
        url: registration.jwks_url.clone(),
        headers: vec![("accept", "application/json".to_owned())],
        body: Vec::new(),
        max_response_bytes: MAX_KEY_SET_BYTES,
    }
}

/// The key `kid` of `registration`, fetching the set at most once. The host holds the cache's lock meanwhile, so
/// that launches arriving together cause one fetch.
///
/// # Errors
/// [`JwksError`] when there is no such key.
pub async fn resolve<T: Transport + Sync>(
    cache: &mut KeyCache,
    transport: &T,
    registration: &Registration,
    kid: &str,
    algorithm: Algorithm,
    now: OffsetDateTime,
) -> Result<VerificationKey, JwksError> {
    if let Choice::Key(key) = cache.choose(kid, algorithm, now)? {
        return Ok(key);
    }
    match transport.send(request(registration)).await {
        // The failure is in the cache, which answers with it unless an earlier set has the key.
        Ok(response) => drop(cache.store(&response, now)),
        Err(error) => cache.store_failure(JwksError::Unreachable { reason: error.code }, now),
    }
    match cache.choose(kid, algorithm, now)? {
        Choice::Key(key) => Ok(key),
        Choice::Refresh => Err(JwksError::KeyUnknown { kid: kid.to_owned() }),
    }
}

/// For how long an answer is fresh: what `Cache-Control` says, within bounds.
fn lifetime(response: &Response) -> Duration {
    let max_age = response
        .header("cache-control")
        .and_then(|value| std::str::from_utf8(value).ok())
        .and_then(|value| {
            value
                .split(',')
                .find_map(|directive| directive.trim().strip_prefix("max-age="))
        })
        .and_then(|seconds| seconds.parse().ok())
        .map(Duration::seconds);
    max_age
        .unwrap_or(DEFAULT_LIFETIME)
        .clamp(MIN_LIFETIME, MAX_LIFETIME)
}

#[cfg(test)]
mod tests;
