//! The samples of Open Badges 2.0 in 1EdTech's validator, layer by layer: a table of sample, expected and got.
//!
//! They are hosted and signed on the host `example.org`, where the files in `assets` stand. An assertion stands at the
//! address that it says; so a good sample is `verified`. `docs/conformance.md` holds the result.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use blason_tests::document;
use blason_tests::layers::{self, Expectation, HEAD, differences, row};
use blason_tests::suite::{self, Vector};
use openbadges::verify::Report;
use serde_json::Value;

const SUITE: &str = "1EdTech samples of 2.0";

/// The expectations, beside this file.
const EXPECTED: &str = include_str!("expected_1edtech_ob20.json");

/// Where the table goes in `docs/conformance.md`.
const SECTION: &str = "1edtech-samples-of-2.0";

/// Where the files in `assets` stand.
const HOSTS: [&str; 4] = [
    "https://example.org/",
    "http://example.org/",
    "https://www.example.org/",
    "http://www.example.org/",
];

fn main() -> Result<ExitCode> {
    let vectors = match blason_tests::vectors("1edtech-validator/ob20") {
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
        let name = match &expectation.badge {
            None => expectation.sample.clone(),
            Some(badge) => format!("{} of {}", expectation.sample, file_name(badge)),
        };
        let report = report_on(folder, &expectation).with_context(|| name.clone())?;
        table.push(row(&format!("`{name}`"), &expectation, &report));
        vectors.push(Vector::new(SUITE, name, move || {
            match differences(&expectation, &report).as_slice() {
                [] => Ok(()),
                differences => Err(differences.join("\n").into()),
            }
        }));
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

/// Verifies a sample, fetching what it wants from the files that its expectation names, then from `assets`.
fn report_on(folder: &Path, expectation: &Expectation) -> Result<Report> {
    let read = |file: &str| -> Result<Vec<u8>> {
        let bytes = fs::read(folder.join(file))?;
        match &expectation.badge {
            Some(badge) if file == expectation.sample => {
                let mut assertion: Value = serde_json::from_slice(&bytes)?;
                assertion["badge"] = badge.as_str().into();
                Ok(assertion.to_string().into_bytes())
            }
            _ => Ok(bytes),
        }
    };
    layers::report_on(&read(&expectation.sample)?, |url| {
        if let Some(file) = expectation.documents.get(url) {
            return Ok(Some(read(file)?));
        }
        let asset = HOSTS.iter().find_map(|host| url.strip_prefix(host));
        let asset = asset
            .map(|name| folder.join("assets").join(name))
            .filter(|file| file.is_file());
        Ok(asset.map(fs::read).transpose()?)
    })
}

fn file_name(url: &str) -> &str {
    url.rsplit('/').next().unwrap_or(url)
}
