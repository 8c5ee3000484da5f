//! The token that shows that a form was sent from our own page.
//!
//! It is derived from the session's secret, which only the cookie holds, so nothing more has to be stored, and
//! a page of another session or of another site cannot know it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Keeps the token apart from the fingerprint of the same secret.
const DOMAIN: &str = "blason-csrf-1:";

/// The token of the session with this secret, for its forms.
#[must_use]
pub fn token(session_secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(format!("{DOMAIN}{session_secret}")))
}

/// Whether `given` is the token of the session with this secret, in constant time.
#[must_use]
pub fn is_token(session_secret: &str, given: &str) -> bool {
    token(session_secret).as_bytes().ct_eq(given.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_belongs_to_one_session() {
        assert!(is_token("one", &token("one")));
        assert!(!is_token("one", &token("two")));
        assert!(!is_token("one", ""));
    }

    #[test]
    fn a_token_is_not_the_fingerprint_of_the_secret() {
        let fingerprint = hex::decode(crate::ids::fingerprint("one")).unwrap();
        assert_ne!(token("one"), URL_SAFE_NO_PAD.encode(fingerprint));
    }
}
