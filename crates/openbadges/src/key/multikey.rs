//! [Multikey](https://www.w3.org/TR/cid-1.0/#Multikey): a key kind in front of the key, in base58.

use ed25519_dalek::VerifyingKey;

use super::{PublicKey, ecdsa};
use crate::error::KeyError;

/// The prefixes of [multicodec](https://www.w3.org/TR/cid-1.0/#Multikey), as unsigned varints.
const ED25519: [u8; 2] = [0xed, 0x01];
const P256: [u8; 2] = [0x80, 0x24];
const P384: [u8; 2] = [0x81, 0x24];
const RSA: [u8; 2] = [0x85, 0x24];
const P521: [u8; 2] = [0x82, 0x24];
const SECP256K1: [u8; 2] = [0xe7, 0x01];

/// Longer texts are no key of any kind that is known; base58 takes quadratic time.
const MAX_TEXT_BYTES: usize = 256;

pub(super) fn decode(text: &str) -> Result<PublicKey, KeyError> {
    let base58 = text
        .strip_prefix('z')
        .filter(|text| text.len() <= MAX_TEXT_BYTES)
        .ok_or(KeyError::Malformed)?;
    let bytes = bs58::decode(base58)
        .into_vec()
        .map_err(|_not_base58| KeyError::Malformed)?;
    from_bytes(&bytes)
}

pub(super) fn from_bytes(bytes: &[u8]) -> Result<PublicKey, KeyError> {
    let (prefix, key) = bytes.split_first_chunk::<2>().ok_or(KeyError::Malformed)?;
    match *prefix {
        ED25519 => from_ed25519_bytes(key),
        P256 => ecdsa::p256::from_compressed(key),
        P384 => ecdsa::p384::from_compressed(key),
        RSA => Err(KeyError::Unsupported("RSA")),
        P521 => Err(KeyError::Unsupported("P-521")),
        SECP256K1 => Err(KeyError::Unsupported("secp256k1")),
        _ => Err(KeyError::Malformed),
    }
}

pub(super) fn encode(key: &PublicKey) -> String {
    let bytes = match key {
        PublicKey::Ed25519(key) => [ED25519.as_slice(), key.as_bytes()].concat(),
        PublicKey::P256(key) => [P256.as_slice(), &ecdsa::p256::to_compressed(key)].concat(),
        PublicKey::P384(key) => [P384.as_slice(), &ecdsa::p384::to_compressed(key)].concat(),
        PublicKey::Rsa(key) => [RSA.as_slice(), &key.to_pkcs1()].concat(),
    };
    format!("z{}", bs58::encode(bytes).into_string())
}

pub(super) fn from_ed25519_bytes(bytes: &[u8]) -> Result<PublicKey, KeyError> {
    let bytes: &[u8; 32] = bytes.try_into().map_err(|_wrong_length| KeyError::Malformed)?;
    let key = VerifyingKey::from_bytes(bytes).map_err(|_not_a_point| KeyError::Malformed)?;
    // A key of low order accepts signatures over anything.
    if key.is_weak() {
        Err(KeyError::Malformed)
    } else {
        Ok(PublicKey::Ed25519(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    #[test]
    fn a_key_reads_and_writes_as_the_same_text() {
        for (text, kind) in [
            (TEXT, "Ed25519"),
            // https://www.w3.org/TR/vc-di-ecdsa/#test-vectors
            ("zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP", "P-256"),
            (
                "z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ",
                "P-384",
            ),
        ] {
            let key = decode(text).unwrap();
            assert_eq!((key.kind(), encode(&key)), (kind, text.to_owned()));
        }
    }

    #[test]
    fn other_kinds_are_named() {
        for (prefix, kind) in [(P521, "P-521"), (SECP256K1, "secp256k1")] {
            let text = format!(
                "z{}",
                bs58::encode([&prefix[..], &[2; 33]].concat()).into_string()
            );
            assert_eq!(decode(&text), Err(KeyError::Unsupported(kind)));
        }
    }

    #[test]
    fn damaged_and_unknown_keys_are_refused() {
        for (prefix, length) in [(P256, 32), (P256, 49), (P384, 33), ([0xec, 0x01], 32)] {
            let bytes = [&prefix[..], &vec![2; length]].concat();
            let text = format!("z{}", bs58::encode(bytes).into_string());
            assert_eq!(decode(&text), Err(KeyError::Malformed), "{prefix:x?} {length}");
        }
        assert_eq!(decode(&TEXT[..TEXT.len() - 1]), Err(KeyError::Malformed));
        assert_eq!(
            decode("6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"),
            Err(KeyError::Malformed)
        );
    }

    #[test]
    fn a_key_of_low_order_is_refused() {
        let mut identity = [0; 32];
        identity[0] = 1;
        assert_eq!(from_ed25519_bytes(&identity), Err(KeyError::Malformed));
    }
}
