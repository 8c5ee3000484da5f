//! Public keys as text, as [RFC 7468](https://www.rfc-editor.org/rfc/rfc7468#section-13) writes them; RSA keys only.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rsa::pkcs1::DecodeRsaPublicKey as _;
use rsa::pkcs8::DecodePublicKey as _;
use rsa::traits::PublicKeyParts as _;

use super::PublicKey;
use crate::error::KeyError;

/// Longer texts hold no key of a size that is read here.
const MAX_LENGTH: usize = 8_000;

const SUBJECT_PUBLIC_KEY_INFO: &str = "PUBLIC KEY";
const PKCS_1: &str = "RSA PUBLIC KEY";

pub(super) fn decode(text: &str) -> Result<PublicKey, KeyError> {
    if text.len() > MAX_LENGTH {
        return Err(KeyError::Malformed);
    }
    if text.contains("PRIVATE KEY-----") {
        return Err(KeyError::PrivateKeyExposed);
    }
    let key = if let Some(der) = block(text, SUBJECT_PUBLIC_KEY_INFO) {
        rsa::RsaPublicKey::from_public_key_der(&der?).map_err(|_other_kind| KeyError::Malformed)
    } else if let Some(der) = block(text, PKCS_1) {
        rsa::RsaPublicKey::from_pkcs1_der(&der?).map_err(|_damaged| KeyError::Malformed)
    } else {
        Err(KeyError::Malformed)
    }?;
    // Through its parts, so that a key is bounded in the same way whatever it is written in.
    super::rsa::from_parts(&key.n().to_bytes_be(), &key.e().to_bytes_be())
}

/// The bytes between the lines that begin and end `label`.
fn block(text: &str, label: &str) -> Option<Result<Vec<u8>, KeyError>> {
    let (_, rest) = text.split_once(&format!("-----BEGIN {label}-----"))?;
    let (body, _) = rest.split_once(&format!("-----END {label}-----"))?;
    let body: String = body.split_whitespace().collect();
    Some(STANDARD.decode(body).map_err(|_not_base64| KeyError::Malformed))
}

#[cfg(test)]
mod tests {
    use super::*;

    // The key of https://www.rfc-editor.org/rfc/rfc7515#appendix-A.2.
    const SPKI: &str = "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAofgWCuLjybRlzo0tZWJj\nNiuSfb4p4fAkd/wWJcyQoTbji9k0l8W26mPddxHmfHQp+Vaw+4qPCJrcS2mJPMEz\nP1Pt0Bm4d4QlL+yRT+SFd2lZS+pCgNMsD1W/YpRPEwOWvG6b32690r2jZ47soMZo\n9wGzjb/7OMg0LOL+bSf63kpaSHSXndS5z5rexMdbBYUsLA9e+KXBdQOS+UTo7WTB\nEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6/I5IhlJH7aGhyxX\nFvUK+DWNmoudF8NAco9/h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXp\noQIDAQAB\n-----END PUBLIC KEY-----\n";
    const RSA: &str = "-----BEGIN RSA PUBLIC KEY-----\nMIIBCgKCAQEAofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd/wWJcyQoTbji9k0l8W2\n6mPddxHmfHQp+Vaw+4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL+yRT+SFd2lZS+pCgNMs\nD1W/YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb/7OMg0LOL+bSf63kpaSHSXndS5\nz5rexMdbBYUsLA9e+KXBdQOS+UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxv\nb3qCo5ZwKh9kG4LT6/I5IhlJH7aGhyxXFvUK+DWNmoudF8NAco9/h9iaGNj8q2et\nhFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQIDAQAB\n-----END RSA PUBLIC KEY-----\n";
    // https://www.rfc-editor.org/rfc/rfc8410#section-10.1
    const ED25519: &str = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";

    #[test]
    fn both_ways_of_writing_an_rsa_key_give_the_same_key() {
        let key = decode(SPKI);
        assert_eq!(key.as_ref().map(PublicKey::kind), Ok("RSA"));
        assert_eq!(decode(RSA), key);
        assert_eq!(decode(&SPKI.replace('\n', "\r\n ")), key);
    }

    #[test]
    fn what_is_no_rsa_public_key_is_refused() {
        for text in [
            "",
            "-----BEGIN PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY-----\n!\n-----END PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
            &SPKI.replace("MIIB", "MIIC"),
            &SPKI.replace("PUBLIC KEY", "CERTIFICATE"),
            &format!("{}{SPKI}", " ".repeat(MAX_LENGTH)),
            ED25519,
        ] {
            assert_eq!(decode(text), Err(KeyError::Malformed), "{text}");
        }
        assert_eq!(
            decode(&SPKI.replace("PUBLIC KEY", "RSA PRIVATE KEY")),
            Err(KeyError::PrivateKeyExposed)
        );
    }
}
