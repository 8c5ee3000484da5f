//! In which order checks happen: nothing is asked of the platform, and nothing is burnt, for somebody who has
//! not come by the login.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::{
    error::JwksError,
    jwks::VerificationKey,
    launch::PlatformKeys,
    records::{Algorithm, Registration},
};

/// Counts how often a key is asked for.
struct Counting(AtomicUsize);

impl PlatformKeys for Counting {
    async fn key(
        &self,
        _registration: &Registration,
        kid: &str,
        _algorithm: Algorithm,
        _now: OffsetDateTime,
    ) -> Result<VerificationKey, JwksError> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Err(JwksError::KeyUnknown { kid: kid.to_owned() })
    }
}

fn key_requests(attempt: &Attempt) -> (usize, &'static str) {
    let keys = Counting(AtomicUsize::new(0));
    let failure = attempt.host.run(
        &keys,
        &attempt.post().unwrap(),
        BrowserProof::of_cookie(attempt.cookie.as_deref()),
        attempt.now,
    );
    let LaunchFailure::Refused(error) = failure.unwrap_err();
    (keys.0.load(Ordering::Relaxed), error.code())
}

#[test]
fn keys_are_asked_for_only_after_the_browser_is_known() {
    let mut attempt = Attempt::new();
    assert_eq!(key_requests(&attempt), (1, "key-unknown"));
    attempt.cookie = None;
    assert_eq!(key_requests(&attempt), (0, "browser-cookie-missing"));
}

#[test]
fn keys_are_not_asked_for_a_forbidden_algorithm() {
    assert_eq!(
        key_requests(&Attempt::new().with_header("alg", "HS256")),
        (0, "algorithm-forbidden")
    );
}

#[test]
fn a_registration_that_is_gone_refuses_its_launches() {
    let mut attempt = Attempt::new();
    attempt.host.remove_registration();
    assert_eq!(key_requests(&attempt), (0, "registration-unknown"));
}

#[test]
fn a_refused_launch_does_not_burn_the_login_of_a_good_one() {
    let mut attempt = Attempt::new();
    let cookie = attempt.cookie.take();
    assert_eq!(attempt.code(), "browser-cookie-missing");
    attempt.cookie = cookie;
    attempt.accepted();
}

#[test]
fn secrets_stay_out_of_debug_output() {
    let attempt = Attempt::new();
    let printed = format!("{:?}", attempt.post().unwrap());
    assert!(!printed.contains(&attempt.login.login_state.state));
    assert!(!printed.contains(attempt.token().rsplit('.').next().unwrap()));
}
