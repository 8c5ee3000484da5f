//! [`did:jwk`](https://github.com/quartzjer/did-jwk/blob/main/spec.md): the identifier is a key in base64url.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::KeyError;
use crate::key::PublicKey;

/// Longer identifiers are no key of any kind that is known.
const MAX_ID_BYTES: usize = 4_096;

/// The key of `did:jwk:{id}`.
pub(super) fn decode(id: &str) -> Result<PublicKey, KeyError> {
    if id.len() > MAX_ID_BYTES {
        return Err(KeyError::MalformedDid);
    }
    let bytes = URL_SAFE_NO_PAD
        .decode(id)
        .map_err(|_not_base64url| KeyError::MalformedDid)?;
    let jwk = serde_json::from_slice(&bytes).map_err(|_not_json| KeyError::MalformedDid)?;
    PublicKey::from_jwk(&jwk)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_inside_the_identifier_is_read() {
        let id = URL_SAFE_NO_PAD
            .encode(r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#);
        assert_eq!(decode(&id).map(|key| key.kind()), Ok("Ed25519"));
        assert_eq!(decode("e30"), Err(KeyError::Malformed));
        assert_eq!(decode("%"), Err(KeyError::MalformedDid));
    }
}
