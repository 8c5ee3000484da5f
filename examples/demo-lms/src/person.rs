//! Who a visitor can be here: roles, not invented people.

use serde::Deserialize;

use crate::vocab::{role, short_role};

/// Somebody whom this LMS knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub(crate) enum Person {
    /// Runs the site; is in no course.
    Administrator,
    /// Teaches the course and makes its content.
    Teacher,
    /// Teaches and changes nothing: an instructor in launches, a learner on Moodle's roster.
    Assistant,
    /// Watches over a learner.
    Observer,
    /// A learner whose enrolment is suspended.
    Suspended,
    /// A learner, by number from 1.
    Learner(u16),
}

/// The numbers of the learners that are written as words.
const WORDS: [(u16, &str, &str); 2] = [(1, "one", "One"), (2, "two", "Two")];
/// What is added to a learner's own number to make the number the tool sees, from the third learner on.
const FIRST_NUMBERED_ID: u32 = 100;

impl Person {
    /// Everybody in a course of `learners` learners, in the order of its roster: like Moodle's, it is not one of
    /// numbers.
    pub(crate) fn enrolled(learners: u16) -> impl Iterator<Item = Self> {
        let first = (1..=learners.min(2)).rev().map(Self::Learner);
        let staff = [Self::Teacher, Self::Assistant, Self::Observer, Self::Suspended];
        first.chain(staff).chain((3..=learners).map(Self::Learner))
    }

    /// The name used in forms and addresses of this LMS.
    pub(crate) fn slug(self) -> String {
        match self {
            Self::Administrator => "administrator".to_owned(),
            Self::Teacher => "teacher".to_owned(),
            Self::Assistant => "assistant".to_owned(),
            Self::Observer => "observer".to_owned(),
            Self::Suspended => "suspended".to_owned(),
            Self::Learner(number) => format!("learner-{}", word(number, |(_, small, _)| small)),
        }
    }

    /// The person with this slug, whether or not the course has so many learners.
    pub(crate) fn from_slug(slug: &str) -> Option<Self> {
        Some(match slug {
            "administrator" => Self::Administrator,
            "teacher" => Self::Teacher,
            "assistant" => Self::Assistant,
            "observer" => Self::Observer,
            "suspended" => Self::Suspended,
            _ => {
                let number = slug.strip_prefix("learner-")?;
                let written = WORDS.iter().find(|(_, small, _)| *small == number);
                let number = written.map_or_else(|| number.parse().ok(), |(number, ..)| Some(*number))?;
                Self::Learner((number > 0).then_some(number)?)
            }
        })
    }

    /// The number the tool sees as `sub`; the same after each restart, as it is in an LMS with a database.
    pub(crate) fn id(self) -> String {
        match self {
            Self::Administrator => 2,
            Self::Teacher => 3,
            Self::Learner(number @ 1..=2) => u32::from(number) + 3,
            Self::Observer => 6,
            Self::Assistant => 7,
            Self::Suspended => 8,
            Self::Learner(number) => FIRST_NUMBERED_ID + u32::from(number),
        }
        .to_string()
    }

    /// Who in a course of `learners` learners has the number `id`.
    pub(crate) fn from_id(id: &str, learners: u16) -> Option<Self> {
        Self::enrolled(learners).find(|person| person.id() == id)
    }

    /// Given name, then family name; the same in every language, as a name is.
    pub(crate) fn names(self) -> (&'static str, String) {
        match self {
            Self::Administrator => ("Site", "Administrator".to_owned()),
            Self::Teacher => ("Course", "Teacher".to_owned()),
            Self::Assistant => ("Course", "Assistant".to_owned()),
            Self::Observer => ("Course", "Observer".to_owned()),
            Self::Suspended => ("Suspended", "Learner".to_owned()),
            Self::Learner(number) => ("Learner", word(number, |(_, _, large)| large)),
        }
    }

    pub(crate) fn full_name(self) -> String {
        let (given, family) = self.names();
        format!("{given} {family}")
    }

    pub(crate) fn email(self) -> String {
        format!("{}@example.org", self.slug())
    }

    /// Whether the doors of the course do not hold this person: conditions are for learners.
    pub(crate) fn ignores_gates(self) -> bool {
        matches!(self, Self::Administrator | Self::Teacher | Self::Assistant)
    }

    /// Whether this person adds and changes activities.
    pub(crate) fn edits_course(self) -> bool {
        matches!(self, Self::Administrator | Self::Teacher)
    }

    /// Whether this person has a line in the grade book.
    pub(crate) fn is_gradable(self) -> bool {
        matches!(self, Self::Learner(_))
    }

    /// Whether the course lets this person in.
    pub(crate) fn is_active(self) -> bool {
        self != Self::Suspended
    }

    /// The roles claim, in the long form that Moodle uses in launches.
    pub(crate) fn roles(self) -> Vec<&'static str> {
        match self {
            Self::Administrator => vec![
                role::INSTITUTION_ADMINISTRATOR,
                role::INSTRUCTOR,
                role::SYSTEM_ADMINISTRATOR,
            ],
            Self::Teacher | Self::Assistant => vec![role::INSTRUCTOR],
            Self::Observer => vec![role::MENTOR],
            Self::Suspended | Self::Learner(_) => vec![role::LEARNER],
        }
    }

    /// The one role on the roster, as short as Moodle writes it there. Moodle asks who may change activities, so a
    /// teacher who may not is a learner to it (`assistant_as_learner`).
    pub(crate) fn roster_role(self, assistant_as_learner: bool) -> &'static str {
        match self {
            Self::Assistant if assistant_as_learner => short_role::LEARNER,
            Self::Administrator | Self::Teacher | Self::Assistant => short_role::INSTRUCTOR,
            Self::Observer => short_role::MENTOR,
            Self::Suspended | Self::Learner(_) => short_role::LEARNER,
        }
    }
}

impl TryFrom<String> for Person {
    type Error = String;

    fn try_from(slug: String) -> Result<Self, Self::Error> {
        Self::from_slug(&slug).ok_or_else(|| format!("nobody here is called {slug}"))
    }
}

/// The number in words, where it has any.
fn word(number: u16, pick: impl Fn((u16, &'static str, &'static str)) -> &'static str) -> String {
    WORDS
        .into_iter()
        .find(|(written, ..)| *written == number)
        .map_or_else(|| number.to_string(), |found| pick(found).to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Person;

    #[test]
    fn everybody_has_a_number_and_a_slug_of_their_own_that_lead_back() {
        let people: Vec<Person> = Person::enrolled(300).collect();
        let ids: BTreeSet<String> = people.iter().map(|person| person.id()).collect();
        assert_eq!((people.len(), ids.len()), (304, 304));
        for person in people {
            assert_eq!(Person::from_slug(&person.slug()), Some(person));
            assert_eq!(Person::from_id(&person.id(), 300), Some(person));
        }
    }

    #[test]
    fn a_name_that_nobody_has_is_nobody() {
        for slug in ["", "learner-", "learner-0", "learner--1", "learner-x", "Teacher"] {
            assert_eq!(Person::from_slug(slug), None, "{slug}");
        }
        assert_eq!(Person::from_id("103", 2), None, "the course has two learners");
    }
}
