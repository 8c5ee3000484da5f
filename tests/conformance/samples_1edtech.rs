//! The samples of 1EdTech's validator, layer by layer: a table of sample, expected and got.
//!
//! The samples name their key in a fragment or in a header, and nothing binds it to the issuer; so a good one
//! is `unconfirmed` here, with a good signature. Every document that is asked for is unreachable, except those
//! that the table of expectations serves from a file. `docs/conformance.md` holds the result.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use blason_tests::document;
use blason_tests::layers::{self, Expectation, HEAD, differences, row};
use blason_tests::suite::{self, Vector};
use openbadges::verify::Report;

const SUITE: &str = "1EdTech samples";

/// The expectations, beside this file.
const EXPECTED: &str = include_str!("expected_1edtech.json");

/// Where the table goes in `docs/conformance.md`.
const SECTION: &str = "1edtech-samples";

fn main() -> Result<ExitCode> {
    let vectors = match blason_tests::vectors("1edtech-validator/ob30") {
        Some(folder) => vectors(&folder)?,
        None => vec![Vector::absent(SUITE)],
    };
    Ok(suite::run(vectors))
}

/// One vector for each sample, and one for the table in the documentation.
#[expect(clippy::print_stdout, reason = "the table is for whoever runs the samples")]
fn vectors(folder: &Path) -> Result<Vec<Vector>> {
    let expectations: Vec<Expectation> = serde_json::from_str(EXPECTED)?;
    let mut vectors = Vec::new();
    let mut table = vec![HEAD.to_owned()];
    for expectation in expectations {
        let report = report_on(folder, &expectation).with_context(|| expectation.sample.clone())?;
        table.push(row(&format!("`{}`", expectation.sample), &expectation, &report));
        vectors.push(Vector::new(
            SUITE,
            expectation.sample.clone(),
            move || match differences(&expectation, &report).as_slice() {
                [] => Ok(()),
                differences => Err(differences.join("\n").into()),
            },
        ));
    }
    let table = table.join("\n");
    println!("{table}\n");
    vectors.push(Vector::beside(
        SUITE,
        "the table in docs/conformance.md is this one",
        move || Ok(document::section("conformance.md", SECTION, &table)?),
    ));
    Ok(vectors)
}

/// Verifies a sample, fetching what it wants from the files that its expectation names and from nowhere else.
fn report_on(folder: &Path, expectation: &Expectation) -> Result<Report> {
    let input = fs::read(folder.join(&expectation.sample))?;
    layers::report_on(&input, |url| match expectation.documents.get(url) {
        Some(file) => Ok(Some(fs::read(folder.join(file))?)),
        None => Ok(None),
    })
}
