//! The W3C test suite of RDFC-1.0: canonical N-Quads, the names given to blank nodes, and graphs that must stop.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use blason_tests::n_quads;
use libtest_mimic::{Arguments, Failed, Trial};
use openbadges::canon::rdfc::{self, Canonical};
use openbadges::canon::{CanonError, HashAlgorithm};
use openbadges::limits::Limits;
use serde::Deserialize;

#[derive(Deserialize)]
struct Manifest {
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    name: String,
    action: PathBuf,
    result: Option<PathBuf>,
    hash_algorithm: Option<String>,
}

fn main() -> Result<()> {
    let arguments = Arguments::from_args();
    let trials = match blason_tests::vectors("rdf-canon") {
        Some(folder) => trials(&folder)?,
        None => vec![Trial::test("vectors_are_absent", || Ok(())).with_ignored_flag(true)],
    };
    libtest_mimic::run(&arguments, trials).exit()
}

fn trials(folder: &Path) -> Result<Vec<Trial>> {
    let manifest: Manifest = serde_json::from_slice(&fs::read(folder.join("manifest.jsonld"))?)?;
    let mut trials = Vec::new();
    for entry in manifest.entries {
        let name = format!("{} {}", entry.id.trim_start_matches('#'), entry.name);
        let folder = folder.to_owned();
        trials.push(Trial::test(name, move || run(&folder, &entry)));
    }
    Ok(trials)
}

fn run(folder: &Path, entry: &Entry) -> Result<(), Failed> {
    let result = canonicalize(folder, entry)?;
    match entry.kind.as_str() {
        "rdfc:RDFC10EvalTest" => {
            let expected = fs::read_to_string(folder.join(result_of(entry)?))?;
            same(&result?.n_quads, &expected)
        }
        "rdfc:RDFC10MapTest" => {
            let expected: BTreeMap<String, String> =
                serde_json::from_slice(&fs::read(folder.join(result_of(entry)?))?)?;
            same(&format!("{:#?}", result?.labels), &format!("{expected:#?}"))
        }
        "rdfc:RDFC10NegativeEvalTest" => match result {
            Err(error @ CanonError::WorkLimit { .. }) => same(error.code(), "work-limit-reached"),
            other => Err(format!("should stop at the work limit: {other:?}").into()),
        },
        other => Err(format!("an unknown kind of test: {other}").into()),
    }
}

fn canonicalize(folder: &Path, entry: &Entry) -> Result<Result<Canonical, CanonError>, Failed> {
    let dataset = n_quads::read(&fs::read(folder.join(&entry.action))?)?;
    let hash = match entry.hash_algorithm.as_deref() {
        None | Some("SHA256") => HashAlgorithm::Sha256,
        Some("SHA384") => HashAlgorithm::Sha384,
        Some(other) => return Err(format!("an unknown hash: {other}").into()),
    };
    Ok(rdfc::canonical_form(&dataset, hash, &Limits::default()))
}

fn result_of(entry: &Entry) -> Result<&Path> {
    entry.result.as_deref().context("a test without a result")
}

fn same(found: &str, expected: &str) -> Result<(), Failed> {
    if found == expected { Ok(()) } else { Err(format!("expected:\n{expected}\nfound:\n{found}").into()) }
}
