//! "Restrict access": who may open an activity.

use std::collections::BTreeSet;

use time::{Date, format_description::FormatItem, macros::format_description};

use crate::activity::Activity;

/// How a day is written in forms and in JSON.
const DAY: &[FormatItem<'_>] = format_description!("[year]-[month]-[day]");

/// What a learner must have done, or what day it must be. Everything has to hold; with nothing in it, everybody may.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Gate {
    /// Whether the activity is kept from learners altogether.
    pub(crate) hidden: bool,
    /// What has to be done first.
    pub(crate) done: BTreeSet<Activity>,
    /// The first day, in universal time, if there is one.
    pub(crate) from: Option<Date>,
}

impl Gate {
    /// Everything the course has to do.
    pub(crate) fn whole_course() -> Self {
        Self {
            done: Activity::ALL.into(),
            ..Self::default()
        }
    }

    /// The day that `text` says, as a date field of a form writes it.
    pub(crate) fn day(text: &str) -> Option<Date> {
        Date::parse(text, DAY).ok()
    }

    /// Whether a learner who has done `done` may open the activity on `today`.
    pub(crate) fn lets_in(&self, done: &BTreeSet<Activity>, today: Date) -> bool {
        !self.hidden && self.done.is_subset(done) && self.from.is_none_or(|from| from <= today)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use time::macros::date;

    use super::Gate;
    use crate::activity::Activity;

    const TODAY: time::Date = date!(2026 - 11 - 22);

    #[test]
    fn nothing_asked_lets_everybody_in_and_hidden_nobody() {
        let nothing = BTreeSet::new();
        assert!(Gate::default().lets_in(&nothing, TODAY));
        let hidden = Gate {
            hidden: true,
            ..Gate::default()
        };
        assert!(!hidden.lets_in(&Activity::ALL.into(), TODAY));
    }

    #[test]
    fn all_that_is_asked_has_to_be_done() {
        let gate = Gate {
            done: [Activity::Checklist, Activity::Quiz].into(),
            ..Gate::default()
        };
        assert!(!gate.lets_in(&[Activity::Quiz].into(), TODAY));
        assert!(gate.lets_in(&Activity::ALL.into(), TODAY));
    }

    #[test]
    fn a_day_is_read_as_forms_write_it() {
        assert_eq!(Gate::day("2026-11-22"), Some(TODAY));
        for text in ["", "22.11.2026", "2026-13-01", "2026-11-22T00:00"] {
            assert_eq!(Gate::day(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_opens_when_it_has_come() {
        let from = |day| Gate {
            from: Some(day),
            ..Gate::default()
        };
        assert!(from(TODAY).lets_in(&BTreeSet::new(), TODAY));
        assert!(!from(date!(2026 - 11 - 23)).lets_in(&BTreeSet::new(), TODAY));
    }
}
