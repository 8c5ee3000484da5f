//! The fuzz targets under libFuzzer, one after the other (docs/fuzzing.md).

use std::process::{Command, Stdio};
use std::{env, fs};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::paths;
use crate::progress::{Steps, must};

/// No input may take longer, in seconds.
const MAX_SECONDS: u32 = 2;

/// No input may make the program larger, nor ask for more at once.
const MAX_MEGABYTES: u32 = 256;

/// Longer inputs are not made. Limits on larger ones are what unit tests are for.
const MAX_INPUT_BYTES: u32 = 16_384;

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The target; without it, each of them in turn
    target: Option<String>,
    /// How long each target runs
    #[arg(long, default_value_t = 600)]
    seconds: u32,
}

/// Writes the seeds, builds the targets and runs them.
///
/// # Errors
/// When a tool or the target is missing, or a target found a fault; its input is under `fuzz/artifacts`.
pub(crate) fn fuzz(options: &Options) -> Result<()> {
    tools()?;
    let targets = targets()?;
    let targets: Vec<&str> = match &options.target {
        None => targets.iter().map(String::as_str).collect(),
        Some(one) if targets.contains(one) => vec![one],
        Some(other) => bail!("there is no target {other}; there are {}", targets.join(", ")),
    };
    seed_corpora()?;
    let mut steps = Steps::default();
    for target in targets {
        steps.run(target, &mut libfuzzer(target, options.seconds));
    }
    steps.close()
}

/// Nothing is installed without asking: both are only of use here.
fn tools() -> Result<()> {
    let answers = |arguments: &[&str]| {
        let mut command = Command::new("cargo");
        command
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    if answers(&["+nightly", "--version"]) && answers(&["fuzz", "--version"]) {
        return Ok(());
    }
    bail!(
        "fuzzing needs a nightly toolchain and cargo-fuzz: type `rustup toolchain install nightly && cargo install \
         cargo-fuzz --locked` (the short run in `cargo xtask test` needs neither)"
    )
}

/// The names of the targets: each is one file.
fn targets() -> Result<Vec<String>> {
    let folder = paths::root().join("fuzz/fuzz_targets");
    let mut names = Vec::new();
    for file in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = file?.path();
        names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
    }
    names.sort();
    Ok(names)
}

/// Writes what the targets start from to `fuzz/corpus`, beside what earlier runs found.
fn seed_corpora() -> Result<()> {
    must(
        Command::new("cargo")
            .args([
                "build",
                "--quiet",
                "--bins",
                "-p",
                "blason-tests",
                "-p",
                "blason-fuzzing",
            ])
            .current_dir(paths::root()),
    )?;
    let mut samples = Command::new(paths::binary("issue-sample"))
        .stdout(Stdio::piped())
        .spawn()
        .context("issue-sample did not start")?;
    let printed = samples.stdout.take().context("issue-sample has no output")?;
    must(
        Command::new(paths::binary("seed-corpora"))
            .arg(paths::root().join("fuzz/corpus"))
            .args(vectors())
            .stdin(printed),
    )?;
    let status = samples.wait()?;
    if !status.success() {
        bail!("issue-sample ended with {status}");
    }
    Ok(())
}

/// The folder of other people's test vectors, if there is one: see tests/src/lib.rs.
#[expect(clippy::disallowed_methods, reason = "the tests' own variable")]
fn vectors() -> Option<std::path::PathBuf> {
    let folder =
        env::var("BLASON_VECTORS").map_or_else(|_| paths::root().join("../shared/vectors"), Into::into);
    folder.is_dir().then_some(folder)
}

/// No sanitizer: the core has no unsafe code to watch, and the memory that a sanitizer takes would hide ours.
fn libfuzzer(target: &str, seconds: u32) -> Command {
    let mut command = Command::new("cargo");
    command
        .args(["+nightly", "fuzz", "run", "--sanitizer", "none", target, "--"])
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-timeout={MAX_SECONDS}"))
        .arg(format!("-rss_limit_mb={MAX_MEGABYTES}"))
        .arg(format!("-malloc_limit_mb={MAX_MEGABYTES}"))
        .arg(format!("-max_len={MAX_INPUT_BYTES}"))
        .arg(format!("-dict=corpus/{target}.dict"))
        .arg("-print_final_stats=1")
        .current_dir(paths::root().join("fuzz"));
    command
}
