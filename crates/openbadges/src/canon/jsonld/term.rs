//! What a context says about one term.

use std::sync::Arc;

use serde_json::Value;

use super::keyword::Keyword;

/// A [term definition](https://www.w3.org/TR/json-ld11-api/#context-processing-algorithm), without what only
/// writers of JSON-LD need.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TermDefinition {
    /// What the term stands for; `None` takes a meaning away from it.
    pub(super) mapping: Option<Mapping>,
    /// Whether `term:rest` may be written for the IRI followed by `rest`.
    pub(super) is_prefix: bool,
    pub(super) is_protected: bool,
    pub(super) coercion: Option<Coercion>,
    pub(super) container: Container,
    /// `Some(None)` takes the default language away.
    pub(super) language: Option<Option<Arc<str>>>,
    /// `Some(None)` takes the default direction away.
    pub(super) direction: Option<Option<Direction>>,
    /// A context that counts below this term.
    pub(super) context: Option<Arc<Value>>,
}

impl TermDefinition {
    /// Whether both say the same, whoever protects them.
    pub(super) fn means_the_same(&self, other: &Self) -> bool {
        let unprotected = |definition: &Self| Self {
            is_protected: false,
            ..definition.clone()
        };
        unprotected(self) == unprotected(other)
    }
}

/// What a term stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mapping {
    Keyword(Keyword),
    /// Absolute and well-formed, or a blank node identifier.
    Iri(Arc<str>),
}

/// What a plain value of a term is made into: its `@type`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Coercion {
    /// Strings are identifiers.
    Id,
    /// Strings are terms.
    Vocab,
    /// The value is kept as JSON.
    Json,
    /// Nothing is done.
    None,
    /// Values have this datatype.
    Datatype(Arc<str>),
}

/// How several values stand together: its `@container`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Container {
    pub(super) list: bool,
    pub(super) set: bool,
    pub(super) graph: bool,
}

/// The direction of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    pub(super) fn parse(text: &str) -> Option<Self> {
        match text {
            "ltr" => Some(Self::LeftToRight),
            "rtl" => Some(Self::RightToLeft),
            _ => None,
        }
    }

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}
