//! The test data of RFC 8785: each input gives the bytes of the output of the same name.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use blason_tests::suite::{self, Vector};
use libtest_mimic::Failed;
use openbadges::canon::jcs;
use openbadges::json;
use openbadges::limits::Limits;

const SUITE: &str = "jcs";

fn main() -> Result<ExitCode> {
    let vectors = match blason_tests::vectors(SUITE) {
        Some(folder) => vectors(&folder)?,
        None => vec![Vector::absent(SUITE)],
    };
    Ok(suite::run(vectors))
}

fn vectors(folder: &Path) -> Result<Vec<Vector>> {
    let mut vectors = Vec::new();
    for entry in fs::read_dir(folder.join("input"))? {
        let input = entry?.path();
        let Some(file) = input.file_name() else { continue };
        let output = folder.join("output").join(file);
        let name = file.to_string_lossy().into_owned();
        vectors.push(Vector::new(SUITE, name, move || run(&input, &output)));
    }
    Ok(vectors)
}

fn run(input: &Path, output: &Path) -> Result<(), Failed> {
    let document = json::parse(&fs::read(input)?, &Limits::default())?.value;
    let expected = fs::read(output)?;
    let found = jcs(&document)?;
    if found.as_bytes() == expected {
        Ok(())
    } else {
        Err(format!(
            "expected:\n{}\nfound:\n{found}",
            String::from_utf8_lossy(&expected)
        )
        .into())
    }
}
