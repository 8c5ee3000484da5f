//! The driver: asks the host and checks, in the one order that is safe.

use std::future::Future;

use time::OffsetDateTime;

use super::{BrowserProof, PendingDeployment, Unverified, VerifiedLaunch, browser};
use crate::{
    error::{JwksError, LaunchError},
    jwks::VerificationKey,
    records::{Algorithm, Deployment, DeploymentStanding, LoginState, Registration, RegistrationId, Tool},
};

/// What the host stores.
pub trait LaunchStore {
    /// Why a question could not be answered, such as a database that is down.
    type Error;

    /// The login of `state`, used or not.
    fn login_state(
        &self,
        state: &str,
    ) -> impl Future<Output = Result<Option<LoginState>, Self::Error>> + Send;

    /// The registration of an identifier.
    fn registration(
        &self,
        id: &RegistrationId,
    ) -> impl Future<Output = Result<Option<Registration>, Self::Error>> + Send;

    /// Marks the login of `state` as used, in one atomic statement, and keeps the record until `keep_until` at
    /// least, when no token can use it any more. Gives whether this call did it: `false` if it was used already
    /// or is gone.
    fn consume_login_state(
        &self,
        state: &str,
        now: OffsetDateTime,
        keep_until: OffsetDateTime,
    ) -> impl Future<Output = Result<bool, Self::Error>> + Send;

    /// The deployment, if it was ever seen.
    fn deployment(
        &self,
        registration_id: &RegistrationId,
        deployment_id: &str,
    ) -> impl Future<Output = Result<Option<Deployment>, Self::Error>> + Send;
}

/// Where the keys of platforms come from. [`crate::jwks::resolve`] does the work; the host keeps the caches.
pub trait PlatformKeys {
    /// The key `kid` of `registration` for `algorithm`.
    ///
    /// # Errors
    /// [`JwksError`] when there is no such key.
    fn key(
        &self,
        registration: &Registration,
        kid: &str,
        algorithm: Algorithm,
        now: OffsetDateTime,
    ) -> impl Future<Output = Result<VerificationKey, JwksError>> + Send;
}

/// How a genuine launch ends.
#[derive(Debug, Clone)]
#[expect(
    clippy::large_enum_variant,
    reason = "made once for each launch and taken apart at once"
)]
pub enum Outcome {
    /// It opens.
    Verified(VerifiedLaunch),
    /// Somebody has to approve its deployment first.
    Pending(PendingDeployment),
}

/// Why a launch does not open.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LaunchFailure<E> {
    /// A check failed.
    #[error(transparent)]
    Refused(#[from] LaunchError),
    /// The host could not answer.
    #[error("the records of this tool could not be read")]
    Host(E),
}

/// Runs every check on `unverified`, in the order that [the module](super) lists. `browser` is what the browser
/// shows for having begun the login.
///
/// # Errors
/// [`LaunchFailure::Refused`] with the first check that failed; [`LaunchFailure::Host`] when `store` failed.
pub async fn run<S: LaunchStore + Sync, K: PlatformKeys + Sync>(
    store: &S,
    keys: &K,
    tool: &Tool,
    unverified: &Unverified,
    browser: BrowserProof<'_>,
    now: OffsetDateTime,
) -> Result<Outcome, LaunchFailure<S::Error>> {
    let login_state = store
        .login_state(&unverified.state)
        .await
        .map_err(LaunchFailure::Host)?;
    let login_state = usable(login_state, now)?;
    browser::check(&login_state, browser)?;

    let registration = store
        .registration(&login_state.registration_id)
        .await
        .map_err(LaunchFailure::Host)?;
    let registration = registration.ok_or(LaunchError::RegistrationUnknown)?;
    let algorithm = allowed(&registration, &unverified.header.algorithm)?;
    let key = keys
        .key(&registration, &unverified.header.kid, algorithm, now)
        .await
        .map_err(LaunchError::Keys)?;
    let payload = key.open(&unverified.token)?;
    let (launch, dead_at) = VerifiedLaunch::check(&payload, &login_state, &registration, tool, now)?;

    let keep_until = dead_at.max(login_state.expires_at());
    let consumed = store
        .consume_login_state(&login_state.state, now, keep_until)
        .await;
    if !consumed.map_err(LaunchFailure::Host)? {
        return Err(LaunchError::StateConsumed.into());
    }
    let deployment = store
        .deployment(&registration.id, launch.deployment_id())
        .await
        .map_err(LaunchFailure::Host)?;
    match deployment.map(|deployment| deployment.standing) {
        Some(DeploymentStanding::Approved) => Ok(Outcome::Verified(launch)),
        Some(DeploymentStanding::Pending) | None => Ok(Outcome::Pending(launch.into())),
        Some(DeploymentStanding::Blocked) => Err(LaunchError::DeploymentBlocked {
            deployment_id: launch.deployment_id().to_owned(),
        }
        .into()),
    }
}

fn usable(login_state: Option<LoginState>, now: OffsetDateTime) -> Result<LoginState, LaunchError> {
    let login_state = login_state.ok_or(LaunchError::StateUnknown)?;
    if login_state.consumed_at.is_some() {
        return Err(LaunchError::StateConsumed);
    }
    if now >= login_state.expires_at() {
        return Err(LaunchError::StateExpired);
    }
    Ok(login_state)
}

/// The algorithm of this name, if the registration allows it: the token only chooses, it never decides.
fn allowed(registration: &Registration, name: &str) -> Result<Algorithm, LaunchError> {
    let algorithm = registration
        .algorithms
        .iter()
        .find(|algorithm| algorithm.name() == name);
    algorithm.copied().ok_or_else(|| LaunchError::AlgorithmForbidden {
        algorithm: name.to_owned(),
    })
}
