//! The samples of 1EdTech's validator, layer by layer: a table of sample, expected and got.
//!
//! The samples name their key in a fragment or in a header, and nothing binds it to the issuer; so a good one
//! is `unconfirmed` here, with a good signature. Every document that is asked for is unreachable, except those
//! that the table of expectations serves from a file. `docs/conformance.md` holds the result.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use blason_tests::document;
use blason_tests::suite::{self, Vector};
use openbadges::verify::{CheckId, Document, Evidence, Outcome, Policy, Report, verify};
use serde::Deserialize;
use time::macros::datetime;

const SUITE: &str = "1EdTech samples";

/// The expectations, beside this file.
const EXPECTED: &str = include_str!("expected_1edtech.json");

/// Where the table goes in `docs/conformance.md`.
const SECTION: &str = "1edtech-samples";

/// Rounds of fetching that no sample needs more of.
const MAX_ROUNDS: usize = 6;

/// What one sample should give.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expectation {
    sample: String,
    why: String,
    verdict: String,
    /// Checks by id, as `outcome code`. A check that is absent is expected to be good or not to apply.
    checks: BTreeMap<String, String>,
    /// Documents that are served, by address, from files of the samples.
    #[serde(default)]
    documents: BTreeMap<String, String>,
}

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
    let mut table = vec![
        "| sample | expected | got | layers that are not simply good | why |".to_owned(),
        "|---|---|---|---|---|".to_owned(),
    ];
    for expectation in expectations {
        let report = report_on(folder, &expectation).with_context(|| expectation.sample.clone())?;
        table.push(row(&expectation, &report));
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
    let now = datetime!(2026-11-01 00:00 UTC);
    let policy = Policy::default();
    let mut evidence = Evidence::new();
    let mut report = verify(&input, &evidence, now, &policy);
    for _ in 0..MAX_ROUNDS {
        if report.wanted.is_empty() {
            break;
        }
        for wish in &report.wanted {
            let document = match expectation.documents.get(&wish.url) {
                Some(file) => {
                    let body = fs::read(folder.join(file))?;
                    Document::Answered {
                        status: 200,
                        content_type: Some("application/vc".to_owned()),
                        body,
                    }
                }
                None => Document::Unreachable {
                    reason: "unreachable".to_owned(),
                },
            };
            evidence.insert(wish.url.clone(), document);
        }
        report = verify(&input, &evidence, now, &policy);
    }
    Ok(report)
}

fn differences(expectation: &Expectation, report: &Report) -> Vec<String> {
    let mut differences = Vec::new();
    if text(report.verdict) != expectation.verdict {
        differences.push(format!(
            "verdict: expected {}, got {}",
            expectation.verdict,
            text(report.verdict)
        ));
    }
    for id in CheckId::ALL {
        let got = shown(report, id);
        match expectation.checks.get(id.as_str()) {
            Some(expected) if *expected == got => {}
            None if is_unremarkable(report, id) => {}
            Some(expected) => differences.push(format!("{}: expected {expected}, got {got}", id.as_str())),
            None => differences.push(format!("{}: expected good, got {got}", id.as_str())),
        }
    }
    differences
}

/// Whether a check is good without a remark, or does not apply.
fn is_unremarkable(report: &Report, id: CheckId) -> bool {
    report.check(id).is_some_and(|check| match check.outcome {
        Outcome::Passed => true,
        Outcome::NotChecked => check.code.does_not_apply(),
        Outcome::Warning | Outcome::Failed => false,
    })
}

/// A check as the table of expectations writes it: `outcome code`.
fn shown(report: &Report, id: CheckId) -> String {
    report.check(id).map_or_else(String::new, |check| {
        format!("{} {}", text(check.outcome), check.code.as_str())
    })
}

/// A line of the table.
fn row(expectation: &Expectation, report: &Report) -> String {
    let layers: Vec<String> = CheckId::ALL
        .into_iter()
        .filter(|&id| !is_unremarkable(report, id))
        .map(|id| format!("`{}` {}", id.as_str(), shown(report, id)))
        .collect();
    let Expectation {
        sample, verdict, why, ..
    } = expectation;
    format!(
        "| `{sample}` | {verdict} | {} | {} | {why} |",
        text(report.verdict),
        layers.join("<br>")
    )
}

/// The word that a value is written as in a report.
fn text(value: impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}
