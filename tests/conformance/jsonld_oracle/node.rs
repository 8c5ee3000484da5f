//! jsonld.js, run once for all documents.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context as _, Result, ensure};
use openbadges::canon::{ContextSet, RevisionChoice};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::Case;

/// What jsonld.js says of one document.
#[derive(Debug, Deserialize)]
pub(crate) enum Answer {
    /// The canonical N-Quads.
    #[serde(rename = "nQuads")]
    NQuads(String),
    /// Why it refuses the document.
    #[serde(rename = "error")]
    Error(String),
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Whether the npm packages of the tests are there.
pub(crate) fn is_installed() -> bool {
    folder().join("node_modules/jsonld/package.json").is_file()
}

/// One answer for each case, in their order.
pub(crate) fn canonicalize(cases: &[Case]) -> Result<Vec<Answer>> {
    let mut child = Command::new("node")
        .arg(folder().join("conformance/jsonld_oracle.mjs"))
        .current_dir(folder())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("node did not start")?;
    let mut input = child.stdin.take().context("node has no standard input")?;
    let output = BufReader::new(child.stdout.take().context("node has no standard output")?);

    let contexts: Map<String, Value> = ContextSet::embedded(RevisionChoice::NEWEST)
        .documents()
        .map(|(url, document)| (url.to_owned(), Value::clone(&document)))
        .collect();
    let mut lines = vec![Value::Object(contexts).to_string()];
    lines.extend(cases.iter().map(|case| case.document.to_string()));
    // In a thread of its own: node answers while it is still being asked.
    let writer = thread::spawn(move || lines.iter().try_for_each(|line| writeln!(input, "{line}")));

    let answers = output
        .lines()
        .map(|line| Ok(serde_json::from_str(&line?)?))
        .collect::<Result<Vec<Answer>>>()?;
    ensure!(
        writer.join().is_ok_and(|written| written.is_ok()),
        "node did not read all documents"
    );
    ensure!(child.wait()?.success(), "node failed");
    ensure!(
        answers.len() == cases.len(),
        "{} answers to {} documents",
        answers.len(),
        cases.len()
    );
    Ok(answers)
}
