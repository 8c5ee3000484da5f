//! Working out which context is in force: the
//! [context processing algorithm](https://www.w3.org/TR/json-ld11-api/#context-processing-algorithm).

use std::sync::Arc;

use serde_json::{Map, Value};

use super::super::Unsafe;
use super::super::contexts::{ContextNotes, ContextSet};
use super::budget::Budget;
use super::cache::Step;
use super::context::{Context, Expanded};
use super::define::Definer;
use super::fault::Fault;
use super::term::{Direction, TermDefinition};

/// Whose context it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// A `@context` member, or a file that it names.
    Document,
    /// A term that is a property: it may redefine protected terms.
    Property,
    /// A term that is a type: it counts for this node and not for the nodes below.
    Type,
}

/// Works out contexts for one document.
pub(super) struct Compiler<'a> {
    pub(super) set: &'a ContextSet,
    pub(super) budget: Budget,
    pub(super) notes: ContextNotes,
}

impl Compiler<'_> {
    /// The context that a `@context` member of the document puts in force. `pointer` says where the member stands.
    pub(super) fn document(
        &mut self,
        active: &Arc<Context>,
        local: &Value,
        pointer: impl Fn() -> String,
    ) -> Result<Arc<Context>, Fault> {
        let mut active = Arc::clone(active);
        let mut has_definitions = false;
        for entry in entries(local) {
            active = match entry {
                Value::String(url) => self.named(&active, url)?,
                other => {
                    has_definitions |= other.is_object();
                    let mut context = self.copy(&active)?;
                    self.apply(&mut context, other, Scope::Document, true)?;
                    Arc::new(context)
                }
            };
        }
        if has_definitions {
            self.notes.inline_contexts.push(pointer());
        }
        Ok(active)
    }

    /// The context of a term. `origin` is the context that defines the term, `active` the one that it is put
    /// upon.
    pub(super) fn scoped(
        &mut self,
        origin: &Context,
        active: &Arc<Context>,
        scoped: &Arc<Value>,
        scope: Scope,
    ) -> Result<Arc<Context>, Fault> {
        let address = Arc::as_ptr(scoped).addr();
        let step = if scope == Scope::Type {
            Step::Type(address)
        } else {
            Step::Property(address)
        };
        let id = origin.id.and(active.id);
        if let Some(known) = id.and_then(|id| self.set.cache().find(id, &step)) {
            return Ok(known);
        }
        let mut context = self.copy(active)?;
        if scope == Scope::Type && context.previous.is_none() {
            context.previous = Some(Arc::clone(active));
        }
        for entry in entries(scoped) {
            self.apply(&mut context, entry, scope, id.is_none())?;
        }
        Ok(match id {
            Some(id) => self.set.cache().keep(id, step, Some(Arc::clone(scoped)), context),
            None => Arc::new(context),
        })
    }

    /// The context that the content of an address puts in force.
    fn named(&mut self, active: &Arc<Context>, url: &str) -> Result<Arc<Context>, Fault> {
        let found = self
            .set
            .find(url)
            .ok_or_else(|| Fault::UnknownContext(url.to_owned()))?;
        if let Some(alias) = found.alias {
            self.notes.note_alias(alias);
        }
        if let Some(revision) = found.revision {
            self.notes.note_revision(revision);
        }
        let step = Step::Content(found.id);
        if let Some(known) = active.id.and_then(|id| self.set.cache().find(id, &step)) {
            return Ok(known);
        }
        let local = found
            .document
            .get("@context")
            .ok_or(Fault::Invalid("invalid remote context"))?;
        let mut context = self.copy(active)?;
        for entry in entries(local) {
            self.apply(&mut context, entry, Scope::Document, false)?;
        }
        Ok(match active.id {
            Some(id) => self.set.cache().keep(id, step, None, context),
            None => Arc::new(context),
        })
    }

    /// A context to change, without the number of the one it comes from.
    fn copy(&mut self, active: &Context) -> Result<Context, Fault> {
        self.budget.spend_context_steps(active.terms.len())?;
        Ok(Context {
            id: None,
            ..active.clone()
        })
    }

    /// Puts one entry of a context upon `context`. `validate` asks to try the contexts of its terms too; those
    /// of the program were tried by a test.
    pub(super) fn apply(
        &mut self,
        context: &mut Context,
        entry: &Value,
        scope: Scope,
        validate: bool,
    ) -> Result<(), Fault> {
        match entry {
            Value::Null => nullify(context, scope),
            Value::Object(local) => self.define_all(context, local, scope, validate),
            // A term whose context is an address: nothing that is carried here does that.
            Value::String(_) => Err(Fault::Unsupported("named-context-in-a-context")),
            Value::Bool(_) | Value::Number(_) | Value::Array(_) => {
                Err(Fault::Invalid("invalid local context"))
            }
        }
    }

    fn define_all(
        &mut self,
        context: &mut Context,
        local: &Map<String, Value>,
        scope: Scope,
        validate: bool,
    ) -> Result<(), Fault> {
        self.budget.spend_context_steps(local.len())?;
        if local.contains_key("@import") {
            return Err(Fault::Unsupported("@import"));
        }
        if local.contains_key("@propagate") {
            return Err(Fault::Unsupported("@propagate"));
        }
        if local.contains_key("@base") {
            return Err(Fault::Unsupported("@base"));
        }
        if local
            .get("@version")
            .is_some_and(|version| version.as_f64() != Some(1.1))
        {
            return Err(Fault::Invalid("invalid @version value"));
        }
        self.set_vocabulary(context, local)?;
        set_language(context, local)?;
        set_direction(context, local)?;
        let is_protected = match local.get("@protected") {
            None => false,
            Some(value) => value
                .as_bool()
                .ok_or(Fault::Invalid("invalid @protected value"))?,
        };
        let terms = local.keys().filter(|key| {
            !matches!(
                key.as_str(),
                "@direction" | "@language" | "@protected" | "@version" | "@vocab"
            )
        });
        let mut definer = Definer::new(context, local, is_protected, scope, &mut self.budget);
        for term in terms.clone() {
            definer.define(term)?;
        }
        if validate {
            for term in terms {
                self.try_scoped(context, term)?;
            }
        }
        Ok(())
    }

    /// A context of a term must be sound even where the term is not used.
    fn try_scoped(&mut self, context: &Context, term: &str) -> Result<(), Fault> {
        let Some(definition) = context.term(term) else {
            return Ok(());
        };
        let Some(scoped) = definition.context.as_ref() else {
            return Ok(());
        };
        let mut trial = self.copy(context)?;
        for entry in entries(scoped) {
            self.apply(&mut trial, entry, Scope::Property, true)
                .map_err(|fault| match fault {
                    Fault::Invalid(_) => Fault::Invalid("invalid scoped context"),
                    other => other,
                })?;
        }
        Ok(())
    }

    fn set_vocabulary(&mut self, context: &mut Context, local: &Map<String, Value>) -> Result<(), Fault> {
        match local.get("@vocab") {
            None => {}
            Some(Value::Null) => context.vocabulary = None,
            Some(Value::String(text)) => match context.expand_word(text, &mut self.budget)? {
                Expanded::Iri(iri) => context.vocabulary = Some(iri),
                other => {
                    return Err(other
                        .into_iri(text, Unsafe::RelativeVocabulary)
                        .err()
                        .unwrap_or(Fault::Invalid("invalid vocab mapping")));
                }
            },
            Some(_) => return Err(Fault::Invalid("invalid vocab mapping")),
        }
        Ok(())
    }
}

/// The entries of a context: those of an array, or the value alone.
pub(super) fn entries(local: &Value) -> &[Value] {
    local
        .as_array()
        .map_or(std::slice::from_ref(local), Vec::as_slice)
}

/// `null` takes everything away, except from terms that are protected.
fn nullify(context: &mut Context, scope: Scope) -> Result<(), Fault> {
    if scope != Scope::Property
        && context
            .terms
            .values()
            .any(|term: &Arc<TermDefinition>| term.is_protected)
    {
        return Err(Fault::Invalid("invalid context nullification"));
    }
    let previous = if scope == Scope::Type {
        context.previous.take()
    } else {
        None
    };
    *context = Context {
        previous,
        ..Context::default()
    };
    Ok(())
}

fn set_language(context: &mut Context, local: &Map<String, Value>) -> Result<(), Fault> {
    match local.get("@language") {
        None => {}
        Some(Value::Null) => context.language = None,
        Some(Value::String(tag)) => context.language = Some(language_tag(tag)?),
        Some(_) => return Err(Fault::Invalid("invalid default language")),
    }
    Ok(())
}

fn set_direction(context: &mut Context, local: &Map<String, Value>) -> Result<(), Fault> {
    match local.get("@direction") {
        None => {}
        Some(value) => context.direction = direction(value)?,
    }
    Ok(())
}

/// The direction that a context gives: one, or `null` for none.
pub(super) fn direction(value: &Value) -> Result<Option<Direction>, Fault> {
    if value.is_null() {
        return Ok(None);
    }
    value
        .as_str()
        .and_then(Direction::parse)
        .map(Some)
        .ok_or(Fault::Invalid("invalid base direction"))
}

/// A language tag in lower case. It has the form of [BCP 47](https://www.rfc-editor.org/info/bcp47), as far as
/// RDF asks.
pub(super) fn language_tag(tag: &str) -> Result<Arc<str>, Fault> {
    let mut parts = tag.split('-');
    let is_part = |part: &str, allowed: fn(&u8) -> bool| {
        (1..=8).contains(&part.len()) && part.as_bytes().iter().all(allowed)
    };
    let is_tag = parts
        .next()
        .is_some_and(|first| is_part(first, u8::is_ascii_alphabetic))
        && parts.all(|part| is_part(part, u8::is_ascii_alphanumeric));
    if !is_tag {
        return Err(Fault::Unsafe(Unsafe::InvalidLanguage, tag.to_owned()));
    }
    Ok(tag.to_ascii_lowercase().into())
}
