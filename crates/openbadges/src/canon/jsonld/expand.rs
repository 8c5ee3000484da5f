//! From a document to its expanded form: the
//! [expansion algorithm](https://www.w3.org/TR/json-ld11-api/#expansion-algorithm), in safe mode.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::super::Unsafe;
use super::super::contexts::{ContextNotes, ContextSet};
use super::budget::Budget;
use super::compile::{Compiler, Scope, entries, language_tag};
use super::context::{Context, Expanded};
use super::fault::Fault;
use super::gather::{Gathered, Outcome};
use super::iri;
use super::keyword::Keyword;
use super::literal::{self, Annotation};
use super::node::{Item, Node};
use super::path::{Path, Segment};
use super::term::{Coercion, Container, Direction, TermDefinition};
use crate::limits::Limits;

/// Expands one document.
pub(super) struct Expander<'a> {
    contexts: &'a ContextSet,
    compiler: Compiler<'a>,
    path: Path<'a>,
}

/// Where a value stands.
#[derive(Clone, Copy)]
enum Place<'t> {
    /// In the document or a graph, where nothing refers to it.
    Free,
    /// As a value of a property.
    Property {
        name: &'t str,
        definition: Option<&'t Arc<TermDefinition>>,
    },
}

/// The contexts in force in one object.
struct InForce {
    /// Without those of the object's types; types themselves are read by it.
    untyped: Arc<Context>,
    /// With them; members are read by it.
    typed: Arc<Context>,
}

impl<'a> Expander<'a> {
    pub(super) fn new(contexts: &'a ContextSet, limits: &Limits) -> Self {
        let compiler = Compiler {
            set: contexts,
            budget: Budget::new(limits),
            notes: ContextNotes::default(),
        };
        Self {
            contexts,
            compiler,
            path: Path::default(),
        }
    }

    /// Where the reader is: after an error, where that is.
    pub(super) fn pointer(&self) -> String {
        self.path.pointer()
    }

    pub(super) fn into_notes(self) -> ContextNotes {
        self.compiler.notes
    }

    pub(super) fn document(&mut self, document: &'a Value) -> Result<Vec<Item>, Fault> {
        match document {
            Value::Object(members) => self.members(members),
            other => self.free(&self.contexts.cache().initial(), other),
        }
    }

    /// Expands a document that is an object.
    pub(super) fn members(&mut self, members: &'a Map<String, Value>) -> Result<Vec<Item>, Fault> {
        let mut items = self.free_object(&self.contexts.cache().initial(), members)?;
        // A document that is nothing but a graph is the default graph.
        if let [Item::Node(node)] = items.as_mut_slice()
            && node.is_only_graph()
            && let Some(graph) = node.graph.take()
        {
            return Ok(graph);
        }
        Ok(items)
    }

    /// Expands what stands in the document or a graph. Whatever would be lost there is an error.
    fn free(&mut self, active: &Arc<Context>, value: &'a Value) -> Result<Vec<Item>, Fault> {
        match value {
            Value::Null => Ok(Vec::new()),
            Value::Array(values) => {
                let mut items = Vec::with_capacity(values.len());
                for (index, value) in values.iter().enumerate() {
                    self.path.enter(Segment::Index(index));
                    items.append(&mut self.free(active, value)?);
                    self.path.leave();
                }
                Ok(items)
            }
            Value::Object(object) => self.free_object(active, object),
            Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                Err(Fault::Unsafe(Unsafe::FreeFloating, value.to_string()))
            }
        }
    }

    fn free_object(
        &mut self,
        active: &Arc<Context>,
        object: &'a Map<String, Value>,
    ) -> Result<Vec<Item>, Fault> {
        match self.object(active, Place::Free, object)? {
            Outcome::One(item) => {
                check_kept(&item)?;
                Ok(vec![item])
            }
            Outcome::Set(items) => Ok(items),
        }
    }

    /// Expands one value of a property that is no array.
    fn one(
        &mut self,
        active: &Arc<Context>,
        name: &str,
        definition: Option<&Arc<TermDefinition>>,
        value: &'a Value,
    ) -> Result<Outcome, Fault> {
        if let Value::Object(object) = value {
            return self.object(active, Place::Property { name, definition }, object);
        }
        let scoped = match definition.and_then(|definition| definition.context.as_ref()) {
            Some(scoped) => &self.compiler.scoped(active, active, scoped, Scope::Property)?,
            None => active,
        };
        self.scalar(scoped, name, value).map(Outcome::One)
    }

    /// Expands the values of a property that is no list.
    fn values(
        &mut self,
        active: &Arc<Context>,
        name: &str,
        definition: Option<&Arc<TermDefinition>>,
        value: &'a Value,
        items: &mut Vec<Item>,
    ) -> Result<(), Fault> {
        match value {
            Value::Null => {}
            Value::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    self.path.enter(Segment::Index(index));
                    self.values(active, name, definition, value, items)?;
                    self.path.leave();
                }
            }
            _ => match self.one(active, name, definition, value)? {
                Outcome::One(item) => items.push(item),
                Outcome::Set(mut set) => items.append(&mut set),
            },
        }
        Ok(())
    }

    /// Expands the members of a list.
    fn list(
        &mut self,
        active: &Arc<Context>,
        name: &str,
        definition: Option<&Arc<TermDefinition>>,
        values: &'a [Value],
    ) -> Result<Vec<Item>, Fault> {
        let mut items = Vec::with_capacity(values.len());
        for (index, value) in values.iter().enumerate() {
            self.path.enter(Segment::Index(index));
            match value {
                Value::Null => {}
                // The specification and jsonld.js disagree about some of these.
                Value::Array(_) => return Err(Fault::Unsupported("list-of-lists")),
                _ => match self.one(active, name, definition, value)? {
                    Outcome::One(Item::List(_)) | Outcome::Set(_) => {
                        return Err(Fault::Unsupported("list-of-lists"));
                    }
                    Outcome::One(item) => items.push(item),
                },
            }
            self.path.leave();
        }
        Ok(items)
    }

    /// [Value expansion](https://www.w3.org/TR/json-ld11-api/#value-expansion).
    fn scalar(&mut self, active: &Context, name: &str, value: &Value) -> Result<Item, Fault> {
        let definition = active.term(name);
        let coercion = definition.and_then(|definition| definition.coercion.as_ref());
        let datatype = match (coercion, value) {
            (Some(Coercion::Id), Value::String(text)) => {
                let id = active.expand_identifier(text, &mut self.compiler.budget)?;
                return Ok(Item::Node(Box::new(Node::reference(
                    id.into_iri(text, Unsafe::RelativeIri)?,
                ))));
            }
            (Some(Coercion::Vocab), Value::String(text)) => {
                let id = active.expand_word(text, &mut self.compiler.budget)?;
                return Ok(Item::Node(Box::new(Node::reference(
                    id.into_iri(text, Unsafe::RelativeIri)?,
                ))));
            }
            (Some(Coercion::Datatype(datatype)), _) => Some(Arc::clone(datatype)),
            _ => None,
        };
        let mut annotation = Annotation {
            datatype,
            ..Annotation::default()
        };
        if value.is_string() && annotation.datatype.is_none() {
            annotation.language = definition
                .and_then(|definition| definition.language.clone())
                .unwrap_or_else(|| active.language.clone());
            annotation.direction = definition
                .and_then(|definition| definition.direction)
                .unwrap_or(active.direction);
        }
        literal::literal(value, annotation).map(Item::Literal)
    }

    fn object(
        &mut self,
        active: &Arc<Context>,
        place: Place<'_>,
        object: &'a Map<String, Value>,
    ) -> Result<Outcome, Fault> {
        let contexts = self.contexts_of(active, place, object)?;
        let mut gathered = Gathered::default();
        for (name, value) in object {
            if name == "@context" {
                continue;
            }
            self.path.enter(Segment::Name(name));
            match contexts.typed.expand_word(name, &mut self.compiler.budget)? {
                Expanded::Keyword(keyword) => {
                    self.keyword(&contexts, place, keyword, name, value, &mut gathered)?;
                }
                expanded => {
                    let property = expanded.into_iri(name, Unsafe::UndefinedTerm)?;
                    if iri::is_blank(&property) {
                        return Err(Fault::Unsafe(Unsafe::BlankNodePredicate, name.clone()));
                    }
                    self.property(&contexts.typed, property, name, value, &mut gathered)?;
                }
            }
            self.path.leave();
        }
        gathered.finish()
    }

    /// Works out the contexts of an object: steps 7 to 11.
    fn contexts_of(
        &mut self,
        active: &Arc<Context>,
        place: Place<'_>,
        object: &'a Map<String, Value>,
    ) -> Result<InForce, Fault> {
        let mut untyped = Arc::clone(active);
        if let Some(previous) = &active.previous
            && !self.keeps_type_context(active, object)?
        {
            untyped = Arc::clone(previous);
        }
        if let Place::Property {
            definition: Some(definition),
            ..
        } = place
            && let Some(scoped) = &definition.context
        {
            untyped = self.compiler.scoped(active, &untyped, scoped, Scope::Property)?;
        }
        if let Some(local) = object.get("@context") {
            self.path.enter(Segment::Name("@context"));
            let path = &self.path;
            untyped = self.compiler.document(&untyped, local, || path.pointer())?;
            self.path.leave();
        }

        let mut typed = Arc::clone(&untyped);
        let mut has_types = false;
        for (name, value) in object {
            let expanded = untyped.expand_word(name, &mut self.compiler.budget)?;
            if expanded != Expanded::Keyword(Keyword::Type) {
                continue;
            }
            if has_types {
                // Which comes first would decide.
                return Err(Fault::Unsupported("several-members-for-types"));
            }
            has_types = true;
            let mut types: Vec<&str> = entries(value).iter().filter_map(Value::as_str).collect();
            types.sort_unstable();
            for name in types {
                if let Some(scoped) = untyped
                    .term(name)
                    .and_then(|definition| definition.context.as_ref())
                {
                    typed = self.compiler.scoped(&untyped, &typed, scoped, Scope::Type)?;
                }
            }
        }
        Ok(InForce { untyped, typed })
    }

    /// Whether the context of a type still counts in an object below the typed node: it does for values and for
    /// mere references.
    fn keeps_type_context(&mut self, active: &Context, object: &Map<String, Value>) -> Result<bool, Fault> {
        for name in object.keys() {
            match active.expand_word(name, &mut self.compiler.budget)? {
                Expanded::Keyword(Keyword::Value) => return Ok(true),
                Expanded::Keyword(Keyword::Id) if object.len() == 1 => return Ok(true),
                _ => {}
            }
        }
        Ok(false)
    }

    /// Reads a member whose name is a keyword, or an alias of one.
    fn keyword(
        &mut self,
        contexts: &InForce,
        place: Place<'_>,
        keyword: Keyword,
        name: &str,
        value: &'a Value,
        gathered: &mut Gathered<'a>,
    ) -> Result<(), Fault> {
        gathered.meet(keyword)?;
        match keyword {
            Keyword::Id => {
                let text = value.as_str().ok_or(Fault::Invalid("invalid @id value"))?;
                let id = contexts
                    .typed
                    .expand_identifier(text, &mut self.compiler.budget)?;
                gathered.node.id = Some(id.into_iri(text, Unsafe::RelativeIri)?);
            }
            Keyword::Type => self.types(&contexts.untyped, value, gathered)?,
            Keyword::Value => gathered.value = Some(value),
            Keyword::Language => match value {
                Value::String(tag) => gathered.language = Some(language_tag(tag)?),
                Value::Null => return Err(Fault::Unsupported("null-language")),
                _ => return Err(Fault::Invalid("invalid language-tagged string")),
            },
            Keyword::Direction => {
                let direction = value.as_str().and_then(Direction::parse);
                gathered.direction = Some(direction.ok_or(Fault::Invalid("invalid base direction"))?);
            }
            Keyword::Graph => {
                if !value.is_object() && !value.is_array() {
                    return Err(Fault::Invalid("invalid @graph value"));
                }
                gathered.node.graph = Some(self.free(&contexts.typed, value)?);
            }
            Keyword::List | Keyword::Set => self.container(contexts, place, keyword, value, gathered)?,
            Keyword::Index => return Err(Fault::Unsupported("@index")),
            Keyword::Included => return Err(Fault::Unsupported("@included")),
            Keyword::Nest => return Err(Fault::Unsupported("@nest")),
            Keyword::Reverse => return Err(Fault::Unsupported("@reverse")),
            Keyword::Base
            | Keyword::Container
            | Keyword::Context
            | Keyword::Import
            | Keyword::Json
            | Keyword::None
            | Keyword::Prefix
            | Keyword::Propagate
            | Keyword::Protected
            | Keyword::Version
            | Keyword::Vocab => return Err(Fault::Unsafe(Unsafe::UndefinedTerm, name.to_owned())),
        }
        Ok(())
    }

    fn types(
        &mut self,
        untyped: &Context,
        value: &'a Value,
        gathered: &mut Gathered<'a>,
    ) -> Result<(), Fault> {
        let mut add = |text: &Value| {
            let text = text.as_str().ok_or(Fault::Invalid("invalid type value"))?;
            gathered.add_type(untyped.expand_word(text, &mut self.compiler.budget)?, text)
        };
        let Value::Array(values) = value else {
            return add(value);
        };
        for (index, value) in values.iter().enumerate() {
            self.path.enter(Segment::Index(index));
            add(value)?;
            self.path.leave();
        }
        Ok(())
    }

    /// Reads `@list` or `@set`: their values belong to the property that the object is a value of.
    fn container(
        &mut self,
        contexts: &InForce,
        place: Place<'_>,
        keyword: Keyword,
        value: &'a Value,
        gathered: &mut Gathered<'a>,
    ) -> Result<(), Fault> {
        if value.is_null() {
            return Err(Fault::Unsupported("null-list-or-set"));
        }
        let active = &contexts.typed;
        match (keyword, place) {
            (Keyword::List, Place::Property { name, .. }) => {
                gathered.list = Some(self.list(active, name, active.term(name), entries(value))?);
            }
            (Keyword::List, Place::Free) => {
                return Err(Fault::Unsafe(Unsafe::FreeFloating, "@list".to_owned()));
            }
            (_, Place::Property { name, .. }) => {
                let mut items = Vec::new();
                self.values(active, name, active.term(name), value, &mut items)?;
                gathered.set = Some(items);
            }
            (_, Place::Free) => gathered.set = Some(self.free(active, value)?),
        }
        Ok(())
    }

    /// Reads a member that is a property.
    fn property(
        &mut self,
        active: &Arc<Context>,
        property: Arc<str>,
        name: &'a str,
        value: &'a Value,
        gathered: &mut Gathered<'a>,
    ) -> Result<(), Fault> {
        let definition = active.term(name);
        let is_json = definition.is_some_and(|definition| definition.coercion == Some(Coercion::Json));
        if value.is_null() && !is_json {
            return Ok(());
        }
        let container = definition.map_or(Container::default(), |definition| definition.container);
        let mut items = Vec::new();
        if is_json {
            items.push(Item::Literal(literal::json(value)?));
        } else if container.list {
            items.push(self.list_value(active, name, definition, value)?);
        } else {
            self.values(active, name, definition, value, &mut items)?;
        }
        if container.graph {
            for item in &items {
                check_kept(item)?;
            }
            if items.is_empty() {
                return Ok(());
            }
            items = items.into_iter().map(in_own_graph).collect();
        }
        gathered.node.properties.push((property, items));
        Ok(())
    }

    /// Expands the value of a property whose values are a list.
    fn list_value(
        &mut self,
        active: &Arc<Context>,
        name: &str,
        definition: Option<&Arc<TermDefinition>>,
        value: &'a Value,
    ) -> Result<Item, Fault> {
        if let Value::Array(values) = value {
            return self.list(active, name, definition, values).map(Item::List);
        }
        Ok(match self.one(active, name, definition, value)? {
            Outcome::One(Item::List(items)) | Outcome::Set(items) => Item::List(items),
            Outcome::One(item) => Item::List(vec![item]),
        })
    }
}

/// The item alone in a graph of its own.
fn in_own_graph(item: Item) -> Item {
    Item::Node(Box::new(Node {
        graph: Some(vec![item]),
        ..Node::default()
    }))
}

/// Where nothing refers to a thing, it reaches the dataset only by what it says.
fn check_kept(item: &Item) -> Result<(), Fault> {
    let what = match item {
        Item::Node(node) if !node.says_nothing() => return Ok(()),
        Item::Node(node) => node.id.as_deref().unwrap_or("{}"),
        Item::Literal(literal) => &literal.text,
        Item::List(_) => "@list",
    };
    Err(Fault::Unsafe(Unsafe::FreeFloating, what.to_owned()))
}
