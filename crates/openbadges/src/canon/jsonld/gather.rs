//! What the members of one object say, and which kind of object they make it.

use std::sync::Arc;

use serde_json::Value;

use super::super::Unsafe;
use super::context::Expanded;
use super::fault::Fault;
use super::iri;
use super::keyword::Keyword;
use super::literal::{self, Annotation};
use super::node::{Item, Node};
use super::term::Direction;

/// What the members of one object say.
#[derive(Debug, Default)]
pub(super) struct Gathered<'a> {
    /// What the object says as a node.
    pub(super) node: Node,
    /// A type that is the keyword `@json`, which only value objects may have.
    pub(super) has_json_type: bool,
    pub(super) value: Option<&'a Value>,
    pub(super) language: Option<Arc<str>>,
    pub(super) direction: Option<Direction>,
    pub(super) list: Option<Vec<Item>>,
    pub(super) set: Option<Vec<Item>>,
    /// The keywords that were met.
    keywords: Vec<Keyword>,
}

/// What an object is.
#[derive(Debug)]
pub(super) enum Outcome {
    One(Item),
    /// The values of a set object, as if they stood in an array.
    Set(Vec<Item>),
}

impl Gathered<'_> {
    /// Notes that a keyword was met; none may come twice, under whatever aliases.
    pub(super) fn meet(&mut self, keyword: Keyword) -> Result<(), Fault> {
        if self.keywords.contains(&keyword) {
            return Err(Fault::Invalid("colliding keywords"));
        }
        self.keywords.push(keyword);
        Ok(())
    }

    /// Adds a type, given what it stands for.
    pub(super) fn add_type(&mut self, expanded: Expanded, text: &str) -> Result<(), Fault> {
        if expanded == Expanded::Keyword(Keyword::Json) {
            self.has_json_type = true;
        } else {
            self.node
                .types
                .push(expanded.into_iri(text, Unsafe::RelativeType)?);
        }
        Ok(())
    }

    /// What the object is: steps 14 to 19 of the expansion algorithm.
    pub(super) fn finish(mut self) -> Result<Outcome, Fault> {
        if let Some(value) = self.value {
            return self.finish_value(value).map(Outcome::One);
        }
        let is_annotated = self.language.is_some() || self.direction.is_some();
        if self.list.is_some() || self.set.is_some() {
            return self.finish_container(is_annotated);
        }
        if self.has_json_type {
            return Err(Fault::Unsafe(Unsafe::RelativeType, "@json".to_owned()));
        }
        if is_annotated {
            // RDF has no place for the language of a node.
            let is_alone = self.node.id.is_none() && self.node.says_nothing();
            return Err(if is_alone {
                Fault::Unsafe(Unsafe::FreeFloating, "@language".to_owned())
            } else {
                Fault::Unsupported("language-of-a-node")
            });
        }
        Ok(Outcome::One(Item::Node(Box::new(std::mem::take(&mut self.node)))))
    }

    /// A [value object](https://www.w3.org/TR/json-ld11/#value-objects).
    fn finish_value(&mut self, value: &Value) -> Result<Item, Fault> {
        let Node {
            id,
            types,
            properties,
            graph,
        } = &self.node;
        let has_type = !types.is_empty() || self.has_json_type;
        let is_annotated = self.language.is_some() || self.direction.is_some();
        if id.is_some()
            || !properties.is_empty()
            || graph.is_some()
            || self.list.is_some()
            || self.set.is_some()
            || (has_type && is_annotated)
        {
            return Err(Fault::Invalid("invalid value object"));
        }
        let datatype = match (types.as_slice(), self.has_json_type) {
            ([], true) => return literal::json(value).map(Item::Literal),
            ([], false) => None,
            ([datatype], false) if !iri::is_blank(datatype) => Some(Arc::clone(datatype)),
            _ => return Err(Fault::Invalid("invalid typed value")),
        };
        match value {
            Value::Null => return Err(Fault::Unsafe(Unsafe::NullValue, "@value".to_owned())),
            Value::Array(_) | Value::Object(_) => return Err(Fault::Invalid("invalid value object value")),
            Value::Bool(_) | Value::Number(_) if self.language.is_some() => {
                return Err(Fault::Invalid("invalid language-tagged value"));
            }
            Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
        let annotation = Annotation {
            datatype,
            language: self.language.take(),
            direction: self.direction,
        };
        literal::literal(value, annotation).map(Item::Literal)
    }

    /// A list object or a set object, which has nothing beside its values.
    fn finish_container(self, is_annotated: bool) -> Result<Outcome, Fault> {
        if !self.node.types.is_empty() || self.has_json_type {
            return Err(Fault::Unsupported("type-of-a-list-or-set"));
        }
        if is_annotated || self.node.id.is_some() || !self.node.says_nothing() {
            return Err(Fault::Invalid("invalid set or list object"));
        }
        match (self.list, self.set) {
            (Some(list), None) => Ok(Outcome::One(Item::List(list))),
            (None, Some(set)) => Ok(Outcome::Set(set)),
            _ => Err(Fault::Invalid("invalid set or list object")),
        }
    }
}
