//! The grade book: columns, and what stands in them.

use std::collections::BTreeMap;

use time::OffsetDateTime;

use crate::{person::Person, quirks::Quirks};

/// The columns of the course. As in Moodle a tool sees its own only.
#[derive(Debug, Default)]
pub(crate) struct GradeBook {
    columns: Vec<Column>,
    last_id: u32,
}

/// A column.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) id: u32,
    /// The number of the tool that it belongs to.
    pub(crate) tool: u32,
    pub(crate) about: About,
    pub(crate) grades: BTreeMap<Person, Grade>,
}

/// What a column says of itself.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct About {
    /// The activity that it is for, if it is for one.
    pub(crate) link: Option<String>,
    pub(crate) label: String,
    pub(crate) maximum: f64,
    /// The tool's own identifier.
    pub(crate) resource_id: String,
    /// The tool's own word.
    pub(crate) tag: String,
}

/// What stands in a column for one person.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Grade {
    pub(crate) score: Option<f64>,
    pub(crate) at: OffsetDateTime,
    /// Whether a teacher typed it.
    pub(crate) typed: bool,
    pub(crate) comment: Option<String>,
}

/// A score as the tool sent it.
#[derive(Debug, Clone)]
pub(crate) struct Score {
    /// The figure and the best possible one; a score may bring none.
    pub(crate) given: Option<(f64, f64)>,
    pub(crate) is_final: bool,
    pub(crate) at: OffsetDateTime,
    pub(crate) comment: Option<String>,
}

/// The kept score is of the same moment or a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stale;

impl GradeBook {
    /// Makes a column and gives its number.
    pub(crate) fn add(&mut self, tool: u32, about: About) -> u32 {
        self.last_id = self.last_id.saturating_add(1);
        self.columns.push(Column {
            id: self.last_id,
            tool,
            about,
            grades: BTreeMap::new(),
        });
        self.last_id
    }

    pub(crate) fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub(crate) fn column(&self, id: u32) -> Option<&Column> {
        self.columns.iter().find(|column| column.id == id)
    }

    pub(crate) fn column_mut(&mut self, id: u32) -> Option<&mut Column> {
        self.columns.iter_mut().find(|column| column.id == id)
    }

    pub(crate) fn remove(&mut self, id: u32) {
        self.columns.retain(|column| column.id != id);
    }

    /// The columns for the activity `link`.
    pub(crate) fn of_link(&self, link: &str) -> impl Iterator<Item = &Column> {
        self.columns
            .iter()
            .filter(move |column| column.about.link.as_deref() == Some(link))
    }
}

impl Column {
    /// Takes in a score of the tool's.
    pub(crate) fn take(&mut self, person: Person, score: &Score, quirks: &Quirks) -> Result<(), Stale> {
        if let Some(kept) = self.grades.get(&person) {
            let is_stale = !kept.typed && score.at <= kept.at;
            if is_stale && quirks.stale_conflict {
                return Err(Stale);
            }
            if is_stale || (kept.typed && quirks.typed_grade_stays) {
                return Ok(());
            }
        }
        if score.is_final || !quirks.final_scores_only {
            let own_scale = |(given, maximum): (f64, f64)| given / maximum * self.about.maximum;
            let grade = Grade {
                score: score.given.map(own_scale),
                at: score.at,
                typed: false,
                comment: score.comment.clone(),
            };
            self.grades.insert(person, grade);
        }
        Ok(())
    }

    /// What a teacher types; `None` clears it.
    pub(crate) fn type_in(&mut self, person: Person, score: Option<f64>, at: OffsetDateTime) {
        match score {
            None => drop(self.grades.remove(&person)),
            Some(_) => drop(self.grades.insert(
                person,
                Grade {
                    score,
                    at,
                    typed: true,
                    comment: None,
                },
            )),
        }
    }
}
