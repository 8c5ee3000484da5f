//! The canonicalization state: what all steps of one run share.

use super::super::rdf::{Dataset, Quad, Term};
use super::issuer::Issuer;
use super::{CanonError, HashAlgorithm, Limits, blank};

/// How much longer than the longest credential its canonical form may be. Real ones are about four times as long;
/// a hostile one names a long IRI once and uses it everywhere.
const EXPANSION_FACTOR: usize = 16;

/// The [canonicalization state](https://www.w3.org/TR/rdf-canon/#canon-state), and what bounds the work.
pub(super) struct State<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) algorithm: HashAlgorithm,
    /// The statements that each blank node stands in, as indices.
    quads_of: Vec<Vec<usize>>,
    /// The first-degree hash of each blank node.
    pub(super) first_degree: Vec<String>,
    pub(super) canonical: Issuer,
    steps_left: usize,
    max_steps: usize,
    bytes_left: usize,
    max_bytes: usize,
}

impl<'a> State<'a> {
    pub(super) fn new(
        dataset: &'a Dataset,
        algorithm: HashAlgorithm,
        limits: &Limits,
    ) -> Result<Self, CanonError> {
        let max_bytes = limits.max_credential_bytes.saturating_mul(EXPANSION_FACTOR);
        let mut quads_of = vec![Vec::new(); dataset.blank_node_count()];
        let mut bytes: usize = 0;
        for (index, quad) in dataset.quads().iter().enumerate() {
            for (_, term) in quad.nodes() {
                let Some(list) = blank(term).and_then(|node| quads_of.get_mut(node)) else {
                    continue;
                };
                if list.last() != Some(&index) {
                    list.push(index);
                }
            }
            let terms = [
                Some(quad.subject),
                Some(quad.predicate),
                Some(quad.object),
                quad.graph,
            ];
            for term in terms.into_iter().flatten() {
                bytes = bytes.saturating_add(dataset.serialized(term).len());
            }
        }
        if bytes > max_bytes {
            return Err(CanonError::WorkLimit {
                limit: "canonical-bytes",
                max: max_bytes,
            });
        }
        Ok(Self {
            dataset,
            algorithm,
            quads_of,
            first_degree: Vec::new(),
            canonical: Issuer::default(),
            steps_left: limits.max_canonicalization_steps,
            max_steps: limits.max_canonicalization_steps,
            bytes_left: max_bytes,
            max_bytes,
        })
    }

    /// The blank nodes that stand in a statement, by index.
    pub(super) fn nodes(&self) -> impl Iterator<Item = usize> {
        self.quads_of
            .iter()
            .enumerate()
            .filter(|(_, quads)| !quads.is_empty())
            .map(|(node, _)| node)
    }

    /// The statements that mention `node`, each once.
    pub(super) fn quads_of(&self, node: usize) -> impl Iterator<Item = &'a Quad> {
        let quads = self.dataset.quads();
        self.quads_of
            .get(node)
            .into_iter()
            .flatten()
            .filter_map(|index| quads.get(*index))
    }

    /// Counts one step of the search and `bytes` hashed in it.
    pub(super) const fn spend(&mut self, bytes: usize) -> Result<(), CanonError> {
        let Some(steps_left) = self.steps_left.checked_sub(1) else {
            return Err(CanonError::WorkLimit {
                limit: "canonicalization-steps",
                max: self.max_steps,
            });
        };
        self.steps_left = steps_left;
        self.spend_bytes(bytes)
    }

    /// Counts `bytes` hashed.
    pub(super) const fn spend_bytes(&mut self, bytes: usize) -> Result<(), CanonError> {
        let Some(bytes_left) = self.bytes_left.checked_sub(bytes) else {
            return Err(CanonError::WorkLimit {
                limit: "hashed-bytes",
                max: self.max_bytes,
            });
        };
        self.bytes_left = bytes_left;
        Ok(())
    }

    /// Appends the line of `quad` to `line`, with blank nodes as `name` writes them.
    pub(super) fn write_line(&self, quad: &Quad, line: &mut String, name: impl Fn(usize, &mut String)) {
        let write = |term: Term, line: &mut String| match blank(term) {
            Some(node) => {
                line.push_str("_:");
                name(node, line);
            }
            None => line.push_str(self.dataset.serialized(term)),
        };
        write(quad.subject, line);
        line.push(' ');
        write(quad.predicate, line);
        line.push(' ');
        write(quad.object, line);
        if let Some(graph) = quad.graph {
            line.push(' ');
            write(graph, line);
        }
        line.push_str(" .\n");
    }

    /// The whole dataset with canonical names, sorted.
    pub(super) fn n_quads(&self) -> String {
        let mut lines: Vec<String> = self
            .dataset
            .quads()
            .iter()
            .map(|quad| {
                let mut line = String::with_capacity(160);
                self.write_line(quad, &mut line, |node, line| {
                    line.push_str("c14n");
                    write_number(self.canonical.name_of(node), line);
                });
                line
            })
            .collect();
        lines.sort_unstable();
        lines.concat()
    }
}

/// Appends a number that a node was given. Every node has one by the time it is written.
pub(super) fn write_number(number: Option<usize>, text: &mut String) {
    use std::fmt::Write as _;
    if let Some(number) = number {
        // Writing to a string cannot fail.
        let _ = write!(text, "{number}");
    }
}
