//! The learner's pages.

use askama::Template;

use crate::{
    db::{badges::Badge, organisations::Organisation},
    i18n::Texts,
    services::markdown::SafeHtml,
};

/// The badge is earned; the learner chooses what goes in it.
#[derive(Debug, Template)]
#[template(path = "claim/earned.html")]
pub(crate) struct EarnedPage<'a> {
    pub(crate) t: Texts,
    pub(crate) launch_id: &'a str,
    pub(crate) csrf: &'a str,
    pub(crate) badge: &'a Badge,
    pub(crate) organisation: &'a Organisation,
    pub(crate) criteria: SafeHtml,
    pub(crate) name: Option<&'a str>,
    pub(crate) masked_email: Option<String>,
}

/// The badge is claimed; here are the files.
#[derive(Debug, Template)]
#[template(path = "claim/claimed.html")]
pub(crate) struct ClaimedPage<'a> {
    pub(crate) t: Texts,
    pub(crate) launch_id: &'a str,
    pub(crate) csrf: &'a str,
    pub(crate) badge: &'a Badge,
    pub(crate) organisation: &'a Organisation,
    pub(crate) awarded: String,
    pub(crate) has_svg: bool,
    pub(crate) verify_url: &'a str,
    pub(crate) public_url: Option<&'a str>,
}

/// The badge, for somebody who does not get it, and why.
#[derive(Debug, Template)]
#[template(path = "claim/notice.html")]
pub(crate) struct NoticePage<'a> {
    pub(crate) t: Texts,
    pub(crate) badge: &'a Badge,
    pub(crate) organisation: &'a Organisation,
    pub(crate) criteria: SafeHtml,
    pub(crate) sentence: &'a str,
}

/// The badge, for somebody who has to give a code.
#[derive(Debug, Template)]
#[template(path = "claim/code.html")]
pub(crate) struct CodePage<'a> {
    pub(crate) t: Texts,
    pub(crate) launch_id: &'a str,
    pub(crate) csrf: &'a str,
    pub(crate) badge: &'a Badge,
    pub(crate) organisation: &'a Organisation,
    pub(crate) criteria: SafeHtml,
    pub(crate) sentence: &'a str,
}

/// No badge is attached to this activity.
#[derive(Debug, Template)]
#[template(path = "claim/no_badge.html")]
pub(crate) struct NoBadgePage<'a> {
    pub(crate) t: Texts,
    pub(crate) is_staff: bool,
    pub(crate) deployment_id: &'a str,
    pub(crate) resource_link_id: &'a str,
}
