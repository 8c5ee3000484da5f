//! Pages that say why a launch does not open.

use askama::Template;

use crate::i18n::Texts;

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
