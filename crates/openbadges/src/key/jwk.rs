//! [JSON Web Keys](https://www.rfc-editor.org/rfc/rfc7517), public ones only.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use super::{PublicKey, multikey};
use crate::error::KeyError;

/// Members that only a private or a secret key has.
const PRIVATE_MEMBERS: [&str; 7] = ["d", "p", "q", "dp", "dq", "qi", "k"];

pub(super) fn decode(jwk: &Value) -> Result<PublicKey, KeyError> {
    let text = |name: &str| jwk.get(name).and_then(Value::as_str);
    if PRIVATE_MEMBERS.iter().any(|name| jwk.get(*name).is_some()) {
        return Err(KeyError::PrivateKeyExposed);
    }
    match (text("kty"), text("crv")) {
        // https://www.rfc-editor.org/rfc/rfc8037#section-2
        (Some("OKP"), Some("Ed25519")) => {
            let x = text("x").ok_or(KeyError::Malformed)?;
            let bytes = URL_SAFE_NO_PAD
                .decode(x)
                .map_err(|_not_base64url| KeyError::Malformed)?;
            multikey::from_ed25519_bytes(&bytes)
        }
        (Some("EC"), Some("P-256")) => Err(KeyError::Unsupported("P-256")),
        (Some("EC"), Some("P-384")) => Err(KeyError::Unsupported("P-384")),
        (Some("RSA"), _) => Err(KeyError::Unsupported("RSA")),
        _ => Err(KeyError::Malformed),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    // https://www.rfc-editor.org/rfc/rfc8037#appendix-A.2
    const X: &str = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    #[test]
    fn an_octet_key_pair_is_read() {
        let key = decode(&json!({"kty": "OKP", "crv": "Ed25519", "x": X}));
        assert_eq!(key.map(|key| key.kind()), Ok("Ed25519"));
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
        assert_eq!(
            decode(&json!({"kty": "OKP", "crv": "X25519", "x": X})),
            Err(KeyError::Malformed)
        );
    }
}
