//! Proofs that build on others of the same credential.
//!
//! See [proof chains](https://www.w3.org/TR/vc-data-integrity/#proof-chains): a proof with `previousProof` signs
//! the document together with the proofs that it names, so it counts only once they do.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::Signed;
use crate::verify::case::list;
use crate::verify::{Check, CheckId, Code, Outcome};

/// Why the proofs that a proof builds on were not found.
pub(super) enum NoPrevious {
    /// `previousProof` is neither an identifier nor a list of different ones.
    Malformed,
    /// No proof has this identifier.
    Missing(String),
}

/// The places, among `proofs`, of those that the proof with these `members` builds on.
pub(super) fn previous(proofs: &[Value], members: &Map<String, Value>) -> Result<Vec<usize>, NoPrevious> {
    let mut places = Vec::new();
    for id in list(members.get("previousProof")) {
        let id = id.as_str().ok_or(NoPrevious::Malformed)?;
        let place = proofs
            .iter()
            .position(|proof| proof.get("id").and_then(Value::as_str) == Some(id));
        let place = place.ok_or_else(|| NoPrevious::Missing(id.to_owned()))?;
        // Who names one proof a thousand times would have it signed a thousand times.
        if places.contains(&place) {
            return Err(NoPrevious::Malformed);
        }
        places.push(place);
    }
    Ok(places)
}

/// Withdraws the proofs whose predecessors do not hold, however far back.
pub(super) fn settle(signed: &mut [Signed], proofs: &[Value]) {
    let links: Vec<Vec<usize>> = proofs
        .iter()
        .map(|proof| {
            let members = proof.as_object();
            members.map_or_else(Vec::new, |members| previous(proofs, members).unwrap_or_default())
        })
        .collect();
    let own: Vec<Outcome> = signed.iter().map(|one| one.signature.outcome).collect();
    for (index, one) in signed.iter_mut().enumerate() {
        if !one.signature.outcome.is_good() {
            continue;
        }
        let before = predecessors(&links, index);
        let with = |outcome| {
            before
                .iter()
                .copied()
                .find(|place| own.get(*place) == Some(&outcome))
        };
        let withdrawn = if let Some(place) = with(Outcome::Failed) {
            Some((Outcome::Failed, Code::PreviousProofBad, place))
        } else {
            with(Outcome::NotChecked).map(|place| (Outcome::NotChecked, Code::PreviousProofNotChecked, place))
        };
        if let Some((outcome, code, place)) = withdrawn {
            let id = proofs.get(place).and_then(|proof| proof.get("id")).cloned();
            one.signature =
                Check::new(CheckId::Signature, outcome, code).with("previous_proof", id.unwrap_or_default());
        }
    }
}

/// Every proof that proof `index` builds on, directly or not. Proofs that build on each other end the walk.
fn predecessors(links: &[Vec<usize>], index: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut open = vec![index];
    while let Some(at) = open.pop() {
        for before in links.get(at).into_iter().flatten() {
            if found.insert(*before) {
                open.push(*before);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn predecessors_are_found_however_far_back_and_in_circles() {
        let links = [vec![], vec![0], vec![1], vec![4], vec![3]];
        assert_eq!(predecessors(&links, 0), BTreeSet::new());
        assert_eq!(predecessors(&links, 2), BTreeSet::from([0, 1]));
        assert_eq!(predecessors(&links, 3), BTreeSet::from([3, 4]));
    }
}
