//! Departures from the rules, and where they stand.

use std::fmt;

/// A departure from the specification's rules for an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where, as a [JSON pointer](https://www.rfc-editor.org/rfc/rfc6901).
    pub pointer: String,
    /// What should stand there, in a word, such as `text` or `Achievement`.
    pub expected: &'static str,
}

/// What is wrong with a place in an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FaultKind {
    /// A required member is missing.
    MissingMember,
    /// The value is of the wrong kind.
    WrongValue,
    /// The object's `type` lacks the class.
    MissingType,
    /// The text is no date with a time zone.
    InvalidDate,
    /// The text is no absolute address.
    InvalidIdentifier,
    /// The text names something that is not there.
    BrokenLink,
    /// The text is none of the words that the specification lists for this place.
    UnlistedWord,
    /// The text is none of the results that the achievement allows.
    ResultNotAllowed,
    /// Tolerated: the date is written in an unusual way.
    UnusualDate,
    /// Tolerated: the result names a level that another description has.
    LevelOfAnother,
}

/// The faults found so far, up to a number that a reader can use.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    /// What makes the object unsound, in the order in which it is read.
    pub(crate) found: Vec<Fault>,
    /// What is against the rules, and understood all the same.
    pub(crate) tolerated: Vec<Fault>,
}

const MAX_FAULTS: usize = 20;

impl Faults {
    /// Notes what makes the object unsound.
    pub(crate) fn add(&mut self, kind: FaultKind, place: Place<'_>, expected: &'static str) {
        note(&mut self.found, kind, place, expected);
    }

    /// Notes what is against the rules and understood all the same.
    pub(crate) fn tolerate(&mut self, kind: FaultKind, place: Place<'_>, expected: &'static str) {
        note(&mut self.tolerated, kind, place, expected);
    }
}

/// Two sets of rules may ask the same of one place; it is said once.
fn note(faults: &mut Vec<Fault>, kind: FaultKind, place: Place<'_>, expected: &'static str) {
    if faults.len() >= MAX_FAULTS {
        return;
    }
    let pointer = place.to_string();
    if faults
        .iter()
        .any(|fault| fault.kind == kind && fault.pointer == pointer)
    {
        return;
    }
    faults.push(Fault {
        kind,
        pointer,
        expected,
    });
}

/// Whether a member must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Required,
    Optional,
}

/// A place in a document; written out only when there is a fault to report.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'p> {
    parent: Option<&'p Self>,
    step: Step<'p>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'p> {
    Name(&'p str),
    Index(usize),
}

impl<'p> Place<'p> {
    pub(crate) const fn name(parent: Option<&'p Self>, name: &'p str) -> Self {
        Self {
            parent,
            step: Step::Name(name),
        }
    }

    pub(crate) const fn index(&'p self, index: usize) -> Self {
        Self {
            parent: Some(self),
            step: Step::Index(index),
        }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(formatter)?;
        }
        match self.step {
            Step::Name(name) => write!(formatter, "/{}", name.replace('~', "~0").replace('/', "~1")),
            Step::Index(index) => write!(formatter, "/{index}"),
        }
    }
}
