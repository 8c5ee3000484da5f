//! Imports between rooms point down only (docs/ARCHITECTURE.md, section 1).

use anyhow::{Context, Result, bail};
use cargo_metadata::{DependencyKind, MetadataCommand};

use crate::paths;

/// Each room, and the rooms that it may import. A room that is not here may import none.
const ALLOWED: &[(&str, &[&str])] = &[
    ("openbadges", &[]),
    ("lti-advantage", &[]),
    ("verifier-wasm", &["openbadges"]),
    ("plugin-server", &["openbadges", "lti-advantage"]),
    ("demo-lms", &[]),
    ("blason-fuzzing", &["openbadges"]),
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
    let rooms: Vec<&str> = metadata
        .packages
        .iter()
        .map(|package| package.name.as_str())
        .collect();
    let mut arrows = Vec::new();
    for package in &metadata.packages {
        let imports = package.dependencies.iter().map(|dependency| {
            (
                dependency.name.as_str(),
                dependency.kind == DependencyKind::Normal,
            )
        });
        arrows.extend(arrows_up(package.name.as_str(), imports, &rooms));
    }
    if arrows.is_empty() {
        println!("{} rooms, every import points down", rooms.len());
        return Ok(());
    }
    bail!("imports that point up:\n  {}", arrows.join("\n  "))
}

/// What `room` imports and may not; each import is a name, and whether the room links it outside its tests.
fn arrows_up<'a>(
    room: &str,
    imports: impl IntoIterator<Item = (&'a str, bool)>,
    rooms: &[&str],
) -> Vec<String> {
    let Some((_, below)) = ALLOWED.iter().find(|(name, _)| *name == room) else {
        return vec![format!(
            "{room} is not in the list of rooms (xtask/src/layers.rs)"
        )];
    };
    imports
        .into_iter()
        .filter_map(|(import, is_linked)| {
            if rooms.contains(&import) && !below.contains(&import) {
                Some(format!("{room} -> {import}"))
            } else if is_linked && CORES.contains(&room) && NOT_IN_A_CORE.contains(&import) {
                Some(format!("{room} -> {import} (a core does no I/O)"))
            } else {
                None
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::arrows_up;

    const ROOMS: &[&str] = &["openbadges", "lti-advantage", "plugin-server", "verifier-wasm"];

    #[test]
    fn an_import_that_points_down_is_no_arrow() {
        assert!(arrows_up("plugin-server", [("openbadges", true), ("tokio", true)], ROOMS).is_empty());
    }

    #[test]
    fn an_import_that_points_up_is_named() {
        assert_eq!(
            arrows_up("openbadges", [("plugin-server", false)], ROOMS),
            ["openbadges -> plugin-server"]
        );
        assert_eq!(
            arrows_up("lti-advantage", [("openbadges", true)], ROOMS),
            ["lti-advantage -> openbadges"]
        );
    }

    #[test]
    fn a_core_that_links_a_runtime_is_named_and_its_tests_may() {
        assert_eq!(
            arrows_up("openbadges", [("tokio", true)], ROOMS),
            ["openbadges -> tokio (a core does no I/O)"]
        );
        assert!(arrows_up("openbadges", [("tokio", false)], ROOMS).is_empty());
    }

    #[test]
    fn a_room_that_nobody_listed_is_named() {
        assert_eq!(
            arrows_up("cellar", [], ROOMS),
            ["cellar is not in the list of rooms (xtask/src/layers.rs)"]
        );
    }
}
