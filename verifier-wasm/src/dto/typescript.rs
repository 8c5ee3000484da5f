//! The boundary as TypeScript sees it, written to `widget/src/generated/report.ts`.
//!
//! The types here describe what crosses; nothing is converted through them at run time. Three things keep them
//! true: a report read as [`Report`] with unknown members refused and written again must be the same JSON; the
//! lists of codes and checks come from the core; and the file must equal what is generated.

mod options;
mod report;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use openbadges::verify::{CheckId, Code, Evidence, Policy, Summary, verify};
use time::macros::datetime;
use ts_rs::{Config, TS};

const HEADER: &str = "\
// Generated from the Rust types by `cargo test -p verifier-wasm`. Do not edit.
// The report is the one that `blason verify --json` prints, so its members are named as they are there.
";

#[test]
fn a_report_has_the_members_that_typescript_is_told() {
    let written = verify(
        b"no badge here",
        &Evidence::new(),
        datetime!(2026-06-03 14:02 UTC),
        &Policy::default(),
    );
    let json = serde_json::to_value(&written).unwrap();
    let read: report::Report = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), json);
}

#[test]
fn a_summary_has_the_members_that_typescript_is_told() {
    let json = serde_json::to_value(Summary::default()).unwrap();
    let read: report::Summary = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), json);
}

#[test]
fn the_committed_typescript_is_what_the_rust_types_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../widget/src/generated/report.ts");
    let expected = typescript();
    if fs::read_to_string(&path).is_ok_and(|committed| committed == expected) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, expected).unwrap();
    panic!(
        "{} did not say what the Rust types say. It has been written again: commit it.",
        path.display()
    );
}

fn typescript() -> String {
    let mut text = HEADER.to_owned();
    list(
        &mut text,
        "codes",
        "Code",
        "Every reason that a check can give.",
        Code::ALL.iter().map(|code| code.as_str()),
    );
    list(
        &mut text,
        "codesOfNothingToCheck",
        "",
        "Reasons of a `not-checked` that say that there was nothing to check, or that nobody asked.",
        Code::ALL
            .iter()
            .filter(|code| code.does_not_apply())
            .map(|code| code.as_str()),
    );
    list(
        &mut text,
        "checkIds",
        "CheckId",
        "The questions, in the order of a report.",
        CheckId::ALL.iter().map(|id| id.as_str()),
    );
    let config = Config::default();
    for declaration in report::declarations(&config)
        .into_iter()
        .chain(options::declarations(&config))
    {
        text.push('\n');
        text.push_str(&declaration);
    }
    text
}

/// A constant list of words and, unless `type_name` is empty, the type of its words.
fn list<'a>(text: &mut String, name: &str, type_name: &str, doc: &str, words: impl Iterator<Item = &'a str>) {
    write!(text, "\n/** {doc} */\nexport const {name} = [\n").unwrap();
    for word in words {
        writeln!(text, "  '{word}',").unwrap();
    }
    text.push_str("] as const;\n");
    if !type_name.is_empty() {
        write!(
            text,
            "\n/** One of {{@link {name}}}. */\nexport type {type_name} = (typeof {name})[number];\n"
        )
        .unwrap();
    }
}

/// One exported declaration with its documentation.
fn declaration<T: TS>(config: &Config) -> String {
    let docs = T::docs()
        .map(|docs| docs.trim_end().to_owned() + "\n")
        .unwrap_or_default();
    format!("{docs}export {}\n", T::decl(config))
}
