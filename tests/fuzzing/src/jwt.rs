//! Tokens: read, matched with a key, compared with the credential in them.

use serde_json::{Value, json};

use crate::{Sources, badges};

/// Verifies the text as a token. Two lines are its header and its payload, which are signed here, so that what
/// comes after the signature is reached.
pub fn run(input: &[u8]) {
    let keys = key_set().to_string();
    badges::verified(input, |_| keys.clone().into_bytes());
    let mut lines = input.splitn(2, |byte| *byte == b'\n');
    if let (Some(header), Some(payload)) = (lines.next(), lines.next()) {
        let token = badges::token(header, payload);
        badges::verified(token.as_bytes(), |_| keys.clone().into_bytes());
    }
}

/// The issuer's key among others that are damaged.
fn key_set() -> Value {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use openbadges::key::{PublicKey, Signer as _};
    let x = match badges::signer().public_key() {
        PublicKey::Ed25519(key) => URL_SAFE_NO_PAD.encode(key.as_bytes()),
        _ => String::new(),
    };
    json!({"keys": [
        {"kty": "OKP", "crv": "Ed25519", "kid": "1", "x": x},
        {"kty": "RSA", "kid": "2", "n": "AQAB", "e": "AQAB"},
        {"kty": "EC", "crv": "P-256", "kid": "3", "x": "AA", "y": "AA"},
    ]})
}

/// Tokens of the vectors, and headers with payloads.
pub fn seeds(sources: &Sources) -> Vec<Vec<u8>> {
    let mut seeds = sources.files(&[".jwt", ".jws"]);
    let badge = badges::badge(Value::Null);
    let mut claims = badge.clone();
    claims.extend([
        ("iss".to_owned(), badges::issuer().into()),
        ("sub".to_owned(), "did:example:learner".into()),
        ("jti".to_owned(), badge.get("id").cloned().unwrap_or_default()),
        ("nbf".to_owned(), 1_767_225_600.into()),
        ("exp".to_owned(), 1_900_000_000.5.into()),
    ]);
    let mut enveloped = claims.clone();
    enveloped.retain(|name, _| name.len() == 3);
    enveloped.insert("vc".to_owned(), Value::Object(badge));
    for header in [
        json!({"alg": "EdDSA", "kid": badges::key_id(), "typ": "JWT"}),
        json!({"alg": "EdDSA", "kid": "https://badges.example/keys#1"}),
        json!({"alg": "RS256", "jwk": {"kty": "RSA", "n": "AQAB", "e": "AQAB"}, "crit": ["exp"]}),
    ] {
        for payload in [&claims, &enveloped] {
            let payload = Value::Object(payload.clone()).to_string();
            seeds.push(badges::token(header.to_string().as_bytes(), payload.as_bytes()).into_bytes());
            seeds.push(format!("{header}\n{payload}").into_bytes());
        }
    }
    seeds
}
