//! The statements of a document, with the names of blank nodes exchanged.

use std::collections::BTreeMap;

use crate::suite::ProofError;

/// Each canonical statement with `labels` in the place of canonical names, in code point order: the
/// [label replacement](https://www.w3.org/TR/vc-di-ecdsa/#labelreplacementcanonicalizejsonld) of the suite.
///
/// The labels must be of just the blank nodes that the document has.
pub(super) fn relabelled(n_quads: &str, labels: &BTreeMap<u64, String>) -> Result<Vec<String>, ProofError> {
    let mut unused = labels.clone();
    let mut lines = Vec::new();
    for line in n_quads.split_inclusive('\n') {
        let mut text = String::with_capacity(line.len().saturating_add(80));
        for (term, end) in terms(line) {
            match number(term) {
                None => text.push_str(term),
                Some(number) => {
                    unused.remove(&number);
                    text.push_str("_:");
                    text.push_str(labels.get(&number).ok_or(ProofError::LabelsDiffer)?);
                }
            }
            text.push_str(end);
        }
        lines.push(text);
    }
    if !unused.is_empty() {
        return Err(ProofError::LabelsDiffer);
    }
    lines.sort_unstable();
    Ok(lines)
}

/// The number of a canonical blank node.
fn number(term: &str) -> Option<u64> {
    term.strip_prefix("_:c14n")?.parse().ok()
}

/// The parts of a canonical statement, each with the space behind it.
///
/// Only literals have spaces within them, and nothing behind a literal's text has a quotation mark.
fn terms(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let literal = if rest.starts_with('"') {
            rest.rfind('"')
        } else {
            None
        };
        let (text, behind) = rest.split_at_checked(literal.unwrap_or(0))?;
        let space = behind.find(' ').unwrap_or(behind.len());
        let (term, behind) = rest.split_at_checked(text.len().checked_add(space)?)?;
        let (end, after) = behind.split_at_checked(behind.len().min(1))?;
        rest = after;
        (!term.is_empty()).then_some((term, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(labels: &[(u64, &str)]) -> BTreeMap<u64, String> {
        labels
            .iter()
            .map(|(number, label)| (*number, (*label).to_owned()))
            .collect()
    }

    #[test]
    fn blank_nodes_are_renamed_in_each_of_their_places_and_the_lines_sorted_again() {
        let n_quads = "\
            <urn:a> <urn:p> _:c14n0 _:c14n1 .\n\
            <urn:a> <urn:p> _:c14n10 <urn:g> .\n\
            _:c14n0 <urn:p> _:c14n1 .\n\
            _:c14n1 <urn:p> \"x\"@en _:c14n0 .\n\
            _:c14n10 <urn:p> \"x\"^^<urn:t> .\n";
        let found = relabelled(n_quads, &labels(&[(0, "uz"), (1, "uy"), (10, "ux")])).unwrap();
        assert_eq!(
            found,
            [
                "<urn:a> <urn:p> _:ux <urn:g> .\n",
                "<urn:a> <urn:p> _:uz _:uy .\n",
                "_:ux <urn:p> \"x\"^^<urn:t> .\n",
                "_:uy <urn:p> \"x\"@en _:uz .\n",
                "_:uz <urn:p> _:uy .\n",
            ]
        );
    }

    #[test]
    fn a_text_that_looks_like_a_blank_node_stays_as_it_is() {
        let n_quads = "\
            <_:c14n0> <urn:p> \"_:c14n0\" .\n\
            _:c14n0 <urn:p> \" _:c14n0 . \\\" _:c14n0 \" .\n\
            _:c14n0 <urn:p> \"\\\\\" _:c14n0 .\n\
            _:c14n0 <urn:p> \"\" .\n";
        let found = relabelled(n_quads, &labels(&[(0, "uA")])).unwrap();
        assert_eq!(
            found,
            [
                "<_:c14n0> <urn:p> \"_:c14n0\" .\n",
                "_:uA <urn:p> \" _:c14n0 . \\\" _:c14n0 \" .\n",
                "_:uA <urn:p> \"\" .\n",
                "_:uA <urn:p> \"\\\\\" _:uA .\n",
            ]
        );
    }

    #[test]
    fn the_labels_are_of_just_the_nodes_that_are_there() {
        let n_quads = "_:c14n0 <urn:p> _:c14n1 .\n";
        for wrong in [&[(0, "uA")][..], &[(0, "uA"), (1, "uB"), (2, "uC")], &[]] {
            assert_eq!(
                relabelled(n_quads, &labels(wrong)),
                Err(ProofError::LabelsDiffer),
                "{wrong:?}"
            );
        }
        assert_eq!(relabelled("", &labels(&[])), Ok(vec![]));
    }
}
