//! Imports between rooms point down only (docs/ARCHITECTURE.md, section 1).

use anyhow::{Context, Result, bail};
use cargo_metadata::MetadataCommand;

use crate::paths;

/// Each room, and the rooms that it may import. A room that is not here may import none.
const ALLOWED: &[(&str, &[&str])] = &[
    ("openbadges", &[]),
    ("lti-advantage", &[]),
    ("verifier-wasm", &["openbadges"]),
    ("plugin-server", &["openbadges", "lti-advantage"]),
    ("demo-lms", &[]),
    (
        "blason-tests",
        &[
            "openbadges",
            "lti-advantage",
            "plugin-server",
            "verifier-wasm",
            "demo-lms",
        ],
    ),
    ("xtask", &[]),
];

/// What a pure core never links: clocks, sockets, files and runtimes come in as arguments.
const CORES: &[&str] = &["openbadges", "lti-advantage"];
const NOT_IN_A_CORE: &[&str] = &[
    "tokio",
    "reqwest",
    "axum",
    "sqlx",
    "hyper",
    "object_store",
    "tracing",
    "getrandom",
];

/// Prints each arrow that points up, and fails if there is one.
///
/// # Errors
/// When `cargo metadata` cannot be read, or an arrow points up.
pub(crate) fn check() -> Result<()> {
    let metadata = MetadataCommand::new()
        .manifest_path(paths::root().join("Cargo.toml"))
        .no_deps()
        .exec()
        .context("cargo metadata did not answer")?;
    let rooms: Vec<String> = metadata
        .packages
        .iter()
        .map(|package| package.name.to_string())
        .collect();
    let mut arrows = Vec::new();
    for package in &metadata.packages {
        let room = package.name.as_str();
        let allowed = ALLOWED.iter().find(|(name, _)| *name == room);
        if allowed.is_none() {
            arrows.push(format!(
                "{room} is not in the list of rooms (xtask/src/layers.rs)"
            ));
        }
        for dependency in &package.dependencies {
            let name = dependency.name.as_str();
            let is_room = rooms.iter().any(|room| room == name);
            if is_room && !allowed.is_some_and(|(_, below)| below.contains(&name)) {
                arrows.push(format!("{room} -> {name}"));
            }
            let links = dependency.kind == cargo_metadata::DependencyKind::Normal;
            if links && CORES.contains(&room) && NOT_IN_A_CORE.contains(&name) {
                arrows.push(format!("{room} -> {name} (a core does no I/O)"));
            }
        }
    }
    if arrows.is_empty() {
        println!("{} rooms, every import points down", rooms.len());
        return Ok(());
    }
    bail!("imports that point up:\n  {}", arrows.join("\n  "))
}
