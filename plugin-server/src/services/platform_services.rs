//! The services of platforms: rosters, columns, results and scores, called in this tool's name.
//!
//! `lti_advantage` knows what to ask and how to read the answer; here are the network, the clock, the key and the
//! tokens that it asks for.

use std::sync::Arc;

use lti_advantage::{
    error::{ServiceError, TokenError},
    records::Registration,
    service::{AccessTokens, Service, ServiceAddress},
    token::{self, AccessToken, TokenCache},
};

use crate::{
    clients::Outbound,
    db::registrations,
    error::AppError,
    ids::random_secret,
    services::{
        platforms::{self, PerRegistration},
        tool_keys,
    },
    state::App,
};

/// The tokens of every platform. Another server on the same database keeps its own.
///
/// The lock is held while a token is asked for, so that calls starting together ask for one token and the others
/// wait for it.
#[derive(Debug, Default)]
pub struct PlatformTokens(PerRegistration<Entry>);

#[derive(Debug, Default)]
struct Entry {
    /// Whose tokens these are: a registration that was changed starts afresh.
    registration: Option<Registration>,
    cache: TokenCache,
}

/// The services of the platform of `registration`.
///
/// ```ignore
/// let platform = platform_services::of(app, registration)?;
/// let roster = platform.address(&link.memberships_url)?;
/// let members = nrps::members(&platform.service(), roster, Filter::default()).await?;
/// ```
///
/// # Errors
/// When an address of the registration is none.
pub fn of(app: &App, registration: registrations::Registration) -> Result<PlatformServices<'_>, AppError> {
    let registration = platforms::registration(registration)?;
    Ok(PlatformServices {
        transport: Outbound(app.http.as_ref()),
        tokens: Tokens { app, registration },
    })
}

/// The services of one platform.
#[derive(Debug)]
pub struct PlatformServices<'a> {
    transport: Outbound<'a>,
    tokens: Tokens<'a>,
}

impl<'a> PlatformServices<'a> {
    /// What the functions of `lti_advantage::nrps` and `lti_advantage::ags` ask for.
    #[must_use]
    pub const fn service(&self) -> Service<'_, Outbound<'a>, Tokens<'a>> {
        Service {
            transport: &self.transport,
            tokens: &self.tokens,
        }
    }

    /// The address `text`, if a token of this platform may be sent there.
    ///
    /// # Errors
    /// `service-address-foreign`.
    pub fn address(&self, text: &str) -> Result<ServiceAddress, ServiceError> {
        ServiceAddress::of(text, &self.tokens.registration)
    }

    /// The platform, in the words of `lti_advantage`.
    #[must_use]
    pub const fn registration(&self) -> &Registration {
        &self.tokens.registration
    }
}

/// The tokens of one platform: the ones that last, or new ones, asked for with the tool's key.
#[derive(Debug)]
pub struct Tokens<'a> {
    app: &'a App,
    registration: Registration,
}

impl Tokens<'_> {
    fn kept(&self) -> Arc<tokio::sync::Mutex<Entry>> {
        self.app.platform_tokens.0.of(&self.registration.id)
    }
}

impl AccessTokens for Tokens<'_> {
    async fn token(&self, scopes: &[&str]) -> Result<AccessToken, TokenError> {
        let app = self.app;
        let kept = self.kept();
        let mut entry = kept.lock().await;
        if entry.registration.as_ref() != Some(&self.registration) {
            *entry = Entry {
                registration: Some(self.registration.clone()),
                cache: TokenCache::default(),
            };
        }
        let key = tool_keys::signing(app)
            .await
            .map_err(|_no_key| TokenError::Signing)?;
        let jti = random_secret(app.entropy.as_ref()).map_err(|_no_chance| TokenError::Signing)?;
        let transport = Outbound(app.http.as_ref());
        token::obtain(
            &mut entry.cache,
            &transport,
            &self.registration,
            &key,
            scopes,
            &jti,
            app.now(),
        )
        .await
    }

    async fn forget(&self, token: &AccessToken) {
        self.kept().lock().await.cache.forget(token);
    }
}
