//! The platform's signing key, made at each start.

use anyhow::Context as _;
use aws_lc_rs::{
    encoding::{AsDer as _, Pkcs8V1Der},
    rsa::{KeyPair, KeySize},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use jsonwebtoken::{
    Algorithm, EncodingKey, Header,
    jwk::{Jwk, JwkSet, PublicKeyUse},
};
use serde::Serialize;

use crate::random::random_hex;

/// An RSA key with a fresh `kid`, so that a tool which kept the keys of an earlier run knows to fetch them again.
pub(crate) struct PlatformKey {
    kid: String,
    signing: EncodingKey,
    public: JwkSet,
}

impl PlatformKey {
    /// # Errors
    ///
    /// When the operating system gives no randomness or the key cannot be written out.
    pub(crate) fn generate() -> anyhow::Result<Self> {
        let pair = KeyPair::generate(KeySize::Rsa2048).context("cannot make an RSA key")?;
        let der: Pkcs8V1Der<'_> = pair.as_der().context("cannot write the RSA key")?;
        // The JWT library takes PKCS #8 in PEM only; as DER it wants the older PKCS #1.
        let pem = format!(
            "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n",
            STANDARD.encode(der.as_ref())
        );
        let signing = EncodingKey::from_rsa_pem(pem.as_bytes()).context("cannot read the RSA key back")?;
        let kid = random_hex().context("no randomness for a key id")?;
        let mut jwk =
            Jwk::from_encoding_key(&signing, Algorithm::RS256).context("cannot write the public key")?;
        jwk.common.key_id = Some(kid.clone());
        jwk.common.public_key_use = Some(PublicKeyUse::Signature);
        Ok(Self {
            kid,
            signing,
            public: JwkSet { keys: vec![jwk] },
        })
    }

    /// The public half, as `/jwks.json` publishes it.
    pub(crate) fn public(&self) -> &JwkSet {
        &self.public
    }

    /// The claims as an RS256 JWT.
    ///
    /// # Errors
    ///
    /// When the claims cannot be written as JSON.
    pub(crate) fn sign(&self, claims: &impl Serialize) -> jsonwebtoken::errors::Result<String> {
        let mut header = Header::new(Algorithm::RS256);
        header.kid = Some(self.kid.clone());
        jsonwebtoken::encode(&header, claims, &self.signing)
    }
}
