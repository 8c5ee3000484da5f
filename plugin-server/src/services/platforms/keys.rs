//! The keys of platforms: fetched under the guard, kept in memory, one fetch at a time for each registration.

use lti_advantage::{
    error::JwksError,
    http::{Request, Response, Transport, TransportError},
    jwks::{self, KeyCache, VerificationKey},
    launch::PlatformKeys,
    records::{Algorithm, Registration},
};
use time::OffsetDateTime;

use super::PerRegistration;
use crate::clients::{Fetch, FetchRequest};

/// What is known of the keys of every platform. Another server on the same database keeps its own.
///
/// The lock is held while keys are fetched, so that launches arriving together cause one fetch and the others wait
/// for it.
#[derive(Debug, Default)]
pub struct PlatformKeyCaches(PerRegistration<Entry>);

#[derive(Debug, Default)]
struct Entry {
    /// The address that the keys came from: a registration that gets another one starts afresh.
    jwks_url: String,
    cache: KeyCache,
}

/// Answers with the cached keys, and fetches them when they are needed.
pub(super) struct FetchedKeys<'a> {
    pub(super) caches: &'a PlatformKeyCaches,
    pub(super) http: &'a dyn Fetch,
}

impl PlatformKeys for FetchedKeys<'_> {
    async fn key(
        &self,
        registration: &Registration,
        kid: &str,
        algorithm: Algorithm,
        now: OffsetDateTime,
    ) -> Result<VerificationKey, JwksError> {
        let cache = self.caches.0.of(&registration.id);
        let mut entry = cache.lock().await;
        if entry.jwks_url != registration.jwks_url.as_str() {
            *entry = Entry {
                jwks_url: registration.jwks_url.to_string(),
                cache: KeyCache::default(),
            };
        }
        jwks::resolve(
            &mut entry.cache,
            &KeySets(self.http),
            registration,
            kid,
            algorithm,
            now,
        )
        .await
    }
}

/// The server's way out, for key sets: they are for everybody, so a redirect within the host is followed.
struct KeySets<'a>(&'a dyn Fetch);

impl Transport for KeySets<'_> {
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
        let request = FetchRequest {
            max_bytes: request.max_response_bytes,
            ..FetchRequest::jwks(request.url)
        };
        let answer = self.0.fetch(request).await;
        let answer = answer.map_err(|error| TransportError {
            code: error.code().to_owned(),
        })?;
        let control = answer.headers.get("cache-control");
        let max_age = control
            .and_then(|value| max_age(value.to_str().ok()?))
            .map(|seconds| format!("max-age={seconds}").into_bytes());
        Ok(Response {
            status: answer.status,
            headers: max_age
                .map(|value| ("cache-control".to_owned(), value))
                .into_iter()
                .collect(),
            body: answer.body,
        })
    }
}

/// The `max-age` of a `Cache-Control` header, in seconds; 0 where the header forbids keeping
/// ([RFC 9111](https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2)).
fn max_age(cache_control: &str) -> Option<u64> {
    let directives: Vec<String> = cache_control
        .split(',')
        .map(|directive| directive.trim().to_ascii_lowercase())
        .collect();
    if directives
        .iter()
        .any(|directive| directive == "no-store" || directive == "no-cache")
    {
        return Some(0);
    }
    directives
        .iter()
        .find_map(|directive| directive.strip_prefix("max-age=")?.trim_matches('"').parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lifetime_is_read_from_the_header_and_nothing_is_kept_that_must_not_be() {
        for (header, seconds) in [
            ("max-age=60", Some(60)),
            ("Public, Max-Age=3600, immutable", Some(3600)),
            ("max-age=60, no-store", Some(0)),
            ("no-cache", Some(0)),
            ("max-age=soon", None),
            ("private", None),
        ] {
            assert_eq!(max_age(header), seconds, "{header}");
        }
    }
}
