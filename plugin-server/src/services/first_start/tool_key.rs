//! The RSA key with which the tool signs towards platforms.

use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    rsa::{KeyPair, KeySize},
    signature::KeyPair as _,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// A key with which the tool signs towards platforms.
#[derive(Clone)]
pub struct ToolKey {
    /// Its identifier in the key set.
    pub kid: String,
    /// The secret key, PKCS #8 in DER.
    pub pkcs8: Zeroizing<Vec<u8>>,
    /// The public key, as a member of the key set.
    pub jwk: Value,
}

impl std::fmt::Debug for ToolKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ToolKey")
            .field("kid", &self.kid)
            .finish_non_exhaustive()
    }
}

/// The key could not be made or read.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the tool's RSA key cannot be used")]
pub struct ToolKeyError;

impl ToolKey {
    /// A new key of 2048 bits; its randomness comes from the cryptographic library.
    pub(super) fn generate() -> Result<Self, ToolKeyError> {
        let pair = KeyPair::generate(KeySize::Rsa2048).map_err(|_unspecified| ToolKeyError)?;
        let der: Pkcs8V1Der<'_> = pair.as_der().map_err(|_unspecified| ToolKeyError)?;
        Self::from_pkcs8(Zeroizing::new(der.as_ref().to_vec()))
    }

    /// The key of this PKCS #8 document.
    pub(super) fn from_pkcs8(pkcs8: Zeroizing<Vec<u8>>) -> Result<Self, ToolKeyError> {
        let pair = KeyPair::from_pkcs8(&pkcs8).map_err(|_rejected| ToolKeyError)?;
        let public = pair.public_key();
        let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let n = encode(public.modulus().big_endian_without_leading_zero());
        let e = encode(public.exponent().big_endian_without_leading_zero());
        // RFC 7638: the thumbprint names the key by its content.
        let kid = encode(&Sha256::digest(format!(r#"{{"e":"{e}","kty":"RSA","n":"{n}"}}"#)));
        let jwk = json!({"kty": "RSA", "use": "sig", "alg": "RS256", "kid": kid, "n": n, "e": e});
        Ok(Self { kid, pkcs8, jwk })
    }
}
