//! Reports held to what is expected of them, layer by layer, and shown as lines of a table.

use std::collections::BTreeMap;

use anyhow::Result;
use openbadges::verify::{CheckId, Document, Evidence, Outcome, Policy, Report, verify};
use serde::Deserialize;
use time::macros::datetime;

/// The first lines of a table of [`row`]s.
pub const HEAD: &str =
    "| sample | expected | got | layers that are not simply good | why |\n|---|---|---|---|---|";

/// Rounds of fetching that no sample needs more of.
const MAX_ROUNDS: usize = 6;

/// What one sample should give.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The file.
    pub sample: String,
    /// What the sample is about, or what is wrong with it.
    pub why: String,
    /// The verdict.
    pub verdict: String,
    /// Checks by id, as `outcome code`. A check that is absent is expected to be good or not to apply.
    pub checks: BTreeMap<String, String>,
    /// The verdicts of the credentials inside, by their places. A place that is absent is expected to be empty.
    #[serde(default)]
    pub nested: BTreeMap<String, String>,
    /// Documents that are served, by address, from files of the samples.
    #[serde(default)]
    pub documents: BTreeMap<String, String>,
    /// Another badge class that the assertion is given, by its address.
    #[serde(default)]
    pub badge: Option<String>,
}

/// What is said of `input` when each document that is wanted is the one that `serve` gives, or is unreachable.
///
/// # Errors
/// A document that is served cannot be read.
pub fn report_on(input: &[u8], serve: impl Fn(&str) -> Result<Option<Vec<u8>>>) -> Result<Report> {
    let now = datetime!(2026-11-01 00:00 UTC);
    let policy = Policy::default();
    let mut evidence = Evidence::new();
    let mut report = verify(input, &evidence, now, &policy);
    for _ in 0..MAX_ROUNDS {
        if report.wanted.is_empty() {
            break;
        }
        for wish in &report.wanted {
            let document = match serve(&wish.url)? {
                Some(body) => Document::Answered {
                    status: 200,
                    content_type: None,
                    body,
                },
                None => Document::Unreachable {
                    reason: "unreachable".to_owned(),
                },
            };
            evidence.insert(wish.url.clone(), document);
        }
        report = verify(input, &evidence, now, &policy);
    }
    Ok(report)
}

/// Where `report` is not what is expected; empty when it is.
#[must_use]
pub fn differences(expectation: &Expectation, report: &Report) -> Vec<String> {
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
    let nested = verdicts_inside(report);
    if nested != expectation.nested {
        differences.push(format!(
            "nested: expected {:?}, got {nested:?}",
            expectation.nested
        ));
    }
    differences
}

/// The verdicts of the credentials inside, by their places.
fn verdicts_inside(report: &Report) -> BTreeMap<String, String> {
    let nested = report.nested.iter();
    nested
        .map(|nested| (nested.pointer.clone(), text(nested.report.verdict)))
        .collect()
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

/// The line of the table for a report on the sample `name`.
#[must_use]
pub fn row(name: &str, expectation: &Expectation, report: &Report) -> String {
    let layers: Vec<String> = CheckId::ALL
        .into_iter()
        .filter(|&id| !is_unremarkable(report, id))
        .map(|id| format!("`{}` {}", id.as_str(), shown(report, id)))
        .chain(
            verdicts_inside(report)
                .into_iter()
                .map(|(pointer, verdict)| format!("`{pointer}` {verdict}")),
        )
        .collect();
    let Expectation { verdict, why, .. } = expectation;
    format!(
        "| {name} | {verdict} | {} | {} | {why} |",
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
