//! What a platform says of itself, before anybody agrees.

use lti_advantage::{
    http::Transport,
    registration::{PlatformConfiguration, configuration_request},
};
use url::Url;

use super::{Refusal, invites};
use crate::{
    clients::Outbound,
    db::{registration_invites::RegistrationInvite, registrations},
    error::AppError,
    state::App,
};

/// A platform that may register, once somebody agrees.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// At whose invitation.
    pub invite: RegistrationInvite,
    /// What the platform says of itself, read from its own host.
    pub platform: PlatformConfiguration,
    /// Where that was read.
    pub configuration: Url,
    /// Whether the platform is connected already, under some client.
    pub is_known: bool,
}

impl Proposal {
    /// The platform's host.
    #[must_use]
    pub fn host(&self) -> &str {
        self.configuration.host_str().unwrap_or_default()
    }

    /// Where the page that asks is shown, and where it says that it is done: the platform's own pages.
    #[must_use]
    pub fn origin(&self) -> String {
        self.configuration.origin().ascii_serialization()
    }

    /// Whether the administrator named this platform. If not, whoever held the invitation chose it.
    #[must_use]
    pub const fn is_expected(&self) -> bool {
        self.invite.platform_host.is_some() || self.invite.registration_id.is_some()
    }
}

/// Reads what the platform at `configuration` says of itself. Nothing is asked of the network without an invitation
/// that may be used.
///
/// # Errors
/// [`Refusal`]: the invitation is of no use (`invite-…`), the description cannot be read or taken, or the platform is
/// not the one that was invited (`platform-not-invited`).
pub async fn propose(app: &App, token: &str, configuration: &str) -> Result<Proposal, Refusal> {
    let invite = invites::usable(app, token).await?;
    let request = configuration_request(configuration)?;
    let address = request.url.clone();
    let response = Outbound(app.http.as_ref()).send(request).await?;
    let platform = PlatformConfiguration::read(&address, &response)?;
    if !is_invited(app, &invite, &address, &platform).await? {
        return Err(AppError::forbidden("platform-not-invited").into());
    }
    let known = registrations::list_by_issuer(&app.db, &platform.issuer).await?;
    Ok(Proposal {
        invite,
        platform,
        configuration: address,
        is_known: !known.is_empty(),
    })
}

async fn is_invited(
    app: &App,
    invite: &RegistrationInvite,
    address: &Url,
    platform: &PlatformConfiguration,
) -> Result<bool, AppError> {
    if let Some(id) = &invite.registration_id {
        let registration = registrations::find(&app.db, id).await?;
        return Ok(registration.is_some_and(|registration| registration.issuer == platform.issuer));
    }
    Ok(match &invite.platform_host {
        Some(host) => address.host_str() == Some(host.as_str()),
        None => true,
    })
}
