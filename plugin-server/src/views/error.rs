//! The page of an error.

use askama::Template;

use crate::i18n::Texts;

/// What happened, and what to do.
#[derive(Debug, Template)]
#[template(path = "error.html")]
pub(crate) struct ErrorPage<'a> {
    /// The sentences.
    pub(crate) t: Texts,
    /// What happened, and what to do.
    pub(crate) sentence: &'a str,
    /// The stable code, for those who help.
    pub(crate) code: &'a str,
}
