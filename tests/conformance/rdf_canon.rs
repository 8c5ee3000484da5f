//! The W3C test suite of RDFC-1.0: canonical N-Quads, the names given to blank nodes, and graphs that must stop.
//! Small random graphs are compared with oxrdf too.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use blason_tests::n_quads;
use blason_tests::suite::{self, Vector};
use fastrand::Rng;
use libtest_mimic::Failed;
use openbadges::canon::rdfc::{self, Canonical};
use openbadges::canon::{CanonError, HashAlgorithm};
use openbadges::limits::Limits;
use oxrdf::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use oxttl::NQuadsParser;
use serde::Deserialize;

const SUITE: &str = "rdf-canon";

/// How many random graphs are compared with oxrdf.
const RANDOM_GRAPHS: u64 = 500;

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

fn main() -> Result<ExitCode> {
    let mut vectors = match blason_tests::vectors(SUITE) {
        Some(folder) => vectors(&folder)?,
        None => vec![Vector::absent(SUITE)],
    };
    vectors.push(Vector::beside(SUITE, "random graphs agree with oxrdf", || {
        (0..RANDOM_GRAPHS).try_for_each(random_graph)
    }));
    Ok(suite::run(vectors))
}

fn vectors(folder: &Path) -> Result<Vec<Vector>> {
    let manifest: Manifest = serde_json::from_slice(&fs::read(folder.join("manifest.jsonld"))?)?;
    let mut vectors = Vec::new();
    for entry in manifest.entries {
        let name = format!("{} {}", entry.id.trim_start_matches('#'), entry.name);
        let folder = folder.to_owned();
        vectors.push(Vector::new(SUITE, name, move || run(&folder, &entry)));
    }
    Ok(vectors)
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

/// A few blank nodes that only their neighbours tell apart, in several graphs.
fn random_graph(seed: u64) -> Result<(), Failed> {
    let mut random = Rng::with_seed(seed);
    let nodes = random.u8(2..=6);
    let mut document = String::new();
    for _ in 0..random.u8(2..=10) {
        let subject = random.u8(..nodes);
        let predicate = random.u8(..2);
        let object = match random.u8(..5) {
            0 => "\"a\\nb\"".to_owned(),
            1 => "<urn:o>".to_owned(),
            _ => format!("_:n{}", random.u8(..nodes)),
        };
        let graph = match random.u8(..6) {
            0 => format!("_:n{} ", random.u8(..nodes)),
            1 => "<urn:g> ".to_owned(),
            _ => String::new(),
        };
        document.push_str(&format!("_:n{subject} <urn:p{predicate}> {object} {graph}.\n"));
    }
    let found = rdfc::rdfc(
        &n_quads::read(document.as_bytes())?,
        HashAlgorithm::Sha256,
        &Limits::default(),
    )?;
    let mut expected: oxrdf::Dataset = NQuadsParser::new()
        .for_slice(document.as_bytes())
        .collect::<Result<_, _>>()?;
    let hash_algorithm = CanonicalizationHashAlgorithm::Sha256;
    expected.canonicalize(CanonicalizationAlgorithm::Rdfc10 { hash_algorithm });
    let mut lines: Vec<String> = expected.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort_unstable();
    same(&found, &lines.concat()).map_err(|fault| format!("seed {seed}\n{document}{fault:?}").into())
}

fn result_of(entry: &Entry) -> Result<&Path> {
    entry.result.as_deref().context("a test without a result")
}

fn same(found: &str, expected: &str) -> Result<(), Failed> {
    if found == expected {
        Ok(())
    } else {
        Err(format!("expected:\n{expected}\nfound:\n{found}").into())
    }
}
