//! N-Quads into datasets that can be canonicalised.

use anyhow::{Result, bail};
use openbadges::canon::rdf::{Dataset, Quad, Term};
use oxrdf::{GraphName, NamedOrBlankNode, Term as RdfTerm};
use oxttl::NQuadsParser;

/// The dataset that an N-Quads document is.
///
/// # Errors
/// The document is not N-Quads.
pub fn read(document: &[u8]) -> Result<Dataset> {
    let mut dataset = Dataset::new();
    for quad in NQuadsParser::new().for_slice(document) {
        let quad = quad?;
        let subject = named_or_blank(&mut dataset, &quad.subject);
        let predicate = dataset.iri(quad.predicate.as_str());
        let object = object(&mut dataset, &quad.object)?;
        let graph = match &quad.graph_name {
            GraphName::DefaultGraph => None,
            GraphName::NamedNode(name) => Some(dataset.iri(name.as_str())),
            GraphName::BlankNode(node) => Some(dataset.blank_node(node.as_str())),
        };
        dataset.insert(Quad {
            subject,
            predicate,
            object,
            graph,
        });
    }
    Ok(dataset)
}

fn named_or_blank(dataset: &mut Dataset, term: &NamedOrBlankNode) -> Term {
    match term {
        NamedOrBlankNode::NamedNode(name) => dataset.iri(name.as_str()),
        NamedOrBlankNode::BlankNode(node) => dataset.blank_node(node.as_str()),
    }
}

fn object(dataset: &mut Dataset, term: &RdfTerm) -> Result<Term> {
    Ok(match term {
        RdfTerm::NamedNode(name) => dataset.iri(name.as_str()),
        RdfTerm::BlankNode(node) => dataset.blank_node(node.as_str()),
        RdfTerm::Literal(literal) => match literal.language() {
            Some(language) => dataset.language_string(literal.value(), language),
            None => dataset.literal(literal.value(), literal.datatype().as_str()),
        },
        #[expect(
            unreachable_patterns,
            reason = "oxrdf has one kind more where RDF 1.2 is asked for"
        )]
        other => bail!("not in RDF 1.1: {other}"),
    })
}
