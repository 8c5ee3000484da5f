//! Telling blank nodes apart by the statements they stand in.

use std::collections::BTreeMap;

use super::state::State;

/// Gives canonical names to the blank nodes whose own statements are like nobody else's, and returns the others in
/// groups that look the same, in the order of their hashes (steps 3 and 4 of the algorithm).
pub(super) fn name_the_unique(state: &mut State<'_>) -> Vec<Vec<usize>> {
    let mut by_hash: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut hashes = vec![String::new(); state.dataset.blank_node_count()];
    for node in state.nodes() {
        let hash = hash(state, node);
        if let Some(slot) = hashes.get_mut(node) {
            slot.clone_from(&hash);
        }
        by_hash.entry(hash).or_default().push(node);
    }
    state.first_degree = hashes;

    let mut ambiguous = Vec::new();
    for nodes in by_hash.into_values() {
        if let [node] = nodes.as_slice() {
            state.canonical.issue(*node);
        } else {
            ambiguous.push(nodes);
        }
    }
    ambiguous
}

/// [Hash First Degree Quads](https://www.w3.org/TR/rdf-canon/#hash-1d-quads).
fn hash(state: &State<'_>, reference: usize) -> String {
    let mut lines: Vec<String> = state
        .quads_of(reference)
        .map(|quad| {
            let mut line = String::with_capacity(160);
            state.write_line(quad, &mut line, |node, line| {
                line.push(if node == reference { 'a' } else { 'z' })
            });
            line
        })
        .collect();
    lines.sort_unstable();
    state.algorithm.hex(&lines.concat())
}
