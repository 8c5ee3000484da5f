//! One badge by each algorithm of tokens, and each way to say where the key is.

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openbadges::key::{Ed25519Signer, P256Signer, PublicKey, Signer};
use openbadges::limits::Limits;
use openbadges::sign::{JwtOptions, sign_jwt};
use serde_json::{Value, json};

use super::proofs::badge;
use super::published_rsa_key::PublishedRsaKey;
use super::{Sample, VALID_FROM};

const HTTPS_ISSUER: &str = "https://badges.example.org/issuers/1";
const KEY_SET: &str = "https://badges.example.org/.well-known/jwks.json";

/// `EdDSA` by a key of a `did:web`, `ES256` by the name that a key has in its issuer's key set, and `RS256` by a
/// key's own address there.
///
/// # Errors
/// When the core does not sign one of them.
pub fn tokens() -> Result<Vec<Sample>> {
    let ed25519 = Ed25519Signer::from_seed(&[5; 32]);
    let did = "did:web:badges.example.org";
    let key = format!("{did}#key-1");
    let method = json!({
        "id": key,
        "type": "JsonWebKey",
        "controller": did,
        "publicKeyJwk": public_jwk(&ed25519.public_key()),
    });
    let document = json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
        "id": did,
        "verificationMethod": [method],
        "assertionMethod": [key],
    });
    let by_did = Sample::new("EdDSA", token(did, &ed25519, &key)?);

    let p256 = P256Signer::from_secret(&[5; 32])?;
    let by_name = Sample::new("ES256", token(HTTPS_ISSUER, &p256, "summer")?);

    let rsa = PublishedRsaKey::new()?;
    let address = format!("{KEY_SET}#winter");
    let by_address = Sample::new("RS256", token(HTTPS_ISSUER, &rsa, &address)?);

    let mut keys = vec![public_jwk(&p256.public_key()), PublishedRsaKey::jwk()];
    for (key, kid) in keys.iter_mut().zip(["summer", &address]) {
        key["kid"] = kid.into();
    }
    let set = json!({ "keys": keys });
    Ok(vec![
        by_did.with_document("https://badges.example.org/.well-known/did.json", document),
        by_name.with_document(KEY_SET, set.clone()),
        by_address.with_document(KEY_SET, set),
    ])
}

fn token(issuer: &str, signer: &dyn Signer, key_id: &str) -> Result<String> {
    let options = JwtOptions::new(key_id, VALID_FROM);
    Ok(sign_jwt(&badge(issuer), signer, &options, &Limits::default())?)
}

/// The key as a [JSON Web Key](https://www.rfc-editor.org/rfc/rfc7517); `null` for kinds that no token here uses.
pub(super) fn public_jwk(key: &PublicKey) -> Value {
    match key {
        PublicKey::Ed25519(key) => {
            json!({ "kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode(key.as_bytes()) })
        }
        PublicKey::P256(key) => {
            let point = key.to_sec1_point(false);
            let (x, y) = (
                point.x().map(|x| URL_SAFE_NO_PAD.encode(x)),
                point.y().map(|y| URL_SAFE_NO_PAD.encode(y)),
            );
            json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y })
        }
        _ => Value::Null,
    }
}
