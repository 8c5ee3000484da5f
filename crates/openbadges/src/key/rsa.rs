//! RSA keys, to check signatures with:
//! [RSASSA-PKCS1-v1_5](https://www.rfc-editor.org/rfc/rfc8017#section-8.2) with SHA-256.
//!
//! Nothing here holds a private key. Who signs with RSA implements [`Signer`](super::Signer) with a library that is
//! made for it.

use std::ops::RangeInclusive;

use rsa::pkcs1::EncodeRsaPublicKey as _;
use rsa::traits::PublicKeyParts as _;
use rsa::{BigUint, Pkcs1v15Sign};
use sha2::{Digest as _, Sha256};

use super::PublicKey;
use crate::error::KeyError;

/// Shorter keys are [too weak](https://www.rfc-editor.org/rfc/rfc7518#section-3.3), longer ones are work for a
/// stranger's sake.
const MODULUS_BITS: RangeInclusive<usize> = 2_048..=4_096;

/// The exponents of [FIPS 186-5](https://csrc.nist.gov/pubs/fips/186-5/final) as far as anybody uses them.
const EXPONENT: RangeInclusive<u32> = 65_537..=u32::MAX;

/// What [EMSA-PKCS1-v1_5](https://www.rfc-editor.org/rfc/rfc8017#section-9.2) puts in front of a SHA-256 hash.
const SHA_256_PREFIX: [u8; 19] = [
    0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00,
    0x04, 0x20,
];

/// An RSA public key with a modulus of 2048 to 4096 bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RsaPublicKey(rsa::RsaPublicKey);

impl RsaPublicKey {
    /// The length of a signature in bytes.
    pub(super) fn signature_bytes(&self) -> usize {
        self.0.size()
    }

    pub(super) fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        let scheme = Pkcs1v15Sign {
            hash_len: Some(32),
            prefix: Box::new(SHA_256_PREFIX),
        };
        self.0.verify(scheme, &Sha256::digest(message), signature).is_ok()
    }

    /// The modulus and the exponent, both big-endian.
    pub(super) fn parts(&self) -> (Vec<u8>, Vec<u8>) {
        (self.0.n().to_bytes_be(), self.0.e().to_bytes_be())
    }

    /// The key as [PKCS #1](https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.1) writes it; empty when it
    /// cannot, which no key of a size that is read here is long enough for.
    pub(super) fn to_pkcs1(&self) -> Vec<u8> {
        self.0
            .to_pkcs1_der()
            .map(|der| der.as_bytes().to_vec())
            .unwrap_or_default()
    }
}

/// The key with this modulus and this exponent, both big-endian.
pub(super) fn from_parts(modulus: &[u8], exponent: &[u8]) -> Result<PublicKey, KeyError> {
    // Some write a zero in front, so that the number does not look negative.
    if modulus.len() > MODULUS_BITS.end().div_ceil(8).saturating_add(1) || exponent.len() > 8 {
        return Err(KeyError::Unsupported("RSA"));
    }
    let modulus = BigUint::from_bytes_be(modulus);
    let exponent = BigUint::from_bytes_be(exponent);
    let in_range = exponent >= BigUint::from(*EXPONENT.start()) && exponent <= BigUint::from(*EXPONENT.end());
    if !MODULUS_BITS.contains(&modulus.bits()) || !in_range {
        return Err(KeyError::Unsupported("RSA"));
    }
    rsa::RsaPublicKey::new(modulus, exponent)
        .map(|key| PublicKey::Rsa(RsaPublicKey(key)))
        .map_err(|_even_number| KeyError::Malformed)
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;

    // https://www.rfc-editor.org/rfc/rfc7515#appendix-A.2
    const MODULUS: &str = "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";
    const MESSAGE: &[u8] = b"eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    const SIGNATURE: &str = "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    #[test]
    fn the_example_of_rfc_7515_is_good_and_any_change_to_it_is_not() {
        let key = from_parts(&bytes(MODULUS), &[1, 0, 1]).unwrap();
        let signature = bytes(SIGNATURE);
        assert_eq!(key.signature_bytes(), signature.len());
        assert!(key.verifies(MESSAGE, &signature));
        assert!(!key.verifies(&MESSAGE[1..], &signature));
        assert!(!key.verifies(MESSAGE, &signature[1..]));
        assert!(!key.verifies(MESSAGE, &[&[0], &signature[..]].concat()));
        assert!(!key.verifies(MESSAGE, &[]));
        assert!(!key.verifies(MESSAGE, &vec![0xff; signature.len()]));
    }

    #[test]
    fn a_zero_in_front_of_the_modulus_changes_nothing() {
        let plain = from_parts(&bytes(MODULUS), &[1, 0, 1]);
        assert_eq!(
            from_parts(&[&[0], &bytes(MODULUS)[..]].concat(), &[0, 1, 0, 1]),
            plain
        );
    }

    #[test]
    fn keys_out_of_range_are_refused() {
        let modulus = bytes(MODULUS);
        let refused = Err(KeyError::Unsupported("RSA"));
        assert_eq!(from_parts(&modulus[..128], &[1, 0, 1]), refused);
        assert_eq!(from_parts(&modulus[1..], &[1, 0, 1]), refused);
        assert_eq!(from_parts(&[0xff; 513], &[1, 0, 1]), refused);
        assert_eq!(from_parts(&[0xff; 4_096], &[1, 0, 1]), refused);
        for exponent in [&[][..], &[0], &[1], &[3], &[1, 0, 0, 0, 1], &[1; 9]] {
            assert_eq!(from_parts(&modulus, exponent), refused, "{exponent:?}");
        }
        assert_eq!(from_parts(&modulus, &[1, 0, 2]), Err(KeyError::Malformed));
    }
}
