//! Who a visitor can be here: roles, not invented people.

use serde::Deserialize;

use crate::vocab::role;

/// One of the three people the course knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Person {
    LearnerOne,
    LearnerTwo,
    Teacher,
}

impl Person {
    pub(crate) const ALL: [Self; 3] = [Self::LearnerOne, Self::LearnerTwo, Self::Teacher];

    /// The name used in forms and addresses of this LMS.
    pub(crate) fn slug(self) -> &'static str {
        match self {
            Self::LearnerOne => "learner-one",
            Self::LearnerTwo => "learner-two",
            Self::Teacher => "teacher",
        }
    }

    /// The number the tool sees as `sub`; the same after each restart, as it is in an LMS with a database.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::LearnerOne => "4",
            Self::LearnerTwo => "5",
            Self::Teacher => "3",
        }
    }

    /// Given name, then family name; the same in every language, as a name is.
    pub(crate) fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::LearnerOne => ("Learner", "One"),
            Self::LearnerTwo => ("Learner", "Two"),
            Self::Teacher => ("Course", "Teacher"),
        }
    }

    pub(crate) fn full_name(self) -> String {
        let (given, family) = self.names();
        format!("{given} {family}")
    }

    pub(crate) fn email(self) -> String {
        format!("{}@example.org", self.slug())
    }

    pub(crate) fn is_teacher(self) -> bool {
        self == Self::Teacher
    }

    /// The roles claim, in the long form that Moodle uses in launches.
    pub(crate) fn roles(self) -> [&'static str; 1] {
        [if self.is_teacher() {
            role::INSTRUCTOR
        } else {
            role::LEARNER
        }]
    }
}
