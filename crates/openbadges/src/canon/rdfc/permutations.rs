//! Every order of a list of blank nodes.

/// Puts `items` into the next order, lexicographically; `false` once all have been seen. Start from sorted items;
/// items that stand several times give each distinct order once.
pub(super) fn next_permutation(items: &mut [usize]) -> bool {
    let Some(tail) = items.windows(2).rposition(|pair| matches!(pair, [a, b] if a < b)) else {
        return false;
    };
    let (head, rest) = items.split_at_mut(tail.saturating_add(1));
    if let Some(pivot) = head.last_mut()
        && let Some(successor) = rest.iter_mut().rev().find(|item| **item > *pivot)
    {
        std::mem::swap(pivot, successor);
    }
    rest.reverse();
    true
}

#[cfg(test)]
mod tests {
    use super::next_permutation;

    #[test]
    fn each_distinct_order_comes_once_and_in_order() {
        let mut items = [1, 2, 2];
        let mut seen = vec![items];
        while next_permutation(&mut items) {
            seen.push(items);
        }
        assert_eq!(seen, [[1, 2, 2], [2, 1, 2], [2, 2, 1]]);
    }

    #[test]
    fn four_items_have_twenty_four_orders() {
        let mut items = [0, 1, 2, 3];
        let mut count = 1;
        while next_permutation(&mut items) {
            count += 1;
        }
        assert_eq!(count, 24);
    }

    #[test]
    fn nothing_has_one_order() {
        assert!(!next_permutation(&mut []));
    }
}
