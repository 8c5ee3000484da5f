//! Our canonical N-Quads against those of jsonld.js, on credentials of others and on a few thousand credentials
//! that were changed at random.
//!
//! Both must refuse a document, or both must give the same bytes. Three differences are known and counted: JSON-LD
//! that we answer with `unsupported-json-ld`; IRIs with characters that IRIs do not have, which jsonld.js lets
//! pass; and statements that jsonld.js writes twice because two values of JSON give the same statement.

#[path = "jsonld_oracle/mutation.rs"]
mod mutation;
#[path = "jsonld_oracle/node.rs"]
mod node;
#[path = "jsonld_oracle/samples.rs"]
mod samples;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;

use anyhow::Result;
use libtest_mimic::{Arguments, Failed, Trial};
use node::Answer;
use openbadges::canon::{self, CanonError, HashAlgorithm, RevisionChoice, Unsafe};
use openbadges::limits::Limits;
use serde_json::Value;

/// How many documents are made of each base by changing it at random.
const MUTATIONS: u64 = 750;

/// A document to canonicalise in both ways.
struct Case {
    /// The trial that it belongs to.
    trial: String,
    /// What to call it in a report.
    name: String,
    document: Value,
}

fn main() -> Result<()> {
    let arguments = Arguments::from_args();
    let cases = cases()?;
    let mut trials = Vec::new();
    if arguments.list || !node::is_installed() {
        let names: BTreeSet<String> = cases.into_iter().map(|case| case.trial).collect();
        trials.extend(
            names
                .into_iter()
                .map(|name| Trial::test(name, || Ok(())).with_ignored_flag(true)),
        );
    } else {
        let answers = node::canonicalize(&cases)?;
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        let mut faults: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (case, answer) in cases.iter().zip(&answers) {
            let faults = faults.entry(case.trial.clone()).or_default();
            match compare(&case.document, answer) {
                Ok(outcome) => *known.entry(outcome).or_default() += 1,
                Err(fault) => faults.push(format!("{}: {fault}\n{}", case.name, case.document)),
            }
        }
        for (outcome, count) in known {
            writeln!(std::io::stderr(), "{count:6} {outcome}")?;
        }
        trials.extend(
            faults
                .into_iter()
                .map(|(trial, faults)| Trial::test(trial, move || report(&faults))),
        );
    }
    libtest_mimic::run(&arguments, trials).exit()
}

fn cases() -> Result<Vec<Case>> {
    let mut cases = samples::of_others()?;
    for (name, base) in samples::bases() {
        for seed in 0..MUTATIONS {
            cases.push(Case {
                trial: format!("random changes of {name}"),
                name: format!("seed {seed}"),
                document: mutation::mutate(&base, seed),
            });
        }
    }
    Ok(cases)
}

/// How the two ways agree, or why they do not.
fn compare(document: &Value, answer: &Answer) -> Result<String, String> {
    let found = canon::canonicalize(
        document,
        HashAlgorithm::Sha256,
        RevisionChoice::NEWEST,
        &Limits::default(),
    );
    match (found, answer) {
        (Ok(found), Answer::NQuads(expected)) if found == *expected => Ok("same".to_owned()),
        (Ok(found), Answer::NQuads(expected)) if found == without_repetition(expected) => {
            Ok("statement written twice".to_owned())
        }
        (
            Err(CanonError::Unsafe {
                kind: Unsafe::InvalidIri,
                ..
            }),
            Answer::NQuads(_),
        ) => Ok("ill-formed IRI".to_owned()),
        (Err(CanonError::Unsupported { feature, .. }), Answer::NQuads(_)) => {
            Ok(format!("unsupported: {feature}"))
        }
        (Err(_), Answer::Error(reason)) => Ok(format!("both refuse: {reason}")),
        (found, expected) => Err(format!("we: {found:#?}\njsonld.js: {expected:#?}")),
    }
}

fn without_repetition(n_quads: &str) -> String {
    n_quads
        .split_inclusive('\n')
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

fn report(faults: &[String]) -> Result<(), Failed> {
    match faults {
        [] => Ok(()),
        [first, ..] => Err(format!("{} differ; the first:\n{first}", faults.len()).into()),
    }
}
