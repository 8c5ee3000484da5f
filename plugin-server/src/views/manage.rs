//! The pages on which a teacher looks before, turns on, and follows up.

mod follow_up;
mod hand_out;
mod setting;
mod today;

pub(crate) use follow_up::{FollowUp, moment};
pub(crate) use hand_out::{ChoiceRow, ChoicesPage, CodeRow, CodesPage};
pub(crate) use setting::SettingForm;
pub(crate) use today::{Today, asked};

use askama::Template;

use crate::{db::badges::Badge, i18n::Texts, views::design::Problem};

/// The badge of an activity: who would get it, what it asks, and what became of it.
#[derive(Debug, Template)]
#[template(path = "manage/page.html")]
pub(crate) struct ManagePage<'a> {
    pub(crate) t: Texts,
    pub(crate) launch_id: &'a str,
    pub(crate) csrf: String,
    pub(crate) badge: Badge,
    /// Whether it is on, and since when, in words.
    pub(crate) status: String,
    pub(crate) is_on: bool,
    pub(crate) is_copy: bool,
    /// Whether the teacher's own choice is part of what it asks.
    pub(crate) asks_choice: bool,
    /// Whether a code is.
    pub(crate) asks_code: bool,
    pub(crate) today: Today,
    pub(crate) form: SettingForm,
    pub(crate) problems: Vec<Problem>,
    pub(crate) follow_up: FollowUp,
    pub(crate) verify_url: String,
}

/// Number and consequence, before a badge is turned on.
#[derive(Debug, Template)]
#[template(path = "manage/confirm.html")]
pub(crate) struct ConfirmPage<'a> {
    pub(crate) t: Texts,
    pub(crate) launch_id: &'a str,
    pub(crate) csrf: String,
    pub(crate) badge: Badge,
    pub(crate) today: Today,
    pub(crate) is_automatic: bool,
    /// What is asked of a course that gives several badges.
    pub(crate) question: Option<String>,
    /// Stands for what is shown here.
    pub(crate) seen: String,
    pub(crate) problems: Vec<Problem>,
}

impl ConfirmPage<'_> {
    /// Whether it may be turned on like this.
    fn is_allowed(&self) -> bool {
        !(self.is_automatic && self.today.is_everyone)
    }
}
