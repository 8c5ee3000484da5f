//! Identifiers and secrets made by chance, and how secrets are kept.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use crate::entropy::{Entropy, EntropyError, bytes};

/// A new identifier: 22 characters of the URL-safe alphabet, 128 bits of chance, derived from nothing.
///
/// # Errors
/// As [`Entropy::fill`].
pub fn random_id(entropy: &dyn Entropy) -> Result<String, EntropyError> {
    Ok(URL_SAFE_NO_PAD.encode(bytes::<16>(entropy)?))
}

/// A new secret for a link or a cookie: 43 characters, 256 bits of chance.
///
/// # Errors
/// As [`Entropy::fill`].
pub fn random_secret(entropy: &dyn Entropy) -> Result<String, EntropyError> {
    Ok(URL_SAFE_NO_PAD.encode(bytes::<32>(entropy)?))
}

/// A new `urn:uuid:` of version 4.
///
/// # Errors
/// As [`Entropy::fill`].
pub fn random_urn(entropy: &dyn Entropy) -> Result<String, EntropyError> {
    let random = u128::from_be_bytes(bytes::<16>(entropy)?);
    let versioned = (random & !(0xf << 76) & !(0x3 << 62)) | (0x4 << 76) | (0x2 << 62);
    let hex = format!("{versioned:032x}");
    let parts: Vec<&str> = [0..8, 8..12, 12..16, 16..20, 20..32]
        .into_iter()
        .filter_map(|r| hex.get(r))
        .collect();
    Ok(format!("urn:uuid:{}", parts.join("-")))
}

/// How a secret is kept in the database: its SHA-256, in hexadecimal. Secrets here have 256 bits of chance, so
/// a slow hash would add nothing.
#[must_use]
pub fn fingerprint(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entropy::OsEntropy;

    #[test]
    fn an_identifier_has_22_url_safe_characters() {
        let id = random_id(&OsEntropy).unwrap();
        assert_eq!(id.len(), 22);
        assert!(
            id.chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        );
    }

    #[test]
    fn an_urn_is_a_version_4_uuid() {
        let urn = random_urn(&OsEntropy).unwrap();
        assert_eq!(urn.len(), "urn:uuid:".len() + 36);
        assert_eq!(urn.chars().nth(9 + 14), Some('4'));
        assert!(matches!(urn.chars().nth(9 + 19), Some('8' | '9' | 'a' | 'b')));
    }
}
