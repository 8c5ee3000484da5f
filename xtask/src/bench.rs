//! Sizes and speeds, printed and written to docs/benchmarks.md. A benchmark never fails a build.

mod document;
mod figures;
mod sizes;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use self::figures::Figures;
use crate::{paths, setup, web};

/// The badge that a page loads: a course's badge by a `did:key`, as `issue-sample` makes it.
const SAMPLE: &str = "typical";
/// Rounds of each program, in turn, so that a busy moment of the machine falls on all of them.
const ROUNDS: usize = 5;
/// How long a program works on the badges of one suite in one round, in seconds of its own time.
const SECONDS: &str = "0.4";

/// What verifies the badges, by the name of its column.
const PROGRAMS: [(&str, Runs); 5] = [
    ("Blason", Runs::Core),
    ("Blason, wasm", Runs::Node("wasm.mjs")),
    ("@digitalbazaar/vc", Runs::Node("digitalbazaar.mjs")),
    ("verifier-core", Runs::Node("verifier-core.mjs")),
    ("openbadgeslib", Runs::Python("measure_openbadgeslib.py")),
];

/// How a measuring program is started.
enum Runs {
    Core,
    Node(&'static str),
    Python(&'static str),
}

/// Measures everything, prints the tables and writes `docs/benchmarks.md`.
///
/// # Errors
/// When a tool is missing, a build fails or a measuring program does.
pub(crate) fn bench() -> Result<()> {
    web::build()?;
    setup::npm_packages("tests")?;
    let chromium = setup::chromium()?;
    let python = setup::interop_python()?;
    let built = measuring_programs()?;
    let badges = paths::target().join("measured-badges.json");
    let printed = output(Command::new(built.join("issue-sample")).arg("measured"), b"")?;
    let names = names(&printed)?;
    fs::write(&badges, printed).with_context(|| format!("could not write {}", badges.display()))?;

    let mut figures: Vec<(&str, Figures)> = PROGRAMS.map(|(name, _)| (name, Figures::default())).into();
    for round in 1..=ROUNDS {
        println!("round {round} of {ROUNDS}");
        for ((_, runs), (_, figures)) in PROGRAMS.iter().zip(&mut figures) {
            figures.add(&output(&mut runs.command(&built, &python, &badges), b"")?)?;
        }
    }
    println!("Chromium");
    let samples = output(&mut Command::new(built.join("issue-sample")), b"")?;
    let page: Value = serde_json::from_slice(&output(
        Command::new("node")
            .arg(paths::root().join("tests/bench/browser.mjs"))
            .arg(paths::root().join("widget/dist"))
            .arg(SAMPLE)
            .env("BLASON_CHROMIUM", chromium),
        &samples,
    )?)?;

    let document = document::write(&names, &figures, &page, &sizes::of_widget()?)?;
    println!("\n{document}");
    let written = paths::root().join("docs/benchmarks.md");
    fs::write(&written, document).with_context(|| format!("could not write {}", written.display()))
}

impl Runs {
    /// The program, told how long to work and on what.
    fn command(&self, built: &Path, python: &Path, badges: &Path) -> Command {
        let bench = paths::root().join("tests/bench");
        let mut command = match self {
            Self::Core => Command::new(built.join("measure-core")),
            Self::Node(script) => {
                let mut node = Command::new("node");
                node.arg(bench.join(script));
                node
            }
            Self::Python(script) => {
                let mut interpreter = Command::new(python);
                interpreter.arg(bench.join(script));
                interpreter
            }
        };
        // The folder of the module, which the others do not look at.
        command
            .arg(SECONDS)
            .arg(badges)
            .arg(paths::root().join("widget/pkg"));
        command
    }
}

/// The suites and algorithms of the badges, in their order.
fn names(badges: &[u8]) -> Result<Vec<String>> {
    let groups: Vec<Value> = serde_json::from_slice(badges)?;
    let names = groups
        .iter()
        .map(|group| group["name"].as_str().map(str::to_owned));
    names
        .collect::<Option<_>>()
        .context("a name of each group of badges")
}

/// Builds what measures the core, with optimisation, and says where it is.
fn measuring_programs() -> Result<PathBuf> {
    println!("building with optimisation");
    crate::progress::must(
        Command::new("cargo")
            .args(["build", "--release", "--package", "blason-tests"])
            .args(["--bin", "issue-sample", "--bin", "measure-core"])
            .current_dir(paths::root()),
    )?;
    Ok(paths::target().join("release"))
}

/// What `command` prints when it is given `input`.
fn output(command: &mut Command, input: &[u8]) -> Result<Vec<u8>> {
    let shown = format!("{command:?}");
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| shown.clone())?;
    child
        .stdin
        .take()
        .context("standard input is piped")?
        .write_all(input)?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("{shown} ended with {}", output.status);
    }
    Ok(output.stdout)
}
