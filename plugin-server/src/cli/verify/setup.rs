//! What is the same for every input: the time, the policy, and where documents come from.

use std::path::Path;
use std::sync::Arc;

use openbadges::limits::Limits;
use openbadges::verify::trace::{Trace, trace};
use openbadges::verify::{Evidence, Policy, Register};
use time::OffsetDateTime;

use super::VerifyArgs;
use super::answer::Answer;
use crate::cli::UsageError;
use crate::cli::input::Input;
use crate::clients::evidence::{Budget, verify_with};
use crate::clients::{
    CacheRules, CachingFetcher, Fetch, FetchError, Guard, GuardedFetcher, Offline, Resources,
};
use crate::clock::{Clock as _, SystemClock};

/// What is the same for every input.
pub(super) struct Setup {
    fetch: Box<dyn Fetch>,
    now: OffsetDateTime,
    policy: Policy,
    budget: Budget,
    explains: bool,
}

impl Setup {
    pub(super) fn of(args: &VerifyArgs) -> anyhow::Result<Self> {
        let mut policy = Policy::default();
        if let Some(path) = &args.trust {
            policy.registers = registers(path)?;
        }
        policy.recipient.clone_from(&args.recipient);
        policy.allow_loopback_http = args.development;
        policy.refresh = args.refresh;
        policy.fetch_images = args.pictures;
        let guard = if args.development {
            Guard::with_loopback()
        } else {
            Guard::public_only()
        };
        // Without a source nothing is asked for, so that the report says "not contacted" and not "no answer".
        let (fetch, budget): (Box<dyn Fetch>, _) = match &args.resources {
            Some(path) => (Box::new(resources(path)?), Budget::default()),
            None if args.offline => (Box::new(Offline), Budget::NOTHING),
            None => (Box::new(network(guard)?), Budget::default()),
        };
        let now = args.now.unwrap_or_else(|| SystemClock.now());
        Ok(Self {
            fetch,
            now,
            policy,
            budget,
            explains: args.explain,
        })
    }

    /// Reads and verifies one input. What cannot be read is an answer too.
    pub(super) async fn check(&self, input: &Input) -> Answer {
        let fetch = self.fetch.as_ref();
        let content = input.read(fetch, self.policy.limits.max_input_bytes).await;
        let mut fetched = content.fetched;
        let mut trace = None;
        let report = match content.bytes {
            Ok(bytes) => {
                let found = verify_with(fetch, &bytes, self.now, &self.policy, self.budget).await;
                fetched.extend(found.fetched);
                trace = self.explains.then(|| self.trace(&bytes, &found.evidence));
                found.report
            }
            Err(unread) => unread.report(),
        };
        Answer {
            input: input.to_string(),
            report,
            fetched,
            trace,
        }
    }

    fn trace(&self, bytes: &[u8], evidence: &Evidence) -> Trace {
        trace(bytes, evidence, self.now, &self.policy)
    }
}

/// The network, with a cache that lasts as long as the run.
fn network(guard: Guard) -> Result<CachingFetcher, FetchError> {
    let fetcher = Box::new(GuardedFetcher::new(guard)?);
    Ok(CachingFetcher::new(
        fetcher,
        Arc::new(SystemClock),
        CacheRules::ONE_RUN,
    ))
}

fn registers(path: &Path) -> Result<Vec<Register>, UsageError> {
    let json = std::fs::read(path).map_err(|error| UsageError::unreadable(path, error))?;
    Register::read_all(&json, &Limits::default()).map_err(|cause| UsageError::Trust {
        path: path.display().to_string(),
        cause,
    })
}

fn resources(path: &Path) -> Result<Resources, UsageError> {
    let json = std::fs::read(path).map_err(|error| UsageError::unreadable(path, error))?;
    Resources::parse(&json).map_err(|cause| UsageError::Resources {
        path: path.display().to_string(),
        cause,
    })
}
