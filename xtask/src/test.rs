//! Everything that must pass, in one command.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::progress::Steps;
use crate::{layers, paths, setup, web};

/// Sets everything up and passes every test; prints a table of the steps at the end.
///
/// # Errors
/// When a tool is missing, or a step failed. A step that fails does not hide the ones after it.
pub(crate) fn test() -> Result<()> {
    setup::wasm_target()?;
    setup::node()?;
    setup::npm_packages("tests")?;
    let chromium = setup::chromium()?;
    let firefox = setup::firefox()?;
    let mut steps = Steps::default();

    steps.work("imports between rooms point down", layers::check);
    steps.run("format", &mut cargo(&["fmt", "--all", "--check"]));
    steps.work("WebAssembly module and widget", web::build);
    steps.work("example pages", web::build_examples);
    steps.run(
        "lints",
        &mut cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ]),
    );
    steps.run(
        "documentation",
        cargo(&[
            "doc",
            "--workspace",
            "--no-deps",
            "--document-private-items",
            "--quiet",
        ])
        .env("RUSTDOCFLAGS", "-D warnings"),
    );
    steps.run(
        "Rust: units, conformance, short fuzzing, server",
        &mut cargo(&["test", "--workspace", "--quiet", "--no-fail-fast"]),
    );
    steps.run(
        "programs",
        &mut cargo(&["build", "--workspace", "--bins", "--quiet"]),
    );
    steps.run("widget", &mut npm("widget", "test"));
    interoperability(&mut steps);
    steps.run(
        "browsers, end to end",
        npm("tests", "e2e")
            .env("BLASON_CHROMIUM", &chromium)
            .env("BLASON_FIREFOX", &firefox),
    );
    match setup::openedx_python() {
        Ok(python) => steps.run(
            "Open edX's own LTI code, in a browser",
            npm("tests", "openedx")
                .env("BLASON_CHROMIUM", &chromium)
                .env("BLASON_OPENEDX_PYTHON", python),
        ),
        Err(error) => steps.work("Open edX's own LTI code, in a browser", || Err(error)),
    }
    steps.close()
}

/// Badges across implementations that nobody of this project wrote, in both directions, and the table of what
/// passed.
fn interoperability(steps: &mut Steps) {
    let results = paths::target().join("interop-results");
    // Of an earlier run; the first has none.
    drop(fs::remove_dir_all(&results));
    steps.run(
        "interoperability, JavaScript",
        npm("tests", "interop").env("BLASON_INTEROP_RESULTS", &results),
    );
    let pythons = [
        (
            "interoperability, Python",
            setup::interop_python(),
            "--ignore=validator",
        ),
        (
            "interoperability, validator of Open Badges 2.0",
            setup::validator_python(),
            "validator",
        ),
    ];
    for (step, python, tests) in pythons {
        match python {
            Ok(python) => steps.run(
                step,
                pytest(&python, &[tests]).env("BLASON_INTEROP_RESULTS", &results),
            ),
            Err(error) => steps.work(step, || Err(error)),
        }
    }
    steps.run(
        "table of other people's implementations",
        Command::new(paths::binary("peers-table")).arg(&results),
    );
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(paths::root());
    command
}

/// The npm script `script` of `folder`, told where the programs are.
fn npm(folder: &str, script: &str) -> Command {
    let mut command = Command::new("npm");
    command
        .args(["run", "--silent", script])
        .current_dir(paths::root().join(folder));
    with_programs(command)
}

/// The tests in Python by the interpreter `python`, told where the programs are.
fn pytest(python: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(python);
    command
        .args(["-m", "pytest"])
        .args(arguments)
        .current_dir(paths::root().join("tests/interop/python"))
        .env("PYTHONDONTWRITEBYTECODE", "1");
    with_programs(command)
}

fn with_programs(mut command: Command) -> Command {
    command
        .env("NO_COLOR", "1")
        .env("BLASON_BIN", paths::binary("blason"))
        .env("BLASON_ISSUE_SAMPLE", paths::binary("issue-sample"))
        .env("DEMO_LMS_BIN", paths::binary("demo-lms"));
    command
}
