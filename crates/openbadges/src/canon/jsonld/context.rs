//! The context that is in force at one place of a document.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::Unsafe;
use super::budget::Budget;
use super::fault::Fault;
use super::iri;
use super::keyword::{Keyword, looks_like_keyword};
use super::term::{Direction, Mapping, TermDefinition};

/// An [active context](https://www.w3.org/TR/json-ld11-api/#context-processing-algorithm). It has no base: nothing
/// in a credential is relative to the address that the credential was found at.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    /// The number under which the cache knows this context. One that a document had a say in has none.
    pub(super) id: Option<u64>,
    pub(super) terms: HashMap<Arc<str>, Arc<TermDefinition>>,
    pub(super) vocabulary: Option<Arc<str>>,
    pub(super) language: Option<Arc<str>>,
    pub(super) direction: Option<Direction>,
    /// What comes back in force below this node, where this context came from a type.
    pub(super) previous: Option<Arc<Self>>,
}

/// What a word of the document stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expanded {
    Keyword(Keyword),
    /// Absolute and well-formed, or a blank node identifier.
    Iri(Arc<str>),
    /// No term, and not absolute.
    Relative,
    /// Absolute, with a character that IRIs do not have.
    IllFormed,
    /// It has the form of a keyword and is none.
    Reserved,
    /// A context takes the meaning away from it.
    Nothing,
}

impl Expanded {
    /// The IRI, or why there is none: `missing` says what a relative `text` is called in this place.
    pub(super) fn into_iri(self, text: &str, missing: Unsafe) -> Result<Arc<str>, Fault> {
        let kind = match self {
            Self::Iri(iri) => return Ok(iri),
            Self::Keyword(_) | Self::Relative | Self::Nothing => missing,
            Self::IllFormed => Unsafe::InvalidIri,
            Self::Reserved => Unsafe::ReservedWord,
        };
        Err(Fault::Unsafe(kind, text.to_owned()))
    }

    /// What an IRI, or what should be one, stands for.
    fn of(iri: &str) -> Self {
        if !iri::is_absolute(iri) {
            Self::Relative
        } else if !iri::is_well_formed(iri) {
            Self::IllFormed
        } else {
            Self::Iri(iri.into())
        }
    }
}

impl Context {
    pub(super) fn term(&self, term: &str) -> Option<&Arc<TermDefinition>> {
        self.terms.get(term)
    }

    /// What `word` stands for as a property or a type:
    /// [IRI expansion](https://www.w3.org/TR/json-ld11-api/#iri-expansion) with the vocabulary.
    pub(super) fn expand_word(&self, word: &str, budget: &mut Budget) -> Result<Expanded, Fault> {
        if word.starts_with('@') {
            if let Some(keyword) = Keyword::parse(word) {
                return Ok(Expanded::Keyword(keyword));
            }
            if looks_like_keyword(word) {
                return Ok(Expanded::Reserved);
            }
        }
        if let Some(definition) = self.terms.get(word) {
            return Ok(match &definition.mapping {
                Some(Mapping::Keyword(keyword)) => Expanded::Keyword(*keyword),
                Some(Mapping::Iri(iri)) => Expanded::Iri(Arc::clone(iri)),
                None => Expanded::Nothing,
            });
        }
        if let Some(expanded) = self.expand_compact(word, budget)? {
            return Ok(expanded);
        }
        match &self.vocabulary {
            Some(vocabulary) => Ok(Expanded::of(&join(vocabulary, word, budget)?)),
            None => Ok(Expanded::Relative),
        }
    }

    /// What `text` stands for as an identifier: IRI expansion without the vocabulary. A term means nothing here.
    pub(super) fn expand_identifier(&self, text: &str, budget: &mut Budget) -> Result<Expanded, Fault> {
        if text.starts_with('@') {
            if let Some(keyword) = Keyword::parse(text) {
                return Ok(Expanded::Keyword(keyword));
            }
            if looks_like_keyword(text) {
                return Ok(Expanded::Reserved);
            }
        }
        Ok(self.expand_compact(text, budget)?.unwrap_or(Expanded::Relative))
    }

    /// What text with a colon stands for, if the part before it is a prefix, a scheme or `_`.
    fn expand_compact(&self, text: &str, budget: &mut Budget) -> Result<Option<Expanded>, Fault> {
        let Some((prefix, suffix)) = iri::split_compact(text) else {
            return Ok(None);
        };
        if prefix == "_" || suffix.starts_with("//") {
            return Ok(Some(Expanded::of(text)));
        }
        if let Some(definition) = self.terms.get(prefix)
            && definition.is_prefix
            && let Some(Mapping::Iri(iri)) = &definition.mapping
        {
            return Ok(Some(Expanded::of(&join(iri, suffix, budget)?)));
        }
        Ok(if iri::is_absolute(text) {
            Some(Expanded::of(text))
        } else {
            None
        })
    }
}

/// One text after the other.
pub(super) fn join(start: &str, end: &str, budget: &mut Budget) -> Result<String, Fault> {
    let length = start.len().saturating_add(end.len());
    budget.spend_iri_bytes(length)?;
    let mut text = String::with_capacity(length);
    text.push_str(start);
    text.push_str(end);
    Ok(text)
}
