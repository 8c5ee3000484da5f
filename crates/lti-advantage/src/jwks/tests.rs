//! Which key is chosen, and when the set is fetched.

use std::{
    cell::Cell,
    pin::pin,
    sync::Mutex,
    task::{Context, Poll, Waker},
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use time::macros::datetime;
use url::Url;

use super::*;
use crate::{http::TransportError, records::RegistrationId};

const NOW: OffsetDateTime = datetime!(2026-11-22 12:00 UTC);

fn jwk(kid: &str) -> Value {
    json!({ "kty": "RSA", "kid": kid, "n": URL_SAFE_NO_PAD.encode([0xc5; 256]), "e": "AQAB" })
}

fn with(kid: &str, member: &str, value: impl Into<Value>) -> Value {
    let mut jwk = jwk(kid);
    jwk[member] = value.into();
    jwk
}

fn answer(keys: &[Value]) -> Response {
    Response {
        status: 200,
        headers: Vec::new(),
        body: json!({ "keys": keys }).to_string().into_bytes(),
    }
}

fn cached(keys: &[Value]) -> KeyCache {
    let mut cache = KeyCache::default();
    cache.store(&answer(keys), NOW).unwrap();
    cache
}

/// What choosing `kid` gives right after a fetch: `key`, `refresh` or the code of the error.
fn choice(cache: &KeyCache, kid: &str, now: OffsetDateTime) -> &'static str {
    match cache.choose(kid, Algorithm::Rs256, now) {
        Ok(Choice::Key(_)) => "key",
        Ok(Choice::Refresh) => "refresh",
        Err(error) => error.code(),
    }
}

#[test]
fn a_key_without_alg_and_use_is_taken() {
    assert_eq!(choice(&cached(&[jwk("k1")]), "k1", NOW), "key");
    let full = json!({ "alg": "RS256", "use": "sig", "key_ops": ["verify"],
                       "kty": "RSA", "kid": "k1", "n": jwk("k1")["n"], "e": "AQAB" });
    assert_eq!(choice(&cached(&[full]), "k1", NOW), "key");
}

#[test]
fn a_key_of_another_kind_use_or_algorithm_is_not_taken() {
    for (member, value) in [
        ("kty", json!("EC")),
        ("use", json!("enc")),
        ("alg", json!("RS512")),
        ("key_ops", json!(["encrypt"])),
        ("n", json!(URL_SAFE_NO_PAD.encode([0xc5; 128]))),
        ("n", json!("not base64!")),
        ("e", Value::Null),
    ] {
        assert_eq!(
            choice(&cached(&[with("k1", member, value)]), "k1", NOW),
            "key-unsuitable",
            "{member}"
        );
    }
}

#[test]
fn a_modulus_padded_with_zeros_is_not_longer_for_it() {
    let mut padded = [0; 256];
    padded[128..].fill(0xc5);
    let key = with("k1", "n", URL_SAFE_NO_PAD.encode(padded));
    assert_eq!(choice(&cached(&[key]), "k1", NOW), "key-unsuitable");
}

#[test]
fn a_suitable_key_beside_an_unsuitable_one_of_the_same_name_is_taken() {
    assert_eq!(
        choice(&cached(&[with("k1", "kty", "EC"), jwk("k1")]), "k1", NOW),
        "key"
    );
}

#[test]
fn a_key_that_cannot_be_read_does_not_spoil_the_others() {
    assert_eq!(
        choice(&cached(&[json!({ "kid": 7 }), json!(null), jwk("k1")]), "k1", NOW),
        "key"
    );
}

#[test]
fn an_unknown_kid_causes_one_fetch_a_minute() {
    let cache = cached(&[jwk("k1")]);
    assert_eq!(choice(&cache, "k2", NOW + Duration::seconds(59)), "key-unknown");
    assert_eq!(choice(&cache, "k2", NOW + Duration::seconds(60)), "refresh");
    assert_eq!(choice(&cache, "k1", NOW + Duration::seconds(60)), "key");
}

#[test]
fn an_unreachable_set_is_asked_for_once_a_minute() {
    let mut cache = KeyCache::default();
    assert_eq!(choice(&cache, "k1", NOW), "refresh");
    cache.store_failure(
        JwksError::Unreachable {
            reason: "timeout".to_owned(),
        },
        NOW,
    );
    assert_eq!(
        choice(&cache, "k1", NOW + Duration::seconds(59)),
        "keys-unreachable"
    );
    assert_eq!(choice(&cache, "k1", NOW + Duration::seconds(60)), "refresh");
}

#[test]
fn the_last_good_set_outlives_a_failed_fetch() {
    let mut cache = cached(&[jwk("k1")]);
    let later = NOW + Duration::hours(30);
    assert_eq!(choice(&cache, "k1", later), "refresh");
    let page = Response {
        status: 404,
        headers: Vec::new(),
        body: b"<html>".to_vec(),
    };
    assert_eq!(
        cache.store(&page, later),
        Err(JwksError::Malformed { status: 404 })
    );
    assert_eq!(choice(&cache, "k1", later), "key");
}

#[test]
fn what_is_no_key_set_is_malformed() {
    for body in ["<html>", "[]", "{}", r#"{"keys": 1}"#] {
        let response = Response {
            status: 200,
            headers: Vec::new(),
            body: body.as_bytes().to_vec(),
        };
        assert_eq!(
            KeySet::read(&response).unwrap_err().code(),
            "keys-malformed",
            "{body}"
        );
    }
}

#[test]
fn max_age_is_honoured_between_five_minutes_and_a_day() {
    for (header, seconds) in [
        (None, 3600),
        (Some("public, max-age=900"), 900),
        (Some("max-age=1"), 300),
        (Some("max-age=99999999"), 86400),
        (Some("max-age=-5"), 300),
        (Some("no-store"), 3600),
    ] {
        let headers = header.map(|value| ("Cache-Control".to_owned(), value.as_bytes().to_vec()));
        let response = Response {
            headers: headers.into_iter().collect(),
            ..answer(&[])
        };
        assert_eq!(lifetime(&response), Duration::seconds(seconds), "{header:?}");
    }
}

/// Answers with the given responses, one after the other, and counts.
struct Scripted(Mutex<Vec<Result<Response, TransportError>>>);

impl Transport for Scripted {
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
        assert_eq!(request.url.as_str(), "https://lms.example/jwks");
        self.0.lock().unwrap().remove(0)
    }
}

fn resolve_now(
    cache: &mut KeyCache,
    script: Vec<Result<Response, TransportError>>,
    now: OffsetDateTime,
) -> &'static str {
    let registration = Registration {
        id: RegistrationId("r1".to_owned()),
        issuer: "https://lms.example".to_owned(),
        client_id: "client-1".to_owned(),
        auth_url: Url::parse("https://lms.example/auth").unwrap(),
        token_url: Url::parse("https://lms.example/token").unwrap(),
        token_audience: None,
        jwks_url: Url::parse("https://lms.example/jwks").unwrap(),
        algorithms: vec![Algorithm::Rs256],
    };
    let transport = Scripted(Mutex::new(script));
    let code = Cell::new("pending");
    {
        let future = pin!(resolve(
            cache,
            &transport,
            &registration,
            "k2",
            Algorithm::Rs256,
            now
        ));
        if let Poll::Ready(result) = future.poll(&mut Context::from_waker(Waker::noop())) {
            code.set(result.map_or_else(|error| error.code(), |_key| "key"));
        }
    }
    assert!(
        transport.0.lock().unwrap().is_empty(),
        "an answer was not asked for"
    );
    code.get()
}

#[test]
fn a_rotated_key_is_found_by_one_fetch() {
    let mut cache = cached(&[jwk("k1")]);
    let later = NOW + Duration::minutes(2);
    assert_eq!(
        resolve_now(&mut cache, vec![Ok(answer(&[jwk("k1"), jwk("k2")]))], later),
        "key"
    );
    assert_eq!(resolve_now(&mut cache, vec![], later), "key");
}

#[test]
fn an_invented_key_identifier_costs_one_fetch_and_is_unknown() {
    let mut cache = KeyCache::default();
    assert_eq!(
        resolve_now(&mut cache, vec![Ok(answer(&[jwk("k1")]))], NOW),
        "key-unknown"
    );
    assert_eq!(resolve_now(&mut cache, vec![], NOW), "key-unknown");
}

#[test]
fn a_platform_that_does_not_answer_is_said_to_be_unreachable() {
    let mut cache = KeyCache::default();
    let timeout = TransportError {
        code: "timeout".to_owned(),
    };
    assert_eq!(
        resolve_now(&mut cache, vec![Err(timeout)], NOW),
        "keys-unreachable"
    );
}
