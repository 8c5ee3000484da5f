//! From expanded form to statements:
//! [Deserialize JSON-LD to RDF](https://www.w3.org/TR/json-ld11-api/#deserialize-json-ld-to-rdf-algorithm).

use super::super::rdf::{Dataset, Quad, Term};
use super::fault::Fault;
use super::iri;
use super::literal::{Literal, LiteralKind};
use super::node::{Item, Node};
use crate::limits::Limits;

const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const RDF_FIRST: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
const RDF_REST: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
const RDF_NIL: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";

/// The statements of a document. Everything in it was checked while it was expanded.
pub(super) fn to_dataset(items: &[Item], limits: &Limits) -> Result<Dataset, Fault> {
    let mut converter = Converter {
        dataset: Dataset::new(),
        max_quads: limits.max_quads,
    };
    for item in items {
        converter.item(item, None)?;
    }
    Ok(converter.dataset)
}

struct Converter {
    dataset: Dataset,
    max_quads: usize,
}

impl Converter {
    /// Adds what an item says, and returns the term that stands for it.
    fn item(&mut self, item: &Item, graph: Option<Term>) -> Result<Term, Fault> {
        match item {
            Item::Node(node) => self.node(node, graph),
            Item::Literal(literal) => Ok(self.literal(literal)),
            Item::List(items) => self.list(items, graph),
        }
    }

    fn node(&mut self, node: &Node, graph: Option<Term>) -> Result<Term, Fault> {
        let subject = match &node.id {
            Some(id) => self.name(id),
            None => self.dataset.fresh_blank_node(),
        };
        if !node.types.is_empty() {
            let predicate = self.dataset.iri(RDF_TYPE);
            for name in &node.types {
                let object = self.name(name);
                self.add(subject, predicate, object, graph)?;
            }
        }
        for (property, values) in &node.properties {
            let predicate = self.dataset.iri(property);
            for value in values {
                let object = self.item(value, graph)?;
                self.add(subject, predicate, object, graph)?;
            }
        }
        for item in node.graph.iter().flatten() {
            self.item(item, Some(subject))?;
        }
        Ok(subject)
    }

    /// [List conversion](https://www.w3.org/TR/json-ld11-api/#list-to-rdf-conversion).
    fn list(&mut self, items: &[Item], graph: Option<Term>) -> Result<Term, Fault> {
        let first = self.dataset.iri(RDF_FIRST);
        let rest = self.dataset.iri(RDF_REST);
        let mut next = self.dataset.iri(RDF_NIL);
        for item in items.iter().rev() {
            let object = self.item(item, graph)?;
            let cell = self.dataset.fresh_blank_node();
            self.add(cell, first, object, graph)?;
            self.add(cell, rest, next, graph)?;
            next = cell;
        }
        Ok(next)
    }

    fn literal(&mut self, literal: &Literal) -> Term {
        match &literal.kind {
            LiteralKind::Plain => self.dataset.string(&literal.text),
            LiteralKind::Known(datatype) => self.dataset.literal(&literal.text, datatype),
            LiteralKind::Datatype(datatype) => self.dataset.literal(&literal.text, datatype),
            LiteralKind::Language(language) => self.dataset.language_string(&literal.text, language),
        }
    }

    fn name(&mut self, name: &str) -> Term {
        if iri::is_blank(name) {
            self.dataset.blank_node(name.strip_prefix("_:").unwrap_or(name))
        } else {
            self.dataset.iri(name)
        }
    }

    fn add(
        &mut self,
        subject: Term,
        predicate: Term,
        object: Term,
        graph: Option<Term>,
    ) -> Result<(), Fault> {
        self.dataset.insert(Quad {
            subject,
            predicate,
            object,
            graph,
        });
        if self.dataset.len() > self.max_quads {
            return Err(Fault::TooManyQuads(self.max_quads));
        }
        Ok(())
    }
}
