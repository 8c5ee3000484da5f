#![warn(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::arithmetic_side_effects
)]
//! JSON-LD 1.1 to RDF, in safe mode, as far as credentials use it.
//!
//! Read are: terms, compact IRIs, vocabularies, type-scoped and property-scoped contexts, protection, coercion,
//! `@json`, languages, directions (as `i18n` datatypes), lists, sets and graphs. What only other documents use
//! (`@reverse`, `@included`, `@nest`, `@index`, maps by language or identifier, `@import`, `@propagate`, `@base`)
//! is [`CanonError::Unsupported`], and so is the little that implementations disagree about.

mod budget;
mod cache;
mod compile;
mod context;
mod convert;
mod define;
mod expand;
mod fault;
mod gather;
mod iri;
mod keyword;
mod literal;
mod node;
mod number;
mod path;
mod term;
#[cfg(test)]
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]
mod tests;

use serde_json::{Map, Value};

use super::CanonError;
use super::contexts::{ContextSet, RevisionChoice};
use super::rdf::Dataset;
use crate::limits::Limits;
use expand::Expander;
use fault::Fault;
use node::Item;

pub(super) use cache::Cache;

/// The RDF dataset of a JSON-LD document, with the contexts in the program:
/// [`to_rdf_with`] and [`ContextSet::embedded`].
///
/// # Errors
/// As [`to_rdf_with`].
pub fn to_rdf(document: &Value, revisions: RevisionChoice, limits: &Limits) -> Result<Dataset, CanonError> {
    to_rdf_with(document, &ContextSet::embedded(revisions), limits)
}

/// The RDF dataset of a JSON-LD document.
///
/// Made by [expansion](https://www.w3.org/TR/json-ld11-api/#expansion-algorithm) and
/// [deserialization to RDF](https://www.w3.org/TR/json-ld11-api/#deserialize-json-ld-to-rdf-algorithm),
/// always in safe mode: `Ok` says that every member whose value is not `null` reached the dataset.
/// [`Dataset::notes`] tells which contexts were read by another name, and which the document defines itself.
///
/// # Errors
/// - [`CanonError::UnknownContext`]: a context is not in `contexts`.
/// - [`CanonError::Unsafe`]: something would be left out of the dataset.
/// - [`CanonError::InvalidJsonLd`]: the document breaks a rule of JSON-LD.
/// - [`CanonError::Unsupported`]: the document uses JSON-LD that is not read here.
/// - [`CanonError::TooManyQuads`], [`CanonError::WorkLimit`]: it goes beyond `limits`.
pub fn to_rdf_with(document: &Value, contexts: &ContextSet, limits: &Limits) -> Result<Dataset, CanonError> {
    if !is_within(document, limits.max_json_depth) {
        return Err(too_deep(limits));
    }
    let mut expander = Expander::new(contexts, limits);
    let items = expander.document(document);
    converted(items, expander, limits)
}

/// As [`to_rdf`], of a document that is an object.
pub(crate) fn members_to_rdf(
    members: &Map<String, Value>,
    revisions: RevisionChoice,
    limits: &Limits,
) -> Result<Dataset, CanonError> {
    let inner = limits.max_json_depth.checked_sub(1);
    if !inner.is_some_and(|depth| members.values().all(|value| is_within(value, depth))) {
        return Err(too_deep(limits));
    }
    let contexts = ContextSet::embedded(revisions);
    let mut expander = Expander::new(&contexts, limits);
    let items = expander.members(members);
    converted(items, expander, limits)
}

/// The dataset of what `expander` made.
fn converted(
    items: Result<Vec<Item>, Fault>,
    expander: Expander<'_>,
    limits: &Limits,
) -> Result<Dataset, CanonError> {
    let items = match items {
        Ok(items) => items,
        Err(fault) => return Err(fault.at(expander.pointer())),
    };
    let mut dataset = convert::to_dataset(&items, limits).map_err(|fault| fault.at(String::new()))?;
    dataset.notes = expander.into_notes();
    Ok(dataset)
}

const fn too_deep(limits: &Limits) -> CanonError {
    CanonError::WorkLimit {
        limit: "json-depth",
        max: limits.max_json_depth,
    }
}

/// Whether objects and arrays are nested at most `depth` deep, so that recursion below is bounded.
fn is_within(value: &Value, depth: usize) -> bool {
    let inner = depth.checked_sub(1);
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
        Value::Array(items) => inner.is_some_and(|depth| items.iter().all(|item| is_within(item, depth))),
        Value::Object(members) => {
            inner.is_some_and(|depth| members.values().all(|value| is_within(value, depth)))
        }
    }
}
