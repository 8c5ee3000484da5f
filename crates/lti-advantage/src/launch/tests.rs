//! Launches that are refused, and the few that are not. Each test changes one thing about a good launch.

mod attacks;
mod claims;
mod header;
mod open_edx;
mod order;
mod platform;
mod storage;

use serde_json::{Value, json};
use time::{Duration, OffsetDateTime};

use self::platform::{Host, NOW, Platform};
use super::{BrowserProof, LaunchFailure, Outcome, Unverified, VerifiedLaunch, read};
use crate::{error::LaunchError, login::Login, vocab::claim};

/// A good launch, ready to be spoilt.
struct Attempt {
    platform: &'static Platform,
    host: Host,
    login: Login,
    header: Value,
    claims: Value,
    cookie: Option<String>,
    now: OffsetDateTime,
}

impl Attempt {
    fn new() -> Self {
        let platform = Platform::shared();
        let mut host = Host::new(platform);
        let login = host.login(1);
        Self {
            platform,
            header: json!({ "typ": "JWT", "alg": "RS256", "kid": platform::KID }),
            claims: platform::claims(&login),
            cookie: Some(login.cookie.value.clone()),
            now: NOW,
            host,
            login,
        }
    }

    fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.claims[key] = value.into();
        self
    }

    fn without(mut self, key: &str) -> Self {
        self.claims.as_object_mut().unwrap().remove(key);
        self
    }

    fn with_header(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.header[key] = value.into();
        self
    }

    fn after(mut self, duration: Duration) -> Self {
        self.now += duration;
        self
    }

    fn token(&self) -> String {
        self.platform.sign(&self.header, &self.claims)
    }

    fn post(&self) -> Result<Unverified, LaunchError> {
        read(&form(&self.token(), &self.login.login_state.state))
    }

    fn outcome(&self) -> Result<Outcome, LaunchError> {
        self.outcome_of(&self.post()?)
    }

    fn outcome_of(&self, unverified: &Unverified) -> Result<Outcome, LaunchError> {
        let browser = BrowserProof::of_cookie(self.cookie.as_deref());
        let result = self.host.run(self.platform, unverified, browser, self.now);
        result.map_err(|LaunchFailure::Refused(error)| error)
    }

    fn accepted(&self) -> VerifiedLaunch {
        match self.outcome() {
            Ok(Outcome::Verified(launch)) => launch,
            other => panic!("{other:?}"),
        }
    }

    /// The refusal, after making sure that it left no trace.
    #[track_caller]
    fn refused(&self) -> LaunchError {
        let error = self.outcome().unwrap_err();
        assert_eq!(self.host.consumed(), 0, "{} burnt the login", error.code());
        error
    }

    #[track_caller]
    fn code(&self) -> &'static str {
        self.refused().code()
    }
}

fn form(token: &str, state: &str) -> Vec<(String, String)> {
    vec![
        ("id_token".to_owned(), token.to_owned()),
        ("state".to_owned(), state.to_owned()),
    ]
}

#[test]
fn a_good_launch_is_verified_and_burns_its_login() {
    let attempt = Attempt::new();
    let launch = attempt.accepted();
    assert_eq!(attempt.host.consumed(), 1);
    assert_eq!(launch.subject(), Some("4"));
    assert_eq!(launch.deployment_id(), "1");
    assert_eq!(launch.registration_id().0, "r1");
    assert_eq!(
        launch.target_link_uri(),
        "https://badges.example/lti/launch?badge=42"
    );
    assert!(launch.roles().is_learner());
    assert_eq!(launch.locale(), Some("fr"));
}

#[test]
fn a_launch_without_a_person_is_anonymous() {
    assert_eq!(Attempt::new().without(claim::SUB).accepted().subject(), None);
    assert_eq!(Attempt::new().with(claim::SUB, "").accepted().subject(), None);
}

#[test]
fn an_unknown_deployment_is_pending_and_not_an_error() {
    let attempt = Attempt::new().with(claim::DEPLOYMENT_ID, "99");
    match attempt.outcome() {
        Ok(Outcome::Pending(pending)) => {
            assert_eq!(pending.deployment_id, "99");
            assert_eq!(pending.registration_id.0, "r1");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_deployment_that_waits_is_pending() {
    let attempt = Attempt::new().with(claim::DEPLOYMENT_ID, "waiting");
    assert!(matches!(attempt.outcome(), Ok(Outcome::Pending(_))));
}

#[test]
fn a_blocked_deployment_is_refused() {
    let error = Attempt::new()
        .with(claim::DEPLOYMENT_ID, "blocked")
        .outcome()
        .unwrap_err();
    assert_eq!(error.code(), "deployment-blocked");
}
