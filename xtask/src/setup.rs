//! What the commands need on a machine that has rustup, Node 20 and Python 3, and nothing else.
//!
//! What can be installed without asking is installed; what cannot is asked for in one sentence.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::paths;
use crate::progress::must;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;

/// Makes sure that the toolchain can build for WebAssembly.
pub(crate) fn wasm_target() -> Result<()> {
    let sysroot = output(
        Command::new("rustc")
            .args(["--print", "sysroot"])
            .current_dir(paths::root()),
    )
    .context("rustc is missing: install Rust from https://rustup.rs")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    must(
        Command::new("rustup")
            .args(["target", "add", WASM_TARGET])
            .current_dir(paths::root()),
    )
    .with_context(|| format!("the {WASM_TARGET} target is missing: type `rustup target add {WASM_TARGET}`"))
}

/// Makes sure that Node is there and recent enough.
pub(crate) fn node() -> Result<()> {
    let asked = "Node 20 or newer is missing: install it from https://nodejs.org and have `node` and `npm` on the PATH";
    let version = output(Command::new("node").arg("--version")).context(asked)?;
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        bail!("{asked} (found {version})");
    }
    output(Command::new("npm").arg("--version")).context(asked)?;
    Ok(())
}

/// Installs the packages that `folder/package-lock.json` names, unless they are there already.
pub(crate) fn npm_packages(folder: &str) -> Result<()> {
    let folder = paths::root().join(folder);
    let lock = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("{} has no package-lock.json", folder.display()))?;
    let stamp = folder.join("node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("npm ci in {}", folder.display());
    must(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(&folder),
    )?;
    fs::write(&stamp, lock).with_context(|| format!("could not write {}", stamp.display()))
}

/// A Chromium that tests can drive: `BLASON_CHROMIUM`, one on the PATH, or Debian's.
pub(crate) fn chromium() -> Result<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    browser("Chromium", "BLASON_CHROMIUM", &names, "chromium")
}

/// A Firefox that tests can drive: `BLASON_FIREFOX`, one on the PATH, or Debian's.
pub(crate) fn firefox() -> Result<PathBuf> {
    browser(
        "Firefox",
        "BLASON_FIREFOX",
        &["firefox-esr", "firefox"],
        "firefox-esr",
    )
}

/// The browser `title`: the one that `variable` names, one of `programs` on the PATH, or Debian's `package`, whose
/// program has its name.
fn browser(title: &str, variable: &str, programs: &[&str], package: &str) -> Result<PathBuf> {
    if let Some(chosen) = env::var_os(variable) {
        return Ok(chosen.into());
    }
    if let Some(found) = programs.iter().find_map(|program| on_path(program)) {
        return Ok(found);
    }
    if on_path("apt-get").is_some() {
        println!("installing Debian's {package} (a few minutes)");
        let installed = must(Command::new("apt-get").args(["update", "--quiet"])).and_then(|()| {
            must(
                Command::new("apt-get")
                    .args([
                        "install",
                        "--yes",
                        "--quiet",
                        "--no-install-recommends",
                        package,
                        "fonts-dejavu-core",
                    ])
                    .env("DEBIAN_FRONTEND", "noninteractive"),
            )
        });
        if let (Ok(()), Some(found)) = (installed, on_path(package)) {
            return Ok(found);
        }
    }
    bail!("{title} is missing: type `sudo apt-get install {package}`, or set {variable} to the path of one")
}

/// The Python of a virtual environment that holds Open edX's own LTI code.
pub(crate) fn openedx_python() -> Result<PathBuf> {
    python("openedx-venv", "tests/platforms/openedx/requirements.txt")
}

/// The Python of a virtual environment that holds other people's Open Badges code of today.
pub(crate) fn interop_python() -> Result<PathBuf> {
    python("interop-venv", "tests/interop/python/requirements.txt")
}

/// The Python of a virtual environment that holds the validator of Open Badges 2.0, whose parts are as old as it.
pub(crate) fn validator_python() -> Result<PathBuf> {
    python(
        "validator-venv",
        "tests/interop/python/validator/requirements.txt",
    )
}

/// The Python of the virtual environment `target/{name}`, which holds the packages that `requirements` names and no
/// others: every one of them stands there with its version.
fn python(name: &str, requirements: &str) -> Result<PathBuf> {
    let requirements = paths::root().join(requirements);
    let wanted =
        fs::read(&requirements).with_context(|| format!("could not read {}", requirements.display()))?;
    let home = paths::target().join(name);
    let python = home.join("bin/python");
    let stamp = home.join("installed-from.txt");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    println!(
        "installing {} into {} (about a minute)",
        requirements.display(),
        home.display()
    );
    must(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&home)).context(
        "Python 3 with venv is missing: type `sudo apt-get install python3 python3-venv`, or install Python 3.11",
    )?;
    must(
        Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--no-deps", "--requirement"])
            .arg(&requirements),
    )?;
    fs::write(&stamp, wanted).with_context(|| format!("could not write {}", stamp.display()))?;
    Ok(python)
}

/// The first line that `command` prints.
fn output(command: &mut Command) -> Result<String> {
    let shown = format!("{command:?}");
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("could not start {shown}"))?;
    if !output.status.success() {
        bail!("{shown} ended with {}", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout)
        .lines()
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned())
}

/// The full path of the program `name`, if the PATH has it.
fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}
