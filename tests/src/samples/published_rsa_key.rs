//! An RSA key whose private half is for all to see.

use anyhow::{Result, anyhow};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openbadges::key::{PublicKey, Signer, SignerError};
use rsa::{BigUint, Pkcs1v15Sign, RsaPrivateKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// The modulus and the primes of [RFC 7515](https://www.rfc-editor.org/rfc/rfc7515#appendix-A.2).
const MODULUS: &str = "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";
const PRIMES: [&str; 2] = [
    "4BzEEOtIpmVdVEZNCqS7baC4crd0pqnRH_5IB3jw3bcxGn6QLvnEtfdUdiYrqBdss1l58BQ3KhooKeQTa9AB0Hw_Py5PJdTJNPY8cQn7ouZ2KKDcmnPGBY5t7yLc1QlQ5xHdwW1VhvKn-nXqhJTBgIPgtldC-KDV5z-y2XDwGUc",
    "uQPEfgmVtjL0Uyyx88GZFF1fOunH3-7cepKmtH4pxhtCoHqpWmT8YAmZxaewHgHAjLYsp1ZSe7zFYHj7C6ul7TjeLQeZD_YwD66t62wDmpe_HlB-TnBA-njbglfIsRLtXlnDzQkv5dTltRJ11BKBBypeeF6689rjcJIDEz9RWdc",
];

/// What [EMSA-PKCS1-v1_5](https://www.rfc-editor.org/rfc/rfc8017#section-9.2) puts in front of a SHA-256 hash.
const SHA_256_PREFIX: [u8; 19] = [
    0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00,
    0x04, 0x20,
];

pub(super) struct PublishedRsaKey {
    private: RsaPrivateKey,
    public: PublicKey,
}

impl PublishedRsaKey {
    pub(super) fn new() -> Result<Self> {
        let [p, q] = PRIMES.map(|prime| URL_SAFE_NO_PAD.decode(prime));
        let [p, q] = [BigUint::from_bytes_be(&p?), BigUint::from_bytes_be(&q?)];
        Ok(Self {
            // Without its standard library, the error is no `Error`.
            private: RsaPrivateKey::from_p_q(p, q, BigUint::from(65_537_u32))
                .map_err(|error| anyhow!("{error}"))?,
            public: PublicKey::from_jwk(&Self::jwk())?,
        })
    }

    pub(super) fn jwk() -> Value {
        json!({ "kty": "RSA", "n": MODULUS, "e": "AQAB" })
    }
}

impl Signer for PublishedRsaKey {
    fn public_key(&self) -> PublicKey {
        self.public.clone()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        let scheme = Pkcs1v15Sign {
            hash_len: Some(32),
            prefix: Box::new(SHA_256_PREFIX),
        };
        self.private
            .sign(scheme, &Sha256::digest(message))
            .map_err(|error| SignerError::new(error.to_string()))
    }
}
