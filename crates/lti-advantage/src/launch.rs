//! Launch: from the form that a platform posts to a [`VerifiedLaunch`].
//!
//! [`run()`] asks the host and checks in this order; it stops at the first check that fails:
//!
//! 1. the form: one `id_token`, one `state`, or the platform's own error ([`read`]);
//! 2. the token's header: no member that could change how it is checked, a key identifier ([`read`]);
//! 3. the state: known, not used, not older than ten minutes;
//! 4. the browser: the cookie of the login came back, or what the platform kept in its place;
//! 5. the algorithm: one that the registration allows;
//! 6. the signature: by the platform's key of that identifier;
//! 7. the claims: issuer, audience, times, nonce, version, target, message, roles;
//! 8. the state is consumed in one atomic statement: of several launches at once, one gets further;
//! 9. the deployment: approved, or held as pending.
//!
//! Nothing is written before step 8, so a launch that fails leaves no trace and burns nobody's login.
//!
//! [LTI Core, section 5](https://www.imsglobal.org/spec/lti/v1p3/#lti-message-general-details),
//! [1EdTech Security Framework 1.0, section 5.1.3](https://www.imsglobal.org/spec/security/v1p0/#authentication-response-validation).

mod browser;
mod checks;
mod form;
mod header;
mod run;
mod verified;

pub use browser::BrowserProof;
pub use form::{Unverified, read};
pub use run::{LaunchFailure, LaunchStore, Outcome, PlatformKeys, run};
pub use verified::{PendingDeployment, VerifiedLaunch};

use time::Duration;

/// How far a platform's clock may be off. Moodle's tokens live for 60 s, and Brightspace's clock runs ahead.
pub const LEEWAY: Duration = Duration::minutes(1);

/// The greatest age of a token, whatever its own expiry says.
pub const MAX_TOKEN_AGE: Duration = Duration::minutes(10);

/// The longest identifier that LTI allows, in characters.
pub const MAX_IDENTIFIER_CHARACTERS: usize = 255;

#[cfg(test)]
mod tests;
