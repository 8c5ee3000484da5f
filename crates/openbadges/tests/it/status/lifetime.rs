//! How long a list may be kept by whoever fetched it.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openbadges::limits::Limits;
use openbadges::verify::status_list_lifetime;
use serde_json::{Value, json};

use super::{list, signed_as_token};
use crate::support::{NOW, badge, signed};

fn lifetime(body: impl AsRef<[u8]>) -> Option<Duration> {
    status_list_lifetime(body.as_ref(), NOW, &Limits::default())
}

fn lifetime_with(change: impl FnOnce(&mut Value)) -> Option<Duration> {
    let mut list = list("revocation", &[]);
    change(&mut list);
    let as_json = lifetime(signed(&list));
    assert_eq!(lifetime(signed_as_token(&list)), as_json, "as a token");
    as_json
}

#[test]
fn a_list_is_kept_for_as_many_milliseconds_as_it_says_or_five_minutes() {
    assert_eq!(lifetime_with(|_| {}), Some(Duration::from_secs(300)));
    let says = |ttl: Value| lifetime_with(|list| list["credentialSubject"]["ttl"] = ttl);
    assert_eq!(says(json!(90_500)), Some(Duration::from_millis(90_500)));
    assert_eq!(says(json!(0)), Some(Duration::ZERO));
}

#[test]
fn a_time_that_cannot_be_read_is_no_time() {
    for ttl in [json!("300000"), json!(-1), json!(null), json!(1.5)] {
        let lifetime = lifetime(
            json!({
                "type": ["VerifiableCredential", "BitstringStatusListCredential"],
                "credentialSubject": {"type": "BitstringStatusList", "ttl": ttl},
            })
            .to_string(),
        );
        assert_eq!(lifetime, Some(Duration::ZERO), "{ttl}");
    }
}

#[test]
fn no_list_is_kept_past_its_end() {
    let until = |end: &str| lifetime_with(|list| list["validUntil"] = json!(end));
    assert_eq!(until("2026-06-01T12:01:00Z"), Some(Duration::from_secs(60)));
    assert_eq!(until("2026-06-01T13:00:00Z"), Some(Duration::from_secs(300)));
    assert_eq!(until("2026-06-01T11:00:00Z"), Some(Duration::ZERO));
    let older = json!({"type": ["StatusList2021Credential"], "expirationDate": "2026-06-01T12:01:00Z"});
    assert_eq!(lifetime(older.to_string()), Some(Duration::from_secs(60)));
}

#[test]
fn a_token_has_an_end_of_its_own() {
    let until = |exp: i64| {
        let payload = json!({"type": ["BitstringStatusListCredential"], "exp": exp}).to_string();
        let [header, payload] = [r#"{"alg":"EdDSA"}"#, &payload].map(|part| URL_SAFE_NO_PAD.encode(part));
        lifetime(format!("{header}.{payload}.AA"))
    };
    assert_eq!(until(NOW.unix_timestamp() + 60), Some(Duration::from_secs(60)));
    assert_eq!(until(NOW.unix_timestamp() - 60), Some(Duration::ZERO));
    assert_eq!(
        until(NOW.unix_timestamp() + 3_600),
        Some(Duration::from_secs(300))
    );
}

#[test]
fn what_says_nothing_about_it_leaves_it_to_the_caller() {
    let older = json!({"type": ["StatusList2021Credential"]}).to_string();
    let revocation_list =
        json!({"id": "https://badges.example/revoked", "revokedCredential": []}).to_string();
    for body in [older, revocation_list, signed(&badge()), "not JSON".to_owned()] {
        assert_eq!(lifetime(&body), None, "{body}");
    }
}
