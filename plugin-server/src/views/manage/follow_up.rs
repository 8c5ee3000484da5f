//! What became of a badge, in words.

use std::collections::BTreeMap;

use time::OffsetDateTime;

use crate::{
    db::{badges::Badge, follow_up::Followed},
    i18n::Texts,
    services::{
        completion::{Mode, Person, Survey},
        following::{self, Counts},
    },
};

/// What became of a badge.
#[derive(Debug)]
pub(crate) struct FollowUp {
    /// Each number with what it counts.
    pub(crate) counts: Vec<(String, usize)>,
    /// What stands above the columns.
    pub(crate) heading: Vec<String>,
    /// What stands in them, for each person.
    pub(crate) rows: Vec<Vec<String>>,
    /// How many have an older version of the badge.
    pub(crate) outdated: usize,
}

impl FollowUp {
    /// What became of the badge for `people`, with the names that the course gives at this moment.
    pub(crate) fn new(t: Texts, badge: &Badge, mode: Mode, people: &[Followed], survey: &Survey) -> Self {
        Self::with_dates(t, badge, mode, people, survey, |at| moment(t, at))
    }

    /// The same, with dates written by `date`.
    pub(crate) fn with_dates(
        t: Texts,
        badge: &Badge,
        mode: Mode,
        people: &[Followed],
        survey: &Survey,
        date: impl Fn(i64) -> String,
    ) -> Self {
        let counts = Counts::of(people, badge);
        let names = names(survey);
        let claims = mode == Mode::Claim;
        let mut heading = vec![
            t.manage_column_person(),
            t.manage_column_qualified(),
            t.manage_column_issued(),
        ];
        let mut numbers = vec![
            (t.manage_qualified(), counts.qualified),
            (t.manage_issued(), counts.issued),
        ];
        if claims {
            heading.push(t.manage_column_claimed());
            numbers.push((t.manage_claimed(), counts.claimed));
        }
        heading.push(t.manage_column_remark());
        numbers.push((t.manage_undelivered(), counts.undelivered));
        numbers.push((t.manage_to_decide(), counts.held));
        let rows = people.iter().map(|person| {
            let on = |at: Option<i64>| at.map(&date).unwrap_or_default();
            let name = names.get(person.subject.as_str()).copied();
            let mut row = vec![
                name.unwrap_or(&person.subject).to_owned(),
                on(person.first_met_at.or(person.awarded_at)),
                on(person.awarded_at),
            ];
            if claims {
                row.push(on(person.issued_at));
            }
            row.push(remark(t, badge, person));
            row
        });
        Self {
            counts: numbers,
            heading,
            rows: rows.collect(),
            outdated: counts.outdated,
        }
    }
}

/// What there is to know about somebody beside the dates.
fn remark(t: Texts, badge: &Badge, person: &Followed) -> String {
    let undelivered = person
        .undelivered
        .as_deref()
        .map(|code| t.manage_not_delivered(t.error(code).unwrap_or_else(|| code.to_owned())));
    let held = following::is_held(person).then(|| t.manage_held());
    let outdated = following::is_outdated(person, badge).then(|| t.manage_outdated());
    let remarks: Vec<String> = [undelivered, held, outdated].into_iter().flatten().collect();
    remarks.join(" ")
}

/// The names of the people of a survey, by how the platform names them.
fn names(survey: &Survey) -> BTreeMap<&str, &str> {
    let people: [&Vec<Person>; 3] = [&survey.met, &survey.held, &survey.no_longer];
    people
        .into_iter()
        .flatten()
        .filter_map(|person| Some((person.subject.as_str(), person.name.as_deref()?)))
        .collect()
}

/// The day of a moment that the database keeps.
pub(crate) fn moment(t: Texts, at: i64) -> String {
    OffsetDateTime::from_unix_timestamp(at)
        .map(|at| t.date(at))
        .unwrap_or_default()
}
