//! Whether a launch comes from the browser in which its login began.

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::{error::LaunchError, records::LoginState};

/// Passes if `cookie` is the value that the login gave this browser.
pub(super) fn check(login_state: &LoginState, cookie: Option<&str>) -> Result<(), LaunchError> {
    let cookie = cookie.ok_or(LaunchError::BrowserCookieMissing)?;
    let hash: [u8; 32] = Sha256::digest(cookie).into();
    if bool::from(hash.ct_eq(&login_state.browser_binding_hash)) {
        Ok(())
    } else {
        Err(LaunchError::BrowserMismatch)
    }
}
