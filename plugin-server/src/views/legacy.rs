//! LTI 1.1 of a platform, for administrators.

use askama::Template;

use crate::{db::registrations::Registration, i18n::Texts, views::design::Problem};

/// Whether LTI 1.1 is on, and with which key.
#[derive(Debug, Template)]
#[template(path = "admin/legacy.html")]
pub(crate) struct LegacyPage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) registration: &'a Registration,
    pub(crate) is_on: bool,
    pub(crate) consumer_key: &'a str,
    pub(crate) launch_url: String,
    /// The deployment to name when a badge is placed on an activity of LTI 1.1.
    pub(crate) deployment: &'a str,
    pub(crate) problems: &'a [Problem],
}
