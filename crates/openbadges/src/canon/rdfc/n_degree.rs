//! Telling blank nodes apart by the blank nodes around them.

use std::collections::BTreeMap;

use super::super::rdf::Position;
use super::issuer::Issuer;
use super::permutations::next_permutation;
use super::state::{State, write_number};
use super::{CanonError, blank};

/// How deeply [`hash`] may call itself. A chain of blank nodes that look the same costs one level each.
const MAX_DEPTH: usize = 256;

/// What [Hash N-Degree Quads](https://www.w3.org/TR/rdf-canon/#hash-nd-quads) finds.
pub(super) struct Path {
    pub(super) hash: String,
    pub(super) issuer: Issuer,
}

/// [Hash N-Degree Quads](https://www.w3.org/TR/rdf-canon/#hash-nd-quads) of `node`.
pub(super) fn hash(
    state: &mut State<'_>,
    node: usize,
    mut issuer: Issuer,
    depth: usize,
) -> Result<Path, CanonError> {
    if depth >= MAX_DEPTH {
        return Err(CanonError::WorkLimit {
            limit: "canonicalization-depth",
            max: MAX_DEPTH,
        });
    }
    state.spend(0)?;
    let mut to_hash = String::new();
    for (related_hash, mut related) in related_nodes(state, node, &issuer)? {
        to_hash.push_str(&related_hash);
        related.sort_unstable();
        let mut chosen: Option<(String, Issuer)> = None;
        loop {
            state.spend(related.len())?;
            let best = chosen.as_ref().map(|(path, _)| path.as_str());
            if let Some(better) = try_order(state, &related, &issuer, best, depth)? {
                chosen = Some(better);
            }
            if !next_permutation(&mut related) {
                break;
            }
        }
        if let Some((path, path_issuer)) = chosen {
            to_hash.push_str(&path);
            issuer = path_issuer;
        }
    }
    state.spend_bytes(to_hash.len())?;
    Ok(Path {
        hash: state.algorithm.hex(&to_hash),
        issuer,
    })
}

/// The blank nodes that share a statement with `node`, by the hash of how they are related (step 3).
fn related_nodes(
    state: &mut State<'_>,
    node: usize,
    issuer: &Issuer,
) -> Result<BTreeMap<String, Vec<usize>>, CanonError> {
    let mut by_hash: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let dataset = state.dataset;
    for quad in state.quads_of(node).collect::<Vec<_>>() {
        for (position, term) in quad.nodes() {
            let Some(related) = blank(term).filter(|related| *related != node) else {
                continue;
            };
            let input = related_input(
                state,
                position,
                dataset.serialized(quad.predicate),
                related,
                issuer,
            );
            state.spend_bytes(input.len())?;
            by_hash
                .entry(state.algorithm.hex(&input))
                .or_default()
                .push(related);
        }
    }
    Ok(by_hash)
}

/// What [Hash Related Blank Node](https://www.w3.org/TR/rdf-canon/#hash-related-blank-node) hashes.
fn related_input(
    state: &State<'_>,
    position: Position,
    predicate: &str,
    related: usize,
    issuer: &Issuer,
) -> String {
    let mut input = String::with_capacity(128);
    match position {
        Position::Subject => input.push('s'),
        Position::Object => input.push('o'),
        Position::Graph => input.push('g'),
    }
    if position != Position::Graph {
        input.push_str(predicate);
    }
    if !write_name(state, related, issuer, &mut input)
        && let Some(hash) = state.first_degree.get(related)
    {
        input.push_str(hash);
    }
    input
}

/// Follows one order of the related nodes (step 5.4); `None` if it is no better than `best`.
fn try_order(
    state: &mut State<'_>,
    order: &[usize],
    issuer: &Issuer,
    best: Option<&str>,
    depth: usize,
) -> Result<Option<(String, Issuer)>, CanonError> {
    let is_worse = |path: &str| best.is_some_and(|best| path.len() >= best.len() && path > best);
    let mut issuer = issuer.clone();
    let mut path = String::new();
    let mut unnamed = Vec::new();
    for &related in order {
        if !write_name(state, related, &issuer, &mut path) {
            unnamed.push(related);
            issuer.issue(related);
            write_name(state, related, &issuer, &mut path);
        }
        if is_worse(&path) {
            return Ok(None);
        }
    }
    for related in unnamed {
        let result = hash(state, related, issuer.clone(), depth.saturating_add(1))?;
        write_name(state, related, &issuer, &mut path);
        path.push('<');
        path.push_str(&result.hash);
        path.push('>');
        issuer = result.issuer;
        if is_worse(&path) {
            return Ok(None);
        }
    }
    Ok(if best.is_none_or(|best| path.as_str() < best) {
        Some((path, issuer))
    } else {
        None
    })
}

/// Appends the canonical or the temporary name of a node; `false` if it has neither.
fn write_name(state: &State<'_>, node: usize, issuer: &Issuer, text: &mut String) -> bool {
    let (prefix, number) = match (state.canonical.name_of(node), issuer.name_of(node)) {
        (Some(number), _) => ("_:c14n", number),
        (None, Some(number)) => ("_:b", number),
        (None, None) => return false,
    };
    text.push_str(prefix);
    write_number(Some(number), text);
    true
}
