//! [JSON Web Signatures](https://www.rfc-editor.org/rfc/rfc7515) in their compact form, as far as credentials use
//! them: a JSON object for a payload, and one of three algorithms.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use crate::json::{self, JsonError};
use crate::key::{PublicKey, Signer, SignerError};
use crate::limits::Limits;

/// An algorithm of a signature that is read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum JwsAlgorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256 ([RFC 7518](https://www.rfc-editor.org/rfc/rfc7518#section-3.3)).
    Rs256,
    /// ECDSA on P-256 with SHA-256 ([RFC 7518](https://www.rfc-editor.org/rfc/rfc7518#section-3.4)).
    Es256,
    /// EdDSA on Ed25519 ([RFC 8037](https://www.rfc-editor.org/rfc/rfc8037#section-3.1)).
    EdDsa,
}

/// Algorithms of public keys that are registered, and not read here.
const UNSUPPORTED: [&str; 11] = [
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES384",
    "ES512",
    "ES256K",
    "Ed25519",
    "Ed448",
    "ML-DSA-44",
];

impl JwsAlgorithm {
    /// The name that a header's `alg` carries.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Es256 => "ES256",
            Self::EdDsa => "EdDSA",
        }
    }

    /// The algorithm that a key of this kind signs with; `None` for the other kinds.
    #[must_use]
    pub const fn of_key(key: &PublicKey) -> Option<Self> {
        match key {
            PublicKey::Rsa(_) => Some(Self::Rs256),
            PublicKey::P256(_) => Some(Self::Es256),
            PublicKey::Ed25519(_) => Some(Self::EdDsa),
            PublicKey::P384(_) => None,
        }
    }
}

/// A compact JWS that was read; nothing about it is verified.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CompactJws {
    /// The protected header.
    pub header: Map<String, Value>,
    /// The payload.
    pub payload: Map<String, Value>,
    /// Whether a part ends in `=`, which the specification leaves out.
    pub is_padded: bool,
    signing_input: String,
    signature: Vec<u8>,
}

/// Why a text could not be read as a compact JWS with a JSON object in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JwsError {
    /// The text has not three parts.
    #[error("not three parts with points between them")]
    NotThreeParts,
    /// A part is not base64url.
    #[error("the {part} is not base64url")]
    NotBase64Url {
        /// `header`, `payload` or `signature`.
        part: &'static str,
    },
    /// A part is not a JSON object.
    #[error("the {part} is not a JSON object")]
    NotAnObject {
        /// `header` or `payload`.
        part: &'static str,
    },
    /// A part cannot be read as JSON.
    #[error("the {part}: {error}")]
    Json {
        /// `header` or `payload`.
        part: &'static str,
        /// Why.
        error: JsonError,
    },
}

/// Why a header is refused before any key is looked at.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HeaderError {
    /// A member is missing or of the wrong kind.
    #[error("the member {0} is missing or of the wrong kind")]
    Malformed(&'static str),
    /// An algorithm that proves nothing, or that nobody registered.
    #[error("the algorithm {0:?} is refused")]
    RefusedAlgorithm(String),
    /// An algorithm that is registered, and not read here.
    #[error("the algorithm {0} is not read")]
    UnsupportedAlgorithm(String),
    /// The header lists extensions without which it must not be read.
    #[error("the header asks for the extensions {0}")]
    Critical(String),
    /// The payload is signed in another form than the one it has here.
    #[error("the payload is signed unencoded")]
    UnencodedPayload,
    /// The header carries a private or a secret key.
    #[error("the header carries a private key")]
    PrivateKey,
}

impl CompactJws {
    /// The parts of `text`.
    ///
    /// # Errors
    /// Each variant of [`JwsError`] is one cause.
    pub fn read(text: &str, limits: &Limits) -> Result<Self, JwsError> {
        if text.len() > limits.max_credential_bytes {
            let max = limits.max_credential_bytes;
            let error = JsonError::TooLarge { max };
            return Err(JwsError::Json {
                part: "payload",
                error,
            });
        }
        let mut parts = text.split('.');
        let (Some(header), Some(payload), Some(signature), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(JwsError::NotThreeParts);
        };
        Ok(Self {
            header: read_object(header, "header", limits)?,
            payload: read_object(payload, "payload", limits)?,
            is_padded: text.contains('='),
            // As it was written: who pads signs the padding too.
            signing_input: format!("{header}.{payload}"),
            signature: decode(signature, "signature")?,
        })
    }

    /// The algorithm that the header names, if the header may be followed at all.
    ///
    /// # Errors
    /// Each variant of [`HeaderError`] is one cause.
    pub fn algorithm(&self) -> Result<JwsAlgorithm, HeaderError> {
        // https://www.rfc-editor.org/rfc/rfc7797#section-3
        if self.header.get("b64") == Some(&Value::Bool(false)) {
            return Err(HeaderError::UnencodedPayload);
        }
        // https://www.rfc-editor.org/rfc/rfc7515#section-4.1.11: no extension is understood here.
        if let Some(critical) = self.header.get("crit") {
            let names = critical.as_array().map(Vec::as_slice).unwrap_or_default();
            let names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
            return Err(HeaderError::Critical(names.join(", ")));
        }
        if let Some(jwk) = self.header.get("jwk") {
            let private = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];
            if !jwk.is_object() {
                return Err(HeaderError::Malformed("jwk"));
            }
            if private.iter().any(|name| jwk.get(*name).is_some()) {
                return Err(HeaderError::PrivateKey);
            }
        }
        if self.header.get("kid").is_some_and(|kid| !kid.is_string()) {
            return Err(HeaderError::Malformed("kid"));
        }
        let alg = self.header.get("alg").and_then(Value::as_str);
        match alg.ok_or(HeaderError::Malformed("alg"))? {
            "RS256" => Ok(JwsAlgorithm::Rs256),
            "ES256" => Ok(JwsAlgorithm::Es256),
            "EdDSA" => Ok(JwsAlgorithm::EdDsa),
            known if UNSUPPORTED.contains(&known) => Err(HeaderError::UnsupportedAlgorithm(known.to_owned())),
            other => Err(HeaderError::RefusedAlgorithm(other.to_owned())),
        }
    }

    /// What is signed: header and payload in base64url as they were written, with a point between them.
    #[must_use]
    pub fn signing_input(&self) -> &str {
        &self.signing_input
    }

    /// Whether the signature is one of `key` over header and payload; a key of another kind than `algorithm` asks
    /// for verifies nothing.
    #[must_use]
    pub fn is_signed_by(&self, algorithm: JwsAlgorithm, key: &PublicKey) -> bool {
        JwsAlgorithm::of_key(key) == Some(algorithm)
            && key.verifies(self.signing_input.as_bytes(), &self.signature)
    }
}

/// The compact form of `header` and `payload`, signed.
///
/// # Errors
/// [`SignerError`] when the key cannot sign.
pub(crate) fn sign_compact(
    header: &Map<String, Value>,
    payload: &Map<String, Value>,
    signer: &dyn Signer,
) -> Result<String, SignerError> {
    let encode =
        |members: &Map<String, Value>| URL_SAFE_NO_PAD.encode(Value::Object(members.clone()).to_string());
    let input = format!("{}.{}", encode(header), encode(payload));
    let signature = signer.sign(input.as_bytes())?;
    Ok(format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature)))
}

fn read_object(text: &str, part: &'static str, limits: &Limits) -> Result<Map<String, Value>, JwsError> {
    let bytes = decode(text, part)?;
    match json::parse(&bytes, limits) {
        Ok(json::Parsed {
            value: Value::Object(members),
            ..
        }) => Ok(members),
        Ok(_) => Err(JwsError::NotAnObject { part }),
        Err(error) => Err(JwsError::Json { part, error }),
    }
}

/// The bytes of base64url text; up to two `=` at its end are passed over.
fn decode(text: &str, part: &'static str) -> Result<Vec<u8>, JwsError> {
    let bare = text
        .strip_suffix("==")
        .or_else(|| text.strip_suffix('='))
        .unwrap_or(text);
    URL_SAFE_NO_PAD
        .decode(bare)
        .map_err(|_not_base64url| JwsError::NotBase64Url { part })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::key::Ed25519Signer;

    fn token(header: &Value) -> CompactJws {
        let payload = json!({"a": 1});
        let signer = Ed25519Signer::from_seed(&[7; 32]);
        let text = sign_compact(header.as_object().unwrap(), payload.as_object().unwrap(), &signer).unwrap();
        CompactJws::read(&text, &Limits::default()).unwrap()
    }

    // https://www.rfc-editor.org/rfc/rfc7515#appendix-A.3
    #[test]
    fn the_es256_example_of_rfc_7515_is_good() {
        let text = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
        let key = PublicKey::from_jwk(&json!({
            "kty": "EC", "crv": "P-256",
            "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
        }))
        .unwrap();
        let jws = CompactJws::read(text, &Limits::default()).unwrap();
        assert_eq!(jws.algorithm(), Ok(JwsAlgorithm::Es256));
        assert!(jws.is_signed_by(JwsAlgorithm::Es256, &key));
        assert!(!jws.is_signed_by(JwsAlgorithm::EdDsa, &key));
        assert_eq!(jws.payload["iss"], "joe");
    }

    // https://www.rfc-editor.org/rfc/rfc8037#appendix-A.4 has a payload that is no JSON; its key and header count.
    #[test]
    fn text_that_is_no_signed_object_is_told_apart() {
        let read = |text: &str| CompactJws::read(text, &Limits::default()).unwrap_err();
        assert_eq!(read("e30.e30"), JwsError::NotThreeParts);
        assert_eq!(read("e30.e30.AA.AA"), JwsError::NotThreeParts);
        assert_eq!(read("!.e30.AA"), JwsError::NotBase64Url { part: "header" });
        assert_eq!(read("e30.e30===.AA"), JwsError::NotBase64Url { part: "payload" });
        assert_eq!(read("e30.e30.A"), JwsError::NotBase64Url { part: "signature" });
        assert_eq!(read("MQ.e30.AA"), JwsError::NotAnObject { part: "header" });
        assert!(matches!(
            read("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.AA"),
            JwsError::Json { part: "payload", .. }
        ));
    }

    #[test]
    fn each_header_that_must_not_be_followed_is_refused_by_name() {
        for (header, error) in [
            (json!({}), HeaderError::Malformed("alg")),
            (json!({"alg": 1}), HeaderError::Malformed("alg")),
            (json!({"alg": "EdDSA", "kid": 1}), HeaderError::Malformed("kid")),
            (json!({"alg": "EdDSA", "jwk": "x"}), HeaderError::Malformed("jwk")),
            (
                json!({"alg": "none"}),
                HeaderError::RefusedAlgorithm("none".to_owned()),
            ),
            (
                json!({"alg": "HS256"}),
                HeaderError::RefusedAlgorithm("HS256".to_owned()),
            ),
            (
                json!({"alg": "eddsa"}),
                HeaderError::RefusedAlgorithm("eddsa".to_owned()),
            ),
            (
                json!({"alg": "PS256"}),
                HeaderError::UnsupportedAlgorithm("PS256".to_owned()),
            ),
            (
                json!({"alg": "EdDSA", "crit": ["exp"]}),
                HeaderError::Critical("exp".to_owned()),
            ),
            (
                json!({"alg": "EdDSA", "crit": "exp"}),
                HeaderError::Critical(String::new()),
            ),
            (
                json!({"alg": "EdDSA", "crit": ["b64"], "b64": false}),
                HeaderError::UnencodedPayload,
            ),
            (
                json!({"alg": "EdDSA", "jwk": {"kty": "OKP", "d": "AA"}}),
                HeaderError::PrivateKey,
            ),
            (
                json!({"alg": "EdDSA", "jwk": {"kty": "oct", "k": "AA"}}),
                HeaderError::PrivateKey,
            ),
        ] {
            assert_eq!(token(&header).algorithm(), Err(error), "{header}");
        }
    }
}
