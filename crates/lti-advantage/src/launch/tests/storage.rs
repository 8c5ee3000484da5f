//! Launches of browsers that send no cookie back, bound by what the platform kept.

use super::*;
use crate::login::{StorageFrame, StoredBinding, stored_key};

/// A launch whose login gave the platform something to keep, and what that is.
fn with_binding() -> (Attempt, StoredBinding) {
    let mut attempt = Attempt::new();
    let binding = StoredBinding::new(&attempt.login.login_state, &[9; 32]);
    attempt.login.login_state.stored_binding_hash = Some(binding.hash());
    attempt.host.replace(&attempt.login.login_state);
    (attempt, binding)
}

#[track_caller]
fn code(attempt: &Attempt, stored: &str) -> &'static str {
    let unverified = attempt.post().unwrap();
    let proof = BrowserProof::Stored(stored);
    let result = attempt
        .host
        .run(attempt.platform, &unverified, proof, attempt.now);
    assert_eq!(attempt.host.consumed(), 0);
    let LaunchFailure::Refused(error) = result.unwrap_err();
    error.code()
}

#[test]
fn what_the_platform_kept_stands_for_the_cookie() {
    let (attempt, binding) = with_binding();
    let unverified = attempt.post().unwrap();
    let proof = BrowserProof::Stored(&binding.value);
    let outcome = attempt
        .host
        .run(attempt.platform, &unverified, proof, attempt.now);
    assert!(matches!(outcome, Ok(Outcome::Verified(_))), "{outcome:?}");
    assert_eq!(attempt.host.consumed(), 1);
}

#[test]
fn another_value_does_not() {
    let (attempt, binding) = with_binding();
    let cookie = attempt.login.cookie.value.clone();
    let nonce = attempt.login.login_state.nonce.clone();
    let of_another_login = format!("other{}", binding.value);
    for value in [
        "",
        cookie.as_str(),
        nonce.as_str(),
        attempt.login.login_state.state.as_str(),
        of_another_login.as_str(),
    ] {
        assert_eq!(code(&attempt, value), "browser-mismatch", "{value}");
    }
}

#[test]
fn a_login_that_gave_nothing_to_keep_takes_nothing_back() {
    let attempt = Attempt::new();
    let binding = StoredBinding::new(&attempt.login.login_state, &[9; 32]);
    for value in [binding.value.as_str(), ""] {
        assert_eq!(code(&attempt, value), "browser-mismatch");
    }
}

#[test]
fn the_value_holds_the_nonce_and_its_key_belongs_to_the_state() {
    let (attempt, binding) = with_binding();
    let state = &attempt.login.login_state;
    assert!(binding.value.starts_with(&format!("{}.", state.nonce)));
    assert_eq!(binding.key, stored_key(&state.state));
    let printed = format!("{binding:?} {:?}", BrowserProof::Stored(&binding.value));
    assert!(!printed.contains(&binding.value));
}

#[test]
fn values_are_kept_where_the_platform_said_and_read_by_the_origin_of_its_login_address() {
    let attempt = Attempt::new();
    let (mut state, registration) = (attempt.login.login_state, attempt.host.registration());
    assert_eq!(StorageFrame::of(&state, registration), None);
    state.storage_target = Some("post_message_forwarding".to_owned());
    let frame = StorageFrame::of(&state, registration).unwrap();
    assert_eq!(frame.target, "post_message_forwarding");
    assert_eq!(frame.origin, registration.auth_url.origin().ascii_serialization());
}

#[test]
fn return_addresses_are_read_without_believing_them() {
    let attempt = Attempt::new()
        .with(
            claim::LAUNCH_PRESENTATION,
            json!({ "return_url": "https://school.example/return" }),
        )
        .with(
            claim::DEEP_LINKING_SETTINGS,
            json!({ "deep_link_return_url": "https://school.example/items" }),
        );
    let urls: Vec<String> = attempt
        .post()
        .unwrap()
        .claimed_return_urls()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        urls,
        ["https://school.example/return", "https://school.example/items"]
    );
    let without = Attempt::new().with(claim::LAUNCH_PRESENTATION, json!({ "return_url": 4 }));
    assert_eq!(without.post().unwrap().claimed_return_urls(), []);
}
