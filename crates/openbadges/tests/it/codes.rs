//! Every code that a check can answer with is asserted by some test.

use std::fs;
use std::path::{Path, PathBuf};

use openbadges::verify::Code;

/// A code that no check gives: a number that is not exact is refused as JSON-LD, before anything is signed or checked.
const NOT_GIVEN: &str = "inexact-number";

#[test]
fn each_code_is_asserted_by_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    read(&root.join("tests/it"), &mut sources);
    read(&root.join("src/verify/report"), &mut sources);
    let own = fs::read_to_string(root.join("tests/it/codes.rs")).unwrap();
    sources.retain(|source| *source != own);
    let is_asserted = |code: &str| {
        sources
            .iter()
            .any(|source| source.contains(&format!("\"{code}\"")))
    };
    let forgotten: Vec<_> = Code::ALL
        .iter()
        .map(|code| code.as_str())
        .filter(|code| !is_asserted(code) && *code != NOT_GIVEN)
        .collect();
    assert!(
        forgotten.is_empty(),
        "asserted nowhere, or given by now: {forgotten:?}"
    );
}

/// Adds the text of every Rust file under `folder`.
fn read(folder: &Path, sources: &mut Vec<String>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push(fs::read_to_string(path).unwrap());
        }
    }
}
