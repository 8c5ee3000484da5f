//! Reading one term definition:
//! [Create Term Definition](https://www.w3.org/TR/json-ld11-api/#create-term-definition).

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::super::Unsafe;
use super::budget::Budget;
use super::compile::{Scope, direction, entries};
use super::context::{Context, Expanded, join};
use super::fault::Fault;
use super::iri;
use super::keyword::{Keyword, looks_like_keyword};
use super::term::{Coercion, Container, Mapping, TermDefinition};

/// How many terms may each need the next one. Contexts in use need three.
const MAX_CHAIN: usize = 32;

/// Defines the terms of one context object.
pub(super) struct Definer<'a> {
    context: &'a mut Context,
    local: &'a Map<String, Value>,
    is_protected: bool,
    scope: Scope,
    budget: &'a mut Budget,
    /// `false` while a term is being defined, `true` once it is.
    defined: HashMap<&'a str, bool>,
    chain: usize,
}

impl<'a> Definer<'a> {
    pub(super) fn new(
        context: &'a mut Context,
        local: &'a Map<String, Value>,
        is_protected: bool,
        scope: Scope,
        budget: &'a mut Budget,
    ) -> Self {
        Self {
            context,
            local,
            is_protected,
            scope,
            budget,
            defined: HashMap::new(),
            chain: 0,
        }
    }

    /// Defines `term` and whatever terms it is defined by.
    pub(super) fn define(&mut self, term: &str) -> Result<(), Fault> {
        let Some((term, value)) = self.local.get_key_value(term) else {
            return Ok(());
        };
        match self.defined.get(term.as_str()) {
            Some(true) => return Ok(()),
            Some(false) => return Err(Fault::Invalid("cyclic IRI mapping")),
            None => {}
        }
        if self.chain >= MAX_CHAIN {
            return Err(Fault::WorkLimit("term-chain", MAX_CHAIN));
        }
        self.defined.insert(term, false);
        self.chain = self.chain.saturating_add(1);
        self.define_new(term, value)?;
        self.chain = self.chain.saturating_sub(1);
        self.defined.insert(term, true);
        Ok(())
    }

    fn define_new(&mut self, term: &str, value: &Value) -> Result<(), Fault> {
        check_name(term, value)?;
        let previous = self.context.terms.remove(term);
        let empty = Map::new();
        let (id, members, is_simple) = match value {
            Value::Null | Value::String(_) => (Some(value), &empty, true),
            Value::Object(members) => (members.get("@id"), members, false),
            Value::Bool(_) | Value::Number(_) | Value::Array(_) => {
                return Err(Fault::Invalid("invalid term definition"));
            }
        };
        check_members(members)?;
        let coercion = self.coercion(members)?;
        let mapping = self.mapping(term, id)?;
        let container = container(members)?;
        let mut definition = TermDefinition {
            is_prefix: is_prefix(term, members, is_simple, mapping.as_ref())?,
            mapping,
            is_protected: match members.get("@protected") {
                None => self.is_protected,
                Some(value) => value
                    .as_bool()
                    .ok_or(Fault::Invalid("invalid @protected value"))?,
            },
            coercion,
            container,
            language: None,
            direction: None,
            context: members.get("@context").map(|context| Arc::new(context.clone())),
        };
        if !members.contains_key("@type") {
            definition.language = language(members)?;
            definition.direction = members.get("@direction").map(direction).transpose()?;
        }
        if let Some(scoped) = &definition.context
            && entries(scoped).iter().any(Value::is_string)
        {
            return Err(Fault::Unsupported("named-context-in-a-context"));
        }
        if let Some(previous) = previous.filter(|previous| previous.is_protected)
            && self.scope != Scope::Property
        {
            if !definition.means_the_same(&previous) {
                return Err(Fault::Invalid("protected term redefinition"));
            }
            definition.is_protected = true;
        }
        self.context.terms.insert(term.into(), Arc::new(definition));
        Ok(())
    }

    /// What the `@type` of a definition does to values.
    fn coercion(&mut self, members: &Map<String, Value>) -> Result<Option<Coercion>, Fault> {
        let Some(value) = members.get("@type") else {
            return Ok(None);
        };
        let text = value.as_str().ok_or(Fault::Invalid("invalid type mapping"))?;
        Ok(Some(match self.expand(text)? {
            Expanded::Keyword(Keyword::Id) => Coercion::Id,
            Expanded::Keyword(Keyword::Vocab) => Coercion::Vocab,
            Expanded::Keyword(Keyword::Json) => Coercion::Json,
            Expanded::Keyword(Keyword::None) => Coercion::None,
            Expanded::Iri(datatype) if !iri::is_blank(&datatype) => Coercion::Datatype(datatype),
            Expanded::IllFormed => return Err(Fault::Unsafe(Unsafe::InvalidIri, text.to_owned())),
            Expanded::Keyword(_)
            | Expanded::Iri(_)
            | Expanded::Relative
            | Expanded::Reserved
            | Expanded::Nothing => return Err(Fault::Invalid("invalid type mapping")),
        }))
    }

    /// What the term stands for. `id` is what the definition says it does.
    fn mapping(&mut self, term: &str, id: Option<&Value>) -> Result<Option<Mapping>, Fault> {
        match id {
            Some(Value::Null) => return Ok(None),
            Some(Value::String(id)) if id != term => {
                if Keyword::parse(id).is_none() && looks_like_keyword(id) {
                    return Err(Fault::Unsafe(Unsafe::ReservedWord, id.clone()));
                }
                let mapping = match self.expand(id)? {
                    Expanded::Keyword(Keyword::Context) => {
                        return Err(Fault::Invalid("invalid keyword alias"));
                    }
                    Expanded::Keyword(keyword) => Mapping::Keyword(keyword),
                    Expanded::Iri(iri) => Mapping::Iri(iri),
                    Expanded::IllFormed => return Err(Fault::Unsafe(Unsafe::InvalidIri, id.clone())),
                    Expanded::Relative | Expanded::Reserved | Expanded::Nothing => {
                        return Err(Fault::Invalid("invalid IRI mapping"));
                    }
                };
                if has_form_of_iri(term) {
                    self.check_same(term, &mapping)?;
                }
                return Ok(Some(mapping));
            }
            Some(Value::String(_)) | None => {}
            Some(_) => return Err(Fault::Invalid("invalid IRI mapping")),
        }
        if term == "@type" {
            return Ok(Some(Mapping::Keyword(Keyword::Type)));
        }
        let iri = if let Some((prefix, suffix)) = iri::split_compact(term) {
            self.define(prefix)?;
            match self
                .context
                .term(prefix)
                .and_then(|definition| definition.mapping.as_ref())
            {
                Some(Mapping::Iri(iri)) => join(iri, suffix, self.budget)?,
                _ => term.to_owned(),
            }
        } else if let Some(vocabulary) = &self.context.vocabulary {
            join(vocabulary, term, self.budget)?
        } else {
            return Err(Fault::Invalid("invalid IRI mapping"));
        };
        if !iri::is_absolute(&iri) {
            return Err(Fault::Invalid("invalid IRI mapping"));
        }
        if !iri::is_well_formed(&iri) {
            return Err(Fault::Unsafe(Unsafe::InvalidIri, iri));
        }
        Ok(Some(Mapping::Iri(iri.into())))
    }

    /// A term that looks like an IRI must stand for what it looks like.
    fn check_same(&mut self, term: &str, mapping: &Mapping) -> Result<(), Fault> {
        if let Some((prefix, _)) = iri::split_compact(term) {
            self.define(prefix)?;
        }
        let is_same = match self.context.expand_word(term, self.budget)? {
            Expanded::Iri(iri) => *mapping == Mapping::Iri(iri),
            _ => false,
        };
        if is_same {
            Ok(())
        } else {
            Err(Fault::Invalid("invalid IRI mapping"))
        }
    }

    /// What a word of the context stands for, where the terms it needs are defined first.
    fn expand(&mut self, word: &str) -> Result<Expanded, Fault> {
        if self.local.contains_key(word) {
            self.define(word)?;
        }
        if let Some((prefix, suffix)) = iri::split_compact(word)
            && prefix != "_"
            && !suffix.starts_with("//")
        {
            self.define(prefix)?;
        }
        self.context.expand_word(word, self.budget)
    }
}

/// Keywords cannot be redefined, except that `@type` may be protected or made a set.
fn check_name(term: &str, value: &Value) -> Result<(), Fault> {
    if term.is_empty() {
        return Err(Fault::Invalid("invalid term definition"));
    }
    if term == "@type" {
        let is_allowed = value.as_object().is_some_and(|members| {
            !members.is_empty()
                && members.iter().all(|(name, value)| match name.as_str() {
                    "@container" => value == "@set",
                    "@protected" => true,
                    _ => false,
                })
        });
        return if is_allowed {
            Ok(())
        } else {
            Err(Fault::Invalid("keyword redefinition"))
        };
    }
    if Keyword::parse(term).is_some() {
        return Err(Fault::Invalid("keyword redefinition"));
    }
    if looks_like_keyword(term) {
        return Err(Fault::Unsafe(Unsafe::ReservedWord, term.to_owned()));
    }
    Ok(())
}

/// Features that no context of credentials uses are named rather than guessed.
fn check_members(members: &Map<String, Value>) -> Result<(), Fault> {
    for name in members.keys() {
        match name.as_str() {
            "@id" | "@type" | "@container" | "@context" | "@language" | "@direction" | "@prefix"
            | "@protected" => {}
            "@reverse" => return Err(Fault::Unsupported("@reverse")),
            "@nest" => return Err(Fault::Unsupported("@nest")),
            "@index" => return Err(Fault::Unsupported("@index")),
            _ => return Err(Fault::Invalid("invalid term definition")),
        }
    }
    Ok(())
}

/// Whether `term` has a colon before its last character, or a slash.
fn has_form_of_iri(term: &str) -> bool {
    term.contains('/') || iri::split_compact(term).is_some_and(|(_, suffix)| !suffix.is_empty())
}

fn is_prefix(
    term: &str,
    members: &Map<String, Value>,
    is_simple: bool,
    mapping: Option<&Mapping>,
) -> Result<bool, Fault> {
    if let Some(value) = members.get("@prefix") {
        if term.contains([':', '/']) || matches!(mapping, Some(Mapping::Keyword(_))) {
            return Err(Fault::Invalid("invalid term definition"));
        }
        return value.as_bool().ok_or(Fault::Invalid("invalid @prefix value"));
    }
    Ok(is_simple
        && !term.contains([':', '/'])
        && matches!(mapping, Some(Mapping::Iri(iri)) if iri.ends_with([':', '/', '?', '#', '[', ']', '@'])))
}

fn container(members: &Map<String, Value>) -> Result<Container, Fault> {
    let mut container = Container::default();
    let Some(value) = members.get("@container").filter(|value| !value.is_null()) else {
        return Ok(container);
    };
    for entry in entries(value) {
        match entry.as_str() {
            Some("@list") => container.list = true,
            Some("@set") => container.set = true,
            Some("@graph") => container.graph = true,
            Some("@index" | "@language" | "@id" | "@type") => {
                return Err(Fault::Unsupported("map-container"));
            }
            _ => return Err(Fault::Invalid("invalid container mapping")),
        }
    }
    if container.list && (container.set || container.graph) {
        return Err(Fault::Invalid("invalid container mapping"));
    }
    Ok(container)
}

fn language(members: &Map<String, Value>) -> Result<Option<Option<Arc<str>>>, Fault> {
    match members.get("@language") {
        None => Ok(None),
        Some(Value::Null) => Ok(Some(None)),
        Some(Value::String(tag)) => Ok(Some(Some(super::compile::language_tag(tag)?))),
        Some(_) => Err(Fault::Invalid("invalid language mapping")),
    }
}
