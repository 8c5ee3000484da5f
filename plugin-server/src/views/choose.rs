//! The pages on which a teacher chooses a badge from within the platform.

use askama::Template;

use crate::{
    db::badges::Badge,
    i18n::Texts,
    services::{markdown::SafeHtml, team::Shelf},
    views::design::{DesignForm, Problem},
};

/// The badges there are.
#[derive(Debug, Template)]
#[template(path = "choose/badges.html")]
pub(crate) struct BadgesPage<'a> {
    pub(crate) t: Texts,
    pub(crate) choice_id: &'a str,
    pub(crate) csrf: &'a str,
    pub(crate) shelf: &'a Shelf,
    pub(crate) may_make: bool,
}

/// The design of one: a new one, or one of the course.
#[derive(Debug, Template)]
#[template(path = "choose/design.html")]
pub(crate) struct DesignPage<'a> {
    pub(crate) t: Texts,
    pub(crate) choice_id: &'a str,
    pub(crate) csrf: String,
    /// Where the form goes.
    pub(crate) action: String,
    pub(crate) is_new: bool,
    pub(crate) form: DesignForm<'a>,
    pub(crate) problems: &'a [Problem],
    /// Who gives it.
    pub(crate) issuer: &'a str,
    /// What it will say, once there is something to show.
    pub(crate) criteria: Option<SafeHtml>,
}

/// The answer, which sends itself to the platform.
#[derive(Debug, Template)]
#[template(path = "choose/answer.html")]
pub(crate) struct AnswerPage<'a> {
    pub(crate) t: Texts,
    pub(crate) badge: &'a Badge,
    pub(crate) return_url: &'a str,
    pub(crate) jwt: &'a str,
}
