//! Sizes and speeds, printed and written to docs/benchmarks.md. A benchmark never fails a build.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{paths, setup, web};

/// The credential that is measured: a course's badge by a `did:key`, as `issue-sample` makes it.
const SAMPLE: &str = "typical";
/// Rounds of each program, in turn, so that a busy moment of the machine falls on all of them.
const ROUNDS: usize = 5;
const SECONDS_PER_ROUND: &str = "1";
/// Brotli's best quality, as a server would compress once and keep.
const BROTLI_QUALITY: i32 = 11;

/// Measures everything, prints one table and writes `docs/benchmarks.md`.
///
/// # Errors
/// When a tool is missing, a build fails or a measuring program does.
pub(crate) fn bench() -> Result<()> {
    web::build()?;
    setup::npm_packages("tests")?;
    let chromium = setup::chromium()?;
    let programs = measuring_programs()?;
    let samples = feed(&mut Command::new(programs.join("issue-sample")), b"")?;

    let core = programs.join("measure-core");
    let peer = paths::root().join("tests/bench/peer.mjs");
    let mut ours = Rates::default();
    let mut theirs = Rates::default();
    for round in 1..=ROUNDS {
        println!("round {round} of {ROUNDS}");
        ours.add(&feed(
            Command::new(&core).args([SECONDS_PER_ROUND, SAMPLE]),
            &samples,
        )?)?;
        theirs.add(&feed(
            Command::new("node").arg(&peer).args([SECONDS_PER_ROUND, SAMPLE]),
            &samples,
        )?)?;
    }
    println!("Chromium");
    let page: Value = serde_json::from_slice(&feed(
        Command::new("node")
            .arg(paths::root().join("tests/bench/browser.mjs"))
            .arg(paths::root().join("widget/dist"))
            .arg(SAMPLE)
            .env("BLASON_CHROMIUM", chromium),
        &samples,
    )?)?;

    let document = document(&ours, &theirs, &page, &sizes()?)?;
    println!("\n{document}");
    let written = paths::root().join("docs/benchmarks.md");
    fs::write(&written, document).with_context(|| format!("could not write {}", written.display()))
}

/// Builds what measures the core, with optimisation, and says where it is.
fn measuring_programs() -> Result<PathBuf> {
    println!("building with optimisation");
    crate::progress::must(
        Command::new("cargo")
            .args(["build", "--release", "--package", "blason-tests", "--bins"])
            .current_dir(paths::root()),
    )?;
    Ok(paths::target().join("release"))
}

/// What `command` prints when it is given `input`.
fn feed(command: &mut Command, input: &[u8]) -> Result<Vec<u8>> {
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

/// Operations per second, one figure a round.
#[derive(Default)]
struct Rates {
    verify: Vec<f64>,
    sign: Vec<f64>,
}

impl Rates {
    fn add(&mut self, printed: &[u8]) -> Result<()> {
        let figures: Value = serde_json::from_slice(printed)?;
        self.verify
            .push(figures["verify"].as_f64().context("no figure for verify")?);
        self.sign
            .push(figures["sign"].as_f64().context("no figure for sign")?);
        Ok(())
    }
}

/// The files that a page fetches for a first verdict, with their bytes as they are and under brotli.
fn sizes() -> Result<Vec<(String, usize, usize)>> {
    let assets = paths::root().join("widget/dist/assets");
    let mut files = vec![paths::root().join("widget/dist/verifier.js")];
    for entry in fs::read_dir(&assets).with_context(|| format!("could not read {}", assets.display()))? {
        files.push(entry?.path());
    }
    files.sort();
    files.iter().map(|file| size(file)).collect()
}

fn size(file: &Path) -> Result<(String, usize, usize)> {
    let bytes = fs::read(file)?;
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &parameters)?;
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    Ok((name, bytes.len(), compressed.len()))
}

fn document(ours: &Rates, theirs: &Rates, page: &Value, sizes: &[(String, usize, usize)]) -> Result<String> {
    let mut text = String::from(
        "# Benchmarks\n\nWritten by `cargo xtask bench`. Figures of one run, in turns with the peer; only the ratios carry over to\nanother machine.\n\n",
    );
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    writeln!(
        text,
        "Machine: {cores} cores, {} {}.\n",
        env::consts::OS,
        env::consts::ARCH
    )?;
    writeln!(text, "## One `eddsa-rdfc-2022` badge, on one core\n")?;
    writeln!(
        text,
        "| what | Blason, per second | @digitalbazaar/vc, per second | ratio | goal |\n|---|---|---|---|---|"
    )?;
    for (what, ours, theirs, goal) in [
        ("verify", &ours.verify, &theirs.verify, 20.0),
        ("sign", &ours.sign, &theirs.sign, 50.0),
    ] {
        let (ours, theirs) = (median(ours), median(theirs));
        let ratio = ours / theirs;
        let verdict = if ratio >= goal { "met" } else { "falls short" };
        writeln!(
            text,
            "| {what} | {ours:.0} | {theirs:.0} | {ratio:.1} | {goal:.0}, {verdict} |"
        )?;
    }
    let figure = |name: &str| page[name].as_f64().context("a figure of the page is missing");
    writeln!(text, "\n## In Chromium\n\n| what | milliseconds |\n|---|---|")?;
    writeln!(
        text,
        "| page load to first verdict, over an empty page | {:.0} |",
        figure("first")? - figure("empty")?
    )?;
    writeln!(text, "| warm verdict | {:.2} |", figure("warm")?)?;
    writeln!(text, "\n## Bytes\n\n| file | raw | brotli |\n|---|---|---|")?;
    for (name, raw, compressed) in sizes {
        writeln!(text, "| {name} | {raw} | {compressed} |")?;
    }
    Ok(text)
}

fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
