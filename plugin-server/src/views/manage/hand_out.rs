//! Codes that a teacher hands out, and people whom they choose.

use askama::Template;

use crate::{db::badges::Badge, i18n::Texts, views::design::Problem};

/// The codes of an activity.
#[derive(Debug, Template)]
#[template(path = "manage/codes.html")]
pub(crate) struct CodesPage<'a> {
    pub(crate) t: Texts,
    pub(crate) launch_id: &'a str,
    pub(crate) csrf: String,
    pub(crate) badge: Badge,
    pub(crate) rows: Vec<CodeRow>,
    /// The present moment, as the form writes it.
    pub(crate) now: String,
    pub(crate) problems: Vec<Problem>,
}

/// A code.
#[derive(Debug)]
pub(crate) struct CodeRow {
    pub(crate) id: String,
    pub(crate) code: String,
    /// The code as a link, where it alone earns the badge.
    pub(crate) link: Option<String>,
    pub(crate) time: String,
    pub(crate) used: String,
    pub(crate) is_over: bool,
}

/// The learners of a course, to choose from.
#[derive(Debug, Template)]
#[template(path = "manage/choices.html")]
pub(crate) struct ChoicesPage<'a> {
    pub(crate) t: Texts,
    pub(crate) launch_id: &'a str,
    pub(crate) csrf: String,
    pub(crate) badge: Badge,
    pub(crate) rows: Vec<ChoiceRow>,
    /// Why the roster could not be read.
    pub(crate) problem: Option<String>,
    /// Lines of the list that name nobody of the course.
    pub(crate) unmatched: Vec<String>,
}

/// Somebody to choose.
#[derive(Debug)]
pub(crate) struct ChoiceRow {
    pub(crate) subject: String,
    pub(crate) name: String,
    pub(crate) is_chosen: bool,
}
