//! Names for blank nodes, in the order in which they are asked for.

use std::collections::HashMap;

/// An [identifier issuer](https://www.w3.org/TR/rdf-canon/#issue-identifier); names are numbers, and whoever
/// writes them puts the prefix.
#[derive(Debug, Clone, Default)]
pub(super) struct Issuer {
    numbers: HashMap<usize, usize>,
    order: Vec<usize>,
}

impl Issuer {
    /// The number that `node` has, if it was given one.
    pub(super) fn name_of(&self, node: usize) -> Option<usize> {
        self.numbers.get(&node).copied()
    }

    /// The number that `node` has, given now if it had none.
    pub(super) fn issue(&mut self, node: usize) -> usize {
        let next = self.order.len();
        let number = *self.numbers.entry(node).or_insert(next);
        if number == next {
            self.order.push(node);
        }
        number
    }

    /// The nodes that have numbers, from number 0 on.
    pub(super) fn in_order(&self) -> &[usize] {
        &self.order
    }
}
