//! Which token is asked for, how answers are read, and for how long they are kept.

use std::sync::OnceLock;

use aws_lc_rs::{encoding::AsDer, rsa::KeySize, signature::RsaKeyPair};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::*;
use crate::service::tests::{NOW, Platform, answer, ready, registration};

fn key() -> &'static ToolKey {
    static KEY: OnceLock<ToolKey> = OnceLock::new();
    KEY.get_or_init(|| {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
        let der: aws_lc_rs::encoding::Pkcs8V1Der<'_> = pair.as_der().unwrap();
        ToolKey::from_pkcs8(der.as_ref()).unwrap()
    })
}

/// The fields of the form, and the header and claims of the assertion in it.
fn asked(registration: &Registration) -> (Vec<(String, String)>, Value, Value) {
    let request = request(
        registration,
        key(),
        &[scope::SCORE, scope::LINE_ITEM],
        "jti-1",
        NOW,
    )
    .unwrap();
    let form: Vec<(String, String)> = form_urlencoded::parse(&request.body).into_owned().collect();
    let (_, assertion) = form.iter().find(|(name, _)| name == "client_assertion").unwrap();
    let part = |index: usize| {
        let bytes = URL_SAFE_NO_PAD
            .decode(assertion.split('.').nth(index).unwrap())
            .unwrap();
        serde_json::from_slice(&bytes).unwrap()
    };
    let (header, claims) = (part(0), part(1));
    (form, header, claims)
}

#[test]
fn an_assertion_names_the_client_twice_the_audience_as_text_and_a_short_life() {
    let (form, header, claims) = asked(&registration());
    assert_eq!(header["kid"], key().kid());
    assert_eq!(
        claims,
        json!({
            "iss": "client-1", "sub": "client-1", "aud": "https://moodle.example/mod/lti/token.php",
            "iat": NOW.unix_timestamp() - 30, "exp": NOW.unix_timestamp() + 270, "jti": "jti-1",
        })
    );
    let field = |name: &str| {
        form.iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    };
    assert_eq!(field("grant_type"), Some("client_credentials"));
    assert_eq!(
        field("scope"),
        Some(
            "https://purl.imsglobal.org/spec/lti-ags/scope/score https://purl.imsglobal.org/spec/lti-ags/scope/lineitem"
        )
    );
}

#[test]
fn the_audience_of_the_registration_counts_where_it_has_one() {
    let registration = Registration {
        token_audience: Some("https://api.brightspace.com/auth/token".to_owned()),
        ..registration()
    };
    assert_eq!(
        asked(&registration).2["aud"],
        "https://api.brightspace.com/auth/token"
    );
}

#[test]
fn a_token_is_read_whatever_the_platform_calls_its_answer() {
    let body = r#"{"access_token":"a1","token_type":"bearer","expires_in":3600,"scope":"x y"}"#;
    let mut response = answer(200, body, None);
    response
        .headers
        .push(("Content-Type".to_owned(), b"text/html; charset=utf-8".to_vec()));
    let token = AccessToken::read(&response, &["z"], NOW).unwrap();
    assert!(token.allows("x") && token.allows("y") && !token.allows("z"));
    assert_eq!(token.usable_until, NOW + Duration::minutes(59));
}

#[test]
fn scopes_that_the_answer_does_not_name_are_those_that_were_asked_for() {
    let token = AccessToken::read(&answer(200, r#"{"access_token":"a1"}"#, None), &["x"], NOW).unwrap();
    assert!(token.allows("x") && !token.allows("y"));
}

#[test]
fn who_writes_columns_reads_them() {
    let read =
        |scopes: &[&str]| AccessToken::read(&answer(200, r#"{"access_token":"a"}"#, None), scopes, NOW);
    assert!(
        read(&[scope::LINE_ITEM])
            .unwrap()
            .allows(scope::LINE_ITEM_READ_ONLY)
    );
    assert!(
        !read(&[scope::LINE_ITEM_READ_ONLY])
            .unwrap()
            .allows(scope::LINE_ITEM)
    );
}

#[test]
fn an_answer_without_a_token_is_told_apart_from_a_refusal() {
    let code = |status, body| {
        AccessToken::read(&answer(status, body, None), &["x"], NOW)
            .unwrap_err()
            .code()
    };
    // Moodle's own words for an unknown key are no JSON.
    assert_eq!(code(400, r#"{ "error" : ""kid" invalid" }"#), "token-refused");
    assert_eq!(code(404, "<!DOCTYPE html>"), "token-refused");
    assert_eq!(code(200, "<!DOCTYPE html>"), "token-answer-malformed");
    assert_eq!(code(200, r#"{"access_token":""}"#), "token-answer-malformed");
    assert_eq!(
        code(200, "{\"access_token\":\"a\\nb\"}"),
        "token-answer-malformed"
    );
    assert_eq!(
        code(200, r#"{"access_token":"a","token_type":"mac"}"#),
        "token-answer-malformed"
    );
}

#[test]
fn a_token_is_asked_for_once_until_shortly_before_its_end() {
    let body = r#"{"access_token":"a1","expires_in":3600}"#;
    let platform = Platform::answering([answer(200, body, None), answer(200, body, None)]);
    let mut cache = TokenCache::default();
    let mut obtain = |at: Duration| {
        ready(obtain(
            &mut cache,
            &platform,
            &registration(),
            key(),
            &[scope::SCORE],
            "jti",
            NOW + at,
        ))
        .unwrap();
        platform.urls().len()
    };
    assert_eq!(obtain(Duration::ZERO), 1);
    assert_eq!(obtain(Duration::minutes(58)), 1);
    assert_eq!(obtain(Duration::minutes(59)), 2);
}

#[test]
fn a_token_for_less_than_was_asked_for_says_what_is_missing() {
    let body = format!(r#"{{"access_token":"a1","scope":"{}"}}"#, scope::SCORE);
    let platform = Platform::answering([answer(200, &body, None)]);
    let scopes = [scope::SCORE, scope::CONTEXT_MEMBERSHIP_READ_ONLY];
    let mut cache = TokenCache::default();
    let error = ready(obtain(
        &mut cache,
        &platform,
        &registration(),
        key(),
        &scopes,
        "jti",
        NOW,
    ))
    .unwrap_err();
    assert_eq!(
        error,
        TokenError::ScopeMissing {
            scope: scope::CONTEXT_MEMBERSHIP_READ_ONLY.to_owned()
        }
    );
    // It still serves for what it does allow.
    assert!(cache.find(&[scope::SCORE], NOW).is_some());
}

#[test]
fn a_token_that_is_refused_takes_the_others_with_it_once() {
    let token = |value: &str| {
        let body = format!(r#"{{"access_token":"{value}"}}"#);
        AccessToken::read(&answer(200, &body, None), &[scope::SCORE], NOW).unwrap()
    };
    let mut cache = TokenCache::default();
    cache.keep(token("a1"), NOW);
    cache.keep(token("a2"), NOW);
    cache.forget(&token("a2"));
    assert!(cache.find(&[scope::SCORE], NOW).is_none());
    cache.keep(token("a3"), NOW);
    cache.forget(&token("a1"));
    assert_eq!(cache.find(&[scope::SCORE], NOW), Some(&token("a3")));
}

#[test]
fn a_token_stays_out_of_logs() {
    let token = AccessToken::read(&answer(200, r#"{"access_token":"s3cret"}"#, None), &["x"], NOW).unwrap();
    assert!(!format!("{token:?}").contains("s3cret"));
}
