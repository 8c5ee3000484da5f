//! RDFC-1.0 over graphs whose blank nodes are hard to tell apart.

use openbadges::canon::HashAlgorithm;
use openbadges::canon::rdf::{Dataset, Quad, Term};
use openbadges::canon::rdfc::canonical_form;
use openbadges::limits::Limits;

use crate::Sources;

/// Most statements of one graph: what the limit of work must deal with shows in small ones.
const MAX_QUADS: usize = 2_000;

/// Reads four bytes as a statement: subject, predicate, object, graph. Few predicates and no literals make graphs
/// in which much looks the same.
///
/// # Panics
/// The same graph has two canonical forms, depending on the order in which its parts come.
pub fn run(input: &[u8]) {
    let statements: Vec<[u8; 4]> = input
        .chunks_exact(4)
        .take(MAX_QUADS)
        .filter_map(|four| four.try_into().ok())
        .collect();
    let limits = Limits::default();
    let canonical =
        |dataset: &Dataset| canonical_form(dataset, HashAlgorithm::Sha256, &limits).map(|form| form.n_quads);
    let forwards = canonical(&dataset(&statements, u16::from));
    let mut reversed = statements;
    reversed.reverse();
    let backwards = canonical(&dataset(&reversed, |node| 255 - u16::from(node)));
    // How far the limit reaches may depend on the order; the form may not.
    if let (Ok(forwards), Ok(backwards)) = (forwards, backwards) {
        assert_eq!(forwards, backwards);
    }
}

/// The graph of `statements`; `label` names its blank nodes.
fn dataset(statements: &[[u8; 4]], label: impl Fn(u8) -> u16) -> Dataset {
    let mut dataset = Dataset::new();
    let node = |dataset: &mut Dataset, byte: u8| -> Term {
        // One in sixteen is a name that everybody knows.
        if byte >= 0xf0 {
            dataset.iri(&format!("https://a.example/{}", byte & 0x0f))
        } else {
            dataset.blank_node(&format!("n{}", label(byte)))
        }
    };
    for [subject, predicate, object, graph] in statements {
        let quad = Quad {
            subject: node(&mut dataset, *subject),
            predicate: dataset.iri(&format!("https://a.example/p{}", predicate & 0x03)),
            object: node(&mut dataset, *object),
            graph: (predicate & 0x80 != 0).then(|| node(&mut dataset, *graph)),
        };
        dataset.insert(quad);
    }
    dataset
}

/// Rings, complete graphs, stars, grids and trees: each blank node like the next.
pub fn seeds(_: &Sources) -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for size in [2, 3, 5, 8, 13, 40, 200_u8] {
        let ring = (0..size).map(|node| (node, (node + 1) % size));
        let star = (1..size).map(|node| (0, node));
        let tree = (1..size).map(|node| (node / 2, node));
        let pairs = (0..size / 2).map(|node| (node * 2, node * 2 + 1));
        seeds.push(graph(ring));
        seeds.push(graph(star));
        seeds.push(graph(tree));
        seeds.push(graph(pairs));
    }
    for size in [3, 4, 5, 6, 8, 10, 16_u8] {
        let complete =
            (0..size).flat_map(|from| (0..size).filter(move |to| *to != from).map(move |to| (from, to)));
        let bipartite = (0..size).flat_map(|from| (0..size).map(move |to| (from, size + to)));
        let grid = (0..size.saturating_mul(size)).flat_map(|node| {
            let right = (node % size + 1 < size).then(|| (node, node.wrapping_add(1)));
            let below = (node / size + 1 < size).then(|| (node, node.wrapping_add(size)));
            right.into_iter().chain(below)
        });
        seeds.push(graph(complete));
        seeds.push(graph(bipartite));
        if size < 16 {
            seeds.push(graph(grid));
        }
    }
    seeds
}

/// Each edge as a statement with the same predicate.
fn graph(edges: impl Iterator<Item = (u8, u8)>) -> Vec<u8> {
    edges.flat_map(|(from, to)| [from, 0, to, 0]).collect()
}
