//! Everything that must pass, in one command.

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
    let mut steps = Steps::default();

    steps.work("imports between rooms point down", layers::check);
    steps.run("format", &mut cargo(&["fmt", "--all", "--check"]));
    steps.work("WebAssembly module and widget", web::build);
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
    steps.run("interoperability", &mut npm("tests", "interop"));
    steps.run(
        "browser, end to end",
        npm("tests", "e2e").env("BLASON_CHROMIUM", &chromium),
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
        .current_dir(paths::root().join(folder))
        .env("NO_COLOR", "1")
        .env("BLASON_BIN", paths::binary("blason"))
        .env("BLASON_ISSUE_SAMPLE", paths::binary("issue-sample"))
        .env("DEMO_LMS_BIN", paths::binary("demo-lms"));
    command
}
