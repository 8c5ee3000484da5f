//! The course: three activities to do.

use serde::Deserialize;

use crate::language::Language;

/// Something a learner does in the course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Activity {
    /// A page to read: what may be cut and what must not.
    Materials,
    /// A page to read: what to do before pressing start.
    Checklist,
    /// One question about the two pages.
    Quiz,
}

impl Activity {
    pub(crate) const ALL: [Self; 3] = [Self::Materials, Self::Checklist, Self::Quiz];

    pub(crate) fn slug(self) -> &'static str {
        match self {
            Self::Materials => "materials",
            Self::Checklist => "checklist",
            Self::Quiz => "quiz",
        }
    }

    /// The page to read, as HTML of our own; the quiz has its question in the template.
    pub(crate) fn content(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Materials, Language::En) => include_str!("../content/en/materials.html"),
            (Self::Materials, Language::Fr) => include_str!("../content/fr/materials.html"),
            (Self::Checklist, Language::En) => include_str!("../content/en/checklist.html"),
            (Self::Checklist, Language::Fr) => include_str!("../content/fr/checklist.html"),
            (Self::Quiz, _) => "",
        }
    }
}

/// The answers offered in the quiz.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum QuizAnswer {
    Plywood,
    Pvc,
    Cardboard,
}

impl QuizAnswer {
    pub(crate) fn is_right(self) -> bool {
        self == Self::Pvc
    }
}
