#![warn(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::arithmetic_side_effects
)]
//! RDF datasets in the form that canonicalisation reads: IRIs and literals are serialised once, when they enter.

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::contexts::ContextNotes;

const XSD_STRING: &str = "http://www.w3.org/2001/XMLSchema#string";

/// A term of one [`Dataset`]; it has no meaning outside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Term(pub(super) Kind);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    /// An index into `Dataset::blank_nodes`.
    Blank(usize),
    /// An index into `Dataset::texts`: an IRI or a literal.
    Text(usize),
}

/// A statement of one [`Dataset`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quad {
    /// An IRI or a blank node.
    pub subject: Term,
    /// An IRI.
    pub predicate: Term,
    /// Any term.
    pub object: Term,
    /// An IRI or a blank node; `None` is the default graph.
    pub graph: Option<Term>,
}

impl Quad {
    /// The places where RDF allows a blank node, in the order in which RDFC-1.0 names them.
    pub(super) fn nodes(&self) -> impl Iterator<Item = (Position, Term)> {
        [
            Some((Position::Subject, self.subject)),
            Some((Position::Object, self.object)),
            self.graph.map(|graph| (Position::Graph, graph)),
        ]
        .into_iter()
        .flatten()
    }
}

/// Where a blank node stands in a quad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    Subject,
    Object,
    Graph,
}

/// A set of RDF statements.
#[derive(Debug, Clone, Default)]
pub struct Dataset {
    texts: Vec<Box<str>>,
    iri_index: HashMap<Box<str>, usize>,
    literal_index: HashMap<Box<str>, usize>,
    blank_nodes: Vec<Option<Box<str>>>,
    label_index: HashMap<Box<str>, usize>,
    quads: Vec<Quad>,
    seen: HashSet<Quad>,
    pub(super) notes: ContextNotes,
}

impl Dataset {
    /// The empty dataset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The blank node that this dataset knows by `label` (without `_:`).
    pub fn blank_node(&mut self, label: &str) -> Term {
        if let Some(&index) = self.label_index.get(label) {
            return Term(Kind::Blank(index));
        }
        let index = self.blank_nodes.len();
        self.blank_nodes.push(Some(label.into()));
        self.label_index.insert(label.into(), index);
        Term(Kind::Blank(index))
    }

    /// A blank node that no label names.
    pub fn fresh_blank_node(&mut self) -> Term {
        let index = self.blank_nodes.len();
        self.blank_nodes.push(None);
        Term(Kind::Blank(index))
    }

    /// The term for an IRI, which must be well-formed: it is not checked again.
    pub fn iri(&mut self, iri: &str) -> Term {
        if let Some(&index) = self.iri_index.get(iri) {
            return Term(Kind::Text(index));
        }
        let index = self.texts.len();
        self.texts.push(format!("<{iri}>").into());
        self.iri_index.insert(iri.into(), index);
        Term(Kind::Text(index))
    }

    /// The term for a plain string.
    pub fn string(&mut self, value: &str) -> Term {
        self.serialized_literal(quoted(value))
    }

    /// The term for a literal of `datatype` (an IRI).
    pub fn literal(&mut self, value: &str, datatype: &str) -> Term {
        let mut text = quoted(value);
        if datatype != XSD_STRING {
            text.push_str("^^<");
            text.push_str(datatype);
            text.push('>');
        }
        self.serialized_literal(text)
    }

    /// The term for a string in `language`.
    pub fn language_string(&mut self, value: &str, language: &str) -> Term {
        let mut text = quoted(value);
        text.push('@');
        text.push_str(language);
        self.serialized_literal(text)
    }

    fn serialized_literal(&mut self, text: String) -> Term {
        if let Some(&index) = self.literal_index.get(text.as_str()) {
            return Term(Kind::Text(index));
        }
        let index = self.texts.len();
        let text: Box<str> = text.into();
        self.texts.push(text.clone());
        self.literal_index.insert(text, index);
        Term(Kind::Text(index))
    }

    /// Adds a statement, unless it is there already.
    pub fn insert(&mut self, quad: Quad) {
        if self.seen.insert(quad) {
            self.quads.push(quad);
        }
    }

    /// The statements, each once, in the order in which they came.
    #[must_use]
    pub fn quads(&self) -> &[Quad] {
        &self.quads
    }

    /// How many statements there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.quads.len()
    }

    /// Whether there is no statement.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.quads.is_empty()
    }

    /// What is worth saying about the contexts that the document was read with.
    #[must_use]
    pub const fn notes(&self) -> &ContextNotes {
        &self.notes
    }

    /// How many blank nodes were named.
    pub(super) fn blank_node_count(&self) -> usize {
        self.blank_nodes.len()
    }

    /// The label by which a blank node came in.
    pub(super) fn label(&self, blank_node: usize) -> Option<&str> {
        self.blank_nodes.get(blank_node)?.as_deref()
    }

    /// The serialised form of an IRI or a literal; blank nodes have none.
    pub(super) fn serialized(&self, term: Term) -> &str {
        match term.0 {
            Kind::Text(index) => self.texts.get(index).map_or("", AsRef::as_ref),
            Kind::Blank(_) => "",
        }
    }
}

/// `value` between quotation marks, escaped as the
/// [canonical form of N-Quads](https://www.w3.org/TR/rdf-canon/#canonical-quads) asks.
fn quoted(value: &str) -> String {
    use fmt::Write as _;
    let mut text = String::with_capacity(value.len().saturating_add(8));
    text.push('"');
    for character in value.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\u{8}' => text.push_str("\\b"),
            '\u{c}' => text.push_str("\\f"),
            '\0'..='\u{1f}' | '\u{7f}' => {
                // Writing to a string cannot fail.
                let _ = write!(text, "\\u{:04X}", u32::from(character));
            }
            other => text.push(other),
        }
    }
    text.push('"');
    text
}
