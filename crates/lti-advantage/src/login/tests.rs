//! What a login accepts, and what it answers.

use std::collections::HashMap;

use time::macros::datetime;

use super::*;
use crate::records::{Algorithm, RegistrationId};

const MOODLE_HINT: &str = r#"{"cmid":5,"launchid":"ltilaunch1_748728142"}"#;

fn moodle() -> Vec<(String, String)> {
    pairs(&[
        ("iss", "https://moodle.example"),
        ("target_link_uri", "https://badges.example/lti/launch?badge=42"),
        ("login_hint", "4"),
        ("lti_message_hint", MOODLE_HINT),
        ("client_id", "client-1"),
        ("lti_deployment_id", "1"),
    ])
}

fn pairs(parameters: &[(&str, &str)]) -> Vec<(String, String)> {
    parameters
        .iter()
        .map(|&(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn without(name: &str) -> Vec<(String, String)> {
    moodle().into_iter().filter(|(key, _)| key != name).collect()
}

fn registration(id: &str, client_id: &str) -> Registration {
    Registration {
        id: RegistrationId(id.to_owned()),
        issuer: "https://moodle.example".to_owned(),
        client_id: client_id.to_owned(),
        auth_url: Url::parse("https://moodle.example/mod/lti/auth.php?site=1").unwrap(),
        token_url: Url::parse("https://moodle.example/mod/lti/token.php").unwrap(),
        token_audience: None,
        jwks_url: Url::parse("https://moodle.example/mod/lti/certs.php").unwrap(),
        algorithms: vec![Algorithm::Rs256],
    }
}

fn begin_with(parameters: &[(String, String)], registrations: &[Registration]) -> Result<Login, LoginError> {
    let tool = Tool::new(&Url::parse("https://badges.example/lti/launch").unwrap());
    let secrets = LoginSecrets {
        state: [1; 32],
        nonce: [2; 32],
        browser: [3; 32],
    };
    begin(
        &read(parameters)?,
        registrations,
        &tool,
        datetime!(2026-11-22 12:00 UTC),
        &secrets,
    )
}

fn refusal(parameters: &[(String, String)]) -> &'static str {
    begin_with(parameters, &[registration("r1", "client-1")])
        .unwrap_err()
        .code()
}

#[test]
fn the_redirect_has_what_moodle_and_open_edx_require() {
    let login = begin_with(&moodle(), &[registration("r1", "client-1")]).unwrap();
    let query: HashMap<String, String> = login.redirect.query_pairs().into_owned().collect();
    let expected = [
        ("site", "1"),
        ("scope", "openid"),
        ("response_type", "id_token"),
        ("response_mode", "form_post"),
        ("prompt", "none"),
        ("client_id", "client-1"),
        ("redirect_uri", "https://badges.example/lti/launch"),
        ("login_hint", "4"),
        ("state", login.login_state.state.as_str()),
        ("nonce", login.login_state.nonce.as_str()),
        ("lti_message_hint", MOODLE_HINT),
    ];
    assert_eq!(query.len(), expected.len());
    for (name, value) in expected {
        assert_eq!(query.get(name).map(String::as_str), Some(value), "{name}");
    }
}

#[test]
fn hints_go_back_byte_for_byte() {
    let hint = "a+b c=%20&é\u{1f393}\"'";
    let mut parameters = without("lti_message_hint");
    parameters.retain(|(key, _)| key != "login_hint");
    parameters.extend(pairs(&[("login_hint", hint), ("lti_message_hint", hint)]));
    let login = begin_with(&parameters, &[registration("r1", "client-1")]).unwrap();
    let sent: Vec<String> = login
        .redirect
        .query_pairs()
        .filter(|(name, _)| name == "login_hint" || name == "lti_message_hint")
        .map(|(_, value)| value.into_owned())
        .collect();
    assert_eq!(sent, [hint, hint]);
}

#[test]
fn state_nonce_and_cookie_have_256_bits_each_and_differ() {
    let login = begin_with(&moodle(), &[registration("r1", "client-1")]).unwrap();
    let values = [
        &login.login_state.state,
        &login.login_state.nonce,
        &login.cookie.value,
    ];
    for value in values {
        assert_eq!(URL_SAFE_NO_PAD.decode(value).unwrap().len(), 32);
    }
    assert_ne!(values[0], values[1]);
    assert_ne!(values[1], values[2]);
}

#[test]
fn the_record_holds_the_hash_of_the_cookie_and_not_its_value() {
    let login = begin_with(&moodle(), &[registration("r1", "client-1")]).unwrap();
    let hash: [u8; 32] = Sha256::digest(&login.cookie.value).into();
    assert_eq!(login.login_state.browser_binding_hash, hash);
    assert_eq!(
        login.cookie.name,
        format!("__Host-lti-{}", &login.login_state.state[..16])
    );
    assert_eq!(login.login_state.expires_at(), datetime!(2026-11-22 12:10 UTC));
}

#[test]
fn secrets_stay_out_of_debug_output() {
    let login = begin_with(&moodle(), &[registration("r1", "client-1")]).unwrap();
    let printed = format!("{:?} {:?}", login.login_state, login.cookie);
    for secret in [
        &login.login_state.state,
        &login.login_state.nonce,
        &login.cookie.value,
    ] {
        assert!(!printed.contains(secret.as_str()));
    }
}

#[test]
fn required_parameters_are_required() {
    for name in ["iss", "login_hint", "target_link_uri"] {
        assert_eq!(refusal(&without(name)), "login-parameter-missing", "{name}");
        let mut empty = without(name);
        empty.push((name.to_owned(), String::new()));
        assert_eq!(refusal(&empty), "login-parameter-missing", "{name}");
    }
}

#[test]
fn optional_parameters_are_optional() {
    for name in ["client_id", "lti_message_hint", "lti_deployment_id"] {
        assert!(
            begin_with(&without(name), &[registration("r1", "client-1")]).is_ok(),
            "{name}"
        );
    }
}

#[test]
fn a_parameter_that_stands_twice_is_refused() {
    let mut parameters = moodle();
    parameters.extend(pairs(&[("iss", "https://evil.example")]));
    assert_eq!(refusal(&parameters), "login-parameter-repeated");
}

#[test]
fn a_parameter_that_is_too_long_is_refused() {
    let mut parameters = without("lti_message_hint");
    parameters.push(("lti_message_hint".to_owned(), "x".repeat(MAX_PARAMETER_BYTES + 1)));
    assert_eq!(refusal(&parameters), "login-parameter-too-long");
}

#[test]
fn deployment_id_stands_in_for_lti_deployment_id() {
    let mut parameters = without("lti_deployment_id");
    parameters.extend(pairs(&[("deployment_id", "7")]));
    assert_eq!(read(&parameters).unwrap().deployment_id.as_deref(), Some("7"));
    parameters.extend(pairs(&[("lti_deployment_id", "1")]));
    assert_eq!(read(&parameters).unwrap().deployment_id.as_deref(), Some("1"));
}

#[test]
fn an_unknown_issuer_or_client_is_refused() {
    assert_eq!(
        begin_with(&moodle(), &[]).unwrap_err().code(),
        "registration-unknown"
    );
    let other = [registration("r1", "client-2")];
    assert_eq!(
        begin_with(&moodle(), &other).unwrap_err().code(),
        "registration-unknown"
    );
    let mut parameters = without("iss");
    parameters.extend(pairs(&[("iss", "https://moodle.example/")]));
    assert_eq!(refusal(&parameters), "registration-unknown");
}

#[test]
fn several_registrations_and_no_client_have_an_error_of_their_own() {
    let several = [registration("r1", "client-1"), registration("r2", "client-2")];
    assert_eq!(
        begin_with(&without("client_id"), &several).unwrap_err().code(),
        "registration-ambiguous"
    );
    assert_eq!(
        begin_with(&moodle(), &several)
            .unwrap()
            .login_state
            .registration_id
            .0,
        "r1"
    );
}

#[test]
fn a_target_elsewhere_is_refused() {
    let mut parameters = without("target_link_uri");
    parameters.extend(pairs(&[("target_link_uri", "https://evil.example/lti/launch")]));
    assert_eq!(refusal(&parameters), "target-link-foreign");
}
