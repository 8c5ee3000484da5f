//! [Multikey](https://www.w3.org/TR/cid-1.0/#Multikey): a key kind in front of the key, in base58.

use ed25519_dalek::VerifyingKey;

use super::PublicKey;
use crate::error::KeyError;

/// The prefixes of [multicodec](https://www.w3.org/TR/cid-1.0/#Multikey), as unsigned varints.
const ED25519: [u8; 2] = [0xed, 0x01];
const P256: [u8; 2] = [0x80, 0x24];
const P384: [u8; 2] = [0x81, 0x24];

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
    let (prefix, key) = bytes.split_first_chunk::<2>().ok_or(KeyError::Malformed)?;
    match *prefix {
        ED25519 => from_ed25519_bytes(key),
        P256 => Err(KeyError::Unsupported("P-256")),
        P384 => Err(KeyError::Unsupported("P-384")),
        _ => Err(KeyError::Malformed),
    }
}

pub(super) fn encode(key: &PublicKey) -> String {
    let bytes = match key {
        PublicKey::Ed25519(key) => [ED25519.as_slice(), key.as_bytes()].concat(),
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
        assert_eq!(decode(TEXT).map(|key| encode(&key)), Ok(TEXT.to_owned()));
    }

    #[test]
    fn other_kinds_are_named_and_damaged_keys_refused() {
        let p256 = format!("z{}", bs58::encode([&P256[..], &[2; 33]].concat()).into_string());
        assert_eq!(decode(&p256), Err(KeyError::Unsupported("P-256")));
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
