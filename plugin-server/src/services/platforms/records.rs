//! The rows of this server in the words of `lti_advantage`.

use lti_advantage::{
    launch::LaunchStore,
    records::{Algorithm, Deployment, DeploymentStanding, LoginState, Registration, RegistrationId},
};
use time::OffsetDateTime;
use url::Url;

use crate::{
    db::{Pool, deployments, login_states, registrations},
    error::AppError,
    ids::fingerprint,
};

/// Answers the questions of a launch from the database.
pub(super) struct Records<'a> {
    pub(super) db: &'a Pool,
}

impl LaunchStore for Records<'_> {
    type Error = AppError;

    async fn login_state(&self, state: &str) -> Result<Option<LoginState>, AppError> {
        let row = login_states::find(self.db, &fingerprint(state)).await?;
        row.map(|row| login_state(row, state)).transpose()
    }

    async fn registration(&self, id: &RegistrationId) -> Result<Option<Registration>, AppError> {
        registrations::find(self.db, &id.0)
            .await?
            .map(registration)
            .transpose()
    }

    async fn consume_login_state(
        &self,
        state: &str,
        now: OffsetDateTime,
        keep_until: OffsetDateTime,
    ) -> Result<bool, AppError> {
        let (now, keep_until) = (now.unix_timestamp(), keep_until.unix_timestamp());
        Ok(login_states::consume(self.db, &fingerprint(state), now, keep_until).await?)
    }

    async fn deployment(
        &self,
        registration_id: &RegistrationId,
        deployment_id: &str,
    ) -> Result<Option<Deployment>, AppError> {
        let row = deployments::find(self.db, &registration_id.0, deployment_id).await?;
        Ok(row.map(|row| Deployment {
            registration_id: RegistrationId(row.registration_id),
            deployment_id: row.deployment_id,
            standing: DeploymentStanding::Approved,
        }))
    }
}

/// The login of a row, whose `state` the row keeps as a fingerprint only.
pub(super) fn login_state(row: login_states::LoginState, state: &str) -> Result<LoginState, AppError> {
    let mut browser_binding_hash = [0; 32];
    hex::decode_to_slice(&row.browser_binding_hash, &mut browser_binding_hash).map_err(AppError::failed)?;
    let stored_binding_hash = match &row.stored_binding_hash {
        Some(text) => {
            let mut hash = [0; 32];
            hex::decode_to_slice(text, &mut hash).map_err(AppError::failed)?;
            Some(hash)
        }
        None => None,
    };
    Ok(LoginState {
        state: state.to_owned(),
        nonce: row.nonce,
        registration_id: RegistrationId(row.registration_id),
        target_link_uri: row.target_link_uri,
        deployment_id: row.deployment_id,
        browser_binding_hash,
        stored_binding_hash,
        storage_target: row.storage_target,
        created_at: moment(row.created_at)?,
        consumed_at: row.consumed_at.map(moment).transpose()?,
    })
}

/// The registration of a row.
pub(crate) fn registration(row: registrations::Registration) -> Result<Registration, AppError> {
    let address = |text: &str| Url::parse(text).map_err(AppError::failed);
    Ok(Registration {
        auth_url: address(&row.auth_url)?,
        token_url: address(&row.token_url)?,
        jwks_url: address(&row.jwks_url)?,
        id: RegistrationId(row.id),
        issuer: row.issuer,
        client_id: row.client_id,
        token_audience: row.token_audience,
        algorithms: vec![Algorithm::Rs256],
    })
}

fn moment(seconds: i64) -> Result<OffsetDateTime, AppError> {
    OffsetDateTime::from_unix_timestamp(seconds).map_err(AppError::failed)
}
