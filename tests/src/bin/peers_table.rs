//! Holds the table of other people's implementations in `docs/conformance.md` to what passed: reads the files
//! that the cross-checks left in the folder that is its argument. With `BLASON_WRITE_DOCS=1`, writes the table.
#![expect(
    clippy::print_stdout,
    reason = "the table is for whoever runs the cross-checks"
)]

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use blason_tests::document;
use serde::Deserialize;

/// Where the table goes in `docs/conformance.md`.
const SECTION: &str = "peers";

/// Stands in a cell for a direction that there is not.
const NONE: &str = "–";

/// What passed with one implementation.
#[derive(Deserialize)]
struct Peer {
    /// Its name and version.
    implementation: String,
    results: Vec<Passed>,
}

/// One test that passed.
#[derive(Deserialize)]
struct Passed {
    form: String,
    direction: Direction,
    result: String,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum Direction {
    /// Made by Blason, read by the other.
    Ours,
    /// Made by the other, read by Blason.
    Theirs,
    /// Made by neither, read by both.
    Both,
}

fn main() -> Result<()> {
    let folder = std::env::args()
        .nth(1)
        .context("the argument is the folder with the results")?;
    let table = table(&read(Path::new(&folder))?);
    println!("{table}");
    document::section("conformance.md", SECTION, &table)
}

/// Every implementation, by name.
fn read(folder: &Path) -> Result<Vec<Peer>> {
    let mut peers = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let peer: Peer =
            serde_json::from_slice(&fs::read(&path)?).with_context(|| path.display().to_string())?;
        peers.push(peer);
    }
    peers.sort_by(|one, other| one.implementation.cmp(&other.implementation));
    Ok(peers)
}

fn table(peers: &[Peer]) -> String {
    let mut exchanged = vec![
        "| implementation | form | made by Blason, read by it | made by it, read by Blason |".to_owned(),
        "|---|---|---|---|".to_owned(),
    ];
    let mut compared = vec![
        "| implementation | badge | answers |".to_owned(),
        "|---|---|---|".to_owned(),
    ];
    for peer in peers {
        let name = &peer.implementation;
        let mut forms: Vec<&str> = peer.results.iter().map(|passed| passed.form.as_str()).collect();
        forms.sort_unstable();
        forms.dedup();
        for form in forms {
            let [ours, theirs, both] = [Direction::Ours, Direction::Theirs, Direction::Both]
                .map(|direction| cell(peer, form, direction));
            if both == NONE {
                exchanged.push(format!("| {name} | {form} | {ours} | {theirs} |"));
            } else {
                compared.push(format!("| {name} | {form} | {both} |"));
            }
        }
    }
    format!("{}\n\n{}", exchanged.join("\n"), compared.join("\n"))
}

/// What passed in one direction, each result once.
fn cell(peer: &Peer, form: &str, direction: Direction) -> String {
    let mut shown: Vec<&str> = Vec::new();
    for passed in &peer.results {
        if passed.form == form && passed.direction == direction && !shown.contains(&passed.result.as_str()) {
            shown.push(&passed.result);
        }
    }
    if shown.is_empty() {
        NONE.to_owned()
    } else {
        shown.join(", ")
    }
}
