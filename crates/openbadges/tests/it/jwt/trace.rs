//! The intermediate values of a token.

use openbadges::verify::trace::{ClaimTrace, KeyOrigin, SignatureTrace, Signed, trace};
use openbadges::verify::{Evidence, Policy};
use serde_json::{Value, json};

use super::{KEY_SET, header, in_vc_claim, jwk_of, payload, payload_of_https_issuer, payload_with, token};
use crate::support::{NOW, evidence, signer};

fn traced(token: &str, evidence: &Evidence) -> SignatureTrace {
    let mut signatures = trace(token.as_bytes(), evidence, NOW, &Policy::default()).signatures;
    assert_eq!(signatures.len(), 1, "{signatures:#?}");
    signatures.remove(0)
}

fn claims(signature: &SignatureTrace) -> &[ClaimTrace] {
    match signature.signed.as_ref().unwrap() {
        Signed::Token { claims, .. } => claims,
        other => unreachable!("a token has no {other:?}"),
    }
}

#[test]
fn what_was_signed_is_the_token_up_to_its_last_point() {
    let token = token(&header(), &payload());
    let found = traced(&token, &Evidence::new());
    let Ok(Signed::Token {
        signing_input,
        header: read,
        ..
    }) = &found.signed
    else {
        unreachable!("{found:#?}");
    };
    assert_eq!(*signing_input, token[..token.rfind('.').unwrap()]);
    assert_eq!(Value::Object(read.clone()), header());
    assert_eq!(
        (found.matches, found.suite.as_deref()),
        (Some(true), Some("EdDSA"))
    );
}

#[test]
fn each_claim_stands_beside_what_the_credential_says() {
    let changed = payload_with(|payload| payload["jti"] = json!("urn:another"));
    let credential_id = payload()["id"].clone();
    for payload in [changed.clone(), in_vc_claim(&changed)] {
        let found = traced(&token(&header(), &payload), &Evidence::new());
        let names: Vec<&str> = claims(&found).iter().map(|claim| claim.claim).collect();
        assert_eq!(names, ["iss", "sub", "jti", "nbf"]);
        let jti = &claims(&found)[2];
        assert_eq!(jti.value, Some(json!("urn:another")));
        assert_eq!((jti.pointer, &jti.member), ("/id", &Some(credential_id.clone())));
    }
}

#[test]
fn a_claim_or_a_member_that_is_alone_is_told_without_the_other() {
    let payload = payload_with(|payload| {
        payload["exp"] = json!(1_900_000_000);
        payload.as_object_mut().unwrap().remove("sub");
    });
    let found = traced(&token(&header(), &payload), &Evidence::new());
    let of = |name: &str| claims(&found).iter().find(|claim| claim.claim == name).unwrap();
    assert_eq!((&of("exp").member, of("exp").pointer), (&None, "/validUntil"));
    assert_eq!(of("sub").value, None);
    assert!(of("sub").member.is_some());
}

#[test]
fn a_key_of_the_issuers_key_set_and_one_of_the_header_are_told_apart() {
    let mut jwk = jwk_of(&signer());
    let by_header = token(&json!({"alg": "EdDSA", "jwk": jwk}), &payload_of_https_issuer());
    let found = traced(&by_header, &Evidence::new());
    assert_eq!(found.key.unwrap().origin, KeyOrigin::Header);
    jwk["kid"] = json!("key-1");
    let set = json!({"keys": [jwk]});
    let by_hint = token(
        &json!({"alg": "EdDSA", "kid": "key-1"}),
        &payload_of_https_issuer(),
    );
    let found = traced(&by_hint, &evidence(&[(KEY_SET, &set)]));
    let key = found.key.unwrap();
    assert_eq!(key.origin, KeyOrigin::KeySet(KEY_SET.to_owned()));
    assert_eq!(
        (key.name.as_str(), key.key.to_jwk()),
        ("key-1", jwk_of(&signer()))
    );
}

#[test]
fn a_header_that_is_refused_has_no_key_but_its_bytes_are_told() {
    let found = traced(&token(&json!({"alg": "none"}), &payload()), &Evidence::new());
    assert_eq!(found.key.unwrap_err().code.as_str(), "refused-algorithm");
    assert!(found.signed.is_ok());
    assert_eq!(found.matches, None);
}
