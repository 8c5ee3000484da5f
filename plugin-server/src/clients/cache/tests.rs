//! The cache in front of servers that answer as they are told, at a time that stands still.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use openbadges::limits::Limits;
use openbadges::verify::status_list_lifetime;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::json;
use time::OffsetDateTime;
use time::macros::datetime;
use tokio::sync::Notify;
use url::Url;

use super::*;
use crate::clients::{Hop, Redirects};
use crate::clock::FixedClock;

const START: OffsetDateTime = datetime!(2026-11-01 12:00 UTC);
const KEYS: &str = "https://badges.example.org/keys.json";

type Answers = Box<dyn Fn(&FetchRequest) -> Result<FetchResponse, FetchError> + Send + Sync>;

/// Answers as told, and counts what it was asked for.
struct Servers {
    answers: Answers,
    asked: Arc<AtomicUsize>,
}

impl fmt::Debug for Servers {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Servers")
    }
}

impl Fetch for Servers {
    fn fetch(&self, request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let answer = (self.answers)(&request);
        Box::pin(async move { answer })
    }
}

/// A cache, its clock, and how often the servers behind it were asked.
struct World {
    cache: CachingFetcher,
    clock: Arc<FixedClock>,
    asked: Arc<AtomicUsize>,
}

impl World {
    fn new(
        rules: CacheRules,
        answers: impl Fn(&FetchRequest) -> Result<FetchResponse, FetchError> + Send + Sync + 'static,
    ) -> Self {
        let asked = Arc::new(AtomicUsize::new(0));
        let clock = Arc::new(FixedClock::new(START));
        let servers = Servers {
            answers: Box::new(answers),
            asked: Arc::clone(&asked),
        };
        let cache = CachingFetcher::new(Box::new(servers), Arc::clone(&clock) as Arc<dyn Clock>, rules);
        Self { cache, clock, asked }
    }

    /// Servers that all answer 200 with these headers.
    fn with_headers(headers: &'static [(&'static str, &'static str)]) -> Self {
        Self::new(CacheRules::SERVER, move |_| Ok(document(headers, "keys")))
    }

    async fn get(&self, url: &str) -> Result<FetchResponse, FetchError> {
        self.cache.fetch(request(url)).await
    }

    /// How often the servers were asked once a document was read now and `seconds` later.
    async fn asked_after(&self, seconds: i64) -> usize {
        self.get(KEYS).await.unwrap();
        self.clock.set(START + time::Duration::seconds(seconds));
        self.get(KEYS).await.unwrap();
        self.asked.load(Ordering::SeqCst)
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

fn request(url: &str) -> FetchRequest {
    FetchRequest::document(Url::parse(url).unwrap(), "application/json")
}

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    pairs
        .iter()
        .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
        .collect()
}

fn document(pairs: &[(&'static str, &'static str)], body: impl Into<Vec<u8>>) -> FetchResponse {
    FetchResponse {
        status: 200,
        headers: headers(pairs),
        body: body.into(),
        ..FetchResponse::default()
    }
}

#[tokio::test]
async fn an_answer_is_kept_for_as_long_as_it_says_and_no_longer() {
    for (pairs, kept_seconds) in [
        (&[("cache-control", "max-age=600")][..], 600),
        (&[("cache-control", "public, max-age=600, must-revalidate")], 600),
        (&[("cache-control", "max-age=600"), ("age", "500")], 100),
        (
            &[
                ("expires", "Sun, 01 Nov 2026 12:05:00 GMT"),
                ("date", "Sun, 01 Nov 2026 12:00:00 GMT"),
            ],
            300,
        ),
        // For caches that many share, and this is none.
        (&[("cache-control", "max-age=600, s-maxage=0")], 600),
        // Never longer than an hour, so that a withdrawn key is noticed.
        (&[("cache-control", "max-age=31536000, immutable")], 3_600),
        (&[], 60),
        (&[("cache-control", "public")], 60),
        (&[("cache-control", "s-maxage=600")], 60),
    ] {
        assert_eq!(
            World::with_headers(pairs).asked_after(kept_seconds - 1).await,
            1,
            "{pairs:?}"
        );
        assert_eq!(
            World::with_headers(pairs).asked_after(kept_seconds).await,
            2,
            "{pairs:?}"
        );
    }
}

#[tokio::test]
async fn what_must_not_be_kept_is_asked_for_each_time() {
    for pairs in [
        &[("cache-control", "no-store")][..],
        &[("cache-control", "no-store, max-age=600")],
        &[("cache-control", "no-cache")],
        &[("cache-control", "max-age=0")],
        &[("pragma", "no-cache")],
        &[("expires", "0")],
        &[("vary", "*"), ("cache-control", "max-age=600")],
        &[("cache-control", "max-age=600"), ("age", "18446744073709551615")],
        &[
            ("cache-control", "max-age=600"),
            ("age", "99999999999999999999999"),
        ],
    ] {
        assert_eq!(World::with_headers(pairs).asked_after(0).await, 2, "{pairs:?}");
    }
}

#[tokio::test]
async fn an_old_answer_is_asked_about_and_not_fetched_again() {
    let world = World::new(CacheRules::SERVER, |request| {
        let validator = request
            .validators
            .get("if-none-match")
            .map(|value| value.to_str().unwrap());
        Ok(match validator {
            None => document(&[("etag", "\"one\""), ("cache-control", "max-age=10")], "keys"),
            Some("\"one\"") => FetchResponse {
                status: 304,
                ..document(&[("etag", "\"one\""), ("cache-control", "max-age=1000")], "")
            },
            Some(other) => unreachable!("{other}"),
        })
    });
    let first = world.get(KEYS).await.unwrap();
    world.clock.set(START + time::Duration::seconds(20));
    let second = world.get(KEYS).await.unwrap();
    assert_eq!((first.status, &first.body), (second.status, &second.body));
    assert_eq!(world.asked(), 2);
    // The new lifetime counts.
    world.clock.set(START + time::Duration::seconds(900));
    assert_eq!(world.get(KEYS).await.unwrap().body, b"keys");
    assert_eq!(world.asked(), 2);
}

#[tokio::test]
async fn an_answer_about_another_content_is_not_believed() {
    let world = World::new(CacheRules::SERVER, |request| {
        Ok(if request.validators.is_empty() {
            document(&[("etag", "\"one\""), ("cache-control", "no-cache")], "keys")
        } else {
            FetchResponse {
                status: 304,
                ..document(&[("etag", "\"two\"")], "")
            }
        })
    });
    world.get(KEYS).await.unwrap();
    let second = world.get(KEYS).await.unwrap();
    assert_eq!((second.status, second.body.as_slice()), (200, b"keys".as_slice()));
    assert_eq!(world.asked(), 3);
}

#[tokio::test]
async fn a_status_list_is_kept_no_longer_than_it_says_itself() {
    let list = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "credentialSubject": {"type": "BitstringStatusList", "ttl": 20_000},
    })
    .to_string();
    let says = status_list_lifetime(list.as_bytes(), START, &Limits::default());
    assert_eq!(says, Some(Duration::from_secs(20)));
    for (seconds, expected) in [(19, 1), (20, 2)] {
        let list = list.clone();
        let world = World::new(CacheRules::SERVER, move |_| {
            Ok(document(&[("cache-control", "max-age=3600")], list.clone()))
        });
        assert_eq!(world.asked_after(seconds).await, expected);
    }
}

#[tokio::test]
async fn an_error_is_kept_shortly_whatever_it_says() {
    type Failure = fn() -> Result<FetchResponse, FetchError>;
    let failures: [Failure; 4] = [
        || Err(FetchError::Timeout),
        || Err(FetchError::TooLarge { max_bytes: 1 }),
        || {
            Ok(FetchResponse {
                status: 404,
                ..document(&[("cache-control", "max-age=3600")], "")
            })
        },
        || {
            Ok(FetchResponse {
                status: 503,
                ..document(&[], "")
            })
        },
    ];
    for failure in failures {
        let world = World::new(CacheRules::SERVER, move |_| failure());
        let first = world.get(KEYS).await;
        world.clock.set(START + time::Duration::seconds(9));
        assert_eq!(world.get(KEYS).await, first);
        assert_eq!(world.asked(), 1, "{first:?}");
        world.clock.set(START + time::Duration::seconds(10));
        assert_eq!(world.get(KEYS).await, first);
        assert_eq!(world.asked(), 2, "{first:?}");
    }
}

#[tokio::test]
async fn an_error_after_a_good_answer_is_an_error() {
    let answers = AtomicUsize::new(0);
    let world = World::new(CacheRules::SERVER, move |_| {
        if answers.fetch_add(1, Ordering::SeqCst) == 0 {
            Ok(document(
                &[("etag", "\"one\""), ("cache-control", "max-age=10")],
                "keys",
            ))
        } else {
            Err(FetchError::Unreachable)
        }
    });
    world.get(KEYS).await.unwrap();
    world.clock.set(START + time::Duration::seconds(11));
    assert_eq!(world.get(KEYS).await, Err(FetchError::Unreachable));
}

/// The attack: a badge names an address of the attacker's, which answers as if it were another.
#[tokio::test]
async fn an_answer_never_counts_for_another_address() {
    let world = World::new(CacheRules::SERVER, |request| {
        let is_attacker = request.url.host_str() == Some("attacker.example");
        let victim = Url::parse(KEYS).unwrap();
        Ok(FetchResponse {
            redirected_to: is_attacker.then_some(victim),
            ..document(
                &[("cache-control", "max-age=600"), ("content-location", KEYS)],
                if is_attacker { "evil" } else { "keys" },
            )
        })
    });
    assert_eq!(
        world.get("https://attacker.example/").await.unwrap().body,
        b"evil"
    );
    assert_eq!(world.get(KEYS).await.unwrap().body, b"keys");
    for other in [
        "https://badges.example.org/keys.json?x",
        "https://badges.example.org/KEYS.json",
        "https://badges.example.org:8443/keys.json",
        "http://badges.example.org/keys.json",
        "https://example.org/keys.json",
    ] {
        let asked = world.asked();
        world.get(other).await.unwrap();
        assert_eq!(world.asked(), asked + 1, "{other}");
    }
    // No server is told what stands after the sign.
    let asked = world.asked();
    world.get(&format!("{KEYS}#key-1")).await.unwrap();
    assert_eq!(world.asked(), asked);
}

#[tokio::test]
async fn requests_under_other_bounds_share_nothing() {
    let world = World::with_headers(&[("cache-control", "max-age=600"), ("vary", "Accept")]);
    world.get(KEYS).await.unwrap();
    for other in [
        FetchRequest {
            accept: "text/plain".to_owned(),
            ..request(KEYS)
        },
        FetchRequest {
            max_bytes: 1,
            ..request(KEYS)
        },
        FetchRequest {
            redirects: Redirects::SameHost,
            ..request(KEYS)
        },
    ] {
        let asked = world.asked();
        world.cache.fetch(other).await.unwrap();
        assert_eq!(world.asked(), asked + 1);
    }
}

#[tokio::test]
async fn a_redirect_that_is_not_to_be_kept_is_followed_again() {
    for (hop, expected) in [
        ((308, &[("cache-control", "max-age=600")][..]), 1),
        ((302, &[("cache-control", "max-age=600")]), 1),
        ((302, &[("cache-control", "no-store")]), 2),
        ((307, &[("cache-control", "max-age=5")]), 2),
    ] {
        let world = World::new(CacheRules::SERVER, move |_| {
            Ok(FetchResponse {
                hops: vec![Hop {
                    status: hop.0,
                    headers: headers(hop.1),
                }],
                ..document(&[("cache-control", "max-age=600"), ("etag", "\"one\"")], "keys")
            })
        });
        assert_eq!(world.asked_after(30).await, expected, "{hop:?}");
    }
}

#[tokio::test]
async fn a_reader_that_keeps_answers_itself_gets_a_new_one() {
    let world = World::with_headers(&[("cache-control", "max-age=600")]);
    world.get(KEYS).await.unwrap();
    let jwks = FetchRequest::jwks(Url::parse(KEYS).unwrap());
    world.cache.fetch(jwks.clone()).await.unwrap();
    world.cache.fetch(jwks).await.unwrap();
    assert_eq!(world.asked(), 3);
}

#[tokio::test]
async fn entries_and_bytes_are_bounded() {
    let rules = CacheRules {
        max_entries: 3,
        ..CacheRules::SERVER
    };
    let world = World::new(rules, |_| Ok(document(&[], "keys")));
    let url = |number: usize| format!("https://badges.example.org/{number}");
    for number in 0..4 {
        world.get(&url(number)).await.unwrap();
    }
    world.get(&url(1)).await.unwrap();
    assert_eq!(world.asked(), 4);
    world.get(&url(0)).await.unwrap();
    assert_eq!(world.asked(), 5, "the oldest was dropped");

    let rules = CacheRules {
        max_bytes: 12_000,
        max_entry_bytes: 6_000,
        ..CacheRules::SERVER
    };
    let world = World::new(rules, |request| {
        let bytes = if request.url.path() == "/large" {
            7_000
        } else {
            3_000
        };
        Ok(document(&[], vec![b'x'; bytes]))
    });
    for path in ["large", "large", "1", "2", "1", "2", "large"] {
        world
            .get(&format!("https://badges.example.org/{path}"))
            .await
            .unwrap();
    }
    assert_eq!(world.asked(), 5, "what is too large was kept, or did harm");
}

/// Answers when it is let go.
#[derive(Debug)]
struct Gate(Arc<Notify>, Arc<AtomicUsize>);

impl Fetch for Gate {
    fn fetch(&self, _request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>> {
        self.1.fetch_add(1, Ordering::SeqCst);
        Box::pin(async {
            self.0.notified().await;
            Ok(document(&[("cache-control", "no-store")], "keys"))
        })
    }
}

#[tokio::test]
async fn those_who_ask_at_the_same_time_share_one_answer() {
    let (open, asked) = (Arc::new(Notify::new()), Arc::new(AtomicUsize::new(0)));
    let gate = Gate(Arc::clone(&open), Arc::clone(&asked));
    let cache = CachingFetcher::new(
        Box::new(gate),
        Arc::new(FixedClock::new(START)),
        CacheRules::SERVER,
    );
    // One that goes away while the answer is under way takes nothing from the others.
    let gone = cache.fetch(request(KEYS));
    let waiting: HashMap<usize, _> = (0..5)
        .map(|number| (number, cache.fetch(request(KEYS))))
        .collect();
    drop(gone);
    open.notify_one();
    for (number, answer) in waiting {
        assert_eq!(answer.await.unwrap().body, b"keys", "{number}");
    }
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    open.notify_one();
    cache.fetch(request(KEYS)).await.unwrap();
    assert_eq!(asked.load(Ordering::SeqCst), 2, "nothing is left of the first");
}
