//! What an activity and a person were called under LTI 1.1.

use aws_lc_rs::hmac;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::Deserialize;

use super::{Payload, optional, required_value, value};
use crate::{error::LaunchError, vocab::claim};

/// What an activity and a person were called under LTI 1.1.
///
/// It counts only if [`Migration::is_signed_with`] the secret that the platform and this tool shared then.
/// [LTI 1.3 Migration Guide, section 3.1](https://www.imsglobal.org/spec/lti/v1p3/migr#lti-1-1-migration-claim).
///
/// ```json
/// {"oauth_consumer_key": "179248902", "oauth_consumer_key_sign": "lWd54kFo5qU7xshAna6v8BwoBm6tmUjc6GTax6+12ps=",
///  "user_id": "34212", "resource_link_id": "4b6fa"}
/// ```
#[derive(Clone)]
pub struct Migration {
    claim: Lti1p1,
    /// What the signature is of.
    signed: String,
}

#[derive(Clone, Deserialize)]
struct Lti1p1 {
    oauth_consumer_key: String,
    #[serde(default)]
    oauth_consumer_key_sign: Option<String>,
    #[serde(default)]
    user_id: Option<String>,
    #[serde(default)]
    resource_link_id: Option<String>,
}

impl super::Claim for Lti1p1 {
    const KEY: &'static str = claim::LTI1P1;
}

impl Migration {
    /// The claim of a payload whose issuer, client and times were checked.
    pub(crate) fn read(
        payload: &Payload,
        deployment_id: &str,
        client_id: &str,
    ) -> Result<Option<Self>, LaunchError> {
        let Some(claim) = optional::<Lti1p1>(payload)? else {
            return Ok(None);
        };
        let issuer: String = required_value(payload, claim::ISS)?;
        let nonce: String = required_value(payload, claim::NONCE)?;
        let expires = value::<serde_json::Number>(payload, claim::EXP)?
            .ok_or(LaunchError::ClaimMissing { claim: claim::EXP })?;
        let signed = [
            claim.oauth_consumer_key.as_str(),
            deployment_id,
            &issuer,
            client_id,
            &expires.to_string(),
            &nonce,
        ]
        .join("&");
        Ok(Some(Self { claim, signed }))
    }

    /// The key that the secret belongs to.
    #[must_use]
    pub fn consumer_key(&self) -> &str {
        &self.claim.oauth_consumer_key
    }

    /// Whether the platform proves that it has `secret`; a claim without a signature proves nothing.
    #[must_use]
    pub fn is_signed_with(&self, secret: &str) -> bool {
        let given = self.claim.oauth_consumer_key_sign.as_deref().unwrap_or_default();
        let Ok(given) = STANDARD.decode(given) else {
            return false;
        };
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
        // In constant time.
        hmac::verify(&key, self.signed.as_bytes(), &given).is_ok()
    }

    /// What the person was called; `None` if as today.
    #[must_use]
    pub fn user_id(&self) -> Option<&str> {
        self.claim.user_id.as_deref()
    }

    /// What the activity was called; `None` if as today.
    #[must_use]
    pub fn resource_link_id(&self) -> Option<&str> {
        self.claim.resource_link_id.as_deref()
    }
}

// With the signature, somebody could try secrets: it stays out of logs.
impl std::fmt::Debug for Migration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Migration")
            .field("consumer_key", &self.claim.oauth_consumer_key)
            .finish_non_exhaustive()
    }
}
