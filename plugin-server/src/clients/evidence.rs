//! The loop that gathers what a verification wants: verify, fetch, verify again.

use futures_util::future::join_all;
use openbadges::verify::{Document, Evidence, Policy, Report, Wanted, verify};
use serde::Serialize;
use time::OffsetDateTime;
use url::Url;

use super::{Fetch, FetchError, FetchRequest, FetchResponse};

/// How much one verification may fetch. A badge chooses the addresses, so both are bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Budget {
    /// Most times that a report's wishes are fetched.
    pub max_rounds: usize,
    /// Most documents in all.
    pub max_documents: usize,
}

impl Budget {
    /// Fetches nothing.
    pub const NOTHING: Self = Self {
        max_rounds: 0,
        max_documents: 0,
    };
}

impl Default for Budget {
    fn default() -> Self {
        // A status list behind a did:web issuer takes three rounds: key, list, the list's own key. Endorsements and
        // a newer version take as many again, once the badge itself wants nothing more.
        Self {
            max_rounds: 8,
            max_documents: 24,
        }
    }
}

/// A report, and what was fetched to make it.
#[derive(Debug, Clone)]
pub struct Verification {
    /// The last report.
    pub report: Report,
    /// Each fetch, in the order they were asked for.
    pub fetched: Vec<FetchRecord>,
    /// The documents that the report was made with.
    pub evidence: Evidence,
}

/// One fetch, for the reader who wants to know where the answer comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FetchRecord {
    /// What was asked for.
    pub url: String,
    /// The HTTP status, when a server answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Where the answer came from, when redirects led elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redirected_to: Option<String>,
    /// Why nothing was read, as a stable code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
}

impl FetchRecord {
    /// What to remember of asking for `url`.
    #[must_use]
    pub fn of(url: impl Into<String>, answer: &Result<FetchResponse, FetchError>) -> Self {
        let url = url.into();
        match answer {
            Ok(FetchResponse {
                status,
                redirected_to,
                ..
            }) => {
                let redirected_to = redirected_to.as_ref().map(Url::to_string);
                Self {
                    url,
                    status: Some(*status),
                    redirected_to,
                    reason: None,
                }
            }
            Err(error) => Self {
                url,
                status: None,
                redirected_to: None,
                reason: Some(error.code()),
            },
        }
    }
}

/// Verifies `input` at the time `now`, fetching what the verifier wants until nothing is wanted or `budget`
/// is spent.
///
/// What could not be fetched leaves its check `not-checked`; it is never asked for twice. The verification
/// itself runs on the calling task.
pub async fn verify_with(
    fetch: &dyn Fetch,
    input: &[u8],
    now: OffsetDateTime,
    policy: &Policy,
    budget: Budget,
) -> Verification {
    let mut evidence = Evidence::new();
    let mut fetched = Vec::new();
    let mut report = verify(input, &evidence, now, policy);
    for _ in 0..budget.max_rounds {
        let left = budget.max_documents.saturating_sub(fetched.len());
        let asked = not_asked_yet(&report.wanted, &evidence, left);
        if asked.is_empty() {
            break;
        }
        let answers = join_all(asked.iter().map(|wish| answer(fetch, wish))).await;
        for (wish, answer) in asked.into_iter().zip(answers) {
            fetched.push(FetchRecord::of(&wish.url, &answer));
            evidence.insert(wish.url, document(answer));
        }
        report = verify(input, &evidence, now, policy);
    }
    Verification {
        report,
        fetched,
        evidence,
    }
}

fn not_asked_yet(wanted: &[Wanted], evidence: &Evidence, most: usize) -> Vec<Wanted> {
    let mut wishes: Vec<Wanted> = Vec::new();
    for wish in wanted {
        let is_known = evidence.document(&wish.url).is_some();
        if wishes.len() < most && !is_known && !wishes.iter().any(|other| other.url == wish.url) {
            wishes.push(wish.clone());
        }
    }
    wishes
}

async fn answer(fetch: &dyn Fetch, wish: &Wanted) -> Result<FetchResponse, FetchError> {
    let url = Url::parse(&wish.url).map_err(|_not_an_address| FetchError::InvalidUrl {
        url: wish.url.clone(),
    })?;
    fetch.fetch(FetchRequest::document(url, wish.accept)).await
}

fn document(answer: Result<FetchResponse, FetchError>) -> Document {
    match answer {
        Ok(FetchResponse {
            status,
            content_type,
            body,
            ..
        }) => Document::Answered {
            status,
            content_type,
            body,
        },
        Err(error) => Document::Unreachable {
            reason: error.code().to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use openbadges::verify::{CheckId, Verdict};
    use time::macros::datetime;

    use super::*;
    use crate::clients::{CacheRules, CachingFetcher, Pending};
    use crate::clock::FixedClock;

    /// Answers nothing, and remembers what it was asked for.
    #[derive(Debug, Default)]
    struct Silence(Mutex<Vec<String>>);

    impl Fetch for Silence {
        fn fetch(&self, request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>> {
            self.0.lock().unwrap().push(request.url.to_string());
            Box::pin(async { Err(FetchError::Timeout) })
        }
    }

    impl Fetch for Arc<Silence> {
        fn fetch(&self, request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>> {
            self.as_ref().fetch(request)
        }
    }

    /// A badge whose signature names a key in a document that must be fetched.
    const BADGE: &[u8] = br#"{
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
        ],
        "id": "urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f0002",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": "did:web:badges.example.org", "type": ["Profile"] },
        "validFrom": "2026-06-03T12:00:00Z",
        "credentialSubject": {
            "id": "did:example:learner",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f0001",
                "type": ["Achievement"],
                "name": "A",
                "description": "B",
                "criteria": { "narrative": "C" }
            }
        },
        "proof": {
            "type": "DataIntegrityProof",
            "cryptosuite": "eddsa-rdfc-2022",
            "verificationMethod": "did:web:badges.example.org#key-1",
            "proofPurpose": "assertionMethod",
            "proofValue": "z41ZsNkz78FHSGkAD5J4b8EN49DkywMMJSL3UdUNffbsCAWmTLPvtnJpd3JGGooYX7TNrzgsTLkXUWiGsRRZ788ML"
        }
    }"#;

    async fn verified(fetch: &Silence, budget: Budget) -> Verification {
        verify_with(
            fetch,
            BADGE,
            datetime!(2026-11-01 00:00 UTC),
            &Policy::default(),
            budget,
        )
        .await
    }

    #[tokio::test]
    async fn what_does_not_answer_is_asked_once_and_confirms_nothing() {
        let fetch = Silence::default();
        let verification = verified(&fetch, Budget::default()).await;
        assert_eq!(
            *fetch.0.lock().unwrap(),
            ["https://badges.example.org/.well-known/did.json"]
        );
        assert_eq!(verification.report.verdict, Verdict::Unconfirmed);
        let binding = verification.report.check(CheckId::IssuerBinding).unwrap();
        assert_eq!(binding.code.as_str(), "document-unreachable");
        assert_eq!(verification.fetched[0].reason, Some("timeout"));
    }

    #[tokio::test]
    async fn a_spent_budget_asks_for_nothing_and_confirms_nothing() {
        for budget in [
            Budget::NOTHING,
            Budget {
                max_rounds: 0,
                ..Budget::default()
            },
            Budget {
                max_documents: 0,
                ..Budget::default()
            },
        ] {
            let fetch = Silence::default();
            let verification = verified(&fetch, budget).await;
            assert!(fetch.0.lock().unwrap().is_empty());
            assert_eq!(verification.report.verdict, Verdict::Unconfirmed);
        }
    }

    #[tokio::test]
    async fn a_server_that_does_not_answer_is_waited_for_once_in_a_run() {
        let asked = Arc::new(Silence::default());
        let clock = Arc::new(FixedClock::new(datetime!(2026-11-01 00:00 UTC)));
        let cache = CachingFetcher::new(Box::new(Arc::clone(&asked)), clock, CacheRules::ONE_RUN);
        for _ in 0..3 {
            let now = datetime!(2026-11-01 00:00 UTC);
            let verification = verify_with(&cache, BADGE, now, &Policy::default(), Budget::default()).await;
            assert_eq!(verification.fetched[0].reason, Some("timeout"));
        }
        assert_eq!(asked.0.lock().unwrap().len(), 1);
    }
}
