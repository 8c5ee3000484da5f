//! The form of an activity that opens a tool: its name, what it opens, and who may open it.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use time::Date;

use crate::{
    activity::Activity,
    content::Item,
    gate::Gate,
    link::Link,
    session::{Frame, Visitor, page},
    tool::Tool,
};

/// The page with the form.
#[derive(Template)]
#[template(path = "activity_form.html")]
struct ActivityPage<'a> {
    frame: Frame,
    heading: &'a str,
    /// Where the form is sent.
    action: &'a str,
    /// Where content is chosen, for an activity that is not there yet.
    choosing: Option<&'a str>,
    /// What the tool tells the teacher.
    message: Option<&'a str>,
    fields: &'a Fields,
    /// The titles of what will be added when it is more than one thing.
    several: Vec<&'a str>,
    doors: Vec<Door>,
    from: String,
}

/// One thing that may be asked of learners.
struct Door {
    name: String,
    title: &'static str,
    is_asked: bool,
}

/// What a page with the form is about.
pub(super) struct About<'a> {
    pub(super) heading: &'a str,
    pub(super) action: &'a str,
    pub(super) choosing: Option<&'a str>,
    pub(super) message: Option<&'a str>,
    pub(super) several: Vec<&'a str>,
}

/// What the form says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Fields {
    pub(super) name: String,
    /// What it opens; the tool's own address when empty.
    pub(super) url: String,
    /// One `name=value` a line.
    pub(super) custom: String,
    pub(super) gate: Gate,
    /// Whether the activity has a column in the grade book.
    pub(super) is_graded: bool,
}

impl Fields {
    /// What a filled form says. A day that is none counts as no day.
    pub(super) fn read(pairs: &[(String, String)]) -> Self {
        let field = |name: &str| {
            let found = pairs.iter().find(|(key, _)| key == name);
            found.map(|(_, value)| value.trim()).unwrap_or_default()
        };
        let is_checked = |name: &str| pairs.iter().any(|(key, _)| key == name);
        let asked = |activity: &Activity| is_checked(&door_name(*activity));
        Self {
            name: field("name").to_owned(),
            url: field("url").to_owned(),
            custom: field("custom").to_owned(),
            gate: Gate {
                hidden: is_checked("hidden"),
                done: Activity::ALL.into_iter().filter(asked).collect(),
                from: Gate::day(field("from")),
            },
            is_graded: is_checked("graded"),
        }
    }

    /// What the form says of what was chosen in the tool.
    pub(super) fn of_item(item: &Item) -> Self {
        Self {
            name: item.title.clone(),
            url: item.url.clone().unwrap_or_default(),
            custom: lines(&item.custom_values()),
            gate: Gate::default(),
            is_graded: item.line_item.is_some(),
        }
    }

    /// What the form says of an activity that is there.
    pub(super) fn of_link(link: &Link, is_graded: bool, visitor: &Visitor) -> Self {
        Self {
            name: visitor.texts().title_of(link).to_owned(),
            url: link.url.clone().unwrap_or_default(),
            custom: lines(&link.custom),
            gate: link.gate.clone(),
            is_graded,
        }
    }

    /// Makes `link` what the form says. The first activity keeps the visitor's language for as long as nobody gives it
    /// another name.
    pub(super) fn apply(self, link: &mut Link, visitor: &Visitor) {
        if !self.name.is_empty() && self.name != visitor.texts().title_of(link) {
            link.name = Some(self.name);
        }
        link.url = Some(self.url).filter(|url| !url.is_empty());
        link.custom = pairs(&self.custom);
        link.gate = self.gate;
    }
}

pub(super) fn show(visitor: &Visitor, status: StatusCode, about: About<'_>, fields: &Fields) -> Response {
    let doors = Activity::ALL.map(|activity| Door {
        name: door_name(activity),
        title: visitor.texts().activity(activity),
        is_asked: fields.gate.done.contains(&activity),
    });
    page(
        status,
        &ActivityPage {
            frame: visitor.frame(),
            heading: about.heading,
            action: about.action,
            choosing: about.choosing,
            message: about.message,
            fields,
            several: about.several,
            doors: doors.into(),
            from: fields.gate.from.as_ref().map(Date::to_string).unwrap_or_default(),
        },
    )
}

/// The values in lines of `name=value`.
pub(super) fn pairs(lines: &str) -> Vec<(String, String)> {
    lines
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

fn lines(values: &[(String, String)]) -> String {
    let lines: Vec<String> = values
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    lines.join("\n")
}

fn door_name(activity: Activity) -> String {
    format!("done_{}", activity.slug())
}

/// The name of a new activity of `tool` that was given none.
pub(super) fn named_after(tool: &Tool, name: String) -> String {
    if name.is_empty() { tool.name.clone() } else { name }
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::{Fields, lines, pairs};
    use crate::activity::Activity;

    #[test]
    fn a_filled_form_says_who_may_open_the_activity() {
        let filled = [("name", " A "), ("done_quiz", "on"), ("from", "2026-12-01")];
        let filled = filled.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let fields = Fields::read(&filled);
        assert_eq!(fields.name, "A");
        assert_eq!(fields.gate.done, [Activity::Quiz].into());
        assert_eq!(fields.gate.from, Some(date!(2026 - 12 - 01)));
        assert!(!fields.gate.hidden);
    }

    #[test]
    fn custom_values_may_hold_an_equals_sign() {
        let values = vec![("offer".to_owned(), "a=b==".to_owned())];
        assert_eq!(pairs(&lines(&values)), values);
    }
}
