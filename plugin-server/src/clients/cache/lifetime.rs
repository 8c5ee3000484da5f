//! How long an answer may be kept, and how to ask whether an old one is still good.

use std::time::{Duration, SystemTime};

use http_cache_semantics::{AfterResponse, BeforeRequest, CacheOptions, CachePolicy};
use openbadges::limits::Limits;
use openbadges::verify::status_list_lifetime;
use reqwest::header::{
    ACCEPT, AGE, CACHE_CONTROL, ETAG, EXPIRES, HeaderMap, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LAST_MODIFIED, PRAGMA,
};
use time::OffsetDateTime;

use super::CacheRules;
use super::store::Kept;
use crate::clients::{FetchError, FetchRequest, FetchResponse};

/// A cache of one program's own: `s-maxage` is for others, and nothing is guessed from the age of a document.
const OPTIONS: CacheOptions = CacheOptions {
    shared: false,
    cache_heuristic: 0.0,
    immutable_min_time_to_live: Duration::ZERO,
    ignore_cargo_cult: false,
};

/// A greater age is no age ([RFC 9111](https://www.rfc-editor.org/rfc/rfc9111#section-1.2.2)), and would overflow.
const MAX_AGE_SECONDS: u64 = 1 << 31;

/// How long `answer` may be given again without asking; zero when it may be kept and must be asked about each time,
/// `None` when it must not be kept.
pub(super) fn of(
    request: &FetchRequest,
    answer: &Result<FetchResponse, FetchError>,
    now: OffsetDateTime,
    rules: &CacheRules,
) -> Option<Duration> {
    let response = match answer {
        Ok(response) => response,
        // What this program refuses or cannot do is found out again at no cost.
        Err(FetchError::NoTls { .. } | FetchError::Offline) => return None,
        Err(_) => return Some(rules.negative),
    };
    let hops = response.hops.iter().map(|hop| (hop.status, &hop.headers));
    let all = hops.chain([(response.status, &response.headers)]);
    let mut lifetime = rules.longest;
    for (status, headers) in all {
        // The standard knows few errors that may be kept; here all are alike.
        let status = if status >= 400 { 404 } else { status };
        let policy = policy(request, status, with_unstated(headers, rules.unstated), now)?;
        if !policy.is_storable() {
            return None;
        }
        lifetime = lifetime.min(policy.time_to_live(now.into()));
    }
    if response.status >= 400 {
        lifetime = lifetime.min(rules.negative);
    }
    // Whatever the document was asked for: a bound of its own only shortens.
    if let Some(bound) = status_list_lifetime(&response.body, now, &Limits::default()) {
        lifetime = lifetime.min(bound);
    }
    let can_be_asked_about = response.hops.is_empty()
        && (response.headers.contains_key(ETAG) || response.headers.contains_key(LAST_MODIFIED));
    (lifetime > Duration::ZERO || can_be_asked_about).then_some(lifetime)
}

/// An answer that is kept and too old to be given without asking.
pub(super) struct Revalidation<'a> {
    policy: CachePolicy,
    request: http::request::Parts,
    kept: &'a FetchResponse,
}

/// The way to ask whether what is kept is still good; `None` when the server gave nothing to ask by.
pub(super) fn revalidation<'a>(request: &FetchRequest, kept: &'a Kept) -> Option<Revalidation<'a>> {
    let response = kept.answer.as_ref().as_ref().ok()?;
    // What a redirect led to may be another's, who knows nothing of what the first one said.
    if !response.hops.is_empty() {
        return None;
    }
    let policy = policy(request, response.status, response.headers.clone(), kept.since)?;
    // Far in the future everything is stale.
    let later = SystemTime::from(kept.since).checked_add(Duration::from_secs(MAX_AGE_SECONDS))?;
    let asked = head(request)?;
    match policy.before_request(&asked, later) {
        BeforeRequest::Stale { request, .. }
            if request.headers.contains_key(IF_NONE_MATCH)
                || request.headers.contains_key(IF_MODIFIED_SINCE) =>
        {
            Some(Revalidation {
                policy,
                request,
                kept: response,
            })
        }
        BeforeRequest::Stale { .. } | BeforeRequest::Fresh(_) => None,
    }
}

impl Revalidation<'_> {
    /// The headers that ask.
    pub(super) fn validators(&self) -> HeaderMap {
        [IF_NONE_MATCH, IF_MODIFIED_SINCE]
            .into_iter()
            .filter_map(|name| Some((name.clone(), self.request.headers.get(&name)?.clone())))
            .collect()
    }

    /// What is kept, with the headers of the answer that says it is still good; `None` when that speaks of another
    /// content.
    pub(super) fn renewed(&self, answer: &FetchResponse, now: OffsetDateTime) -> Option<FetchResponse> {
        let head = response_head(answer.status, without_absurd_age(answer.headers.clone()))?;
        match self.policy.after_response(&self.request, &head, now.into()) {
            AfterResponse::NotModified(_, parts) if answer.hops.is_empty() => Some(FetchResponse {
                headers: parts.headers,
                ..self.kept.clone()
            }),
            AfterResponse::NotModified(..) | AfterResponse::Modified(..) => None,
        }
    }
}

fn policy(
    request: &FetchRequest,
    status: u16,
    headers: HeaderMap,
    since: OffsetDateTime,
) -> Option<CachePolicy> {
    let response = response_head(status, without_absurd_age(headers))?;
    Some(CachePolicy::new_options(
        &head(request)?,
        &response,
        since.into(),
        OPTIONS,
    ))
}

fn head(request: &FetchRequest) -> Option<http::request::Parts> {
    let accept = HeaderValue::from_str(&request.accept).ok()?;
    let built = http::Request::get(request.url.as_str()).header(ACCEPT, accept);
    Some(built.body(()).ok()?.into_parts().0)
}

fn response_head(status: u16, headers: HeaderMap) -> Option<http::response::Parts> {
    let mut parts = http::Response::builder()
        .status(status)
        .body(())
        .ok()?
        .into_parts()
        .0;
    parts.headers = headers;
    Some(parts)
}

/// The headers, with a lifetime where they state none.
fn with_unstated(headers: &HeaderMap, unstated: Duration) -> HeaderMap {
    let mut headers = headers.clone();
    let control = headers.get_all(CACHE_CONTROL).into_iter();
    let states_it = headers.contains_key(EXPIRES)
        || headers.contains_key(PRAGMA)
        || control.filter_map(|value| value.to_str().ok()).any(|value| {
            let value = value.to_ascii_lowercase();
            // Within `s-maxage`, which is for others, no `max-age` stands.
            ["max-age", "no-cache", "no-store"]
                .iter()
                .any(|directive| value.contains(directive))
        });
    if !states_it && let Ok(value) = HeaderValue::from_str(&format!("max-age={}", unstated.as_secs())) {
        headers.append(CACHE_CONTROL, value);
    }
    headers
}

fn without_absurd_age(mut headers: HeaderMap) -> HeaderMap {
    let age = headers.get(AGE).and_then(|age| age.to_str().ok());
    if age.is_some_and(|age| {
        age.trim()
            .parse::<u64>()
            .map_or(true, |age| age > MAX_AGE_SECONDS)
    }) {
        headers.insert(AGE, HeaderValue::from(MAX_AGE_SECONDS));
    }
    headers
}
