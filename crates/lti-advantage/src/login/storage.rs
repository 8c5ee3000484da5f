//! What a platform keeps for a browser that sends no cookie back.
//!
//! [LTI Platform Storage 1.0](https://www.imsglobal.org/spec/lti-pm-s/v0p1): the tool's page gives the platform's
//! page a value before it goes to the platform, and asks for it when the launch arrives. The messages travel
//! between two pages of one browser, so the value binds the launch to that browser as the cookie would.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use url::Url;

use super::short;
use crate::records::{LoginState, Registration};

/// One value for the platform to keep, and where to send it.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredBinding {
    /// Under what it is kept: a name that belongs to the state.
    pub key: String,
    /// The value: the nonce and a secret. It goes to [`StorageFrame::origin`] and nowhere else.
    pub value: String,
}

impl StoredBinding {
    /// The binding of `login_state` with a new `secret` of 256 bits.
    #[must_use]
    pub fn new(login_state: &LoginState, secret: &[u8; 32]) -> Self {
        Self {
            key: stored_key(&login_state.state),
            value: format!("{}.{}", login_state.nonce, URL_SAFE_NO_PAD.encode(secret)),
        }
    }

    /// What the host keeps of it, as [`LoginState::stored_binding_hash`].
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(&self.value).into()
    }
}

// The value opens a launch: it stays out of logs.
impl std::fmt::Debug for StoredBinding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StoredBinding")
            .field("key", &self.key)
            .finish_non_exhaustive()
    }
}

/// The name under which the platform keeps the binding of the login with this `state`.
#[must_use]
pub fn stored_key(state: &str) -> String {
    format!("lti-{}", short(state))
}

/// The page of the platform that keeps values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorageFrame {
    /// The name of a frame beside ours, or `_parent`.
    pub target: String,
    /// Who alone may read what we send, and whose answers count: the origin of the platform's login address.
    pub origin: String,
}

impl StorageFrame {
    /// Where `registration` keeps values for the login of `login_state`, if it offered to.
    #[must_use]
    pub fn of(login_state: &LoginState, registration: &Registration) -> Option<Self> {
        let target = login_state.storage_target.clone()?;
        Some(Self {
            target,
            origin: origin(&registration.auth_url),
        })
    }
}

fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}
