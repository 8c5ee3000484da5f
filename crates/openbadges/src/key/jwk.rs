//! [JSON Web Keys](https://www.rfc-editor.org/rfc/rfc7517), public ones only.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::{PublicKey, ecdsa, multikey, rsa};
use crate::error::KeyError;

/// Members that only a private or a secret key has.
const PRIVATE_MEMBERS: [&str; 7] = ["d", "p", "q", "dp", "dq", "qi", "k"];

pub(super) fn decode(jwk: &Value) -> Result<PublicKey, KeyError> {
    let text = |name: &str| jwk.get(name).and_then(Value::as_str);
    let bytes = |name: &str| {
        let decoded = text(name).map(|text| URL_SAFE_NO_PAD.decode(text));
        decoded.and_then(Result::ok).ok_or(KeyError::Malformed)
    };
    if PRIVATE_MEMBERS.iter().any(|name| jwk.get(*name).is_some()) {
        return Err(KeyError::PrivateKeyExposed);
    }
    match (text("kty"), text("crv")) {
        // https://www.rfc-editor.org/rfc/rfc8037#section-2
        (Some("OKP"), Some("Ed25519")) => multikey::from_ed25519_bytes(&bytes("x")?),
        // https://www.rfc-editor.org/rfc/rfc7518#section-6.2
        (Some("EC"), Some("P-256")) => ecdsa::p256::from_coordinates(&bytes("x")?, &bytes("y")?),
        (Some("EC"), Some("P-384")) => ecdsa::p384::from_coordinates(&bytes("x")?, &bytes("y")?),
        (Some("EC"), Some("P-521")) => Err(KeyError::Unsupported("P-521")),
        (Some("EC"), Some("secp256k1")) => Err(KeyError::Unsupported("secp256k1")),
        // https://www.rfc-editor.org/rfc/rfc7518#section-6.3
        (Some("RSA"), _) => rsa::from_parts(&bytes("n")?, &bytes("e")?),
        _ => Err(KeyError::Malformed),
    }
}

/// The members that say which key it is, and nothing else: those that
/// [RFC 7638](https://www.rfc-editor.org/rfc/rfc7638#section-3.2) takes the thumbprint of.
pub(super) fn encode(key: &PublicKey) -> Value {
    let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let on_curve = |coordinates: &[u8]| {
        let (x, y) = coordinates.split_at(coordinates.len() / 2);
        json!({"kty": "EC", "crv": key.kind(), "x": text(x), "y": text(y)})
    };
    match key {
        PublicKey::Ed25519(key) => json!({"kty": "OKP", "crv": "Ed25519", "x": text(key.as_bytes())}),
        PublicKey::P256(key) => on_curve(&ecdsa::p256::to_coordinates(key)),
        PublicKey::P384(key) => on_curve(&ecdsa::p384::to_coordinates(key)),
        PublicKey::Rsa(key) => {
            let (modulus, exponent) = key.parts();
            json!({"kty": "RSA", "n": text(&modulus), "e": text(&exponent)})
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::{P384Signer, Signer as _};

    // https://www.rfc-editor.org/rfc/rfc8037#appendix-A.2
    const X: &str = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    #[test]
    fn an_octet_key_pair_is_read() {
        let key = decode(&json!({"kty": "OKP", "crv": "Ed25519", "x": X}));
        assert_eq!(key.map(|key| key.kind()), Ok("Ed25519"));
    }

    // https://www.rfc-editor.org/rfc/rfc7517#appendix-A.1
    fn elliptic_curve() -> Value {
        json!({
            "kty": "EC",
            "crv": "P-256",
            "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
            "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
        })
    }

    #[test]
    fn a_key_on_a_curve_is_read() {
        assert_eq!(decode(&elliptic_curve()).map(|key| key.kind()), Ok("P-256"));
    }

    #[test]
    fn a_key_is_written_as_it_is_read() {
        let ed25519 = json!({"kty": "OKP", "crv": "Ed25519", "x": X});
        let rsa = json!({"kty": "RSA", "n": URL_SAFE_NO_PAD.encode([0xff; 256]), "e": "AQAB"});
        for jwk in [ed25519, elliptic_curve(), rsa] {
            assert_eq!(encode(&decode(&jwk).unwrap()), jwk);
        }
        let p384 = P384Signer::from_secret(&[7; 48]).unwrap().public_key();
        assert_eq!(decode(&encode(&p384)), Ok(p384));
    }

    #[test]
    fn a_point_off_the_named_curve_is_refused() {
        for (member, value) in [
            ("y", json!("4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyN")),
            ("y", json!("MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4")),
            ("x", json!("AA")),
            ("x", json!(7)),
            ("crv", json!("P-384")),
            ("crv", json!("P-192")),
        ] {
            let mut jwk = elliptic_curve();
            jwk[member] = value;
            assert_eq!(decode(&jwk), Err(KeyError::Malformed), "{jwk}");
        }
    }

    #[test]
    fn a_private_key_in_public_is_refused() {
        let jwk = json!({"kty": "OKP", "crv": "Ed25519", "x": X, "d": X});
        assert_eq!(decode(&jwk), Err(KeyError::PrivateKeyExposed));
    }

    #[test]
    fn other_kinds_are_named() {
        assert_eq!(
            decode(&json!({"kty": "RSA", "n": "AQ", "e": "AQAB"})),
            Err(KeyError::Unsupported("RSA"))
        );
        let p521 = json!({"kty": "EC", "crv": "P-521", "x": "AA", "y": "AA"});
        assert_eq!(decode(&p521), Err(KeyError::Unsupported("P-521")));
        assert_eq!(
            decode(&json!({"kty": "OKP", "crv": "X25519", "x": X})),
            Err(KeyError::Malformed)
        );
    }
}
