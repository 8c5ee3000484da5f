//! The pages that anybody may look at.

use askama::Template;

use crate::{
    db::{badges::Badge, organisations::Organisation},
    i18n::Texts,
    services::markdown::SafeHtml,
};

/// The first page.
#[derive(Debug, Template)]
#[template(path = "public/landing.html")]
pub(crate) struct LandingPage<'a> {
    pub(crate) t: Texts,
    pub(crate) organisation: &'a Organisation,
}

/// An organisation.
#[derive(Debug, Template)]
#[template(path = "public/issuer.html")]
pub(crate) struct IssuerPage<'a> {
    pub(crate) t: Texts,
    pub(crate) organisation: &'a Organisation,
    pub(crate) did: &'a str,
}

/// What a badge stands for.
#[derive(Debug, Template)]
#[template(path = "public/badge.html")]
pub(crate) struct BadgePage<'a> {
    pub(crate) t: Texts,
    pub(crate) badge: &'a Badge,
    pub(crate) organisation: &'a Organisation,
    pub(crate) criteria: SafeHtml,
    /// Where its newest version is, when this is an older one.
    pub(crate) newest: Option<String>,
}

/// One person's badge, shared by its holder.
#[derive(Debug, Template)]
#[template(path = "public/shared.html")]
pub(crate) struct SharedPage<'a> {
    pub(crate) t: Texts,
    pub(crate) page: &'a str,
    pub(crate) badge: &'a Badge,
    pub(crate) organisation: &'a Organisation,
    pub(crate) criteria: SafeHtml,
    pub(crate) awarded: String,
}

/// A page that is no longer shared, or never existed.
#[derive(Debug, Template)]
#[template(path = "public/not_shared.html")]
pub(crate) struct NotSharedPage {
    pub(crate) t: Texts,
}

/// The verification page was not built.
#[derive(Debug, Template)]
#[template(path = "public/verify_missing.html")]
pub(crate) struct VerifyMissingPage {
    pub(crate) t: Texts,
}
