//! Official suites: each vector is a test of its own, and each suite a row of counts in `docs/conformance.md`.
//!
//! What a suite asks and this project does not give stands in `conformance/known_failures.toml` with its reason. A
//! vector that stands there and passes fails the run, as does one that fails and does not stand there.

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use libtest_mimic::{Arguments, Completion, Failed, Trial};

use crate::document;

/// Reasons by suite and by the vector's name.
const KNOWN_FAILURES: &str = include_str!("../conformance/known_failures.toml");

/// The section of `docs/conformance.md` with a row for each suite.
const SECTION: &str = "counts";

/// One vector of an official suite.
pub struct Vector {
    suite: &'static str,
    name: String,
    kind: Kind,
}

type Test = Box<dyn FnOnce() -> Result<(), Failed> + Send>;

enum Kind {
    Test(Test),
    Beside(Test),
    Skipped(&'static str),
    Absent,
}

impl std::fmt::Debug for Vector {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.suite, self.name)
    }
}

impl Vector {
    /// The vector `name` of `suite`, which `test` holds the project to.
    pub fn new(
        suite: &'static str,
        name: impl Into<String>,
        test: impl FnOnce() -> Result<(), Failed> + Send + 'static,
    ) -> Self {
        Self {
            suite,
            name: name.into(),
            kind: Kind::Test(Box::new(test)),
        }
    }

    /// A test of our own beside the vectors of `suite`; it is not counted.
    pub fn beside(
        suite: &'static str,
        name: impl Into<String>,
        test: impl FnOnce() -> Result<(), Failed> + Send + 'static,
    ) -> Self {
        Self {
            suite,
            name: name.into(),
            kind: Kind::Beside(Box::new(test)),
        }
    }

    /// A vector about something that the project does not do, for this reason.
    pub fn skipped(suite: &'static str, name: impl Into<String>, reason: &'static str) -> Self {
        Self {
            suite,
            name: name.into(),
            kind: Kind::Skipped(reason),
        }
    }

    /// Stands for all vectors of `suite` where its files are not there to read.
    #[must_use]
    pub fn absent(suite: &'static str) -> Self {
        Self {
            suite,
            name: "vectors are absent".to_owned(),
            kind: Kind::Absent,
        }
    }
}

/// How many vectors of a suite ended in which way.
#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    passed: usize,
    known_failures: usize,
    skipped: usize,
}

type Tally = Arc<Mutex<BTreeMap<&'static str, Counts>>>;

/// Runs the vectors, and holds the rows of their suites in `docs/conformance.md` to what came out.
///
/// The rows are left alone when only some of the vectors are run.
#[must_use]
pub fn run(vectors: Vec<Vector>) -> ExitCode {
    let arguments = Arguments::from_args();
    let known = match read(KNOWN_FAILURES) {
        Ok(known) => known,
        Err(error) => {
            let trial = Trial::test("known_failures.toml is read", move || {
                Err(error.to_string().into())
            });
            return libtest_mimic::run(&arguments, vec![trial]).exit_code();
        }
    };
    let absent: BTreeSet<&str> = vectors
        .iter()
        .filter(|vector| matches!(vector.kind, Kind::Absent))
        .map(|vector| vector.suite)
        .collect();
    let mut trials: Vec<Trial> = stale(&known, &vectors, &absent).into_iter().collect();
    let tally = Tally::default();
    let asked = vectors.len().saturating_add(trials.len());
    trials.extend(vectors.into_iter().map(|vector| trial(vector, &known, &tally)));

    let conclusion = libtest_mimic::run(&arguments, trials);
    let ran = conclusion.num_passed.saturating_add(conclusion.num_ignored);
    if conclusion.has_failed() || usize::try_from(ran).ok() != Some(asked) || arguments.list {
        return conclusion.exit_code();
    }
    let counts = tally.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let mut rows = Vec::new();
    for (suite, counts) in counts {
        if absent.contains(suite) {
            continue;
        }
        let name = format!("the row of {suite} in docs/conformance.md is this one");
        let row = row(suite, counts);
        rows.push(Trial::test(name, move || {
            Ok(document::row("conformance.md", SECTION, suite, &row)?)
        }));
    }
    if rows.is_empty() {
        return conclusion.exit_code();
    }
    // One at a time: the rows stand in one file.
    let one_by_one = Arguments {
        test_threads: Some(1),
        ..arguments
    };
    libtest_mimic::run(&one_by_one, rows).exit_code()
}

type Known = BTreeMap<String, BTreeMap<String, String>>;

fn read(file: &str) -> Result<Known> {
    Ok(toml::from_str(file)?)
}

fn trial(vector: Vector, known: &Known, tally: &Tally) -> Trial {
    let Vector { suite, name, kind } = vector;
    let reason = known.get(suite).and_then(|names| names.get(&name)).cloned();
    let tally = Arc::clone(tally);
    let shown = format!("{suite} {name}");
    Trial::ignorable_test(shown, move || {
        let outcome = match kind {
            Kind::Absent => return Ok(Completion::ignored()),
            Kind::Beside(test) => return test().map(|()| Completion::Completed),
            Kind::Skipped(reason) => Ok(Completion::ignored_with(reason)),
            Kind::Test(test) => judge(test(), reason.as_deref()),
        };
        let mut tally = tally.lock().unwrap_or_else(PoisonError::into_inner);
        let counts = tally.entry(suite).or_default();
        let count = match (&outcome, &reason) {
            (Ok(Completion::Ignored { .. }), _) => &mut counts.skipped,
            (Ok(Completion::Completed), Some(_)) => &mut counts.known_failures,
            (Ok(Completion::Completed), None) | (Err(_), _) => &mut counts.passed,
        };
        *count = count.saturating_add(1);
        outcome
    })
}

/// Passes what passes and is not known to fail, and what fails and is.
fn judge(found: Result<(), Failed>, known: Option<&str>) -> Result<Completion, Failed> {
    match (found, known) {
        (Ok(()), None) | (Err(_), Some(_)) => Ok(Completion::Completed),
        (Err(failed), None) => Err(failed),
        (Ok(()), Some(reason)) => {
            Err(format!("passes now; drop it from known_failures.toml: {reason}").into())
        }
    }
}

/// A trial that fails, where an entry names no vector of the suites that are run.
fn stale(known: &Known, vectors: &[Vector], absent: &BTreeSet<&str>) -> Option<Trial> {
    let is_vector = |suite: &str, name: &str| {
        vectors
            .iter()
            .any(|vector| vector.suite == suite && vector.name == name)
    };
    let suites: BTreeSet<&str> = vectors.iter().map(|vector| vector.suite).collect();
    let stale: Vec<String> = known
        .iter()
        .filter(|(suite, _)| suites.contains(suite.as_str()) && !absent.contains(suite.as_str()))
        .flat_map(|(suite, names)| names.keys().map(move |name| (suite, name)))
        .filter(|(suite, name)| !is_vector(suite, name))
        .map(|(suite, name)| format!("{suite} {name}"))
        .collect();
    if stale.is_empty() {
        return None;
    }
    Some(Trial::test(
        "known_failures.toml names vectors that there are",
        move || Err(format!("no such vector: {}", stale.join(", ")).into()),
    ))
}

fn row(suite: &str, counts: Counts) -> String {
    let Counts {
        passed,
        known_failures,
        skipped,
    } = counts;
    format!("| {suite} | {passed} | {known_failures} | {skipped} |")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_failure_that_passes_fails_the_run() {
        assert!(judge(Ok(()), None).is_ok());
        assert!(judge(Ok(()), Some("a reason")).is_err());
        assert!(judge(Err(Failed::without_message()), None).is_err());
        assert!(judge(Err(Failed::without_message()), Some("a reason")).is_ok());
    }

    #[test]
    fn an_entry_without_its_vector_fails_the_run() {
        let known = read("[suite]\n\"1\" = \"a reason\"\n[other]\n\"2\" = \"a reason\"").unwrap();
        let vector = |suite, name: &str| Vector::skipped(suite, name, "");
        let none = BTreeSet::new();
        assert!(stale(&known, &[vector("suite", "1")], &none).is_none());
        assert!(stale(&known, &[vector("suite", "2")], &none).is_some());
        assert!(stale(&known, &[Vector::absent("suite")], &BTreeSet::from(["suite"])).is_none());
    }

    #[test]
    fn the_file_is_read() {
        read(KNOWN_FAILURES).unwrap();
    }
}
