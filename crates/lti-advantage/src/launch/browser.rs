//! Whether a launch comes from the browser in which its login began.

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::{error::LaunchError, records::LoginState};

/// What a browser shows for having begun the login.
#[derive(Clone, Copy)]
pub enum BrowserProof<'a> {
    /// Nothing.
    Nothing,
    /// The value of the cookie named [`super::Unverified::cookie_name`].
    Cookie(&'a str),
    /// The value that the platform kept, as a page of ours got it back: see [`crate::login::StoredBinding`]. The
    /// host makes sure that a page of its own sent it, and no other site.
    Stored(&'a str),
}

impl<'a> BrowserProof<'a> {
    /// The cookie, if it came.
    #[must_use]
    pub fn of_cookie(cookie: Option<&'a str>) -> Self {
        cookie.map_or(Self::Nothing, Self::Cookie)
    }
}

// The values open a launch: they stay out of logs.
impl std::fmt::Debug for BrowserProof<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Nothing => "Nothing",
            Self::Cookie(_) => "Cookie",
            Self::Stored(_) => "Stored",
        })
    }
}

/// Passes if `proof` is what the login gave this browser. A stored value proves nothing where none was given out.
pub(super) fn check(login_state: &LoginState, proof: BrowserProof<'_>) -> Result<(), LaunchError> {
    let (value, expected) = match proof {
        BrowserProof::Nothing => return Err(LaunchError::BrowserCookieMissing),
        BrowserProof::Cookie(value) => (value, Some(login_state.browser_binding_hash)),
        BrowserProof::Stored(value) => (value, login_state.stored_binding_hash),
    };
    let expected = expected.ok_or(LaunchError::BrowserMismatch)?;
    let hash: [u8; 32] = Sha256::digest(value).into();
    if bool::from(hash.ct_eq(&expected)) {
        Ok(())
    } else {
        Err(LaunchError::BrowserMismatch)
    }
}
