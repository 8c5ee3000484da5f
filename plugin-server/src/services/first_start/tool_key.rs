//! The RSA key with which the tool signs towards platforms.

use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    rsa::{KeyPair, KeySize},
};
use zeroize::Zeroizing;

/// The key could not be made or read.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the tool's RSA key cannot be used")]
pub struct ToolKeyError;

/// A new key of 2048 bits, as PKCS #8 in DER; its randomness comes from the cryptographic library.
pub(super) fn generate() -> Result<Zeroizing<Vec<u8>>, ToolKeyError> {
    let pair = KeyPair::generate(KeySize::Rsa2048).map_err(|_unspecified| ToolKeyError)?;
    let der: Pkcs8V1Der<'_> = pair.as_der().map_err(|_unspecified| ToolKeyError)?;
    Ok(Zeroizing::new(der.as_ref().to_vec()))
}
