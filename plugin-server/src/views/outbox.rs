//! The page of what did not arrive.

use askama::Template;

use crate::i18n::Texts;

/// Something that did not arrive, with the names of what it is about.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) is_letter: bool,
    pub(crate) badge: Option<String>,
    pub(crate) subject: Option<String>,
    pub(crate) platform: Option<String>,
    pub(crate) given_up: String,
    pub(crate) attempts: i64,
    pub(crate) why: Option<String>,
    pub(crate) code: String,
    pub(crate) detail: Option<String>,
}

/// What was to be sent and did not arrive.
#[derive(Debug, Template)]
#[template(path = "admin/outbox.html")]
pub(crate) struct OutboxPage {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) waiting: i64,
    pub(crate) delivered: i64,
    pub(crate) dead: i64,
    pub(crate) rows: Vec<Row>,
}
