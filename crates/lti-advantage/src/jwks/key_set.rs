//! A key set as a platform publishes it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{DecodingKey, Validation};
use serde::Deserialize;
use serde_json::Value;

use crate::{
    claims::Payload,
    error::{JwksError, LaunchError},
    http::Response,
    records::Algorithm,
};

/// The smallest modulus that is accepted, in bytes: 2048 bits.
const MIN_MODULUS_BYTES: usize = 256;

/// The most keys that are read. Platforms publish one to three.
const MAX_KEYS: usize = 64;

/// The keys of a platform.
#[derive(Debug, Clone)]
pub struct KeySet(Vec<Jwk>);

/// One key. A platform may publish keys of kinds that this tool does not use, so everything is optional here.
#[derive(Debug, Clone, Deserialize)]
struct Jwk {
    #[serde(default)]
    kid: Option<String>,
    #[serde(default)]
    kty: Option<String>,
    #[serde(default, rename = "use")]
    usage: Option<String>,
    #[serde(default)]
    alg: Option<String>,
    #[serde(default)]
    key_ops: Option<Vec<String>>,
    #[serde(default)]
    n: Option<String>,
    #[serde(default)]
    e: Option<String>,
}

impl KeySet {
    /// The key set in an answer.
    ///
    /// # Errors
    /// [`JwksError::Malformed`] when the status is not 200 or the body is not a key set.
    pub fn read(response: &Response) -> Result<Self, JwksError> {
        let malformed = || JwksError::Malformed {
            status: response.status,
        };
        if response.status != 200 {
            return Err(malformed());
        }
        let body: Value = serde_json::from_slice(&response.body).map_err(|_not_json| malformed())?;
        let keys = body.get("keys").and_then(Value::as_array).ok_or_else(malformed)?;
        // A key that cannot be read is one that no token can use; the others still count.
        Ok(Self(
            keys.iter()
                .take(MAX_KEYS)
                .filter_map(|key| Jwk::deserialize(key).ok())
                .collect(),
        ))
    }

    /// The key `kid`, if it is for checking signatures of `algorithm`.
    ///
    /// # Errors
    /// [`JwksError::KeyUnknown`], [`JwksError::KeyUnsuitable`].
    pub fn key(&self, kid: &str, algorithm: Algorithm) -> Result<VerificationKey, JwksError> {
        let mut named = self
            .0
            .iter()
            .filter(|key| key.kid.as_deref() == Some(kid))
            .peekable();
        if named.peek().is_none() {
            return Err(JwksError::KeyUnknown { kid: kid.to_owned() });
        }
        named
            .find_map(|key| key.for_algorithm(algorithm))
            .ok_or_else(|| JwksError::KeyUnsuitable {
                kid: kid.to_owned(),
                algorithm: algorithm.name(),
            })
    }
}

impl Jwk {
    /// This key, if it is of the kind that `algorithm` needs. Open edX and Brightspace leave out `alg` and `use`.
    fn for_algorithm(&self, algorithm: Algorithm) -> Option<VerificationKey> {
        let says = |member: &Option<String>, value: &str| member.as_ref().is_none_or(|said| said == value);
        let verifies = self
            .key_ops
            .as_ref()
            .is_none_or(|ops| ops.iter().any(|op| op == "verify"));
        let Algorithm::Rs256 = algorithm;
        if self.kty.as_deref() != Some("RSA")
            || !says(&self.usage, "sig")
            || !says(&self.alg, algorithm.name())
        {
            return None;
        }
        let modulus = URL_SAFE_NO_PAD.decode(self.n.as_ref()?).ok()?;
        let exponent = URL_SAFE_NO_PAD.decode(self.e.as_ref()?).ok()?;
        let significant = modulus.iter().skip_while(|byte| **byte == 0).count();
        (verifies && significant >= MIN_MODULUS_BYTES).then(|| VerificationKey {
            key: DecodingKey::from_rsa_raw_components(&modulus, &exponent),
            algorithm,
        })
    }
}

/// A public key of a platform, with the one algorithm that it is used with.
#[derive(Debug, Clone)]
pub struct VerificationKey {
    key: DecodingKey,
    algorithm: Algorithm,
}

impl VerificationKey {
    /// What `token` says, if it is signed by this key. Nothing in it has been checked yet.
    pub(crate) fn open(&self, token: &str) -> Result<Payload, LaunchError> {
        let algorithm = match self.algorithm {
            Algorithm::Rs256 => jsonwebtoken::Algorithm::RS256,
        };
        let mut signature_only = Validation::new(algorithm);
        // The library would read the system's clock; the claims are checked one by one in `launch::checks`,
        // at the time that the caller gives.
        signature_only.validate_exp = false;
        signature_only.validate_aud = false;
        signature_only.required_spec_claims.clear();
        jsonwebtoken::decode::<Payload>(token, &self.key, &signature_only)
            .map(|opened| opened.claims)
            .map_err(|_invalid| LaunchError::SignatureInvalid)
    }
}
