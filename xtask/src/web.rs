//! The WebAssembly module and the widget that carries it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::paths;
use crate::progress::must;
use crate::setup;

const MODULE: &str = "verifier_wasm";
const EXAMPLES: &str = "examples/pages/frameworks";

/// Builds `widget/pkg` (the module and its JavaScript) and `widget/dist` (the elements and the page).
///
/// # Errors
/// When a tool is missing (the sentence says what to type) or a build fails.
pub(crate) fn build() -> Result<()> {
    setup::wasm_target()?;
    setup::node()?;
    setup::npm_packages("widget")?;
    let pkg = bindings()?;
    shrink(&pkg.join(format!("{MODULE}_bg.wasm")))?;
    must(
        Command::new("npm")
            .args(["run", "build"])
            .current_dir(paths::root().join("widget")),
    )
}

/// Builds the example pages that are made with a framework, as a project that uses the widget would; the others are
/// files as they are. The widget is built before.
///
/// # Errors
/// When a tool is missing (the sentence says what to type) or a build fails.
pub(crate) fn build_examples() -> Result<()> {
    setup::npm_packages(EXAMPLES)?;
    must(
        Command::new("npm")
            .args(["run", "--silent", "build"])
            .current_dir(paths::root().join(EXAMPLES)),
    )
}

/// Compiles the module and writes its JavaScript and types. `wasm-bindgen` is linked as a library of the very
/// version that the crate uses, so the two cannot drift apart.
fn bindings() -> Result<PathBuf> {
    println!("building the WebAssembly module");
    must(
        Command::new("cargo")
            .args([
                "build",
                "--package",
                "verifier-wasm",
                "--profile",
                "wasm",
                "--target",
                "wasm32-unknown-unknown",
            ])
            .current_dir(paths::root()),
    )?;
    let module = paths::target()
        .join("wasm32-unknown-unknown/wasm")
        .join(format!("{MODULE}.wasm"));
    let pkg = paths::root().join("widget/pkg");
    fs::create_dir_all(&pkg)?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&module)
        .typescript(true)
        .remove_producers_section(true)
        .out_name(MODULE);
    bindgen.web(true).context("wasm-bindgen refused the web target")?;
    bindgen
        .generate(&pkg)
        .with_context(|| format!("wasm-bindgen could not read {}", module.display()))?;
    Ok(pkg)
}

/// What rustc may use in a module for `wasm32-unknown-unknown`, and browsers of the last years all read. The
/// optimiser may use no more: it would write what browsers do not read yet.
const FEATURES: &[&str] = &[
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Runs binaryen's optimiser, from the widget's own packages, over the module in place.
fn shrink(module: &std::path::Path) -> Result<()> {
    let optimiser = paths::root().join("widget/node_modules/.bin/wasm-opt");
    must(
        Command::new(optimiser)
            .args(FEATURES)
            .args(["-Oz", "--strip-debug", "--strip-producers", "--output"])
            .arg(module)
            .arg(module),
    )
}
