//! Identifiers nobody can guess.

/// 128 random bits in hexadecimal.
///
/// # Errors
///
/// When the operating system gives no randomness; nothing may be served then.
pub(crate) fn random_hex() -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes)?;
    Ok(hex::encode(bytes))
}
