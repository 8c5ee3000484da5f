//! Pages on the way to a launch, and those that say why one does not open.

use askama::Template;
use lti_advantage::login::StorageFrame;

use crate::i18n::Texts;

/// Gives the platform a value to keep, then goes there.
#[derive(Debug, Template)]
#[template(path = "lti/keeping.html")]
pub(crate) struct KeepingPage<'a> {
    pub(crate) t: Texts,
    pub(crate) frame: &'a StorageFrame,
    pub(crate) key: &'a str,
    pub(crate) value: &'a str,
    /// The platform's address that asks who is there.
    pub(crate) next: &'a str,
    /// The address that begins the login again.
    pub(crate) restart: &'a str,
}

/// Asks the platform for the value, then sends the launch with it.
#[derive(Debug, Template)]
#[template(path = "lti/fetching.html")]
pub(crate) struct FetchingPage<'a> {
    pub(crate) t: Texts,
    pub(crate) frame: &'a StorageFrame,
    pub(crate) key: &'a str,
    pub(crate) token: &'a str,
    pub(crate) state: &'a str,
    /// The address that begins the login again.
    pub(crate) restart: &'a str,
}

/// The browser keeps no cookie of ours in this frame; a window of its own will do.
#[derive(Debug, Template)]
#[template(path = "lti/window.html")]
pub(crate) struct WindowPage<'a> {
    pub(crate) t: Texts,
    /// The address that begins the login again.
    pub(crate) restart: &'a str,
    pub(crate) code: &'a str,
}

/// Somebody has to approve the deployment first.
#[derive(Debug, Template)]
#[template(path = "lti/pending.html")]
pub(crate) struct PendingPage<'a> {
    pub(crate) t: Texts,
    pub(crate) deployment_id: &'a str,
    pub(crate) code: &'a str,
}

/// The platform answered with an error.
#[derive(Debug, Template)]
#[template(path = "lti/platform_refused.html")]
pub(crate) struct PlatformRefusedPage<'a> {
    pub(crate) t: Texts,
    pub(crate) code: &'a str,
    /// The platform's own words.
    pub(crate) reason: &'a str,
    pub(crate) description: Option<&'a str>,
}
