//! A document in expanded form: only what becomes RDF, with every name written out.

use std::sync::Arc;

use super::literal::Literal;

/// A value of a property, or a member of a graph.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item {
    Node(Box<Node>),
    Literal(Literal),
    List(Vec<Self>),
}

/// A [node object](https://www.w3.org/TR/json-ld11/#node-objects).
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Node {
    /// `None` is a blank node that nothing else names.
    pub(super) id: Option<Arc<str>>,
    pub(super) types: Vec<Arc<str>>,
    /// In the order met; a property may come several times, and its values may be none.
    pub(super) properties: Vec<(Arc<str>, Vec<Item>)>,
    /// What stands in the graph that this node names.
    pub(super) graph: Option<Vec<Item>>,
}

impl Node {
    /// A mere mention of a node.
    pub(super) fn reference(id: Arc<str>) -> Self {
        Self {
            id: Some(id),
            ..Self::default()
        }
    }

    /// Whether the node says nothing, so that it is lost where nothing refers to it.
    pub(super) const fn says_nothing(&self) -> bool {
        self.types.is_empty() && self.properties.is_empty() && self.graph.is_none()
    }

    /// Whether there is a graph and nothing else.
    pub(super) const fn is_only_graph(&self) -> bool {
        self.graph.is_some() && self.id.is_none() && self.types.is_empty() && self.properties.is_empty()
    }
}
