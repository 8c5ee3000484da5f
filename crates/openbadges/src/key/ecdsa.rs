//! ECDSA keys on the curves [P-256 and P-384](https://csrc.nist.gov/pubs/fips/186-5/final), P-256 with SHA-256 and
//! P-384 with SHA-384.
//!
//! Signatures are the two numbers `r` and `s` one after the other, never ASN.1. Both `s` and its negative are
//! accepted, as the suites and [RFC 7518](https://www.rfc-editor.org/rfc/rfc7518#section-3.4) ask: nothing here
//! takes a signature's bytes for an identity.

use std::fmt;

use super::{PublicKey, Signer, SignerError};
use crate::error::KeyError;

/// A compressed point begins with the sign of its second coordinate; other forms begin otherwise.
const COMPRESSED: [u8; 2] = [0x02, 0x03];
/// An uncompressed point begins with this.
const UNCOMPRESSED: u8 = 0x04;

macro_rules! curve {
    ($curve:ident, $kind:ident, $name:literal, $coordinate_bytes:literal, $signer:ident) => {
        #[doc = concat!("The ", $name, " half of this module.")]
        pub(super) mod $curve {
            use $curve::ecdsa::signature::Verifier as _;
            use $curve::ecdsa::{Signature, VerifyingKey};

            use super::{COMPRESSED, KeyError, PublicKey, UNCOMPRESSED};

            /// The length of a signature in bytes.
            pub(in crate::key) const SIGNATURE_BYTES: usize = 2 * $coordinate_bytes;

            /// The key that is a compressed point.
            pub(in crate::key) fn from_compressed(bytes: &[u8]) -> Result<PublicKey, KeyError> {
                match bytes.split_first() {
                    Some((form, x)) if COMPRESSED.contains(form) && x.len() == $coordinate_bytes => {
                        from_sec1(bytes)
                    }
                    _ => Err(KeyError::Malformed),
                }
            }

            /// The key at these coordinates.
            pub(in crate::key) fn from_coordinates(x: &[u8], y: &[u8]) -> Result<PublicKey, KeyError> {
                if x.len() == $coordinate_bytes && y.len() == $coordinate_bytes {
                    from_sec1(&[&[UNCOMPRESSED], x, y].concat())
                } else {
                    Err(KeyError::Malformed)
                }
            }

            /// The key as a compressed point.
            pub(in crate::key) fn to_compressed(key: &VerifyingKey) -> Vec<u8> {
                key.to_sec1_point(true).as_bytes().to_vec()
            }

            /// The two coordinates, one after the other.
            pub(in crate::key) fn to_coordinates(key: &VerifyingKey) -> Vec<u8> {
                key.to_sec1_point(false)
                    .as_bytes()
                    .iter()
                    .skip(1)
                    .copied()
                    .collect()
            }

            pub(in crate::key) fn verifies(key: &VerifyingKey, message: &[u8], signature: &[u8]) -> bool {
                Signature::from_slice(signature)
                    .is_ok_and(|signature| key.verify(message, &signature).is_ok())
            }

            /// The library refuses points that are not on the curve.
            fn from_sec1(bytes: &[u8]) -> Result<PublicKey, KeyError> {
                VerifyingKey::from_sec1_bytes(bytes)
                    .map(PublicKey::$kind)
                    .map_err(|_not_a_point| KeyError::Malformed)
            }
        }

        #[doc = concat!("A ", $name, " private key held in memory and wiped when it is dropped.")]
        pub struct $signer {
            key: ::$curve::ecdsa::SigningKey,
        }

        impl $signer {
            /// The signer of this secret number, big-endian.
            ///
            /// # Errors
            /// [`KeyError::Malformed`] when the number is zero or not below the curve's order.
            pub fn from_secret(secret: &[u8; $coordinate_bytes]) -> Result<Self, KeyError> {
                ::$curve::ecdsa::SigningKey::from_slice(secret)
                    .map(|key| Self { key })
                    .map_err(|_out_of_range| KeyError::Malformed)
            }
        }

        /// Signs [without randomness](https://www.rfc-editor.org/rfc/rfc6979).
        impl Signer for $signer {
            fn public_key(&self) -> PublicKey {
                PublicKey::$kind(*self.key.verifying_key())
            }

            fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
                use ::$curve::ecdsa::signature::Signer as _;

                let signature: ::$curve::ecdsa::Signature = self
                    .key
                    .try_sign(message)
                    .map_err(|error| SignerError::new(error.to_string()))?;
                Ok(signature.to_bytes().to_vec())
            }
        }

        /// Shows the public half only.
        impl fmt::Debug for $signer {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter
                    .debug_struct(stringify!($signer))
                    .field("public_key", &self.public_key().to_multibase())
                    .finish()
            }
        }
    };
}

curve!(p256, P256, "P-256", 32, P256Signer);
curve!(p384, P384, "P-384", 48, P384Signer);

#[cfg(test)]
mod tests {
    use super::*;

    fn signers() -> [Box<dyn Signer>; 2] {
        [
            Box::new(P256Signer::from_secret(&[7; 32]).unwrap()),
            Box::new(P384Signer::from_secret(&[7; 48]).unwrap()),
        ]
    }

    #[test]
    fn a_signature_counts_for_its_message_key_and_length_only() {
        for signer in signers() {
            let key = signer.public_key();
            let signature = signer.sign(b"message").unwrap();
            assert_eq!(signature.len(), key.signature_bytes());
            assert!(key.verifies(b"message", &signature));
            assert!(!key.verifies(b"another message", &signature));
            assert!(!key.verifies(b"message", &signature[1..]));
            assert!(!key.verifies(b"message", &[&signature[..], &[0]].concat()));
            assert!(!key.verifies(b"message", &vec![0; signature.len()]));
            for other in signers() {
                assert_eq!(
                    other.public_key().verifies(b"message", &signature),
                    other.public_key() == key
                );
            }
        }
    }

    #[test]
    fn the_other_half_of_the_signatures_is_accepted_too() {
        let signer = P256Signer::from_secret(&[7; 32]).unwrap();
        let signature = ::p256::ecdsa::Signature::from_slice(&signer.sign(b"message").unwrap()).unwrap();
        let (r, s) = signature.split_scalars();
        let negated = ::p256::ecdsa::Signature::from_scalars(r, -s).unwrap();
        assert_ne!(negated, signature);
        assert!(signer.public_key().verifies(b"message", &negated.to_bytes()));
    }

    // https://www.rfc-editor.org/rfc/rfc6979#appendix-A.2.5
    #[test]
    fn signatures_are_those_of_rfc_6979() {
        let secret = hex::decode("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721").unwrap();
        let signer = P256Signer::from_secret(&secret.try_into().unwrap()).unwrap();
        assert_eq!(
            hex::encode(signer.sign(b"sample").unwrap()),
            "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716\
             f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8"
        );
    }

    #[test]
    fn zero_and_what_is_past_the_order_are_no_secret() {
        for secret in [[0; 32], [0xff; 32]] {
            assert_eq!(
                P256Signer::from_secret(&secret).map(|_| ()),
                Err(KeyError::Malformed)
            );
        }
    }

    #[test]
    fn a_point_has_one_form_and_lies_on_the_curve() {
        let PublicKey::P256(key) = P256Signer::from_secret(&[7; 32]).unwrap().public_key() else {
            panic!("a P-256 key")
        };
        let long = key.to_sec1_point(false);
        let short = p256::to_compressed(&key);
        assert_eq!(p256::from_compressed(&short), Ok(PublicKey::P256(key)));
        for bytes in [long.as_bytes(), &[5; 33], &[2, 0], &[]] {
            assert_eq!(
                p256::from_compressed(bytes),
                Err(KeyError::Malformed),
                "{bytes:?}"
            );
        }
        let (x, y) = long.as_bytes()[1..].split_at(32);
        assert_eq!(p256::from_coordinates(x, y), Ok(PublicKey::P256(key)));
        assert_eq!(p256::from_coordinates(x, x), Err(KeyError::Malformed));
        assert_eq!(
            p256::from_coordinates(&[0; 32], &[0; 32]),
            Err(KeyError::Malformed)
        );
        assert_eq!(p384::from_coordinates(x, y), Err(KeyError::Malformed));
    }

    #[test]
    fn the_private_half_is_not_shown() {
        let shown = format!("{:?}", P256Signer::from_secret(&[7; 32]).unwrap());
        assert!(
            shown.contains("zDna") && !shown.contains("0707") && !shown.contains("7, 7"),
            "{shown}"
        );
    }
}
