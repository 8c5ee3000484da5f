//! The tool's own key: what platforms need to know of it, and its signature.

use std::fmt;

use aws_lc_rs::{
    rand::SystemRandom,
    signature::{KeyPair, RSA_PKCS1_SHA256, RsaKeyPair},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::error::ToolKeyError;

const MODULUS_BYTES: std::ops::RangeInclusive<usize> = 256..=1024;

/// An RSA key of this tool, parsed once: each signature of a general token library would parse it again.
pub struct ToolKey {
    kid: String,
    modulus: String,
    exponent: String,
    pair: RsaKeyPair,
}

impl ToolKey {
    /// The key in `pkcs8`, an unencrypted PKCS #8 document in DER.
    ///
    /// # Errors
    /// [`ToolKeyError::Unreadable`] when that is not an RSA key of 2048 to 8192 bits.
    pub fn from_pkcs8(pkcs8: &[u8]) -> Result<Self, ToolKeyError> {
        let pair = RsaKeyPair::from_pkcs8(pkcs8).map_err(|_rejected| ToolKeyError::Unreadable)?;
        let public = pair.public_key();
        let modulus = public.modulus().big_endian_without_leading_zero();
        if !MODULUS_BYTES.contains(&modulus.len()) {
            return Err(ToolKeyError::Unreadable);
        }
        let modulus = URL_SAFE_NO_PAD.encode(modulus);
        let exponent = URL_SAFE_NO_PAD.encode(public.exponent().big_endian_without_leading_zero());
        let kid = thumbprint(&modulus, &exponent);
        Ok(Self {
            kid,
            modulus,
            exponent,
            pair,
        })
    }

    /// The key's identifier: its JWK thumbprint of [RFC 7638](https://www.rfc-editor.org/rfc/rfc7638), so the
    /// same key has the same identifier everywhere.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The public half, as platforms read it.
    #[must_use]
    pub fn public_jwk(&self) -> Value {
        json!({
            "kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.kid, "n": self.modulus, "e": self.exponent,
        })
    }

    /// A token with `claims`, signed with RS256 and naming this key.
    ///
    /// # Errors
    /// [`ToolKeyError::Signing`] when the claims are not JSON or the key does not sign.
    pub fn sign<T: Serialize>(&self, claims: &T) -> Result<String, ToolKeyError> {
        let header = json!({ "typ": "JWT", "alg": "RS256", "kid": self.kid });
        let payload = serde_json::to_vec(claims).map_err(|_shape| ToolKeyError::Signing)?;
        let message = format!(
            "{}.{}",
            URL_SAFE_NO_PAD.encode(header.to_string()),
            URL_SAFE_NO_PAD.encode(payload)
        );
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair
            .sign(
                &RSA_PKCS1_SHA256,
                &SystemRandom::new(),
                message.as_bytes(),
                &mut signature,
            )
            .map_err(|_unspecified| ToolKeyError::Signing)?;
        Ok(format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature)))
    }
}

// The private half stays out of logs.
impl fmt::Debug for ToolKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ToolKey")
            .field("kid", &self.kid)
            .finish_non_exhaustive()
    }
}

/// The key set that the tool publishes: its current keys and those that were replaced a short while ago.
#[must_use]
pub fn key_set<'a>(keys: impl IntoIterator<Item = &'a ToolKey>) -> Value {
    json!({ "keys": keys.into_iter().map(ToolKey::public_jwk).collect::<Vec<_>>() })
}

fn thumbprint(modulus: &str, exponent: &str) -> String {
    // RFC 7638 fixes the members, their order and the absence of blanks.
    let canonical = format!(r#"{{"e":"{exponent}","kty":"RSA","n":"{modulus}"}}"#);
    URL_SAFE_NO_PAD.encode(Sha256::digest(canonical))
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::{
        encoding::AsDer,
        rsa::KeySize,
        signature::{RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey},
    };

    use super::*;

    fn pkcs8() -> Vec<u8> {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
        let der: aws_lc_rs::encoding::Pkcs8V1Der<'_> = pair.as_der().unwrap();
        der.as_ref().to_vec()
    }

    #[test]
    fn a_key_identifier_is_the_thumbprint_of_rfc_7638() {
        // The example of RFC 7638, section 3.1.
        let modulus = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
        assert_eq!(
            thumbprint(modulus, "AQAB"),
            "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"
        );
    }

    #[test]
    fn a_signature_verifies_with_the_public_half_and_names_it() {
        let pkcs8 = pkcs8();
        let key = ToolKey::from_pkcs8(&pkcs8).unwrap();
        let token = key.sign(&json!({ "iss": "client-1" })).unwrap();
        let (message, signature) = token.rsplit_once('.').unwrap();
        let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
        UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key.pair.public_key().as_ref())
            .verify(message.as_bytes(), &signature)
            .unwrap();
        let header = URL_SAFE_NO_PAD
            .decode(message.split('.').next().unwrap())
            .unwrap();
        let header: Value = serde_json::from_slice(&header).unwrap();
        assert_eq!(header, json!({ "typ": "JWT", "alg": "RS256", "kid": key.kid() }));
        assert_eq!(ToolKey::from_pkcs8(&pkcs8).unwrap().kid(), key.kid());
    }

    #[test]
    fn the_key_set_holds_public_members_only() {
        let key = ToolKey::from_pkcs8(&pkcs8()).unwrap();
        let set = key_set([&key]);
        let members: Vec<&String> = set["keys"][0].as_object().unwrap().keys().collect();
        assert_eq!(members, ["alg", "e", "kid", "kty", "n", "use"]);
    }

    #[test]
    fn bytes_that_are_no_key_are_refused() {
        assert_eq!(
            ToolKey::from_pkcs8(b"no key").unwrap_err(),
            ToolKeyError::Unreadable
        );
    }
}
