#![warn(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::arithmetic_side_effects
)]
//! RDFC-1.0, the [RDF Dataset Canonicalization](https://www.w3.org/TR/rdf-canon/).

mod first_degree;
mod issuer;
mod n_degree;
mod permutations;
mod state;

use std::collections::BTreeMap;

use super::rdf::{Dataset, Kind};
use super::{CanonError, HashAlgorithm};
use crate::limits::Limits;
use state::State;

/// A dataset in canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Canonical {
    /// The canonical N-Quads: one line per statement, in code point order.
    pub n_quads: String,
    /// The canonical name of each blank node that came in with a label, by that label; both without `_:`.
    pub labels: BTreeMap<String, String>,
}

/// The canonical N-Quads of a dataset.
///
/// # Errors
/// [`CanonError::WorkLimit`]: telling the blank nodes apart takes more than
/// [`Limits::max_canonicalization_steps`], or the text is too long.
pub fn rdfc(dataset: &Dataset, hash: HashAlgorithm, limits: &Limits) -> Result<String, CanonError> {
    canonical_form(dataset, hash, limits).map(|canonical| canonical.n_quads)
}

/// The canonical N-Quads of a dataset and the names that its blank nodes were given: the
/// [canonicalization algorithm](https://www.w3.org/TR/rdf-canon/#canon-algorithm).
///
/// # Errors
/// As [`rdfc`].
pub fn canonical_form(
    dataset: &Dataset,
    hash: HashAlgorithm,
    limits: &Limits,
) -> Result<Canonical, CanonError> {
    let mut state = State::new(dataset, hash, limits)?;
    let ambiguous = first_degree::name_the_unique(&mut state);
    for nodes in ambiguous {
        let mut paths = Vec::with_capacity(nodes.len());
        for node in nodes {
            if state.canonical.name_of(node).is_none() {
                let mut issuer = issuer::Issuer::default();
                issuer.issue(node);
                paths.push(n_degree::hash(&mut state, node, issuer, 0)?);
            }
        }
        // Paths of one hash come from nodes that nothing tells apart: their order does not matter.
        paths.sort_unstable_by(|a, b| a.hash.cmp(&b.hash));
        for node in paths.iter().flat_map(|path| path.issuer.in_order()) {
            state.canonical.issue(*node);
        }
    }
    Ok(Canonical {
        n_quads: state.n_quads(),
        labels: labels(&state),
    })
}

fn labels(state: &State<'_>) -> BTreeMap<String, String> {
    state
        .canonical
        .in_order()
        .iter()
        .enumerate()
        .filter_map(|(number, node)| Some((state.dataset.label(*node)?.to_owned(), format!("c14n{number}"))))
        .collect()
}

/// The index of a term that is a blank node.
const fn blank(term: super::rdf::Term) -> Option<usize> {
    match term.0 {
        Kind::Blank(index) => Some(index),
        Kind::Text(_) => None,
    }
}
