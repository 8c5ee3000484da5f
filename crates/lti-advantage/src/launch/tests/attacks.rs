//! What somebody does who wants in without being asked.

use serde_json::json;

use super::*;

#[test]
fn a_replayed_launch_is_refused() {
    let attempt = Attempt::new();
    attempt.accepted();
    assert_eq!(attempt.outcome().unwrap_err().code(), "state-consumed");
    assert_eq!(attempt.host.consumed(), 1);
}

#[test]
fn a_token_replayed_under_a_fresh_state_is_refused() {
    let mut attempt = Attempt::new();
    let old_token = attempt.token();
    attempt.accepted();
    let fresh = attempt.host.login(2);
    attempt.cookie = Some(fresh.cookie.value);
    let replayed = read(&form(&old_token, &fresh.login_state.state)).unwrap();
    assert_eq!(
        attempt.outcome_of(&replayed).unwrap_err().code(),
        "nonce-mismatch"
    );
    assert_eq!(attempt.host.consumed(), 1);
}

#[test]
fn a_launch_in_another_browser_is_refused() {
    let mut attempt = Attempt::new();
    let other = attempt.host.login(2);
    attempt.cookie = Some(other.cookie.value);
    assert_eq!(attempt.code(), "browser-mismatch");
}

#[test]
fn a_launch_without_the_cookie_is_refused() {
    let mut attempt = Attempt::new();
    attempt.cookie = None;
    assert_eq!(attempt.code(), "browser-cookie-missing");
    attempt.cookie = Some(String::new());
    assert_eq!(attempt.code(), "browser-mismatch");
}

#[test]
fn an_invented_state_is_refused() {
    let attempt = Attempt::new();
    let invented = read(&form(&attempt.token(), "invented")).unwrap();
    assert_eq!(attempt.outcome_of(&invented).unwrap_err().code(), "state-unknown");
}

#[test]
fn a_state_older_than_ten_minutes_is_refused() {
    let seconds = |seconds| Duration::seconds(seconds);
    let fresh = Attempt::new()
        .with(claim::IAT, NOW.unix_timestamp() + 590)
        .with(claim::EXP, NOW.unix_timestamp() + 650);
    assert_eq!(fresh.after(seconds(600)).code(), "state-expired");
    let fresh = Attempt::new()
        .with(claim::IAT, NOW.unix_timestamp() + 590)
        .with(claim::EXP, NOW.unix_timestamp() + 650);
    fresh.after(seconds(599)).accepted();
}

#[test]
fn a_token_for_another_client_is_refused() {
    assert_eq!(
        Attempt::new().with(claim::AUD, "client-2").code(),
        "audience-mismatch"
    );
    assert_eq!(
        Attempt::new().with(claim::AUD, json!(["client-2"])).code(),
        "audience-mismatch"
    );
    assert_eq!(
        Attempt::new().with(claim::AUD, json!([])).code(),
        "audience-mismatch"
    );
}

#[test]
fn a_token_of_another_issuer_is_refused() {
    for issuer in [
        "https://evil.example",
        "https://moodle.example/",
        "HTTPS://moodle.example",
    ] {
        assert_eq!(
            Attempt::new().with(claim::ISS, issuer).code(),
            "issuer-mismatch",
            "{issuer}"
        );
    }
}

#[test]
fn an_expired_token_is_refused_once_the_leeway_is_over() {
    Attempt::new().after(Duration::seconds(119)).accepted();
    assert_eq!(
        Attempt::new().after(Duration::seconds(120)).code(),
        "token-expired"
    );
}

#[test]
fn hs256_with_the_public_key_as_secret_is_refused() {
    let attempt = Attempt::new().with_header("alg", "HS256");
    let token = attempt
        .platform
        .sign_with_public_key_as_secret(&attempt.header, &attempt.claims);
    let forged = read(&form(&token, &attempt.login.login_state.state)).unwrap();
    assert_eq!(
        attempt.outcome_of(&forged).unwrap_err().code(),
        "algorithm-forbidden"
    );
    assert_eq!(attempt.host.consumed(), 0);
}

#[test]
fn an_unsigned_token_is_refused() {
    for header in [
        json!({ "alg": "none" }),
        json!({ "alg": "none", "kid": platform::KID }),
    ] {
        let attempt = Attempt::new();
        let token = format!("{}.", platform::message(&header, &attempt.claims));
        let refusal = read(&form(&token, &attempt.login.login_state.state))
            .and_then(|unverified| attempt.outcome_of(&unverified))
            .unwrap_err();
        assert_eq!(refusal.code(), "algorithm-forbidden");
        assert_eq!(attempt.host.consumed(), 0);
    }
}

#[test]
fn an_unknown_key_identifier_is_refused() {
    assert_eq!(
        Attempt::new().with_header("kid", "platform-key-2").code(),
        "key-unknown"
    );
}

#[test]
fn tampered_roles_break_the_signature() {
    let attempt = Attempt::new();
    let genuine = attempt.token();
    let signature = genuine.rsplit_once('.').unwrap().1;
    let instructor = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";
    let mut claims = attempt.claims.clone();
    claims[claim::ROLES] = json!([instructor]);
    let token = format!("{}.{signature}", platform::message(&attempt.header, &claims));
    let tampered = read(&form(&token, &attempt.login.login_state.state)).unwrap();
    assert_eq!(
        attempt.outcome_of(&tampered).unwrap_err().code(),
        "signature-invalid"
    );
    assert_eq!(attempt.host.consumed(), 0);
}

#[test]
fn another_key_under_the_same_identifier_is_refused() {
    let attempt = Attempt::new();
    let token = Platform::new().sign(&attempt.header, &attempt.claims);
    let forged = read(&form(&token, &attempt.login.login_state.state)).unwrap();
    assert_eq!(
        attempt.outcome_of(&forged).unwrap_err().code(),
        "signature-invalid"
    );
}

#[test]
fn a_link_to_another_site_is_refused() {
    let attempt = Attempt::new().with(claim::TARGET_LINK_URI, "https://evil.example/lti/launch");
    assert_eq!(attempt.code(), "target-link-foreign");
}
