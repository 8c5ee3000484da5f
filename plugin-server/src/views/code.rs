//! A code as a link.

use askama::Template;

use crate::{
    db::{badges::Badge, organisations::Organisation},
    i18n::Texts,
    services::markdown::SafeHtml,
};

/// The badge that a code opens.
#[derive(Debug, Template)]
#[template(path = "code.html")]
pub(crate) struct CodePage<'a> {
    pub(crate) t: Texts,
    pub(crate) code: &'a str,
    pub(crate) csrf: String,
    pub(crate) badge: &'a Badge,
    pub(crate) organisation: &'a Organisation,
    pub(crate) criteria: SafeHtml,
}
